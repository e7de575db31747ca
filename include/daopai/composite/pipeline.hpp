/// The whole way from raw data to ranks in one call, with every stage kept and the fit ready for
/// the next year.
#ifndef DAOPAI_COMPOSITE_PIPELINE_HPP
#define DAOPAI_COMPOSITE_PIPELINE_HPP

#include <daopai/composite/aggregate.hpp>
#include <daopai/composite/denominate.hpp>
#include <daopai/composite/impute.hpp>
#include <daopai/composite/normalise.hpp>
#include <daopai/composite/rank.hpp>
#include <daopai/composite/treat.hpp>

#include <optional>
#include <vector>

namespace daopai::composite {

/// What is done at each stage, in the order of the OECD/JRC handbook. Defaults: nothing is divided,
/// imputed or treated; min-max to [0, 100]; weighted arithmetic means; COINr's ranks (1, 2, 2, 4).
struct index_design {
  std::vector<denominator> denominators = {};
  imputation gaps = no_imputation{};
  std::optional<treatment> outliers = {};
  normalisation scale = min_max{};
  std::vector<normalisation> scales =
      {};                        ///< one for each indicator instead of `scale`, if not empty
  aggregation_rules rules = {};  ///< one for each aggregate; empty: arithmetic means
  column weights = {};           ///< one for each node; empty: the tree's own
  rank_rule ranking = {};
};

/// What a year's stages learned from its units, to measure another year with.
struct index_fit {
  std::optional<unit_fill> fill;
  std::vector<fitted_treatment> outliers;
  std::vector<fitted_scale> scales;
};

/// The data after each stage. The last two have a column for each node of the tree.
struct index_stages {
  observations denominated;
  observations imputed;
  observations treated;
  observations normalised;
  observations aggregated;
  observations ranks;
};

struct index_result {
  index_stages stages;
  index_fit fit;
};

namespace detail {

inline void finish_index(index_stages& stages, const indicator_tree& tree,
                         const index_design& design) {
  const column& weights = design.weights.size() > 0 ? design.weights : tree.weights();
  const aggregation_rules rules = design.rules.empty() ? same_rule(tree) : design.rules;
  stages.aggregated = aggregate(stages.normalised, tree, weights, rules);
  stages.ranks = rank(stages.aggregated, design.ranking);
}

}  // namespace detail

/// Computes an index and fits every stage to these units.
/// `denominators` may be empty if the design divides by nothing. @throws invalid_input as the
/// stages do.
[[nodiscard]] inline index_result build_index(const observations& raw,
                                              const observations& denominators,
                                              const indicator_tree& tree,
                                              const index_design& design) {
  index_result result;
  auto& [stages, fitted] = result;
  stages.denominated = denominate(raw, denominators, design.denominators);
  if (const auto* units = std::get_if<from_units>(&design.gaps))
    fitted.fill = fit(*units, stages.denominated);
  stages.imputed = impute(design.gaps, stages.denominated, tree);
  stages.treated = stages.imputed;
  if (design.outliers) {
    fitted.outliers = fit(*design.outliers, stages.imputed);
    stages.treated = transform(fitted.outliers, stages.imputed);
  }
  const bool same = design.scales.empty();
  fitted.scales = same ? fit(design.scale, stages.treated, tree.directions())
                       : fit(design.scales, stages.treated, tree.directions());
  stages.normalised = transform(fitted.scales, stages.treated);
  detail::finish_index(stages, tree, design);
  return result;
}

/// Computes the index of another year with an earlier year's fit: its fills, limits, ranges and
/// goalposts. (Imputation within a unit's branch has no fit and uses the new year's own ranges.)
/// `groups` are the new units' groups, if the fit was made by group. @throws invalid_input as the
/// stages do.
[[nodiscard]] inline index_stages score_index(const index_fit& fitted, const observations& raw,
                                              const observations& denominators,
                                              const indicator_tree& tree,
                                              const index_design& design) {
  index_stages stages;
  stages.denominated = denominate(raw, denominators, design.denominators);
  const auto* units = std::get_if<from_units>(&design.gaps);
  stages.imputed = fitted.fill && units != nullptr
                       ? transform(*fitted.fill, stages.denominated, units->groups)
                       : impute(design.gaps, stages.denominated, tree);
  stages.treated =
      fitted.outliers.empty() ? stages.imputed : transform(fitted.outliers, stages.imputed);
  stages.normalised = transform(fitted.scales, stages.treated);
  detail::finish_index(stages, tree, design);
  return stages;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_PIPELINE_HPP
