/// The bodies of aggregate.hpp: what is checked, and the walk up the tree.
#ifndef DAOPAI_COMPOSITE_DETAIL_AGGREGATE_HPP
#define DAOPAI_COMPOSITE_DETAIL_AGGREGATE_HPP

#include <daopai/composite/aggregate.hpp>
#include <daopai/composite/detail/combine.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace daopai::composite {
namespace detail {

/// What a rule cannot take: nothing, or how the values must be.
struct demand {
  std::string operator()(const geometric_mean& /*rule*/) const { return "greater than 0"; }
  std::string operator()(const harmonic_mean& /*rule*/) const { return "not 0"; }
  std::string operator()(const generalised_mean& rule) const {
    return rule.power < 0 ? "greater than 0" : "not negative";
  }
  template <typename Rule>
  std::string operator()(const Rule& /*rule*/) const {
    return "";
  }
};

/// True where a present value breaks the demand.
[[nodiscard]] inline column_mask breaks(const std::string& demanded, const family& in,
                                        eigen_index member) {
  const auto x = in.values.col(member);
  const auto present = in.present.col(member);
  if (demanded == "greater than 0") return present && (x <= 0);
  if (demanded == "not 0") return present && (x == 0);
  return present && (x < 0);
}

/// Reports every member of every unit that the rule cannot take.
inline void check_members(const aggregation& how, const family& in, const indicator_tree& tree,
                          std::vector<problem>& problems) {
  const std::string demanded = std::visit(demand{}, how);
  if (demanded.empty()) return;
  for (const eigen_index m : in.members) {
    const column_mask broken = breaks(demanded, in, m);
    if (!broken.any()) continue;
    for (eigen_index u = 0; u < broken.size(); ++u) {
      if (!broken(u)) continue;
      problems.push_back(
          {"bad-score", "unit " + std::to_string(u) + ", " + tree.code(m),
           "the score is " + std::to_string(in.values(u, m)) + "; this mean needs it " + demanded});
    }
  }
}

[[nodiscard]] inline bool usable(const aggregation& how) {
  if (const auto* mean = std::get_if<generalised_mean>(&how))
    return mean->power != 0 && std::isfinite(mean->power);
  if (const auto* owa = std::get_if<ordered_weighted>(&how)) {
    const auto bad = [](double w) { return !(w >= 0) || std::isinf(w); };
    if (!(owa->exponent > 0) || std::any_of(owa->weights.begin(), owa->weights.end(), bad))
      return false;
    return owa->weights.empty() ||
           std::any_of(owa->weights.begin(), owa->weights.end(), [](double w) { return w > 0; });
  }
  return true;
}

inline void check_aggregation(const observations& normalised, const indicator_tree& tree,
                              column_ref weights, const aggregation_rules& rules) {
  std::vector<problem> problems;
  if (normalised.indicators() != tree.indicators()) {
    problems.push_back({"tree-shape", "",
                        "the tree has " + std::to_string(tree.indicators()) +
                            " indicators and the data " + std::to_string(normalised.indicators())});
  }
  if (weights.size() != tree.size() ||
      static_cast<eigen_index>(rules.size()) != tree.aggregates()) {
    problems.push_back(
        {"rule-count", "", "expected a weight for each node and a rule for each aggregate"});
  } else if (!all_finite(weights) || (weights < 0).any()) {
    problems.push_back({"bad-weight", "", "a weight is negative or not finite"});
  }
  throw_if_any(problems);
  for (eigen_index a = 0; a < tree.aggregates(); ++a) {
    const node_rule& rule = rules[static_cast<std::size_t>(a)];
    if (usable(rule.how) && rule.availability >= 0 && rule.availability <= 1) continue;
    problems.push_back({"bad-aggregation", tree.code(tree.indicators() + a),
                        "a power of 0, an unusable OWA weight or an availability outside [0, 1]"});
  }
  throw_if_any(std::move(problems));
}

}  // namespace detail

inline observations aggregate(const observations& normalised, const indicator_tree& tree,
                              column_ref weights, const aggregation_rules& rules,
                              observations reuse) {
  detail::check_aggregation(normalised, tree, weights, rules);
  std::vector<bool> complete;
  for (eigen_index i = 0; i < tree.indicators(); ++i) complete.push_back(normalised.is_complete(i));
  table values = std::move(reuse).release();
  values.resize(normalised.units(), tree.size());
  mask present(normalised.units(), tree.size());
  values.leftCols(tree.indicators()) = normalised.values();
  present.leftCols(tree.indicators()) = normalised.present();
  std::vector<problem> problems;
  for (eigen_index node = tree.indicators(); node < tree.size(); ++node) {
    const auto members = tree.children(node);
    const bool all = std::all_of(members.begin(), members.end(), [&](eigen_index m) {
      return complete[static_cast<std::size_t>(m)];
    });
    const detail::family in{values, present, members, weights, all};
    const node_rule& rule = rules[static_cast<std::size_t>(node - tree.indicators())];
    const std::size_t before = problems.size();
    detail::check_members(rule.how, in, tree, problems);
    detail::aggregate_cells out{values.col(node), present.col(node)};
    if (problems.size() > before) {
      out.value.setOnes();  // what stands above is checked as far as it can be
      out.present.setConstant(false);
    } else {
      detail::combine_members(rule, in, out);
    }
    complete.push_back(out.present.all());
  }
  detail::throw_if_any(std::move(problems));
  return {std::move(values), std::move(present)};
}

namespace detail {

/// Shares a weight over some nodes in proportion to their own weights; 0 each if these are all 0.
template <typename Nodes>
void share_weight(double whole, const Nodes& nodes, column_ref weights, column& effective) {
  double total = 0;
  for (const eigen_index n : nodes) total += weights(n);
  for (const eigen_index n : nodes) effective(n) = total > 0 ? weights(n) / total * whole : 0;
}

}  // namespace detail

inline column effective_weights(const indicator_tree& tree, column_ref weights) {
  if (weights.size() != tree.size()) {
    throw invalid_input({{"weight-count", "", "expected one weight for each node"}});
  }
  std::vector<eigen_index> tops;
  for (eigen_index node = 0; node < tree.size(); ++node) {
    if (!tree.parent(node)) tops.push_back(node);
  }
  column effective = column::Zero(tree.size());
  detail::share_weight(1, tops, weights, effective);
  for (eigen_index node = tree.size() - 1; node >= tree.indicators(); --node) {
    detail::share_weight(effective(node), tree.children(node), weights, effective);
  }
  return effective;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DETAIL_AGGREGATE_HPP
