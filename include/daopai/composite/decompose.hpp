/// Why two scores differ: the difference split exactly over the indicators.
#ifndef DAOPAI_COMPOSITE_DECOMPOSE_HPP
#define DAOPAI_COMPOSITE_DECOMPOSE_HPP

#include <daopai/composite/aggregate.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace daopai::composite {

/// One row of aggregated scores (a unit, or the same unit in another year).
struct scored_unit {
  const observations& scores;
  eigen_index unit;
};

/// What each node contributes to `to` minus `from` at the top of its tree: the indicators'
/// contributions sum to the difference, those of a family's members to the family's own. Exact for
/// trees of arithmetic and geometric means, mixed as they may be: a member's change weighs w under
/// an arithmetic mean, and w L(y) / L(x) under a geometric one, L being the logarithmic mean of
/// both values (the LMDI identity; Ang (2005), Energy Policy 33, 867-871). O(nodes). @throws
/// invalid_input if shapes differ, a node of one unit alone is missing, or naming every aggregate
/// with another rule.
[[nodiscard]] column decompose(const scored_unit& from, const scored_unit& to,
                               const indicator_tree& tree, column_ref weights,
                               const aggregation_rules& rules);

namespace detail {

/// (a - b) / (log a - log b), a where they are equal; both positive. Near equality by its series.
[[nodiscard]] inline double logarithmic_mean(double a, double b) {
  const double z = (a - b) / (a + b);
  if (std::abs(z) < 1e-4) return (a + b) / 2 / (1 + z * z / 3 + z * z * z * z / 5);
  return (a - b) / (std::log(a) - std::log(b));
}

inline void check_decomposition(const scored_unit& from, const scored_unit& to,
                                const indicator_tree& tree, column_ref weights,
                                const aggregation_rules& rules) {
  std::vector<problem> problems;
  for (const scored_unit& side : {from, to}) {
    if (side.scores.indicators() != tree.size() || side.unit < 0 ||
        side.unit >= side.scores.units()) {
      problems.push_back(
          {"score-shape", "", "expected a unit of scores with a column for each node"});
    }
  }
  if (weights.size() != tree.size() ||
      static_cast<eigen_index>(rules.size()) != tree.aggregates()) {
    problems.push_back(
        {"rule-count", "", "expected a weight for each node and a rule for each aggregate"});
  }
  throw_if_any(problems);
  for (eigen_index node = 0; node < tree.size(); ++node) {
    if (from.scores.present()(from.unit, node) != to.scores.present()(to.unit, node)) {
      problems.push_back({"one-sided", tree.code(node), "the score is missing on one side alone"});
    }
  }
  for (eigen_index a = 0; a < tree.aggregates(); ++a) {
    const aggregation& how = rules[static_cast<std::size_t>(a)].how;
    if (std::holds_alternative<arithmetic_mean>(how) || std::holds_alternative<geometric_mean>(how))
      continue;
    problems.push_back({"no-decomposition", tree.code(tree.indicators() + a),
                        "only arithmetic and geometric means have an exact decomposition"});
  }
  throw_if_any(std::move(problems));
}

/// The scores of both sides, all present nodes known to both.
struct two_rows {
  Eigen::ArrayXd before;
  Eigen::ArrayXd after;
  column_mask present;

  /// What one step of change of a node is worth under its parent's mean: 1, or the logarithmic
  /// mean.
  [[nodiscard]] double step(bool geometric, eigen_index node) const {
    return geometric ? logarithmic_mean(after(node), before(node)) : 1;
  }
};

/// One aggregate and its members.
struct family_of {
  eigen_index node;
  std::span<const eigen_index> members;
  bool geometric;
};

/// What a change of 1 of each member changes at the top, given what a change of 1 of the node does.
inline void hand_down(const family_of& f, column_ref weights, const two_rows& rows, column& worth) {
  double total = 0;
  for (const eigen_index m : f.members) total += rows.present(m) ? weights(m) : 0;
  if (total == 0) return;
  const double own = rows.step(f.geometric, f.node);
  for (const eigen_index m : f.members) {
    if (rows.present(m))
      worth(m) = worth(f.node) * weights(m) / total * own / rows.step(f.geometric, m);
  }
}

}  // namespace detail

inline column decompose(const scored_unit& from, const scored_unit& to, const indicator_tree& tree,
                        column_ref weights, const aggregation_rules& rules) {
  detail::check_decomposition(from, to, tree, weights, rules);
  const detail::two_rows rows{from.scores.values().row(from.unit).transpose(),
                              to.scores.values().row(to.unit).transpose(),
                              from.scores.present().row(from.unit).transpose()};
  column worth = column::Zero(tree.size());
  for (eigen_index node = tree.size() - 1; node >= 0; --node) {
    if (!tree.parent(node)) worth(node) = 1;
    if (node < tree.indicators() || !rows.present(node)) continue;
    const aggregation& how = rules[static_cast<std::size_t>(node - tree.indicators())].how;
    const bool geometric = std::holds_alternative<geometric_mean>(how);
    detail::hand_down({node, tree.children(node), geometric}, weights, rows, worth);
  }
  return worth * (rows.after - rows.before);
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DECOMPOSE_HPP
