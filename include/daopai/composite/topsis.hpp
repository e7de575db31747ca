/// TOPSIS and grey relational degree: how near each unit is to the best that could be.
#ifndef DAOPAI_COMPOSITE_TOPSIS_HPP
#define DAOPAI_COMPOSITE_TOPSIS_HPP

#include <daopai/composite/observations.hpp>

#include <cmath>

namespace daopai::composite {

/// How columns are made comparable. An indicator with the same value everywhere becomes 0 by
/// min_max and takes no part; so does one of zeros by the others.
enum class topsis_scale {
  vector,   ///< x / root of the sum of squares (Hwang & Yoon 1981)
  min_max,  ///< to [0, 1] by its range, the best at 1 (pymcdm's default)
  sum,      ///< x / sum
  maximum   ///< x / max
};

struct topsis_result {
  column to_best;   ///< distance to the best of every indicator
  column to_worst;  ///< distance to the worst of every indicator
  /// to_worst / (to_best + to_worst), in [0, 1]; 0.5 where both are 0 (all units equal).
  column closeness;
};

/// TOPSIS over units x indicators without gaps. `weights` >= 0; `directions` +1 or -1 for each
/// indicator. O(units x indicators). @throws invalid_input if lengths differ, a value or weight is
/// not finite or a weight negative.
[[nodiscard]] topsis_result topsis(table_ref x, column_ref weights, column_ref directions,
                                   topsis_scale scale = topsis_scale::vector);

/// Grey relational degree of each unit with a reference (Deng 1982): the weighted mean over
/// indicators of (least + rho greatest) / (|x - reference| + rho greatest), least and greatest
/// taken over all cells. 1 where nothing differs. `x` is comparable already (normalise first);
/// `weights` are made to sum to 1.
/// @throws invalid_input as topsis(), or if rho is not in (0, 1].
[[nodiscard]] column grey_relational_degree(table_ref x, column_ref reference, column_ref weights,
                                            double rho = 0.5);

/// With the best of every (directed) column as the reference. @throws as above, or if there is no
/// unit.
[[nodiscard]] inline column grey_relational_degree(table_ref x, column_ref weights,
                                                   double rho = 0.5) {
  if (x.rows() == 0) throw invalid_input({{"no-units", "", "expected at least one unit"}});
  return grey_relational_degree(x, x.colwise().maxCoeff().transpose(), weights, rho);
}

namespace detail {

inline void check_decision(table_ref x, column_ref weights, column_ref other) {
  const bool shaped = weights.size() == x.cols() && other.size() == x.cols() && x.rows() > 0;
  if (!shaped || !all_finite(x) || !all_finite(weights) || !all_finite(other) ||
      (weights < 0).any() || !(weights.sum() > 0)) {
    throw invalid_input({{"decision-table", "",
                          "expected finite values and, for each indicator, a weight >= 0 (not all "
                          "0) and a direction "
                          "or reference"}});
  }
}

[[nodiscard]] inline column comparable(column_ref x, double sense, topsis_scale scale) {
  double by = 0;
  switch (scale) {
    case topsis_scale::vector: by = std::sqrt(x.square().sum()); break;
    case topsis_scale::sum: by = x.sum(); break;
    case topsis_scale::maximum: by = x.maxCoeff(); break;
    case topsis_scale::min_max: {
      const column directed = x * sense;
      const double range = directed.maxCoeff() - directed.minCoeff();
      return range > 0 ? column((directed - directed.minCoeff()) / range) : column::Zero(x.size());
    }
  }
  return by != 0 ? column(x / by * sense) : column::Zero(x.size());
}

}  // namespace detail

inline topsis_result topsis(table_ref x, column_ref weights, column_ref directions,
                            topsis_scale scale) {
  detail::check_decision(x, weights, directions);
  column best = column::Zero(x.rows());
  column worst = column::Zero(x.rows());
  for (eigen_index i = 0; i < x.cols(); ++i) {
    const column y = weights(i) * detail::comparable(x.col(i), directions(i) < 0 ? -1 : 1, scale);
    best += (y.maxCoeff() - y).square();
    worst += (y - y.minCoeff()).square();
  }
  topsis_result result{best.sqrt(), worst.sqrt(), {}};
  const column sum = result.to_best + result.to_worst;
  result.closeness = (sum > 0).select(result.to_worst / sum.max(1e-300), 0.5);
  return result;
}

inline column grey_relational_degree(table_ref x, column_ref reference, column_ref weights,
                                     double rho) {
  detail::check_decision(x, weights, reference);
  if (!(rho > 0 && rho <= 1))
    throw invalid_input({{"rho", "", "the distinguishing coefficient must be in (0, 1]"}});
  const table difference = (x.rowwise() - reference.transpose()).abs();
  const double greatest = difference.maxCoeff();
  if (greatest == 0) return column::Ones(x.rows());
  const double least = difference.minCoeff();
  const table coefficient = (least + rho * greatest) / (difference + rho * greatest);
  return (coefficient.matrix() * (weights / weights.sum()).matrix()).array();
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_TOPSIS_HPP
