/// Reads tables of comma-separated values as offices send them, and remembers where each cell
/// stood.
#ifndef DAOPAI_SRC_IO_CSV_HPP
#define DAOPAI_SRC_IO_CSV_HPP

#include <daopai/error.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::io {

/// One record; `line` is the 1-based line of the file on which it starts (a quoted cell may span
/// several lines).
struct csv_row {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

/// A header and the rows below it, all UTF-8; every row has as many cells as the header.
struct csv_table {
  std::string name;  ///< of the file, as errors name it
  csv_row header;
  std::vector<csv_row> rows;

  /// The 0-based column with this title, or nothing.
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view title) const;
  /// "name:line", for problem::where.
  [[nodiscard]] std::string where(const csv_row& row) const;
  /// A problem with one cell; its message opens with the column's number (1-based) and title.
  [[nodiscard]] problem problem_at(const csv_row& row, std::size_t column, std::string code,
                                   const std::string& message) const;
};

/// Parses a table. The text is UTF-8 with or without a byte-order mark, or else GB 18030 (which
/// takes in GBK and GB 2312). Lines end in LF, CRLF or CR; cells may be quoted as in RFC 4180;
/// blank lines are skipped; empty cells beyond the header's last column are dropped, as
/// spreadsheets write them.
/// @throws invalid_input with every ragged row and misplaced quote, an empty or repeated column
/// title, an encoding that is neither, or an empty file.
[[nodiscard]] csv_table parse_csv(std::string_view text, std::string name);

/// parse_csv of a file. @throws error if it cannot be read.
[[nodiscard]] csv_table read_csv(const std::filesystem::path& file);

/// The text as UTF-8 without byte-order mark, from UTF-8 or else GB 18030; nothing if it is
/// neither.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view text);

/// A number as people type it: spaces around, full-width digits and signs (－１２．５％), thousands
/// separators in groups of three and a trailing per cent sign (the number is divided by 100) are
/// understood. Nothing for any other text, and for infinities and not-a-number.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// True for what stands in a cell without a value: nothing but spaces, or NA, N/A, NaN, null, -,
/// --, —, ……, /.
[[nodiscard]] bool is_missing(std::string_view text);

/// The text as one cell of a CSV file, quoted if it must be.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_CSV_HPP
