/// Denomination: what grows with the size of a unit is divided by that size (trade by GDP, tourists
/// by people).
#ifndef DAOPAI_COMPOSITE_DENOMINATE_HPP
#define DAOPAI_COMPOSITE_DENOMINATE_HPP

#include <daopai/composite/observations.hpp>

#include <span>

namespace daopai::composite {

/// Divide an indicator by a column of the denominators and multiply by `scale` (people -> thousands
/// of people).
struct denominator {
  eigen_index indicator;
  eigen_index by;  ///< column of the denominators
  double scale = 1;
};

/// The data with every named indicator divided by its denominator; a cell is missing if either is
/// (COINr's Denominate()). An indicator may be named more than once. Rows of both tables are the
/// same units.
/// @throws invalid_input for every unknown column and every present denominator that is 0.
[[nodiscard]] inline observations denominate(const observations& data,
                                             const observations& denominators,
                                             std::span<const denominator> divisions) {
  std::vector<problem> problems;
  if (!divisions.empty() && data.units() != denominators.units()) {
    throw invalid_input(
        {{"denominator-rows", "", "data and denominators must have one row for each unit"}});
  }
  table values = data.values();
  mask present = data.present();
  for (const auto& [indicator, by, scale] : divisions) {
    if (indicator < 0 || indicator >= data.indicators() || by < 0 ||
        by >= denominators.indicators()) {
      problems.push_back({"denominator-column", "", "a division names a column that is not there"});
      continue;
    }
    for (eigen_index u = 0; u < data.units(); ++u) {
      if (denominators.at(u, by) == 0.0) {
        problems.push_back(
            {"zero-denominator", detail::cell_name(u, indicator),
             "its denominator (column " + std::to_string(by) + ") is 0; expected another number"});
      }
    }
    present.col(indicator) = present.col(indicator) && denominators.present().col(by);
    values.col(indicator) = present.col(indicator).select(
        values.col(indicator) / (denominators.values().col(by) / scale), 0.0);
  }
  detail::throw_if_any(std::move(problems));
  return {std::move(values), std::move(present)};
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DENOMINATE_HPP
