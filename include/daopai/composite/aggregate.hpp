/// Aggregation: from scored indicators up the tree to the index, by a rule and an availability
/// threshold per node.
#ifndef DAOPAI_COMPOSITE_AGGREGATE_HPP
#define DAOPAI_COMPOSITE_AGGREGATE_HPP

#include <daopai/composite/aggregation.hpp>
#include <daopai/composite/outranking.hpp>

namespace daopai::composite {

/// Scores of all nodes, a column each in node order: the indicators as given, then the aggregates.
/// O(units x nodes), Copeland O(units^2 x members).
/// `reuse` may give away the memory of a former result.
/// @throws invalid_input if shapes differ, a weight is negative or not finite, a rule's parameter
/// is not usable, or naming every unit and member a rule cannot take (such as a score of 0 under a
/// geometric mean).
[[nodiscard]] observations aggregate(const observations& normalised, const indicator_tree& tree,
                                     column_ref weights, const aggregation_rules& rules,
                                     observations reuse = {});

/// With the tree's own weights and one rule everywhere.
[[nodiscard]] inline observations aggregate(const observations& normalised,
                                            const indicator_tree& tree,
                                            const node_rule& rule = {}) {
  return aggregate(normalised, tree, tree.weights(), same_rule(tree, rule));
}

/// The weight each node has in the top of its tree: products of relative weights down the branches;
/// those of all indicators below one top sum to 1. COINr's get_eff_weights(). A family whose
/// weights are all 0 gives 0.
[[nodiscard]] column effective_weights(const indicator_tree& tree, column_ref weights);

}  // namespace daopai::composite

#include <daopai/composite/detail/aggregate.hpp>

#endif  // DAOPAI_COMPOSITE_AGGREGATE_HPP
