/// The rank-sum ratio (RSR, 秩和比法; Tian Fengtiao 1988): mean ranks, their distribution, and
/// grades.
#ifndef DAOPAI_COMPOSITE_RANK_SUM_RATIO_HPP
#define DAOPAI_COMPOSITE_RANK_SUM_RATIO_HPP

#include <daopai/composite/rank.hpp>
#include <daopai/composite/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace daopai::composite {

/// How values become ranks from 1 (worst) to n (best).
enum class rsr_ranks {
  whole,  ///< ordinary ranks, ties by their mean (整秩)
  linear  ///< 1 + (n - 1) (x - min) / (max - min) (非整秩); the middle rank for equal values
};

struct rsr_result {
  table ranks;   ///< of each unit in each indicator
  column ratio;  ///< RSR: weighted mean rank / n, in (0, 1]
  column
      probit;  ///< 5 + the normal quantile of the unit's cumulative frequency in the order of RSR
  column fitted;  ///< a + b x probit, the regression of RSR on probit over distinct values of RSR
  double intercept = 0;
  double slope = 0;  ///< 0 where all units have one RSR
  double r_squared = 0;
};

/// RSR over units x indicators without gaps, at least two units; `weights` as topsis(), directions
/// +1 or -1. The cumulative frequency is the mean rank of RSR / n, and 1 - 1/(4n) for the highest.
/// @throws invalid_input if lengths differ, a value or weight is not usable, or there are fewer
/// than two units.
[[nodiscard]] rsr_result rank_sum_ratio(table_ref x, column_ref weights, column_ref directions,
                                        rsr_ranks how = rsr_ranks::whole);

/// Grades 1 (lowest) to `grades` by the fitted RSR, cut at the customary probits: for 3 grades 4
/// and 6; for 4, 3.5, 5 and 6.5; for 5, 3.2, 4.4, 5.6 and 6.8. @throws invalid_input for another
/// number of grades.
[[nodiscard]] Eigen::ArrayXi rsr_grades(const rsr_result& result, int grades = 3);

/// The standard normal quantile of p in (0, 1), to the last digits. A first guess by Abramowitz &
/// Stegun 26.2.23, sharpened by Halley's method.
[[nodiscard]] inline double normal_quantile(double p) {
  assert(p > 0 && p < 1);
  const double tail = std::min(p, 1 - p);
  const double t = std::sqrt(-2 * std::log(tail));
  double x = t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                     (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (int round = 0; round < 3; ++round) {
    const double error = 0.5 * std::erfc(x / std::sqrt(2.0)) - tail;
    const double step = error * std::sqrt(2 * 3.14159265358979323846) * std::exp(x * x / 2);
    x += step / (1 - x * step / 2);
  }
  return p < 0.5 ? -x : x;
}

namespace detail {

[[nodiscard]] inline column rsr_rank(const column& x, rsr_ranks how) {
  if (how == rsr_ranks::whole)
    return rank(x, {.equal = ties::average, .highest_first = false, .decimals = {}});
  const auto n = static_cast<double>(x.size());
  const double range = x.maxCoeff() - x.minCoeff();
  if (range == 0) return column::Constant(x.size(), (n + 1) / 2);
  return 1 + (n - 1) * (x - x.minCoeff()) / range;
}

/// One entry for each distinct RSR (equal to within rounding): the regression's points.
struct rsr_points {
  column ratio;
  column probit;
};

[[nodiscard]] inline rsr_points distinct_points(const rsr_result& r) {
  std::vector<std::pair<double, double>> pairs;
  for (eigen_index u = 0; u < r.ratio.size(); ++u) pairs.emplace_back(r.probit(u), r.ratio(u));
  std::sort(pairs.begin(), pairs.end());
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  rsr_points points{column(static_cast<eigen_index>(pairs.size())),
                    column(static_cast<eigen_index>(pairs.size()))};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    points.probit(static_cast<eigen_index>(i)) = pairs[i].first;
    points.ratio(static_cast<eigen_index>(i)) = pairs[i].second;
  }
  return points;
}

inline void fit_rsr(rsr_result& r) {
  const auto [ratio, probit] = distinct_points(r);
  const column dx = probit - mean(probit);
  const column dy = ratio - mean(ratio);
  if (ratio.size() > 1) r.slope = (dx * dy).sum() / dx.square().sum();
  r.intercept = mean(ratio) - r.slope * mean(probit);
  r.r_squared = ratio.size() > 1 ? r.slope * (dx * dy).sum() / dy.square().sum() : 0;
  r.fitted = r.intercept + r.slope * r.probit;
}

}  // namespace detail

inline rsr_result rank_sum_ratio(table_ref x, column_ref weights, column_ref directions,
                                 rsr_ranks how) {
  const bool shaped = x.rows() > 1 && weights.size() == x.cols() && directions.size() == x.cols();
  if (!shaped || !detail::all_finite(x) || !detail::all_finite(weights) || (weights < 0).any() ||
      !(weights.sum() > 0)) {
    throw invalid_input(
        {{"rsr-table", "",
          "expected two units or more, finite values, and a weight >= 0 (not all 0) "
          "and a direction for each indicator"}});
  }
  const auto n = static_cast<double>(x.rows());
  rsr_result result;
  result.ranks.resize(x.rows(), x.cols());
  for (eigen_index i = 0; i < x.cols(); ++i) {
    result.ranks.col(i) = detail::rsr_rank(x.col(i) * (directions(i) < 0 ? -1.0 : 1.0), how);
  }
  result.ratio = (result.ranks.matrix() * (weights / weights.sum()).matrix()).array() / n;
  // Twelve decimals: ratios that differ by rounding alone share a rank.
  const column order =
      rank(result.ratio, {.equal = ties::average, .highest_first = false, .decimals = 12});
  result.probit.resize(x.rows());
  for (eigen_index u = 0; u < x.rows(); ++u) {
    const double share = order(u) < n ? order(u) / n : 1 - 1 / (4 * n);
    result.probit(u) = 5 + normal_quantile(share);
  }
  detail::fit_rsr(result);
  return result;
}

inline Eigen::ArrayXi rsr_grades(const rsr_result& result, int grades) {
  static const std::vector<std::vector<double>> cuts{{4, 6}, {3.5, 5, 6.5}, {3.2, 4.4, 5.6, 6.8}};
  if (grades < 3 || grades > 5) throw invalid_input({{"grades", "", "expected 3, 4 or 5 grades"}});
  Eigen::ArrayXi grade = Eigen::ArrayXi::Ones(result.fitted.size());
  for (const double probit : cuts[static_cast<std::size_t>(grades - 3)]) {
    grade += (result.fitted >= result.intercept + result.slope * probit).cast<int>();
  }
  return grade;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_RANK_SUM_RATIO_HPP
