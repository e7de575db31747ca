/// Several years of the same units: filling a year's gaps from the unit's other years.
#ifndef DAOPAI_COMPOSITE_PANEL_HPP
#define DAOPAI_COMPOSITE_PANEL_HPP

#include <daopai/composite/impute.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daopai::composite {

/// Rows of a long table: which unit, and at what time (a year).
struct panel_row {
  std::string unit;
  double time;
};

/// How a gap is filled from the same unit's other years (COINr's impute_panel()).
enum class panel_rule {
  latest,    ///< the last earlier value; nothing before the first one
  constant,  ///< the last earlier value, and the first value before it
  linear     ///< on the line between the neighbours in time, and the nearest value outside them
};

namespace detail {

/// One unit's known values of one indicator in order of time.
using time_series = std::vector<std::pair<double, double>>;

/// The value at `time` by the rule; `earliest` is the oldest time `latest` may look at.
[[nodiscard]] inline std::optional<double> fill_from(const time_series& known, double time,
                                                     panel_rule rule, double earliest) {
  const auto after = std::lower_bound(known.begin(), known.end(), time,
                                      [](const auto& entry, double t) { return entry.first < t; });
  if (rule == panel_rule::latest) {
    if (after == known.begin() || std::prev(after)->first < earliest) return std::nullopt;
    return std::prev(after)->second;
  }
  if (known.empty()) return std::nullopt;
  if (after == known.begin()) return after->second;
  const auto before = std::prev(after);
  if (rule == panel_rule::constant || after == known.end()) return before->second;
  const double share = (time - before->first) / (after->first - before->first);
  return before->second + (after->second - before->second) * share;
}

/// For each time of the panel, the oldest time that is still at most `reach` time points before it.
[[nodiscard]] inline std::map<double, double> earliest_times(const std::vector<panel_row>& rows,
                                                             std::size_t reach) {
  std::vector<double> times;
  times.reserve(rows.size());
  for (const panel_row& row : rows) times.push_back(row.time);
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  std::map<double, double> earliest;
  for (std::size_t t = 0; t < times.size(); ++t) earliest[times[t]] = times[t - std::min(t, reach)];
  return earliest;
}

[[nodiscard]] inline std::map<std::string, std::vector<eigen_index>> rows_by_unit(
    const std::vector<panel_row>& rows) {
  std::map<std::string, std::vector<eigen_index>> by_unit;
  for (std::size_t r = 0; r < rows.size(); ++r)
    by_unit[rows[r].unit].push_back(static_cast<eigen_index>(r));
  std::vector<problem> problems;
  for (auto& [unit, places] : by_unit) {
    const auto time = [&](eigen_index r) { return rows[static_cast<std::size_t>(r)].time; };
    std::stable_sort(places.begin(), places.end(),
                     [&](eigen_index a, eigen_index b) { return time(a) < time(b); });
    for (std::size_t i = 1; i < places.size(); ++i) {
      if (time(places[i]) == time(places[i - 1])) {
        problems.push_back(
            {"duplicate-row", unit, "the unit has two rows for one time; expected one"});
      }
    }
  }
  throw_if_any(std::move(problems));
  return by_unit;
}

/// One indicator of one unit: the rows of the panel it has, in order of time.
[[nodiscard]] inline time_series known_series(const observations& data, eigen_index indicator,
                                              const std::vector<eigen_index>& places,
                                              const std::vector<panel_row>& rows) {
  time_series known;
  for (const eigen_index r : places) {
    if (data.present()(r, indicator)) {
      known.emplace_back(rows[static_cast<std::size_t>(r)].time, data.values()(r, indicator));
    }
  }
  return known;
}

}  // namespace detail

/// A long table (a row for each unit and time) with its gaps filled from other times of the same
/// unit. `reach`: for `latest` only, how many of the panel's earlier time points may be looked at.
/// O(rows x indicators x log years). @throws invalid_input if the rows do not match the table, or a
/// unit has two rows for one time.
[[nodiscard]] inline observations impute_panel(
    const observations& data, const std::vector<panel_row>& rows, panel_rule rule,
    std::size_t reach = std::numeric_limits<std::size_t>::max()) {
  if (static_cast<eigen_index>(rows.size()) != data.units()) {
    throw invalid_input(
        {{"panel-rows", "", "the panel must name a unit and a time for each row of the data"}});
  }
  const std::map<double, double> earliest = detail::earliest_times(rows, reach);
  detail::filled_table filled{data.values(), data.present()};
  for (const auto& [unit, places] : detail::rows_by_unit(rows)) {
    for (eigen_index i = 0; i < data.indicators(); ++i) {
      if (data.is_complete(i)) continue;
      const detail::time_series known = detail::known_series(data, i, places, rows);
      for (const eigen_index r : places) {
        const double time = rows[static_cast<std::size_t>(r)].time;
        filled.fill(r, i, detail::fill_from(known, time, rule, earliest.at(time)));
      }
    }
  }
  return {std::move(filled.values), std::move(filled.present)};
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_PANEL_HPP
