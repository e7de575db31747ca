/// One combination of the members' columns for each aggregation rule.
#ifndef DAOPAI_COMPOSITE_DETAIL_COMBINE_HPP
#define DAOPAI_COMPOSITE_DETAIL_COMBINE_HPP

#include <daopai/composite/aggregation.hpp>
#include <daopai/composite/outranking.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

namespace daopai::composite::detail {

/// The members of one aggregate: columns of the table that is being filled.
struct family {
  const table& values;
  const mask& present;
  std::span<const eigen_index> members;
  Eigen::Ref<const column> weights;  ///< of all nodes
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

/// Drops the aggregate of every unit that knows too few members.
inline void require_availability(double availability, const family& in, aggregate_cells out) {
  if (availability <= 0 || in.complete) return;
  column known = column::Zero(out.value.size());
  for (const eigen_index m : in.members) known += in.present.col(m).cast<double>();
  out.present = out.present && (known / static_cast<double>(in.members.size()) >= availability);
  out.value = out.present.select(out.value, 0.0);
}

/// Writes one aggregate from its members.
inline void combine_members(const node_rule& rule, const family& in, const aggregate_cells& out) {
  std::visit(combiner{in, out}, rule.how);
  require_availability(rule.availability, in, out);
}

}  // namespace daopai::composite::detail

#endif  // DAOPAI_COMPOSITE_DETAIL_COMBINE_HPP
