/// Normalisation: bringing indicators to one scale on which higher is better. The fit (ranges,
/// means, goalposts) is kept apart from its use, so that a later year is measured with an earlier
/// year's yardstick.
#ifndef DAOPAI_COMPOSITE_NORMALISE_HPP
#define DAOPAI_COMPOSITE_NORMALISE_HPP

#include <daopai/composite/observations.hpp>
#include <daopai/composite/rank.hpp>

#include <variant>
#include <vector>

namespace daopai::composite {

// Each rule works on x times its direction (+1 or -1), as COINr's n_*() of the same name does; a
// number given in the indicator's own units (a target, a goalpost, an interval) is turned round
// with it.

/// (x - min) / (max - min) * (upper - lower) + lower. COINr's n_minmax().
struct min_max {
  double lower = 0;
  double upper = 100;
};
/// (x - mean) / sd * this->sd + this->mean, with the sample standard deviation. COINr's n_zscore().
struct z_score {
  double mean = 0;
  double sd = 1;
};
/// (x - lower) / (upper - lower) * factor, of the directed x. COINr's n_scaled().
struct scaled {
  double lower = 0;
  double upper = 100;
  double factor = 100;
};
/// 1 for the lowest of the fitted values, n for the highest; equal values share the lowest of their
/// ranks unless told otherwise. COINr's n_rank().
struct rank_order {
  ties equal = ties::minimum;
};
/// (rank - 1) / (n - 1). COINr's n_prank().
struct percentile_rank {
  ties equal = ties::minimum;
};
/// rank - 1. COINr's n_borda().
struct borda {
  ties equal = ties::minimum;
};
/// From 0 at the worse goalpost to `scale` at the better one, both in the indicator's own units;
/// lower and upper are swapped for lower_is_better. Truncated outside unless told not to. COINr's
/// n_goalposts().
struct goalposts {
  double lower = 0;
  double upper = 1;
  double scale = 1;
  bool truncate = true;
};
/// 1 - (max - x) / (max - min). COINr's n_dist2max().
struct distance_to_maximum {};
/// 1 - (ref - x) / (ref - min), where ref is the value of one unit of the fitted table. COINr's
/// n_dist2ref().
struct distance_to_reference {
  eigen_index unit = 0;
  bool cap = false;  ///< nothing scores more than 1
};
/// (x - min) / (target - min); the target in the indicator's own units. COINr's n_dist2targ().
struct distance_to_target {
  double target = 0;
  bool cap = false;
};
/// x / max. COINr's n_fracmax().
struct fraction_of_maximum {};
/// 居中型 (best at one value): scale * (1 - |x - best| / max|x - best|), whatever the direction.
struct centred {
  double best = 0;
  double scale = 1;
};
/// 区间型 (best within an interval): scale inside [lower, upper], outside it falling in proportion
/// to the distance, to 0 at the fitted value farthest from it; whatever the direction.
struct best_interval {
  double lower = 0;
  double upper = 0;
  double scale = 1;
};
/// x times its direction, unchanged.
struct no_normalisation {};

using normalisation =
    std::variant<min_max, z_score, scaled, rank_order, percentile_rank, borda, goalposts,
                 distance_to_maximum, distance_to_reference, distance_to_target,
                 fraction_of_maximum, centred, best_interval, no_normalisation>;

/// y = (sense * x - origin) / span * factor + shift, clamped to [lowest, highest].
struct linear_scale {
  double sense;
  double origin = 0;
  double span = 1;
  double factor = 1;
  double shift = 0;
  double lowest = -std::numeric_limits<double>::infinity();
  double highest = std::numeric_limits<double>::infinity();
};
/// y = (rank of sense * x among the fitted values - from) / span.
struct rank_scale {
  double sense;
  ties equal;
  column sorted;  ///< directed, rising; of `ties::dense` the different ones
  double from = 0;
  double span = 1;
};
/// y = scale * (1 - distance of x to [lower, upper] / farthest), not below 0.
struct interval_scale {
  double lower;
  double upper;
  double farthest;
  double scale;
};
/// Nothing can be told apart (no value, equal values where a range is needed, a missing reference):
/// every score is missing, as COINr's not-a-number would be skipped.
struct no_scale {};
/// The fit of one indicator.
using fitted_scale = std::variant<linear_scale, rank_scale, interval_scale, no_scale>;

/// One rule for each indicator, fitted to a table; `directions` holds +1 or -1 for each indicator.
/// O(units x indicators), ranks with a sort. @throws invalid_input if the lengths differ, a
/// direction is not +1 or -1, or a rule's parameter is not usable (an empty range, a deviation <=
/// 0, an unknown unit).
[[nodiscard]] std::vector<fitted_scale> fit(const std::vector<normalisation>& rules,
                                            const observations& data, column_ref directions);
/// The same rule for every indicator.
[[nodiscard]] std::vector<fitted_scale> fit(const normalisation& rule, const observations& data,
                                            column_ref directions);

/// The scores by a fit, of the fitted table or of another year. Missing stays missing.
/// `reuse` may give away the memory of a former result: on large tables fresh memory costs more
/// than the arithmetic.
/// @throws invalid_input if the indicators differ in number.
[[nodiscard]] observations transform(const std::vector<fitted_scale>& fitted,
                                     const observations& data, observations reuse = {});

/// The scores of a table by its own fit. @throws as fit().
[[nodiscard]] inline observations normalise(const normalisation& rule, const observations& data,
                                            column_ref directions) {
  return transform(fit(rule, data, directions), data);
}

}  // namespace daopai::composite

#include <daopai/composite/detail/normalise.hpp>

#endif  // DAOPAI_COMPOSITE_NORMALISE_HPP
