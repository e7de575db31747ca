/// Moments and order statistics of one column, as R and spreadsheets define them.
#ifndef DAOPAI_COMPOSITE_STATISTICS_HPP
#define DAOPAI_COMPOSITE_STATISTICS_HPP

#include <daopai/composite/observations.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

namespace daopai::composite {

/// The arithmetic mean of at least one value; a second pass takes up the rounding of the first, as
/// R does.
[[nodiscard]] inline double mean(column_ref x) {
  assert(x.size() > 0);
  const double first = x.mean();
  return first + (x - first).mean();
}

/// The sample variance (divided by n - 1) of at least two values.
[[nodiscard]] inline double variance(column_ref x) {
  assert(x.size() > 1);
  return (x - mean(x)).square().sum() / static_cast<double>(x.size() - 1);
}

/// The sample standard deviation (divided by n - 1) of at least two values.
[[nodiscard]] inline double standard_deviation(column_ref x) { return std::sqrt(variance(x)); }

/// The quantile at p in [0, 1] of at least one value, interpolated between neighbours (R's type 7).
[[nodiscard]] inline double quantile(column_ref x, double p) {
  assert(x.size() > 0 && p >= 0 && p <= 1);
  column sorted = x;
  std::sort(sorted.begin(), sorted.end());
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<eigen_index>(std::floor(place));
  const eigen_index above = std::min(below + 1, sorted.size() - 1);
  return sorted(below) + (place - static_cast<double>(below)) * (sorted(above) - sorted(below));
}

/// The middle value of at least one, or the mean of the two in the middle.
[[nodiscard]] inline double median(column_ref x) {
  assert(x.size() > 0);
  column sorted = x;
  const eigen_index half = sorted.size() / 2;
  std::nth_element(sorted.begin(), sorted.begin() + half, sorted.end());
  if (sorted.size() % 2 == 1) return sorted(half);
  return (sorted.head(half).maxCoeff() + sorted(half)) / 2;
}

/// The skewness G1, adjusted for the sample as spreadsheets and COINr's skew() do; nothing for
/// fewer than three values or equal values. Joanes & Gill (1998), The Statistician 47, 183-189.
[[nodiscard]] inline std::optional<double> skewness(column_ref x) {
  const auto n = static_cast<double>(x.size());
  if (n < 3 || x.minCoeff() == x.maxCoeff()) return std::nullopt;
  const column from_mean = x - mean(x);
  const double g1 = std::sqrt(n) * from_mean.cube().sum() / std::pow(from_mean.square().sum(), 1.5);
  return g1 * std::sqrt(n * (n - 1)) / (n - 2);
}

/// The excess kurtosis G2, adjusted for the sample as spreadsheets and COINr's kurt() do; nothing
/// for fewer than four values or equal values. Source as skewness().
[[nodiscard]] inline std::optional<double> kurtosis(column_ref x) {
  const auto n = static_cast<double>(x.size());
  if (n < 4 || x.minCoeff() == x.maxCoeff()) return std::nullopt;
  const column squares = (x - mean(x)).square();
  const double r = n * squares.square().sum() / (squares.sum() * squares.sum());
  return ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_STATISTICS_HPP
