/// Tables of `daopai index` as CSV.
#ifndef DAOPAI_SRC_PROGRAM_INDEX_OUTPUT_HPP
#define DAOPAI_SRC_PROGRAM_INDEX_OUTPUT_HPP

#include <daopai/composite/observations.hpp>
#include <daopai/io/index_files.hpp>

#include <string>
#include <vector>

namespace daopai::program {

/// A CSV text that is built row by row; an empty cell is a missing value.
class csv_text {
public:
  explicit csv_text(const std::vector<std::string>& titles) { row(titles); }
  void row(const std::vector<std::string>& cells);
  [[nodiscard]] const std::string& text() const { return text_; }

private:
  std::string text_;
};

/// A number as a cell; empty if missing.
[[nodiscard]] std::string cell(const std::optional<double>& value);

/// A row for each unit: its code, its time if the units are of several, and all columns with their
/// titles.
[[nodiscard]] std::string unit_table(const std::vector<io::index_unit>& units,
                                     const std::vector<std::string>& titles,
                                     const composite::observations& values);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_INDEX_OUTPUT_HPP
