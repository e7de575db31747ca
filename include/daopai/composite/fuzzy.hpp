/// Fuzzy comprehensive evaluation (模糊综合评价): weights and memberships composed into one
/// membership of grades.
#ifndef DAOPAI_COMPOSITE_FUZZY_HPP
#define DAOPAI_COMPOSITE_FUZZY_HPP

#include <daopai/composite/observations.hpp>

#include <algorithm>

namespace daopai::composite {

/// How weight w and membership r are composed over the factors.
enum class fuzzy_operator {
  minimum_maximum,   ///< max of min(w, r): M(∧, ∨), the main factor decides
  product_maximum,   ///< max of w r: M(·, ∨), the main factor stands out
  bounded_minimums,  ///< min(1, sum of min(w, r)): M(∧, ⊕)
  weighted_mean      ///< sum of w r: M(·, ⊕), every factor counts
};

/// The membership of each grade. `weights`: one for each factor, made to sum to 1; `memberships`:
/// factors x grades, in [0, 1]. The result is made to sum to 1 unless told not to. Evaluations of
/// several levels are composed by giving the results of the lower one as the memberships of the
/// upper.
/// @throws invalid_input if shapes differ, a weight is negative, a membership is outside [0, 1], or
/// the result is all 0.
[[nodiscard]] inline column fuzzy_evaluation(column_ref weights, table_ref memberships,
                                             fuzzy_operator how = fuzzy_operator::weighted_mean,
                                             bool normalised = true) {
  const bool usable = weights.size() == memberships.rows() && detail::all_finite(weights) &&
                      (weights >= 0).all() && weights.sum() > 0 && (memberships >= 0).all() &&
                      (memberships <= 1).all();
  if (!usable) {
    throw invalid_input(
        {{"fuzzy", "", "expected a weight >= 0 for each factor and memberships in [0, 1]"}});
  }
  const column w = weights / weights.sum();
  column grades(memberships.cols());
  for (eigen_index g = 0; g < memberships.cols(); ++g) {
    const auto r = memberships.col(g);
    switch (how) {
      case fuzzy_operator::minimum_maximum: grades(g) = w.min(r).maxCoeff(); break;
      case fuzzy_operator::product_maximum: grades(g) = (w * r).maxCoeff(); break;
      case fuzzy_operator::bounded_minimums: grades(g) = std::min(1.0, w.min(r).sum()); break;
      case fuzzy_operator::weighted_mean: grades(g) = (w * r).sum(); break;
    }
  }
  if (!normalised) return grades;
  if (!(grades.sum() > 0)) throw invalid_input({{"fuzzy", "", "no grade has any membership"}});
  return grades / grades.sum();
}

/// The score of a membership: each grade's mark, weighted by its membership.
/// @throws invalid_input if lengths differ or the membership is all 0.
[[nodiscard]] inline double fuzzy_score(column_ref membership, column_ref marks) {
  if (membership.size() != marks.size() || !(membership.sum() > 0)) {
    throw invalid_input({{"fuzzy", "", "expected a mark for each grade and some membership"}});
  }
  return (membership * marks).sum() / membership.sum();
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_FUZZY_HPP
