/// Outlier treatment: winsorising towards limits of skewness and kurtosis, and if that fails a
/// transformation.
#ifndef DAOPAI_COMPOSITE_TREAT_HPP
#define DAOPAI_COMPOSITE_TREAT_HPP

#include <daopai/composite/statistics.hpp>

#include <cmath>
#include <limits>
#include <optional>
#include <variant>

namespace daopai::composite {

/// An indicator needs treatment where both are exceeded: |skewness| >= skew and kurtosis >= kurt.
struct outlier_limits {
  double skew = 2;
  double kurt = 3.5;
};

struct no_transformation {};
/// log(x - min + 0.01 (max - min)): COINr's log_CT().
struct log_shifted_by_range {};
/// Against the skew: log_shifted_by_range where the skewness is positive, else -log(max - x + 0.01
/// (max - min)). COINr's log_CT_plus().
struct log_by_skew {};
/// log(x - min + 1): COINr's log_CT_orig().
struct log_shifted_by_one {};
/// ((x - min + 1)^lambda - 1) / lambda, its logarithm for lambda 0: COINr's boxcox().
struct box_cox {
  double lambda = 0;
};
using transformation =
    std::variant<no_transformation, log_shifted_by_range, log_by_skew, log_shifted_by_one, box_cox>;

/// COINr's Treat(): where the limits are exceeded, winsorise until `most_points` values are moved
/// (the last step may move several equal ones); if that does not bring the indicator within the
/// limits, transform its original values instead. Without a transformation the winsorised values
/// stay. An indicator whose values would all become equal is left as it is.
struct treatment {
  outlier_limits limits = {};
  int most_points = 5;  ///< 0 winsorises nothing
  transformation otherwise = log_shifted_by_range{};
  bool combined = false;  ///< transform the winsorised values rather than the original ones
};

/// What was decided for one indicator: values are clamped to [lower, upper]; then the logarithm or
/// the Box-Cox power is taken of sense x - origin + plus, and turned back by the sense.
struct fitted_treatment {
  double lower = -std::numeric_limits<double>::infinity();
  double upper = std::numeric_limits<double>::infinity();
  std::optional<double> lambda;  ///< of Box-Cox, 0 for a logarithm; nothing: not transformed
  double sense = 1;              ///< -1: a logarithm of the distance to the highest value
  double origin = 0;
  double plus = 0;
  int winsorised = 0;  ///< how many values of the fitted table the limits move
};

/// True if |skewness| or kurtosis is below its limit, or either is not defined.
[[nodiscard]] inline bool within(const outlier_limits& limits, column_ref x) {
  const std::optional<double> skew = skewness(x);
  const std::optional<double> kurt = kurtosis(x);
  return !skew || !kurt || std::abs(*skew) < limits.skew || *kurt < limits.kurt;
}

namespace detail {

/// Moves the highest values (if skewed to the right, else the lowest) to their next neighbour,
/// again and again, until the limits are met or `most_points` are moved; returns the limits this
/// makes. COINr's winsorise().
[[nodiscard]] inline fitted_treatment winsorise(const treatment& rule, column& x) {
  fitted_treatment fitted;
  const column original = x;
  while (!within(rule.limits, x) && fitted.winsorised < rule.most_points) {
    if (skewness(x).value_or(0) >= 0) {
      const double highest = x.maxCoeff();
      fitted.upper = (x < highest).select(x, x.minCoeff()).maxCoeff();
      x = x.min(fitted.upper);
    } else {
      const double lowest = x.minCoeff();
      fitted.lower = (x > lowest).select(x, x.maxCoeff()).minCoeff();
      x = x.max(fitted.lower);
    }
    fitted.winsorised =
        static_cast<int>((original > fitted.upper || original < fitted.lower).count());
  }
  return fitted;
}

/// Sets the transformation that fits x.
inline void fit_transformation(const transformation& rule, column_ref x, fitted_treatment& fitted) {
  const double lowest = x.minCoeff();
  const double highest = x.maxCoeff();
  const bool by_skew = std::holds_alternative<log_by_skew>(rule);
  const bool by_range = by_skew || std::holds_alternative<log_shifted_by_range>(rule);
  fitted.lambda = 0;
  fitted.sense = by_skew && skewness(x).value_or(0) <= 0 ? -1 : 1;
  fitted.origin = fitted.sense > 0 ? lowest : -highest;
  fitted.plus = by_range ? 0.01 * (highest - lowest) : 1;
  if (const auto* power = std::get_if<box_cox>(&rule)) fitted.lambda = power->lambda;
}

/// Decides on one indicator from its present values.
[[nodiscard]] inline fitted_treatment fit_one(const treatment& rule, const column& original) {
  column x = original;
  fitted_treatment fitted = winsorise(rule, x);
  if (fitted.winsorised > 0 && !skewness(x)) return {};
  if (std::holds_alternative<no_transformation>(rule.otherwise) || within(rule.limits, x))
    return fitted;
  if (!rule.combined) fitted = {};
  fit_transformation(rule.otherwise, rule.combined ? x : original, fitted);
  return fitted;
}

}  // namespace detail

/// Decides on the treatment of each indicator from its present values. O(units x indicators x
/// points moved).
[[nodiscard]] inline std::vector<fitted_treatment> fit(const treatment& rule,
                                                       const observations& data) {
  std::vector<fitted_treatment> fitted;
  for (eigen_index i = 0; i < data.indicators(); ++i)
    fitted.push_back(detail::fit_one(rule, data.known(i)));
  return fitted;
}

/// The treated data, of the fitted table or of another year.
/// @throws invalid_input if the indicators differ in number, or naming every value of another year
/// that lies below what its logarithm was fitted for.
[[nodiscard]] inline observations transform(const std::vector<fitted_treatment>& fitted,
                                            const observations& data) {
  if (static_cast<eigen_index>(fitted.size()) != data.indicators()) {
    throw invalid_input({{"fit-shape", "", "the fit was made for another number of indicators"}});
  }
  std::vector<problem> problems;
  table values = data.values();
  for (eigen_index i = 0; i < data.indicators(); ++i) {
    const fitted_treatment& f = fitted[static_cast<std::size_t>(i)];
    auto x = values.col(i);
    if (f.winsorised > 0) x = x.max(f.lower).min(f.upper);
    if (!f.lambda) continue;
    x = data.present().col(i).select(f.sense * x - f.origin + f.plus, 1.0);
    for (eigen_index u = 0; u < data.units(); ++u) {
      if (x(u) > 0) continue;
      problems.push_back(
          {"below-logarithm", detail::cell_name(u, i),
           std::string("the value is out of reach of the fitted transformation; expected ") +
               (f.sense > 0 ? "more than " : "less than ") +
               std::to_string(f.sense * (f.origin - f.plus))});
      x(u) = 1;
    }
    if (*f.lambda == 0) x = x.log();
    if (*f.lambda != 0) x = (x.pow(*f.lambda) - 1) / *f.lambda;
    if (f.sense < 0) x = data.present().col(i).select(-x, x);
  }
  detail::throw_if_any(std::move(problems));
  return {std::move(values), data.present()};
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_TREAT_HPP
