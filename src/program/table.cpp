#include "program/table.hpp"

#include <algorithm>
#include <numeric>

namespace daopai::program {
namespace {

constexpr std::size_t gap = 2;

/// Takes `excess` columns from the widest that may give way.
void shrink(std::vector<std::size_t>& widths, const std::vector<column>& columns,
            std::size_t excess) {
  for (; excess > 0; --excess) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (columns[i].least == 0 || widths[i] <= columns[i].least) continue;
      if (!widest || widths[i] > *widest) widest = &widths[i];
    }
    if (!widest) return;
    --*widest;
  }
}

}  // namespace

std::vector<std::size_t> table::widths(std::size_t indent) const {
  std::vector<std::size_t> widths;
  for (const column& c : columns_) widths.push_back(display_width(c.title));
  for (const row& r : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], std::min(columns_[i].most, display_width(r.cells[i])));
    }
  }
  const std::size_t gaps = widths.empty() ? 0 : gap * (widths.size() - 1);
  const std::size_t total = std::accumulate(widths.begin(), widths.end(), indent + gaps);
  if (total > page_width) shrink(widths, columns_, total - page_width);
  return widths;
}

std::string table::line(const std::vector<std::string>& cells,
                        const std::vector<std::size_t>& widths) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.append(gap, ' ');
    line += fitted(cells[i], widths[i], columns_[i].side);
  }
  return line.erase(line.find_last_not_of(' ') + 1);
}

std::string table::text(bool colour, std::size_t indent) const {
  const std::vector<std::size_t> w = widths(indent);
  const std::string margin(indent, ' ');
  std::vector<std::string> titles;
  for (const column& c : columns_) titles.push_back(c.title);
  std::string text;
  if (const std::string head = line(titles, w); !head.empty()) {
    text += margin + painted(head, style::heading, colour) + '\n';
  }
  for (const row& r : rows_) text += margin + painted(line(r.cells, w), r.look, colour) + '\n';
  return text;
}

}  // namespace daopai::program
