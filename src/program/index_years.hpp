/// The years of panel data: rows that stand together because units are sorted by time.
#ifndef DAOPAI_SRC_PROGRAM_INDEX_YEARS_HPP
#define DAOPAI_SRC_PROGRAM_INDEX_YEARS_HPP

#include <daopai/composite/observations.hpp>
#include <daopai/io/index_files.hpp>

#include <utility>
#include <vector>

namespace daopai::program {

/// The rows of one year.
struct year {
  composite::eigen_index first;
  composite::eigen_index count;
};

[[nodiscard]] inline std::vector<year> years_of(const std::vector<io::index_unit>& units) {
  std::vector<year> years;
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (u == 0 || units[u].time != units[u - 1].time)
      years.push_back({static_cast<composite::eigen_index>(u), 0});
    ++years.back().count;
  }
  return years;
}

[[nodiscard]] inline composite::observations rows_of(const composite::observations& all,
                                                     const year& y) {
  return {all.values().middleRows(y.first, y.count), all.present().middleRows(y.first, y.count)};
}

/// Tables of the same columns, one below the other.
[[nodiscard]] inline composite::observations stacked(
    const std::vector<composite::observations>& parts) {
  composite::eigen_index rows = 0;
  for (const composite::observations& part : parts) rows += part.units();
  composite::table values(rows, parts.front().indicators());
  composite::mask present(rows, parts.front().indicators());
  rows = 0;
  for (const composite::observations& part : parts) {
    values.middleRows(rows, part.units()) = part.values();
    present.middleRows(rows, part.units()) = part.present();
    rows += part.units();
  }
  return {std::move(values), std::move(present)};
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_INDEX_YEARS_HPP
