/// Lost points: who lost what, adding up exactly to what is missing from the full score.
#ifndef DAOPAI_SCORING_LOST_HPP
#define DAOPAI_SCORING_LOST_HPP

#include <daopai/scoring/scores.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// Points of the whole that one unit lost by one indicator. Negative for a bonus. An indicator that
/// is a heading stands for what its floor or cap took or gave, or for an all-or-nothing rule
/// without scored parts.
struct lost_line {
  indicator_id indicator;
  std::optional<unit_key>
      unit;  ///< nothing: nobody is named, and the object has no unit of its own
  decimal points;
};

struct lost_by_indicator {
  indicator_id indicator;
  decimal points;
};

struct lost_by_unit {
  std::optional<unit_key> unit;
  decimal points;
};

/// What is missing from the full score of one object, at a stated number of places.
struct lost_points {
  decimal full;                  ///< rounded half-up
  decimal score;                 ///< rounded half-up, as published
  decimal missing;               ///< full - score, the sum of `lines`
  std::vector<lost_line> lines;  ///< in the order of the indicators; none of 0 points

  /// Sums of lines, in the order of the indicators.
  [[nodiscard]] std::vector<lost_by_indicator> by_indicator() const;
  /// Sums of lines, the largest loss first, then by name.
  [[nodiscard]] std::vector<lost_by_unit> by_unit() const;
};

/// The lost points of one object, rounded at `places` (nothing: those of the score) by largest
/// remainder so that they still add up. In a sum each part loses its own; in a weighted mean in
/// proportion to its weight; a minimum loses by its least part; a geometric mean in proportion to
/// weight x -ln(achieved); k of n by its unmet parts. Units share by their shares. O(indicators log
/// indicators).
[[nodiscard]] lost_points lost_points_of(const scores& all, object_id object,
                                         std::optional<int> places = std::nullopt);

}  // namespace daopai::scoring

#include <daopai/scoring/detail/attribute_loss.hpp>

#endif  // DAOPAI_SCORING_LOST_HPP
