/// Imputation: filling gaps from other units (by column), from the unit's other indicators (by
/// row), or not at all.
#ifndef DAOPAI_COMPOSITE_IMPUTE_HPP
#define DAOPAI_COMPOSITE_IMPUTE_HPP

#include <daopai/composite/indicator_tree.hpp>
#include <daopai/composite/statistics.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace daopai::composite {

enum class centre { mean, median };

struct no_imputation {};
/// Fill a gap with the mean or median of the other units.
struct from_units {
  centre of = centre::mean;
  /// Only from units of the same group, if there are groups; a unit without a group keeps its gaps.
  grouping groups = {};
};
/// Fill a gap with the mean or median of the unit's own other indicators in the same branch.
/// Indicators are brought to [0, 1] by their direction first and taken back afterwards, so that
/// their units do not mix.
struct from_branch {
  centre of = centre::mean;
  int level = 2;  ///< of the aggregate whose indicators count as the same branch; 0: all indicators
};
using imputation = std::variant<no_imputation, from_units, from_branch>;

/// What gaps are filled with: a row for each group (or one row) and a column for each indicator. A
/// group where nothing is known of an indicator has no fill, and its gaps stay.
struct unit_fill {
  observations fill;
  bool by_group = false;
};

namespace detail {

[[nodiscard]] inline double centre_of(column_ref x, centre of) {
  return of == centre::mean ? mean(x) : median(x);
}

[[nodiscard]] inline eigen_index group_count(const grouping& groups) {
  return groups.empty() ? 1 : std::max(0, *std::max_element(groups.begin(), groups.end()) + 1);
}

/// The present values of one indicator among the units of one group.
[[nodiscard]] inline column known_in_group(const observations& data, eigen_index indicator,
                                           const grouping& groups, eigen_index group) {
  if (groups.empty()) return data.known(indicator);
  column values(data.units());
  eigen_index n = 0;
  for (eigen_index u = 0; u < data.units(); ++u) {
    const bool counts =
        groups[static_cast<std::size_t>(u)] == group && data.present()(u, indicator);
    if (counts) values(n++) = data.values()(u, indicator);
  }
  return values.head(n);
}

inline void check_groups(const observations& data, const grouping& groups) {
  if (groups.empty() || static_cast<eigen_index>(groups.size()) == data.units()) return;
  throw invalid_input({{"group-count", "",
                        "there are " + std::to_string(groups.size()) + " groups for " +
                            std::to_string(data.units()) + " units; expected one for each"}});
}

/// An indicator's values brought to [0, 1] by their own range, the best at 1, and the way back.
struct unit_range {
  double origin = 0;  ///< directed
  double span = 1;
  double sense = 1;
  bool known = false;  ///< of at least one unit
  [[nodiscard]] double into(double x) const { return (sense * x - origin) / span; }
  [[nodiscard]] double back(double y) const { return (y * span + origin) * sense; }
};

/// One for each indicator; an indicator without two different values has span 0 and tells nothing
/// of others.
[[nodiscard]] inline std::vector<unit_range> unit_ranges(const observations& data,
                                                         column_ref directions) {
  std::vector<unit_range> ranges;
  for (eigen_index i = 0; i < data.indicators(); ++i) {
    const column known = data.known(i) * directions(i);
    unit_range range{0, 0, directions(i), false};
    if (known.size() > 0) {
      range.origin = known.minCoeff();
      range.span = known.maxCoeff() - range.origin;
      range.known = true;
    }
    ranges.push_back(range);
  }
  return ranges;
}

/// The indicators of each branch at a level; level 0 makes one branch of all. An indicator whose
/// branch skips the level is a branch of its own.
[[nodiscard]] inline std::vector<std::vector<eigen_index>> branches(const indicator_tree& tree,
                                                                    int level) {
  std::map<eigen_index, std::vector<eigen_index>> members;
  for (eigen_index i = 0; i < tree.indicators(); ++i) {
    members[level > 0 ? tree.ancestor(i, level).value_or(i) : eigen_index{-1}].push_back(i);
  }
  std::vector<std::vector<eigen_index>> lists;
  lists.reserve(members.size());
  for (auto& [ancestor, list] : members) lists.push_back(std::move(list));
  return lists;
}

/// Where a unit stands, from 0 to 1, in each indicator of a branch that is known of it.
[[nodiscard]] inline column standing_of(const observations& data, eigen_index unit,
                                        const std::vector<eigen_index>& branch,
                                        const std::vector<unit_range>& ranges) {
  column standing(static_cast<eigen_index>(branch.size()));
  eigen_index n = 0;
  for (const eigen_index i : branch) {
    const unit_range& range = ranges[static_cast<std::size_t>(i)];
    if (range.span > 0 && data.present()(unit, i))
      standing(n++) = range.into(data.values()(unit, i));
  }
  return standing.head(n);
}

/// A table whose gaps are being filled.
struct filled_table {
  table values;
  mask present;

  /// Fills a gap, if it is one and there is something to fill it with.
  void fill(eigen_index unit, eigen_index indicator, const std::optional<double>& value) {
    if (present(unit, indicator) || !value) return;
    values(unit, indicator) = *value;
    present(unit, indicator) = true;
  }
};

}  // namespace detail

/// The means or medians to fill gaps with, from this year's units. O(units x indicators), medians
/// with a sort.
/// @throws invalid_input if there are groups, but not one for each unit.
[[nodiscard]] inline unit_fill fit(const from_units& rule, const observations& data) {
  detail::check_groups(data, rule.groups);
  const eigen_index groups = detail::group_count(rule.groups);
  table values = table::Zero(groups, data.indicators());
  mask present = mask::Constant(groups, data.indicators(), false);
  for (eigen_index i = 0; i < data.indicators(); ++i) {
    if (data.is_complete(i) && data.units() > 0 && rule.groups.empty()) {
      values(0, i) = detail::centre_of(data.values().col(i), rule.of);
      present(0, i) = true;
      continue;
    }
    for (eigen_index g = 0; g < groups; ++g) {
      const column known = detail::known_in_group(data, i, rule.groups, g);
      present(g, i) = known.size() > 0;
      if (present(g, i)) values(g, i) = detail::centre_of(known, rule.of);
    }
  }
  return {observations(std::move(values), std::move(present)), !rule.groups.empty()};
}

/// The data with gaps filled; `groups` are those of these units (of this or another year).
/// A group the fit did not know leaves gaps. @throws invalid_input as fit(), or if the indicators
/// differ in number.
[[nodiscard]] inline observations transform(const unit_fill& fitted, const observations& data,
                                            const grouping& groups = {}) {
  if (data.is_complete()) return data;
  if (fitted.by_group) detail::check_groups(data, groups);
  if (fitted.fill.indicators() != data.indicators() || (fitted.by_group && groups.empty())) {
    throw invalid_input({{"fit-shape", "", "the fit was made for other indicators or for groups"}});
  }
  detail::filled_table filled{data.values(), data.present()};
  for (eigen_index u = 0; u < data.units(); ++u) {
    const int group = fitted.by_group ? groups[static_cast<std::size_t>(u)] : 0;
    if (group < 0 || group >= fitted.fill.units()) continue;
    for (eigen_index i = 0; i < data.indicators(); ++i) filled.fill(u, i, fitted.fill.at(group, i));
  }
  return {std::move(filled.values), std::move(filled.present)};
}

/// The data with each gap filled from the unit's own indicators of the same branch (COINr's
/// Impute() by row with group_level and normalise_first). A unit with nothing known in the branch
/// keeps its gaps; an indicator whose values are all equal is filled with that value. There is no
/// fit to keep: each unit is filled from itself, within the ranges of this table.
/// @throws invalid_input if the tree has another number of indicators than the data.
[[nodiscard]] inline observations impute(const from_branch& rule, const observations& data,
                                         const indicator_tree& tree) {
  if (tree.indicators() != data.indicators()) {
    throw invalid_input(
        {{"tree-shape", "", "the tree and the data must have the same indicators"}});
  }
  const std::vector<detail::unit_range> ranges = detail::unit_ranges(data, tree.directions());
  detail::filled_table filled{data.values(), data.present()};
  for (const auto& branch : detail::branches(tree, rule.level)) {
    for (eigen_index u = 0; u < data.units(); ++u) {
      const column standing = detail::standing_of(data, u, branch, ranges);
      if (standing.size() == 0) continue;
      const double fill = detail::centre_of(standing, rule.of);
      for (const eigen_index i : branch) {
        const detail::unit_range& own = ranges[static_cast<std::size_t>(i)];
        if (own.known) filled.fill(u, i, own.back(fill));
      }
    }
  }
  return {std::move(filled.values), std::move(filled.present)};
}

/// The data filled by any rule, fitted to itself. @throws as the rule's own functions.
[[nodiscard]] inline observations impute(const imputation& rule, const observations& data,
                                         const indicator_tree& tree) {
  if (const auto* units = std::get_if<from_units>(&rule))
    return transform(fit(*units, data), data, units->groups);
  if (const auto* branch = std::get_if<from_branch>(&rule)) return impute(*branch, data, tree);
  return data;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_IMPUTE_HPP
