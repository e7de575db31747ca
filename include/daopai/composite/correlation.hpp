/// Do indicators move together: correlations and Cronbach's alpha, over the units that know both.
#ifndef DAOPAI_COMPOSITE_CORRELATION_HPP
#define DAOPAI_COMPOSITE_CORRELATION_HPP

#include <daopai/composite/rank.hpp>
#include <daopai/composite/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace daopai::composite {

enum class correlation_kind {
  pearson,
  spearman,  ///< Pearson's of the ranks, ties by their mean
  kendall    ///< tau-b
};

/// The sample covariance (divided by n - 1) of two columns of one length, at least 2.
[[nodiscard]] inline double covariance(column_ref x, column_ref y) {
  assert(x.size() == y.size() && x.size() > 1);
  return ((x - mean(x)) * (y - mean(y))).sum() / static_cast<double>(x.size() - 1);
}

/// In [-1, 1]; nothing for fewer than two units or where one side does not vary. O(n log n),
/// kendall O(n^2).
[[nodiscard]] std::optional<double> correlation(column_ref x, column_ref y,
                                                correlation_kind kind = correlation_kind::pearson);

/// Correlations of all pairs of indicators over the units that know both (R's
/// "pairwise.complete.obs"); missing where not defined. O(indicators^2 x units).
[[nodiscard]] observations correlations(const observations& data,
                                        correlation_kind kind = correlation_kind::pearson);

/// Cronbach's alpha of all indicators: k^2 x (mean covariance of pairs) / (sum of all covariances),
/// each over the units that know both, as COINr's get_cronbach(). Nothing for fewer than two
/// indicators or where the sum is 0.
[[nodiscard]] std::optional<double> cronbach_alpha(const observations& data);

namespace detail {

[[nodiscard]] inline std::optional<double> pearson(column_ref x, column_ref y) {
  const column a = x - mean(x);
  const column b = y - mean(y);
  const double scale = std::sqrt(a.square().sum()) * std::sqrt(b.square().sum());
  if (x.minCoeff() == x.maxCoeff() || y.minCoeff() == y.maxCoeff() || scale == 0)
    return std::nullopt;
  return std::clamp((a * b).sum() / scale, -1.0, 1.0);
}

[[nodiscard]] inline std::optional<double> kendall(column_ref x, column_ref y) {
  double agree = 0;
  double pairs_x = 0;
  double pairs_y = 0;
  for (eigen_index i = 1; i < x.size(); ++i) {
    const column dx = (x(i) - x.head(i)).sign();
    const column dy = (y(i) - y.head(i)).sign();
    agree += (dx * dy).sum();
    pairs_x += dx.square().sum();
    pairs_y += dy.square().sum();
  }
  if (pairs_x == 0 || pairs_y == 0) return std::nullopt;
  return agree / (std::sqrt(pairs_x) * std::sqrt(pairs_y));
}

/// The values of two indicators for the units that know both.
[[nodiscard]] inline std::pair<column, column> known_pairs(const observations& data, eigen_index i,
                                                           eigen_index j) {
  if (data.is_complete()) return {data.values().col(i), data.values().col(j)};
  column x(data.units());
  column y(data.units());
  eigen_index n = 0;
  for (eigen_index u = 0; u < data.units(); ++u) {
    if (!data.present()(u, i) || !data.present()(u, j)) continue;
    x(n) = data.values()(u, i);
    y(n++) = data.values()(u, j);
  }
  return {x.head(n), y.head(n)};
}

}  // namespace detail

inline std::optional<double> correlation(column_ref x, column_ref y, correlation_kind kind) {
  if (x.size() != y.size())
    throw invalid_input({{"length", "", "two columns of one length are expected"}});
  if (x.size() < 2) return std::nullopt;
  if (kind == correlation_kind::kendall) return detail::kendall(x, y);
  if (kind == correlation_kind::pearson) return detail::pearson(x, y);
  const rank_rule by_mean{.equal = ties::average};
  return detail::pearson(rank(x, by_mean), rank(y, by_mean));
}

inline observations correlations(const observations& data, correlation_kind kind) {
  const eigen_index n = data.indicators();
  table values = table::Zero(n, n);
  mask present = mask::Constant(n, n, false);
  for (eigen_index i = 0; i < n; ++i) {
    for (eigen_index j = i; j < n; ++j) {
      const auto [x, y] = detail::known_pairs(data, i, j);
      const std::optional<double> r = correlation(x, y, kind);
      present(i, j) = present(j, i) = r.has_value();
      values(i, j) = values(j, i) = i == j ? 1 : r.value_or(0);
    }
  }
  return {std::move(values), std::move(present)};
}

inline std::optional<double> cronbach_alpha(const observations& data) {
  const eigen_index n = data.indicators();
  double all = 0;
  double own = 0;
  for (eigen_index i = 0; i < n; ++i) {
    for (eigen_index j = i; j < n; ++j) {
      const auto [x, y] = detail::known_pairs(data, i, j);
      const double c = x.size() > 1 ? covariance(x, y) : 0;
      all += i == j ? c : 2 * c;
      own += i == j ? c : 0;
    }
  }
  if (n < 2 || all == 0) return std::nullopt;
  const auto k = static_cast<double>(n);
  return k * k * ((all - own) / (k * (k - 1))) / all;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_CORRELATION_HPP
