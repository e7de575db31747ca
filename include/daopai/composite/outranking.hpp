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

/// Adds one indicator's weight to the unit that is higher, for each pair that knows both; upper
/// triangle alone.
inline void compare_pairs(const column& x, const column_mask& known, double weight, table& share) {
  for (eigen_index a = 0; a < x.size(); ++a) {
    if (!known(a)) continue;
    for (eigen_index b = a + 1; b < x.size(); ++b) {
      if (known(b) && x(a) >= x(b)) share(a, b) += x(a) > x(b) ? weight : weight / 2;
    }
  }
}

}  // namespace detail

inline table outranking(const observations& scores, column_ref weights) {
  if (weights.size() != scores.indicators()) {
    throw invalid_input({{"weight-count", "", "expected one weight for each indicator"}});
  }
  const double total = weights.sum();
  table share = table::Zero(scores.units(), scores.units());
  for (eigen_index i = 0; i < scores.indicators() && total > 0; ++i) {
    detail::compare_pairs(scores.values().col(i), scores.present().col(i), weights(i) / total,
                          share);
  }
  for (eigen_index a = 0; a < scores.units(); ++a) {
    for (eigen_index b = a + 1; b < scores.units(); ++b) share(b, a) = 1 - share(a, b);
  }
  return share;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_OUTRANKING_HPP
