/// Who beats whom: units compared pair by pair, indicator by indicator.
#ifndef DAOPAI_COMPOSITE_OUTRANKING_HPP
#define DAOPAI_COMPOSITE_OUTRANKING_HPP

#include <daopai/composite/observations.hpp>

namespace daopai::composite {

/// Pairwise comparison of units: row i, column j holds the share of weight on which i is higher
/// than j, half of it where they are equal; 0 on the diagonal. COINr's outrankMatrix(). @throws
/// invalid_input if the shapes differ.
[[nodiscard]] table outranking(const observations& scores, column_ref weights);

namespace detail {

/// The scores of two units, a column each as they lie in the transposed table.
struct unit_scores {
  const table& values;
  const mask& present;
  eigen_index a;
  eigen_index b;
};

/// The share of weight on which unit a is higher, and half of that on which both are equal. Weights
/// are summed in extended precision and rounded once, as R's sum() does: half of the weight is then
/// exactly one half, however many thirds or sevenths it is made of.
[[nodiscard]] inline double share_over(const unit_scores& pair, const column& weights) {
  long double higher = 0;
  long double equal = 0;
  for (eigen_index i = 0; i < weights.size(); ++i) {
    if (!pair.present(i, pair.a) || !pair.present(i, pair.b)) continue;
    const double x = pair.values(i, pair.a);
    const double y = pair.values(i, pair.b);
    if (x > y) higher += weights(i);
    if (x == y) equal += weights(i);
  }
  return static_cast<double>(higher) + static_cast<double>(equal) / 2;
}

}  // namespace detail

inline table outranking(const observations& scores, column_ref weights) {
  if (weights.size() != scores.indicators()) {
    throw invalid_input({{"weight-count", "", "expected one weight for each indicator"}});
  }
  const double total = weights.sum();
  const column shares = total > 0 ? column(weights / total) : column::Zero(weights.size());
  const table values = scores.values().transpose();
  const mask present = scores.present().transpose();
  table share = table::Zero(scores.units(), scores.units());
  for (eigen_index a = 0; a < scores.units(); ++a) {
    for (eigen_index b = a + 1; b < scores.units(); ++b) {
      share(a, b) = detail::share_over({values, present, a, b}, shares);
      share(b, a) = 1 - share(a, b);
    }
  }
  return share;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_OUTRANKING_HPP
