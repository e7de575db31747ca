#include "program/index_output.hpp"

#include "io/csv.hpp"
#include "io/write_file.hpp"

#include <algorithm>

namespace daopai::program {

void csv_text::row(const std::vector<std::string>& cells) {
  for (std::size_t c = 0; c < cells.size(); ++c)
    text_ += (c > 0 ? "," : "") + io::csv_cell(cells[c]);
  text_ += '\n';
}

std::string cell(const std::optional<double>& value) {
  return value ? io::number_text(*value) : std::string();
}

std::string unit_table(const std::vector<io::index_unit>& units,
                       const std::vector<std::string>& titles,
                       const composite::observations& values) {
  const bool timed = std::any_of(units.begin(), units.end(),
                                 [&](const auto& u) { return u.time != units.front().time; });
  std::vector<std::string> header{"uCode"};
  if (timed) header.emplace_back("Time");
  header.insert(header.end(), titles.begin(), titles.end());
  csv_text out(header);
  for (std::size_t u = 0; u < units.size(); ++u) {
    std::vector<std::string> cells{units[u].code};
    if (timed) cells.push_back(cell(units[u].time));
    for (composite::eigen_index i = 0; i < values.indicators(); ++i) {
      cells.push_back(cell(values.at(static_cast<composite::eigen_index>(u), i)));
    }
    out.row(cells);
  }
  return out.text();
}

}  // namespace daopai::program
