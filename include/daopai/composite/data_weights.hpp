/// Objective weights: how much each indicator says, told by the data alone.
#ifndef DAOPAI_COMPOSITE_DATA_WEIGHTS_HPP
#define DAOPAI_COMPOSITE_DATA_WEIGHTS_HPP

#include <daopai/composite/correlation.hpp>
#include <daopai/composite/detail/eigen_solvers.hpp>
#include <daopai/composite/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace daopai::composite {

// Each takes a table of units x indicators without gaps and returns weights that sum to 1. An
// indicator with the same value everywhere tells nothing and weighs exactly 0. All throw
// invalid_input for fewer than two units, values that are not finite, values the method cannot
// take, and where nothing varies at all.

/// 1/n each.
[[nodiscard]] inline column equal_weights(eigen_index indicators) {
  return column::Constant(indicators, 1.0 / static_cast<double>(indicators));
}

/// Entropy weights: 1 - e of each column's shares p, e = -sum of p ln p / ln(units), with 0 ln 0 =
/// 0. The columns are used as they are, no value below 0: normalise first if directions or ranges
/// are to count.
[[nodiscard]] column entropy_weights(table_ref x);

/// The entropy of each column, in [0, 1]; 1 for equal values. @throws as entropy_weights, but where
/// nothing varies.
[[nodiscard]] column entropies(table_ref x);

/// CRITIC (Diakoulaki, Mavrotas & Papayannakis 1995): standard deviation of the column brought to
/// [0, 1] times the sum of 1 - r over the other columns that vary. `directions` (+1 or -1) turn
/// columns round first; empty: none.
[[nodiscard]] column critic_weights(table_ref x, const column& directions = {});

/// Standard deviations. Of the columns as they are: normalise first if ranges are not to count.
[[nodiscard]] column deviation_weights(table_ref x);

/// Coefficients of variation: standard deviation over |mean|; no varying column may have a mean of
/// 0.
[[nodiscard]] column variation_weights(table_ref x);

/// The principal components of the correlation matrix, greatest first. A column that does not vary
/// has loadings 0.
struct principal_components {
  column eigenvalues;
  table loadings;    ///< a column of unit length for each component, its largest entry positive
  column explained;  ///< share of the variance of each component
};
[[nodiscard]] principal_components principal_components_of(table_ref x);

/// Which components count, and how a loading does.
struct pca_rule {
  double explained =
      0.85;  ///< as many components as it takes to explain this share of the variance
  eigen_index components = 0;  ///< or exactly this many, if not 0
  bool squared = false;        ///< loadings count by their squares instead of their absolute values
};

/// PCA weights: for each indicator the sum over the components that count of explained share x
/// |loading|. (COINr takes the first component's loadings themselves:
/// principal_components_of().loadings.col(0).)
[[nodiscard]] column pca_weights(table_ref x, const pca_rule& rule = {});

/// Subjective and objective weights multiplied and made to sum to 1 (乘法合成).
/// @throws invalid_input if lengths differ, a weight is negative or not finite, or all products are
/// 0.
[[nodiscard]] column multiply_weights(column_ref subjective, column_ref objective);

/// alpha x subjective + (1 - alpha) x objective, each made to sum to 1 first (加法合成).
/// @throws invalid_input as multiply_weights(), or if alpha is outside [0, 1].
[[nodiscard]] column add_weights(column_ref subjective, column_ref objective, double alpha = 0.5);

namespace detail {

[[nodiscard]] inline column_mask varies(table_ref x) {
  return (x.colwise().minCoeff() != x.colwise().maxCoeff()).transpose();
}

inline void check_table(table_ref x) {
  if (x.rows() < 2 || x.cols() < 1 || !all_finite(x)) {
    throw invalid_input(
        {{"weights-table", "", "expected at least two units, one indicator and finite values"}});
  }
}

/// Amounts of information made to sum to 1; 0 for columns that do not vary.
[[nodiscard]] inline column share_out(const column& amounts, const column_mask& counts) {
  const column kept = counts.select(amounts, 0.0);
  if (!(kept.sum() > 0)) {
    throw invalid_input(
        {{"nothing-varies", "", "no indicator tells the units apart; weights cannot be derived"}});
  }
  return kept / kept.sum();
}

[[nodiscard]] inline column deviations(table_ref x) {
  column sd(x.cols());
  for (eigen_index i = 0; i < x.cols(); ++i) sd(i) = standard_deviation(x.col(i));
  return sd;
}

inline void check_pair(column_ref a, column_ref b) {
  const bool usable =
      a.size() == b.size() && all_finite(a) && all_finite(b) && (a >= 0).all() && (b >= 0).all();
  if (usable && a.sum() > 0 && b.sum() > 0) return;
  throw invalid_input(
      {{"weights", "", "expected two lists of weights >= 0 of one length, not all 0"}});
}

}  // namespace detail

inline column entropies(table_ref x) {
  detail::check_table(x);
  if ((x < 0).any())
    throw invalid_input({{"negative", "", "entropy needs values that are not negative"}});
  column e = column::Ones(x.cols());
  for (eigen_index i = 0; i < x.cols(); ++i) {
    if (x.col(i).minCoeff() == x.col(i).maxCoeff()) continue;
    const column p = x.col(i) / x.col(i).sum();
    e(i) = -(p > 0).select(p * p.log(), 0.0).sum() / std::log(static_cast<double>(x.rows()));
  }
  return e;
}

inline column entropy_weights(table_ref x) {
  return detail::share_out(1 - entropies(x), detail::varies(x));
}

inline column critic_weights(table_ref x, const column& directions) {
  detail::check_table(x);
  if (directions.size() > 0 && directions.size() != x.cols()) {
    throw invalid_input({{"direction-count", "", "expected one direction for each indicator"}});
  }
  const column_mask counts = detail::varies(x);
  table scaled = x;
  for (eigen_index i = 0; i < x.cols(); ++i) {
    if (!counts(i)) continue;
    if (directions.size() > 0) scaled.col(i) *= directions(i);
    const double low = scaled.col(i).minCoeff();
    scaled.col(i) = (scaled.col(i) - low) / (scaled.col(i).maxCoeff() - low);
  }
  column conflict = column::Zero(x.cols());
  for (eigen_index i = 0; i < x.cols(); ++i) {
    for (eigen_index j = 0; j < x.cols(); ++j) {
      if (i != j && counts(i) && counts(j))
        conflict(i) += 1 - *correlation(scaled.col(i), scaled.col(j));
    }
  }
  if (counts.count() == 1) return counts.cast<double>();
  return detail::share_out(detail::deviations(scaled) * conflict, counts);
}

inline column deviation_weights(table_ref x) {
  detail::check_table(x);
  return detail::share_out(detail::deviations(x), detail::varies(x));
}

inline column variation_weights(table_ref x) {
  detail::check_table(x);
  const column_mask counts = detail::varies(x);
  const column means = x.colwise().mean().transpose().abs();
  if ((counts && means == 0).any()) {
    throw invalid_input(
        {{"zero-mean", "", "a coefficient of variation needs a mean that is not 0"}});
  }
  return detail::share_out(detail::deviations(x) / counts.select(means, 1.0), counts);
}

inline principal_components principal_components_of(table_ref x) {
  detail::check_table(x);
  const column_mask counts = detail::varies(x);
  const observations r = correlations(observations(table(x)));
  const Eigen::MatrixXd matrix = r.present().select(r.values(), 0.0).matrix();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  principal_components result{solver.eigenvalues().reverse().array().max(0.0),
                              solver.eigenvectors().rowwise().reverse().array(),
                              {}};
  for (eigen_index k = 0; k < x.cols(); ++k) {
    eigen_index largest = 0;
    result.loadings.col(k).abs().maxCoeff(&largest);
    if (result.loadings(largest, k) < 0) result.loadings.col(k) *= -1;
  }
  const double total = result.eigenvalues.sum();
  result.explained = total > 0 ? column(result.eigenvalues / total) : column::Zero(x.cols());
  return result;
}

inline column pca_weights(table_ref x, const pca_rule& rule) {
  const principal_components pca = principal_components_of(x);
  eigen_index count = std::clamp<eigen_index>(rule.components, 0, x.cols());
  for (double share = 0; rule.components == 0 && count < x.cols() && share < rule.explained - 1e-12;
       ++count) {
    share += pca.explained(count);
  }
  const table loadings = rule.squared ? table(pca.loadings.square()) : table(pca.loadings.abs());
  const column amounts = loadings.leftCols(count).matrix() * pca.explained.head(count).matrix();
  return detail::share_out(amounts, detail::varies(x));
}

inline column multiply_weights(column_ref subjective, column_ref objective) {
  detail::check_pair(subjective, objective);
  const column product = subjective * objective;
  if (!(product.sum() > 0)) {
    throw invalid_input({{"weights", "", "every product of weights is 0; add them instead"}});
  }
  return product / product.sum();
}

inline column add_weights(column_ref subjective, column_ref objective, double alpha) {
  detail::check_pair(subjective, objective);
  if (!(alpha >= 0 && alpha <= 1)) throw invalid_input({{"alpha", "", "alpha must be in [0, 1]"}});
  return alpha * subjective / subjective.sum() + (1 - alpha) * objective / objective.sum();
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_DATA_WEIGHTS_HPP
