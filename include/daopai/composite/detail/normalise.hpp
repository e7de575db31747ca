/// The bodies of normalise.hpp: one fitter for each rule, one use for each kind of fit.
#ifndef DAOPAI_COMPOSITE_DETAIL_NORMALISE_HPP
#define DAOPAI_COMPOSITE_DETAIL_NORMALISE_HPP

#include <daopai/composite/normalise.hpp>
#include <daopai/composite/statistics.hpp>

#include <algorithm>
#include <cmath>

namespace daopai::composite {
namespace detail {

/// Fits any rule to the present values of one indicator.
struct scale_fitter {
  const observations& data;
  eigen_index indicator;
  double sense;

  [[nodiscard]] bool is_complete() const { return data.is_complete(indicator) && data.units() > 0; }
  [[nodiscard]] column known() const { return data.known(indicator); }
  /// The lowest and highest directed value; both 0 if nothing is known.
  [[nodiscard]] std::pair<double, double> range() const {
    if (is_complete()) return directed(data.values().col(indicator));
    const column x = known();
    return x.size() > 0 ? directed(x) : std::pair{0.0, 0.0};
  }
  [[nodiscard]] std::pair<double, double> directed(column_ref x) const {
    const double low = x.minCoeff();
    const double high = x.maxCoeff();
    return sense > 0 ? std::pair{low, high} : std::pair{-high, -low};
  }
  /// A linear scale, unless its span is 0.
  [[nodiscard]] static fitted_scale linear(const linear_scale& scale) {
    if (scale.span == 0 || !std::isfinite(scale.span)) return no_scale{};
    return scale;
  }

  fitted_scale operator()(const min_max& rule) const {
    const auto [low, high] = range();
    return linear({.sense = sense,
                   .origin = low,
                   .span = high - low,
                   .factor = rule.upper - rule.lower,
                   .shift = rule.lower});
  }
  fitted_scale operator()(const z_score& rule) const {
    const column x = known() * sense;
    if (x.size() < 2 || x.minCoeff() == x.maxCoeff()) return no_scale{};
    return linear({.sense = sense,
                   .origin = mean(x),
                   .span = standard_deviation(x),
                   .factor = rule.sd,
                   .shift = rule.mean});
  }
  fitted_scale operator()(const scaled& rule) const {
    return linear({.sense = sense,
                   .origin = rule.lower,
                   .span = rule.upper - rule.lower,
                   .factor = rule.factor});
  }
  [[nodiscard]] fitted_scale ranked(ties equal, double from, bool as_share) const {
    rank_scale scale{sense, equal, known() * sense, from};
    std::sort(scale.sorted.begin(), scale.sorted.end());
    if (as_share) scale.span = static_cast<double>(scale.sorted.size() - 1);
    if (scale.sorted.size() == 0 || scale.span <= 0) return no_scale{};
    if (equal == ties::dense) {
      const auto last = std::unique(scale.sorted.begin(), scale.sorted.end());
      scale.sorted.conservativeResize(last - scale.sorted.begin());
    }
    return scale;
  }
  fitted_scale operator()(const rank_order& rule) const { return ranked(rule.equal, 0, false); }
  fitted_scale operator()(const percentile_rank& rule) const { return ranked(rule.equal, 1, true); }
  fitted_scale operator()(const borda& rule) const { return ranked(rule.equal, 1, false); }
  fitted_scale operator()(const goalposts& rule) const {
    const double worse = sense > 0 ? rule.lower : -rule.upper;
    const double better = sense > 0 ? rule.upper : -rule.lower;
    linear_scale scale{
        .sense = sense, .origin = worse, .span = better - worse, .factor = rule.scale};
    if (rule.truncate) {
      scale.lowest = std::min(0.0, rule.scale);
      scale.highest = std::max(0.0, rule.scale);
    }
    return linear(scale);
  }
  /// 1 - (top - x) / (top - min)
  [[nodiscard]] fitted_scale up_to(double top, bool cap) const {
    const auto [low, high] = range();
    linear_scale scale{.sense = sense, .origin = top, .span = top - low, .shift = 1};
    if (cap) scale.highest = 1;
    return linear(scale);
  }
  fitted_scale operator()(const distance_to_maximum& /*rule*/) const {
    return up_to(range().second, false);
  }
  fitted_scale operator()(const distance_to_reference& rule) const {
    const std::optional<double> reference = data.at(rule.unit, indicator);
    if (!reference) return no_scale{};
    return up_to(sense * *reference, rule.cap);
  }
  fitted_scale operator()(const distance_to_target& rule) const {
    const double low = range().first;
    linear_scale scale{.sense = sense, .origin = low, .span = sense * rule.target - low};
    if (rule.cap) scale.highest = 1;
    return linear(scale);
  }
  fitted_scale operator()(const fraction_of_maximum& /*rule*/) const {
    return linear({.sense = sense, .span = range().second});
  }
  fitted_scale operator()(const centred& rule) const {
    return (*this)(best_interval{rule.best, rule.best, rule.scale});
  }
  fitted_scale operator()(const best_interval& rule) const {
    const column x = known();
    if (x.size() == 0) return no_scale{};
    const double farthest = std::max({rule.lower - x.minCoeff(), x.maxCoeff() - rule.upper, 0.0});
    return interval_scale{rule.lower, rule.upper, farthest, rule.scale};
  }
  fitted_scale operator()(const no_normalisation& /*rule*/) const {
    return linear_scale{.sense = sense};
  }
};

/// The rank of a value, counted from 1, among sorted ones; one that is not among them comes before
/// the next higher.
[[nodiscard]] inline double rank_among(const rank_scale& s, double value) {
  const auto [from, to] = std::equal_range(s.sorted.begin(), s.sorted.end(), value);
  const auto first = static_cast<double>(from - s.sorted.begin() + 1);
  const double last = std::max(first, static_cast<double>(to - s.sorted.begin()));
  switch (s.equal) {
    case ties::maximum: return last;
    case ties::average: return (first + last) / 2;
    case ties::minimum:
    case ties::dense: break;
  }
  return first;
}

/// Writes the scores of one column; false if nothing can be scored.
struct scale_user {
  Eigen::Ref<const column> x;
  Eigen::Ref<column> y;

  bool operator()(const linear_scale& s) {
    if (s.sense > 0) {
      y = (x - s.origin) / s.span * s.factor + s.shift;
    } else {
      y = (-x - s.origin) / s.span * s.factor + s.shift;
    }
    if (std::isfinite(s.lowest)) y = y.max(s.lowest);
    if (std::isfinite(s.highest)) y = y.min(s.highest);
    return true;
  }
  bool operator()(const rank_scale& s) {
    for (eigen_index u = 0; u < x.size(); ++u)
      y(u) = (rank_among(s, s.sense * x(u)) - s.from) / s.span;
    return true;
  }
  bool operator()(const interval_scale& s) {
    const double farthest = s.farthest > 0 ? s.farthest : 1;
    y = (s.lower - x).max(x - s.upper).max(0.0);
    y = (s.scale * (1 - y / farthest)).max(0.0);
    return true;
  }
  bool operator()(const no_scale& /*s*/) {
    y.setZero();
    return false;
  }
};

/// What is wrong with the parameters of a rule, or nothing.
struct rule_check {
  eigen_index units;

  std::string operator()(const min_max& r) const {
    return r.lower == r.upper ? "the range is empty" : "";
  }
  std::string operator()(const z_score& r) const {
    return r.sd > 0 ? "" : "the deviation must be greater than 0";
  }
  std::string operator()(const scaled& r) const {
    return r.lower == r.upper ? "the range is empty" : "";
  }
  std::string operator()(const goalposts& r) const {
    return r.lower == r.upper ? "the goalposts are equal" : "";
  }
  std::string operator()(const distance_to_reference& r) const {
    return r.unit >= 0 && r.unit < units ? "" : "the reference unit is not there";
  }
  std::string operator()(const best_interval& r) const {
    return r.lower <= r.upper ? "" : "the interval's lower end is above its upper one";
  }
  template <typename Rule>
  std::string operator()(const Rule& /*rule*/) const {
    return "";
  }
};

inline void check_rules(const std::vector<normalisation>& rules, const observations& data,
                        column_ref directions) {
  const eigen_index n = data.indicators();
  if (static_cast<eigen_index>(rules.size()) != n || directions.size() != n) {
    throw invalid_input(
        {{"rule-count", "", "expected one rule and one direction for each indicator"}});
  }
  std::vector<problem> problems;
  for (eigen_index i = 0; i < n; ++i) {
    const std::string wrong =
        std::visit(rule_check{data.units()}, rules[static_cast<std::size_t>(i)]);
    if (!wrong.empty())
      problems.push_back({"bad-normalisation", "indicator " + std::to_string(i), wrong});
    if (std::abs(directions(i)) != 1) {
      problems.push_back(
          {"bad-direction", "indicator " + std::to_string(i), "the direction must be 1 or -1"});
    }
  }
  throw_if_any(std::move(problems));
}

}  // namespace detail

inline std::vector<fitted_scale> fit(const std::vector<normalisation>& rules,
                                     const observations& data, column_ref directions) {
  detail::check_rules(rules, data, directions);
  std::vector<fitted_scale> fitted;
  for (eigen_index i = 0; i < data.indicators(); ++i) {
    fitted.push_back(std::visit(detail::scale_fitter{data, i, directions(i)},
                                rules[static_cast<std::size_t>(i)]));
  }
  return fitted;
}

inline std::vector<fitted_scale> fit(const normalisation& rule, const observations& data,
                                     column_ref directions) {
  return fit(std::vector(static_cast<std::size_t>(data.indicators()), rule), data, directions);
}

inline observations transform(const std::vector<fitted_scale>& fitted, const observations& data,
                              observations reuse) {
  if (static_cast<eigen_index>(fitted.size()) != data.indicators()) {
    throw invalid_input({{"fit-shape", "", "the fit was made for another number of indicators"}});
  }
  table values = std::move(reuse).release();
  values.resize(data.units(), data.indicators());
  std::vector<eigen_index> without_scale;
  for (eigen_index i = 0; i < data.indicators(); ++i) {
    const fitted_scale& scale = fitted[static_cast<std::size_t>(i)];
    const bool scored = std::visit(detail::scale_user{data.values().col(i), values.col(i)}, scale);
    if (!scored) without_scale.push_back(i);
  }
  if (data.is_complete() && without_scale.empty()) return observations(std::move(values));
  mask present = data.present();
  for (const eigen_index i : without_scale) present.col(i) = false;
  return {std::move(values), std::move(present)};
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DETAIL_NORMALISE_HPP
