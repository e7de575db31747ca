/// Tables of text that align in a terminal and fit the page.
#ifndef DAOPAI_SRC_PROGRAM_TABLE_HPP
#define DAOPAI_SRC_PROGRAM_TABLE_HPP

#include "program/terminal.hpp"
#include "program/text_width.hpp"

#include <string>
#include <vector>

namespace daopai::program {

/// A column is as wide as its widest cell, but not wider than `most`. If the page is too narrow for
/// all of them, those with a `least` give way, the widest first.
struct column {
  std::string title;
  align side = align::left;
  std::size_t least = 0;  ///< how narrow it may become; 0: it keeps its width
  std::size_t most = page_width;
};

class table {
public:
  explicit table(std::vector<column> columns) : columns_(std::move(columns)) {}

  /// As many cells as there are columns.
  void add(std::vector<std::string> cells, style s = style::plain) {
    rows_.push_back({std::move(cells), s});
  }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// The titles (if any column has one) and the rows, a line each, two blanks between columns.
  /// @param indent  blanks before each line
  [[nodiscard]] std::string text(bool colour, std::size_t indent = 0) const;

  /// The columns' widths, as text() uses them.
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t indent = 0) const;

private:
  struct row {
    std::vector<std::string> cells;
    style look;
  };
  [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                 const std::vector<std::size_t>& widths) const;

  std::vector<column> columns_;
  std::vector<row> rows_{};
};

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_TABLE_HPP
