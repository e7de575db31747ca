#include "program/computed_index.hpp"

#include "program/index_methods.hpp"
#include <daopai/composite/panel.hpp>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace daopai::program {

using namespace composite;

computed_index::computed_index(const index_options& options)
    : options_(options),
      files_(io::read_index_files(options.data, options.meta, options.exclude)),
      tree_(io::tree_of(files_)),
      years_(years_of(files_.units)),
      denominators_(io::denominators_of(files_, tree_)) {
  if (files_.units.empty())
    throw invalid_input({{"no-units", options.data, "there is no row; expected units"}});
  if (!options.denominate) denominators_.divisions.clear();
  target_ = tree_.size() - 1;
  if (!options.target.empty()) {
    const auto found = tree_.find(options.target);
    if (!found)
      throw std::invalid_argument("--target " + options.target + " is not a code of iMeta");
    target_ = *found;
  }
  rules_ = aggregation_rules_of(options.aggregate);
  compute();
}

imputation computed_index::imputation_of(const std::string& text) const {
  return parse_imputation(text, files_, options_.group, options_.branch_level);
}

/// Once for all levels, or once for each.
template <typename T>
T computed_index::at_level(const std::vector<T>& given, int level, const char* option) const {
  const auto levels = static_cast<std::size_t>(std::max(tree_.levels() - 1, 1));
  if (given.size() != 1 && given.size() != levels) {
    throw std::invalid_argument(std::string(option) + ": expected one entry or " +
                                std::to_string(levels));
  }
  return given.size() == 1 ? given.front() : given[static_cast<std::size_t>(level - 2)];
}
aggregation_rules computed_index::aggregation_rules_of(
    const std::vector<std::string>& names) const {
  const std::vector<double> thresholds =
      options_.availability.empty() ? std::vector<double>{0} : options_.availability;
  aggregation_rules rules;
  for (eigen_index node = tree_.indicators(); node < tree_.size(); ++node) {
    rules.push_back({parse_aggregation(at_level(names, tree_.level(node), "--aggregate")),
                     at_level(thresholds, tree_.level(node), "--availability")});
  }
  return rules;
}

std::optional<treatment> computed_index::treatment_rule() const {
  std::optional<treatment> rule = parse_treatment(options_.treat);
  if (rule) {
    rule->limits = {options_.skew, options_.kurtosis};
    rule->most_points = options_.winsorise_most;
    rule->combined = options_.combine_treat;
  }
  return rule;
}
rank_rule computed_index::ranking() const {
  rank_rule rule{.decimals = options_.decimals};
  if (options_.ties == "maximum") rule.equal = ties::maximum;
  if (options_.ties == "average") rule.equal = ties::average;
  if (options_.ties == "dense") rule.equal = ties::dense;
  return rule;
}

observations computed_index::panel_filled(const observations& data) const {
  if (options_.panel == "none") return data;
  std::vector<panel_row> rows;
  for (const io::index_unit& unit : files_.units)
    rows.push_back({unit.code, unit.time.value_or(0)});
  const panel_rule rule = options_.panel == "linear"     ? panel_rule::linear
                          : options_.panel == "constant" ? panel_rule::constant
                                                         : panel_rule::latest;
  return impute_panel(data, rows, rule,
                      options_.reach.value_or(std::numeric_limits<std::size_t>::max()));
}
/// Imputation of one year: its own groups.
observations computed_index::imputed_year(const observations& all, const year& y) const {
  imputation rule = imputation_of(options_.impute);
  if (auto* units = std::get_if<from_units>(&rule); units != nullptr && !units->groups.empty()) {
    units->groups =
        grouping(units->groups.begin() + y.first, units->groups.begin() + y.first + y.count);
  }
  return impute(rule, rows_of(all, y), tree_);
}
/// Years are measured together, each by itself, or all by the first.
observations computed_index::normalised_years(const std::vector<observations>& treated) const {
  const auto rules = parse_normalisation(options_.normalise, files_, tree_);
  const observations all = stacked(treated);
  if (options_.yardstick == "all") return transform(fit(rules, all, tree_.directions()), all);
  std::vector<observations> parts;
  for (const observations& year_data : treated) {
    const observations& measure = options_.yardstick == "first" ? treated.front() : year_data;
    parts.push_back(transform(fit(rules, measure, tree_.directions()), year_data));
  }
  return stacked(parts);
}

void computed_index::compute() {
  raw_ = io::indicators_of(files_, tree_);
  stages_.denominated = denominate(raw_, denominators_.values, denominators_.divisions);
  const observations filled = panel_filled(stages_.denominated);
  const std::optional<treatment> rule = treatment_rule();
  std::vector<observations> imputed;
  std::vector<observations> treated;
  for (const year& y : years_) {
    imputed.push_back(imputed_year(filled, y));
    treated.push_back(rule ? transform(fit(*rule, imputed.back()), imputed.back())
                           : imputed.back());
  }
  stages_.imputed = stacked(imputed);
  stages_.treated = stacked(treated);
  stages_.normalised = normalised_years(treated);
  std::vector<observations> scores;
  std::vector<observations> ranks;
  for (const year& y : years_) {
    scores.push_back(aggregate(rows_of(stages_.normalised, y), tree_, tree_.weights(), rules_));
    ranks.push_back(rank(scores.back(), ranking()));
  }
  stages_.aggregated = stacked(scores);
  stages_.ranks = stacked(ranks);
}

std::vector<std::string> computed_index::node_codes(eigen_index count) const {
  std::vector<std::string> codes;
  for (eigen_index n = 0; n < count; ++n) codes.push_back(tree_.code(n));
  return codes;
}

}  // namespace daopai::program
