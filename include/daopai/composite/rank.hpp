/// Ranks: by a stated rule for ties and at a stated precision, over all units or within groups of
/// them.
#ifndef DAOPAI_COMPOSITE_RANK_HPP
#define DAOPAI_COMPOSITE_RANK_HPP

#include <daopai/composite/detail/sort_keys.hpp>
#include <daopai/composite/observations.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace daopai::composite {

/// What units of equal score are given: the best rank of theirs (1, 2, 2, 4), the worst (1, 3, 3,
/// 4), the mean (1, 2.5, 2.5, 4), or the next rank without a gap behind (1, 2, 2, 3).
enum class ties { minimum, maximum, average, dense };

struct rank_rule {
  ties equal = ties::minimum;
  bool highest_first = true;
  /// Round to this many decimal places before comparing (halves away from zero), so that what is
  /// printed equal ranks equal; nothing: compare as they are.
  std::optional<int> decimals = {};
};

namespace detail {

/// Values rounded and turned so that the best is lowest.
[[nodiscard]] inline double sort_key(double value, const rank_rule& rule) {
  if (rule.decimals) {
    const double unit = std::pow(10.0, *rule.decimals);
    value = std::round(value * unit) / unit;
  }
  return rule.highest_first ? -value : value;
}

/// The rank shared by the units at places [first, last) of the sorted list (counted from 0).
[[nodiscard]] inline double shared_rank(ties rule, std::size_t first, std::size_t last,
                                        std::size_t distinct) {
  switch (rule) {
    case ties::minimum: return static_cast<double>(first + 1);
    case ties::maximum: return static_cast<double>(last);
    case ties::average: return static_cast<double>(first + 1 + last) / 2;
    case ties::dense: break;
  }
  return static_cast<double>(distinct);
}

inline void write_ranks(sort_keys& keys, ties rule, Eigen::Ref<column> ranks) {
  sort_by_score(keys);
  std::size_t distinct = 0;
  for (std::size_t first = 0; first < keys.size();) {
    std::size_t last = first + 1;
    while (last < keys.size() && keys[last].first == keys[first].first) ++last;
    const double rank = shared_rank(rule, first, last, ++distinct);
    for (; first < last; ++first) ranks(keys[first].second) = rank;
  }
}

}  // namespace detail

/// The ranks of complete scores, from 1. O(n log n).
[[nodiscard]] inline column rank(column_ref scores, const rank_rule& rule = {}) {
  detail::sort_keys keys;
  keys.reserve(static_cast<std::size_t>(scores.size()));
  for (eigen_index u = 0; u < scores.size(); ++u)
    keys.emplace_back(detail::sort_key(scores(u), rule), u);
  column ranks(scores.size());
  detail::write_ranks(keys, rule.equal, ranks);
  return ranks;
}

/// The ranks of every column, within each group if there are groups; a missing score and a unit
/// without a group have no rank. @throws invalid_input if there are groups, but not one for each
/// unit.
[[nodiscard]] inline observations rank(const observations& scores, const rank_rule& rule = {},
                                       const grouping& groups = {}) {
  if (!groups.empty() && static_cast<eigen_index>(groups.size()) != scores.units()) {
    throw invalid_input({{"group-count", "", "expected one group for each unit"}});
  }
  const grouping group_of =
      groups.empty() ? grouping(static_cast<std::size_t>(scores.units()), 0) : groups;
  const int last = group_of.empty() ? -1 : *std::max_element(group_of.begin(), group_of.end());
  table ranks = table::Zero(scores.units(), scores.indicators());
  mask present = scores.present();
  std::vector<detail::sort_keys> keys(static_cast<std::size_t>(std::max(last, -1) + 1));
  for (eigen_index i = 0; i < scores.indicators(); ++i) {
    for (auto& group : keys) group.clear();
    for (eigen_index u = 0; u < scores.units(); ++u) {
      const int group = group_of[static_cast<std::size_t>(u)];
      present(u, i) = present(u, i) && group >= 0;
      if (!present(u, i)) continue;
      keys[static_cast<std::size_t>(group)].emplace_back(
          detail::sort_key(scores.values()(u, i), rule), u);
    }
    for (auto& group : keys) detail::write_ranks(group, rule.equal, ranks.col(i));
  }
  return {std::move(ranks), std::move(present)};
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_RANK_HPP
