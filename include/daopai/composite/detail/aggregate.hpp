/// The bodies of aggregate.hpp: one combination of columns for each rule.
#ifndef DAOPAI_COMPOSITE_DETAIL_AGGREGATE_HPP
#define DAOPAI_COMPOSITE_DETAIL_AGGREGATE_HPP

#include <daopai/composite/aggregate.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace daopai::composite {
namespace detail {

/// The members of one aggregate: columns of the table that is being filled.
struct family {
  const table& values;
  const mask& present;
  std::span<const eigen_index> members;
  column_ref weights;  ///< of all nodes
  bool complete;

  [[nodiscard]] auto score(eigen_index member) const { return values.col(member); }
  [[nodiscard]] double total_weight() const {
    double total = 0;
    for (const eigen_index m : members) total += weights(m);
    return total;
  }
};

/// Where an aggregate is written: its column of the table and of the mask.
struct aggregate_cells {
  Eigen::Ref<column> value;
  Eigen::Ref<column_mask> present;
};

/// sum of w f(x) / sum of w over the present members; `f` takes a column expression and gives
/// finite values for present cells. Written without temporaries, member after member.
template <typename Function>
void weighted_mean(const family& in, aggregate_cells out, Function f) {
  out.value.setZero();
  if (in.complete) {
    const double total = in.total_weight();
    for (const eigen_index m : in.members) out.value += (in.weights(m) / total) * f(in.score(m));
    if (!(total > 0)) out.value.setZero();
    out.present.setConstant(total > 0);
    return;
  }
  column weight = column::Zero(out.value.size());
  for (const eigen_index m : in.members) {
    out.value += in.present.col(m).select(in.weights(m) * f(in.score(m)), 0.0);
    weight += in.weights(m) * in.present.col(m).cast<double>();
  }
  out.present = weight > 0;
  out.value = out.present.select(out.value / weight, 0.0);
}

/// Applies `f` to the present cells of a column.
template <typename Function>
void transform_present(aggregate_cells out, Function f) {
  out.value = out.present.select(f(out.value), 0.0);
}

/// The present members of one unit, highest first.
[[nodiscard]] inline std::vector<double> sorted_members(const family& in, eigen_index unit) {
  std::vector<double> x;
  for (const eigen_index m : in.members) {
    if (in.present(unit, m)) x.push_back(in.values(unit, m));
  }
  std::sort(x.begin(), x.end(), std::greater<>());
  return x;
}

[[nodiscard]] inline std::vector<double> place_weights(const ordered_weighted& rule,
                                                       std::size_t n) {
  if (!rule.weights.empty()) return rule.weights;
  std::vector<double> weights;
  const auto share = [&](std::size_t i) {
    return std::pow(static_cast<double>(i) / static_cast<double>(n), rule.exponent);
  };
  for (std::size_t i = 1; i <= n; ++i) weights.push_back(share(i) - share(i - 1));
  return weights;
}

/// Writes one aggregate by any rule.
struct combiner {
  family in;
  aggregate_cells out;

  void operator()(const arithmetic_mean& /*rule*/) const {
    weighted_mean(in, out, [](const auto& x) { return x; });
  }
  void operator()(const geometric_mean& /*rule*/) const {
    weighted_mean(in, out, [](const auto& x) { return x.log(); });
    transform_present(out, [](const auto& x) { return x.exp(); });
  }
  void operator()(const harmonic_mean& /*rule*/) const {
    weighted_mean(in, out, [](const auto& x) { return x.inverse(); });
    transform_present(out, [](const auto& x) { return x.inverse(); });
  }
  void operator()(const generalised_mean& rule) const {
    const double p = rule.power;
    weighted_mean(in, out, [p](const auto& x) { return x.pow(p); });
    transform_present(out, [p](const auto& x) { return x.pow(1 / p); });
  }
  void operator()(const ordered_weighted& rule) {
    for (eigen_index u = 0; u < out.value.size(); ++u) {
      const std::vector<double> x = sorted_members(in, u);
      const std::vector<double> w = place_weights(rule, x.size());
      out.present(u) = !x.empty() && x.size() == w.size();
      double sum = 0;
      double total = 0;
      for (std::size_t i = 0; out.present(u) && i < x.size(); ++i) {
        sum += w[i] * x[i];
        total += w[i];
      }
      out.value(u) = out.present(u) ? sum / total : 0;
    }
  }
  void operator()(const minimum& /*rule*/) {
    out.value.setZero();
    out.present.setConstant(false);
    for (const eigen_index m : in.members) {
      if (in.weights(m) == 0) continue;
      const auto lower = in.present.col(m) && (!out.present || in.values.col(m) < out.value);
      out.value = lower.select(in.values.col(m), out.value);
      out.present = out.present || in.present.col(m);
    }
  }
  void operator()(const copeland& rule) {
    const std::vector<eigen_index> members(in.members.begin(), in.members.end());
    const observations scores(in.values(Eigen::all, members), in.present(Eigen::all, members));
    const table share = outranking(scores, in.weights(members));
    const column won = (share > 0.5).cast<double>().rowwise().sum();
    const column drawn = (share == 0.5).cast<double>().rowwise().sum();
    const column lost = static_cast<double>(share.rows() - 1) - won - drawn;
    out.present = scores.present().rowwise().any();
    if (!(in.total_weight() > 0)) out.present.setConstant(false);
    out.value = out.present.select(won - lost + rule.drawn * drawn, 0.0);
  }
};

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
  throw_if_any(std::move(problems));
  for (eigen_index a = 0; a < tree.aggregates(); ++a) {
    const node_rule& rule = rules[static_cast<std::size_t>(a)];
    if (usable(rule.how) && rule.availability >= 0 && rule.availability <= 1) continue;
    problems.push_back({"bad-aggregation", tree.code(tree.indicators() + a),
                        "a power of 0, an unusable OWA weight or an availability outside [0, 1]"});
  }
  throw_if_any(std::move(problems));
}

/// Drops the aggregate of every unit that knows too few members.
inline void require_availability(double availability, const family& in, aggregate_cells out) {
  if (availability <= 0 || in.complete) return;
  column known = column::Zero(out.value.size());
  for (const eigen_index m : in.members) known += in.present.col(m).cast<double>();
  out.present = out.present && (known / static_cast<double>(in.members.size()) >= availability);
  out.value = out.present.select(out.value, 0.0);
}

/// Writes one aggregate from its members.
inline void combine_members(const node_rule& rule, const family& in, aggregate_cells out) {
  std::visit(combiner{in, out}, rule.how);
  require_availability(rule.availability, in, out);
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

inline table outranking(const observations& scores, column_ref weights) {
  if (weights.size() != scores.indicators()) {
    throw invalid_input({{"weight-count", "", "expected one weight for each indicator"}});
  }
  const double total = weights.sum();
  table share = table::Zero(scores.units(), scores.units());
  for (eigen_index i = 0; i < scores.indicators() && total > 0; ++i) {
    const double weight = weights(i) / total;
    const auto x = scores.values().col(i);
    const auto known = scores.present().col(i);
    for (eigen_index a = 0; a < scores.units(); ++a) {
      for (eigen_index b = a + 1; b < scores.units() && known(a); ++b) {
        if (!known(b) || x(a) < x(b)) continue;
        share(a, b) += x(a) > x(b) ? weight : weight / 2;
      }
    }
  }
  for (eigen_index a = 0; a < scores.units(); ++a) {
    for (eigen_index b = a + 1; b < scores.units(); ++b) share(b, a) = 1 - share(a, b);
  }
  return share;
}

inline column effective_weights(const indicator_tree& tree, column_ref weights) {
  if (weights.size() != tree.size()) {
    throw invalid_input({{"weight-count", "", "expected one weight for each node"}});
  }
  column effective = column::Zero(tree.size());
  double top = 0;
  for (eigen_index node = 0; node < tree.size(); ++node)
    top += tree.parent(node) ? 0 : weights(node);
  for (eigen_index node = tree.size() - 1; node >= 0; --node) {
    if (!tree.parent(node)) effective(node) = top > 0 ? weights(node) / top : 0;
    const auto members = tree.children(node);
    double family = 0;
    for (const eigen_index m : members) family += weights(m);
    for (const eigen_index m : members)
      effective(m) = family > 0 ? weights(m) / family * effective(node) : 0;
  }
  return effective;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DETAIL_AGGREGATE_HPP
