/// What each indicator or aggregate does to the ranking: the index without it, for each in turn.
#ifndef DAOPAI_COMPOSITE_LEAVE_OUT_HPP
#define DAOPAI_COMPOSITE_LEAVE_OUT_HPP

#include <daopai/composite/aggregate.hpp>
#include <daopai/composite/detail/parallel.hpp>
#include <daopai/composite/rank.hpp>

#include <utility>
#include <vector>

namespace daopai::composite {

/// What to look at.
struct leave_out_run {
  eigen_index target;    ///< the node whose scores and ranks matter
  int level = 1;         ///< of the nodes that are left out; 1: the indicators
  unsigned threads = 1;  ///< changes no result
};

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
                                             const aggregation_rules& rules,
                                             const leave_out_run& run);

namespace detail {

/// Scores without one node after another, on a copy of the whole tree's scores that is mended after
/// each.
class leave_out_scorer {
public:
  leave_out_scorer(const observations& whole, const indicator_tree& tree,
                   const aggregation_rules& rules)
      : whole_(whole),
        tree_(tree),
        rules_(rules),
        values_(whole.values()),
        present_(whole.present()),
        weights_(tree.weights()) {}

  /// The scores of `target` when `left_out` weighs nothing.
  [[nodiscard]] observations score(eigen_index left_out, eigen_index target) {
    weights_(left_out) = 0;
    for (auto node = tree_.parent(left_out); node; node = tree_.parent(*node)) combine(*node);
    observations result(values_.col(target), present_.col(target));
    weights_(left_out) = tree_.weights()(left_out);
    for (auto node = tree_.parent(left_out); node; node = tree_.parent(*node)) {
      values_.col(*node) = whole_.values().col(*node);
      present_.col(*node) = whole_.present().col(*node);
    }
    return result;
  }

private:
  void combine(eigen_index node) {
    const auto members = tree_.children(node);
    const bool complete = std::all_of(members.begin(), members.end(),
                                      [&](eigen_index m) { return present_.col(m).all(); });
    combine_members(rules_[static_cast<std::size_t>(node - tree_.indicators())],
                    {values_, present_, members, weights_, complete},
                    {values_.col(node), present_.col(node)});
  }

  const observations& whole_;
  const indicator_tree& tree_;
  const aggregation_rules& rules_;
  table values_;
  mask present_;
  column weights_;
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
                                      const aggregation_rules& rules, const leave_out_run& run) {
  if (run.target < 0 || run.target >= tree.size()) {
    throw invalid_input({{"unknown-node", "", "the node to score is not in the tree"}});
  }
  const observations whole = aggregate(normalised, tree, tree.weights(), rules);
  leave_out_result result;
  for (eigen_index node = 0; node < tree.size(); ++node) {
    if (tree.level(node) == run.level && node != run.target) result.left_out.push_back(node);
  }
  const auto count = static_cast<eigen_index>(result.left_out.size());
  table scores(whole.units(), count);
  mask present(whole.units(), count);
  table ranks(whole.units(), count);
  mask ranked(whole.units(), count);
  std::vector<detail::leave_out_scorer> scorers;
  scorers.reserve(std::max(1U, run.threads));
  for (unsigned t = 0; t < std::max(1U, run.threads); ++t) scorers.emplace_back(whole, tree, rules);
  detail::for_each_index(
      result.left_out.size(), run.threads, [&](std::size_t i, std::size_t worker) {
        const auto place = static_cast<eigen_index>(i);
        const observations one = scorers[worker].score(result.left_out[i], run.target);
        const observations rank_of_one = rank(one);
        scores.col(place) = one.values().col(0);
        present.col(place) = one.present().col(0);
        ranks.col(place) = rank_of_one.values().col(0);
        ranked.col(place) = rank_of_one.present().col(0);
      });
  result.scores = observations(std::move(scores), std::move(present));
  result.ranks = observations(std::move(ranks), std::move(ranked));
  const observations nominal =
      rank(observations(whole.values().col(run.target), whole.present().col(run.target)));
  result.mean_rank_change.resize(count);
  for (eigen_index i = 0; i < count; ++i) {
    result.mean_rank_change(i) = detail::mean_change(result.ranks, i, nominal);
  }
  return result;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_LEAVE_OUT_HPP
