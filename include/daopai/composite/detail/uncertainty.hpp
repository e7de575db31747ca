/// The bodies of uncertainty.hpp.
#ifndef DAOPAI_COMPOSITE_DETAIL_UNCERTAINTY_HPP
#define DAOPAI_COMPOSITE_DETAIL_UNCERTAINTY_HPP

#include <daopai/composite/detail/parallel.hpp>
#include <daopai/composite/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace daopai::composite {
namespace detail {

/// The alternative a coordinate in [0, 1) falls on.
[[nodiscard]] inline std::size_t pick(double u, std::size_t count) {
  return std::min(static_cast<std::size_t>(u * static_cast<double>(count)), count - 1);
}

/// The noise of weights is drawn under another key than the points, so that the two never share a
/// number.
[[nodiscard]] inline random_numbers noise_numbers(const random_numbers& numbers) {
  return {numbers.seed ^ 0x9E3779B97F4A7C15U};
}

[[nodiscard]] inline std::string combination(std::size_t gap, std::size_t scale, std::size_t rule) {
  return "imputation " + std::to_string(gap) + ", normalisation " + std::to_string(scale) +
         ", aggregation " + std::to_string(rule);
}

/// One column of scores, to be kept with others.
struct kept_column {
  table values;
  mask present;

  kept_column(eigen_index units, std::size_t count)
      : values(units, static_cast<eigen_index>(count)),
        present(units, static_cast<eigen_index>(count)) {}
  void keep(std::size_t place, const observations& from, eigen_index column_of) {
    values.col(static_cast<eigen_index>(place)) = from.values().col(column_of);
    present.col(static_cast<eigen_index>(place)) = from.present().col(column_of);
  }
  [[nodiscard]] observations take() { return {std::move(values), std::move(present)}; }
};

[[nodiscard]] inline observations one_column(const observations& all, eigen_index column_of) {
  return {all.values().col(column_of), all.present().col(column_of)};
}

/// Spreads the ranks of each unit; ranks are turned over once, so that a unit's are a column.
[[nodiscard]] inline rank_spread spread_of(const observations& ranks, const observations& nominal) {
  const eigen_index n = ranks.units();
  rank_spread spread{nominal.values().col(0), column::Zero(n), column::Zero(n), column::Zero(n),
                     column::Zero(n)};
  const observations by_unit(ranks.values().transpose(), ranks.present().transpose());
  for (eigen_index u = 0; u < n; ++u) {
    column known = by_unit.known(u);
    if (known.size() == 0) continue;
    std::sort(known.begin(), known.end());
    spread.mean(u) = mean(known);
    spread.median(u) = quantile(known, 0.5);
    spread.low(u) = quantile(known, 0.05);
    spread.high(u) = quantile(known, 0.95);
  }
  return spread;
}

inline void check_target(const uncertain_index& study, eigen_index target) {
  if (target < 0 || target >= study.tree().size()) {
    throw invalid_input({{"unknown-node", "", "the node to rank is not in the tree"}});
  }
}

}  // namespace detail

inline uncertain_index::uncertain_index(const observations& raw, const observations& denominators,
                                        indicator_tree tree, index_design design,
                                        alternatives uncertain)
    : tree_(std::move(tree)),
      design_(std::move(design)),
      uncertain_(std::move(uncertain)),
      weights_(design_.weights.size() > 0 ? design_.weights : tree_.weights()) {
  const auto indicators = static_cast<std::size_t>(tree_.indicators());
  std::vector<std::vector<normalisation>> sets;
  for (const normalisation& scale : uncertain_.scales) sets.emplace_back(indicators, scale);
  uncertain_.scale_sets.insert(uncertain_.scale_sets.begin(), sets.begin(), sets.end());
  name_factors();
  const index_result own = build_index(raw, denominators, tree_, design_);
  nominal_ = own.stages.aggregated;
  const aggregation_rules design_rules = design_.rules.empty() ? same_rule(tree_) : design_.rules;
  rules_.assign(std::max<std::size_t>(1, uncertain_.rules.size()), design_rules);
  for (std::size_t r = 0; r < uncertain_.rules.size(); ++r) {
    for (node_rule& rule : rules_[r]) rule.how = uncertain_.rules[r];
  }
  prepare_tables(raw, denominators);
  check_combinations();
}

inline void uncertain_index::name_factors() {
  if (!uncertain_.gaps.empty()) factors_.emplace_back("imputation");
  if (!uncertain_.scale_sets.empty()) factors_.emplace_back("normalisation");
  if (!uncertain_.rules.empty()) factors_.emplace_back("aggregation");
  if (!uncertain_.noise.empty()) factors_.emplace_back("weights");
  if (uncertain_.leave_one_out) factors_.emplace_back("left-out");
  std::vector<problem> problems;
  if (factors_.empty())
    problems.push_back({"nothing-uncertain", "", "expected at least one list of alternatives"});
  check_noise(problems);
  detail::throw_if_any(std::move(problems));
}

inline void uncertain_index::check_noise(std::vector<problem>& problems) const {
  for (const auto& [level, factor] : uncertain_.noise) {
    if (level >= 1 && level <= tree_.levels() && factor >= 0 && factor <= 1) continue;
    problems.push_back({"bad-noise", "level " + std::to_string(level),
                        "the level must be one of the tree's and the factor in [0, 1]"});
  }
}

inline void uncertain_index::prepare_tables(const observations& raw,
                                            const observations& denominators) {
  index_design design = design_;
  for (std::size_t g = 0; g < std::max<std::size_t>(1, uncertain_.gaps.size()); ++g) {
    if (!uncertain_.gaps.empty()) design.gaps = uncertain_.gaps[g];
    design.rules = {};
    const index_stages prepared = build_index(raw, denominators, tree_, design).stages;
    if (uncertain_.scale_sets.empty()) tables_.push_back(prepared.normalised);
    for (const auto& scales : uncertain_.scale_sets) {
      tables_.push_back(
          transform(fit(scales, prepared.treated, tree_.directions()), prepared.treated));
    }
  }
}

inline void uncertain_index::check_combinations() const {
  std::vector<problem> problems;
  const std::size_t scales = std::max<std::size_t>(1, uncertain_.scale_sets.size());
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      try {
        static_cast<void>(aggregate(tables_[t], tree_, weights_, rules_[r]));
      } catch (const invalid_input& bad) {
        problems.push_back({"invalid-combination", detail::combination(t / scales, t % scales, r),
                            to_string(bad.problems().front()) + " (and " +
                                std::to_string(bad.problems().size() - 1) + " more)"});
      }
    }
  }
  detail::throw_if_any(std::move(problems));
}

inline choices uncertain_index::choose(std::span<const double> point) const {
  if (point.size() != factors_.size()) {
    throw invalid_input({{"point-size", "", "expected one coordinate for each uncertain factor"}});
  }
  choices chosen;
  auto u = point.begin();
  if (!uncertain_.gaps.empty()) chosen.gap = detail::pick(*u++, uncertain_.gaps.size());
  if (!uncertain_.scale_sets.empty())
    chosen.scale = detail::pick(*u++, uncertain_.scale_sets.size());
  if (!uncertain_.rules.empty()) chosen.rule = detail::pick(*u++, uncertain_.rules.size());
  if (!uncertain_.noise.empty()) chosen.noise_stream = static_cast<std::uint64_t>(*u++ * 0x1.0p53);
  if (uncertain_.leave_one_out) {
    const auto left_out = detail::pick(*u, static_cast<std::size_t>(tree_.indicators()) + 1);
    if (left_out > 0) chosen.left_out = static_cast<eigen_index>(left_out) - 1;
  }
  return chosen;
}

inline column uncertain_index::noisy_weights(const choices& chosen,
                                             const random_numbers& numbers) const {
  column weights = weights_;
  const random_numbers noise = detail::noise_numbers(numbers);
  for (const auto& [level, factor] : uncertain_.noise) {
    for (eigen_index node = 0; node < tree_.size(); ++node) {
      if (tree_.level(node) != level) continue;
      const double u = noise.uniform(chosen.noise_stream, static_cast<std::uint64_t>(node));
      weights(node) *= 1 + factor * (2 * u - 1);
    }
  }
  if (chosen.left_out) weights(*chosen.left_out) = 0;
  return weights;
}

inline observations uncertain_index::score(const choices& chosen,
                                           const random_numbers& numbers) const {
  const std::size_t scales = std::max<std::size_t>(1, uncertain_.scale_sets.size());
  return aggregate(tables_[chosen.gap * scales + chosen.scale], tree_,
                   noisy_weights(chosen, numbers), rules_[chosen.rule]);
}

inline uncertainty_result run_uncertainty(const uncertain_index& study,
                                          const uncertainty_run& run) {
  detail::check_target(study, run.target);
  detail::kept_column scores(study.units(), run.replicates);
  detail::kept_column ranks(study.units(), run.replicates);
  detail::for_each_index(
      run.replicates, run.threads,
      [&](std::size_t r, std::size_t /*worker*/) {
        const std::vector<double> point = replicate_point(study, run.seed, r);
        const observations all = study.score(study.choose(point), random_numbers{run.seed});
        const observations target = detail::one_column(all, run.target);
        scores.keep(r, target, 0);
        ranks.keep(r, rank(target), 0);
      },
      run.report);
  uncertainty_result result{scores.take(), ranks.take(), {}};
  const observations nominal = rank(detail::one_column(study.nominal(), run.target));
  result.spread = detail::spread_of(result.ranks, nominal);
  return result;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DETAIL_UNCERTAINTY_HPP
