/// The rules by which members become an aggregate, and which rule each aggregate of a tree has.
#ifndef DAOPAI_COMPOSITE_AGGREGATION_HPP
#define DAOPAI_COMPOSITE_AGGREGATION_HPP

#include <daopai/composite/indicator_tree.hpp>

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace daopai::composite {

// Weights are relative: each rule makes those of the present members sum to 1. A missing member is
// left out.

/// Sum of w x. COINr's a_amean().
struct arithmetic_mean {};
/// exp of the sum of w log x; every x > 0. COINr's a_gmean().
struct geometric_mean {};
/// 1 / sum of w / x; no x is 0. COINr's a_hmean().
struct harmonic_mean {};
/// (sum of w x^power)^(1/power); power is not 0, and every x > 0 (x >= 0 for a positive power).
/// COINr's a_genmean().
struct generalised_mean {
  double power = 2;
};
/// OWA (Yager 1988): weights belong to places, the first to the highest member of each unit; a unit
/// with another number of members present has no value. Without weights the i-th of n places weighs
/// (i/n)^exponent -
/// ((i-1)/n)^exponent: 1 is the mean, greater looks at the lowest members more.
struct ordered_weighted {
  std::vector<double> weights = {};
  double exponent = 1;
};
/// The lowest member whose weight is not 0: nothing compensates for it.
struct minimum {};
/// For every other unit +1 if more than half of the weight is on the side of this unit, -1 if less,
/// `drawn` if exactly half (members that are equal count half for each side). COINr's a_copeland(),
/// which compares all members known of both units and does not rescale the weights for members that
/// are not.
struct copeland {
  double drawn = 0;
};
using aggregation = std::variant<arithmetic_mean, geometric_mean, harmonic_mean, generalised_mean,
                                 ordered_weighted, minimum, copeland>;

/// How one aggregate is made of its members.
struct node_rule {
  aggregation how = arithmetic_mean{};
  /// The share of members (by number) a unit must have; below it the aggregate is missing. In [0,
  /// 1].
  double availability = 0;
};

/// The rules of a tree, one for each aggregate in node order.
using aggregation_rules = std::vector<node_rule>;

/// The same rule everywhere.
[[nodiscard]] inline aggregation_rules same_rule(const indicator_tree& tree,
                                                 const node_rule& rule = {}) {
  aggregation_rules rules;
  rules.assign(static_cast<std::size_t>(tree.aggregates()), rule);
  return rules;
}

/// One rule for each level from 2 upwards. @throws invalid_input if a level has none.
[[nodiscard]] inline aggregation_rules rules_by_level(const indicator_tree& tree,
                                                      std::span<const node_rule> levels) {
  if (tree.levels() - 1 > static_cast<int>(levels.size())) {
    throw invalid_input({{"rule-count", "",
                          "there are " + std::to_string(levels.size()) + " aggregation rules for " +
                              std::to_string(tree.levels() - 1) + " levels above the indicators"}});
  }
  aggregation_rules rules;
  for (eigen_index node = tree.indicators(); node < tree.size(); ++node) {
    rules.push_back(levels[static_cast<std::size_t>(tree.level(node) - 2)]);
  }
  return rules;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_AGGREGATION_HPP
