/// What each indicator or aggregate does to the ranking: the index without it, for each in turn.
#ifndef DAOPAI_COMPOSITE_LEAVE_OUT_HPP
#define DAOPAI_COMPOSITE_LEAVE_OUT_HPP

#include <daopai/composite/aggregate.hpp>
#include <daopai/composite/detail/parallel.hpp>
#include <daopai/composite/rank.hpp>

#include <utility>
#include <vector>

namespace daopai::composite {

/// One column for each node left out, in the order of `left_out`.
struct leave_out_result {
  std::vector<eigen_index> left_out;
  observations scores;
  observations ranks;
  column mean_rank_change;  ///< mean over units of |rank without it - rank|
};

/// Scores and ranks of `target` (a node) when each node of a level is given weight 0 in turn:
/// COINr's remove_elements(). Only the aggregates above the node left out are computed anew. A unit
/// without a score or rank on either side does not count in the mean. Results do not depend on
/// `threads`. O(nodes of the level x units x (members above + log units)).
/// @throws invalid_input as aggregate(), or if `target` is not a node.
[[nodiscard]] leave_out_result leave_one_out(const observations& normalised,
                                             const indicator_tree& tree,
                                             const aggregation_rules& rules, eigen_index target,
                                             int level = 1, unsigned threads = 1);

namespace detail {

/// The scores of one node without another: the aggregates above `left_out` are computed again from
/// the whole tree's.
class leave_out_scorer {
public:
  leave_out_scorer(const observations& whole, const indicator_tree& tree,
                   const aggregation_rules& rules)
      : whole_(whole), tree_(tree), rules_(rules) {}

  [[nodiscard]] observations score(eigen_index left_out, eigen_index target) const {
    column weights = tree_.weights();
    weights(left_out) = 0;
    // Beside the members of each ancestor stands the one that has just been computed anew.
    observations changed = cell_column(whole_, left_out);
    eigen_index node = left_out;
    while (node != target && tree_.parent(node)) {
      const eigen_index parent = *tree_.parent(node);
      changed = recompute(parent, node, changed, weights);
      node = parent;
    }
    return node == target ? changed : cell_column(whole_, target);
  }

private:
  [[nodiscard]] static observations cell_column(const observations& all, eigen_index node) {
    return {all.values().col(node), all.present().col(node)};
  }
  /// `parent` with the column of `member` replaced.
  [[nodiscard]] observations recompute(eigen_index parent, eigen_index member,
                                       const observations& replaced, const column& weights) const {
    const auto members = tree_.children(parent);
    const auto count = static_cast<eigen_index>(members.size());
    table values(whole_.units(), count + 1);
    mask present(whole_.units(), count + 1);
    column own(count);
    std::vector<eigen_index> places;
    for (eigen_index m = 0; m < count; ++m) {
      const eigen_index node = members[static_cast<std::size_t>(m)];
      const observations& source = node == member ? replaced : whole_;
      const eigen_index from = node == member ? 0 : node;
      values.col(m) = source.values().col(from);
      present.col(m) = source.present().col(from);
      own(m) = weights(node);
      places.push_back(m);
    }
    const bool complete = present.leftCols(count).all();
    const node_rule& rule = rules_[static_cast<std::size_t>(parent - tree_.indicators())];
    const family in{values, present, places, own, complete};
    aggregate_cells out{values.col(count), present.col(count)};
    std::visit(combiner{in, out}, rule.how);
    require_availability(rule.availability, in, out);
    return {values.col(count), present.col(count)};
  }

  const observations& whole_;
  const indicator_tree& tree_;
  const aggregation_rules& rules_;
};

/// Mean over units ranked in both columns of the change.
[[nodiscard]] inline double mean_change(const observations& ranks, eigen_index column_of,
                                        const observations& nominal) {
  const auto both = ranks.present().col(column_of) && nominal.present().col(0);
  const auto known = static_cast<double>(both.count());
  const auto change = (ranks.values().col(column_of) - nominal.values().col(0)).abs();
  return known > 0 ? both.select(change, 0.0).sum() / known : 0;
}

}  // namespace detail

inline leave_out_result leave_one_out(const observations& normalised, const indicator_tree& tree,
                                      const aggregation_rules& rules, eigen_index target, int level,
                                      unsigned threads) {
  if (target < 0 || target >= tree.size()) {
    throw invalid_input({{"unknown-node", "", "the node to score is not in the tree"}});
  }
  const observations whole = aggregate(normalised, tree, tree.weights(), rules);
  leave_out_result result;
  for (eigen_index node = 0; node < tree.size(); ++node) {
    if (tree.level(node) == level && node != target) result.left_out.push_back(node);
  }
  const auto count = static_cast<eigen_index>(result.left_out.size());
  table scores(whole.units(), count);
  mask present(whole.units(), count);
  table ranks(whole.units(), count);
  mask ranked(whole.units(), count);
  const detail::leave_out_scorer scorer(whole, tree, rules);
  detail::for_each_index(result.left_out.size(), threads, [&](std::size_t i) {
    const auto place = static_cast<eigen_index>(i);
    const observations one = scorer.score(result.left_out[i], target);
    const observations rank_of_one = rank(one);
    scores.col(place) = one.values().col(0);
    present.col(place) = one.present().col(0);
    ranks.col(place) = rank_of_one.values().col(0);
    ranked.col(place) = rank_of_one.present().col(0);
  });
  result.scores = observations(std::move(scores), std::move(present));
  result.ranks = observations(std::move(ranks), std::move(ranked));
  const observations nominal =
      rank(observations(whole.values().col(target), whole.present().col(target)));
  result.mean_rank_change.resize(count);
  for (eigen_index i = 0; i < count; ++i) {
    result.mean_rank_change(i) = detail::mean_change(result.ranks, i, nominal);
  }
  return result;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_LEAVE_OUT_HPP
