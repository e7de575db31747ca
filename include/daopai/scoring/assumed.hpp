/// Values that are not observed yet: what the score would be if.
#ifndef DAOPAI_SCORING_ASSUMED_HPP
#define DAOPAI_SCORING_ASSUMED_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/keys.hpp>

namespace daopai::scoring {

/// A value that stands in the place of all that was observed of a leaf, as an observation would:
/// `indicator::scaled_by` still multiplies it, and peers see it. Of a rule by label it is the
/// number of the level, counted from 1.
struct assumed_value {
  object_id object;
  indicator_id leaf;
  decimal value;
  friend bool operator==(const assumed_value&, const assumed_value&) = default;
};

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_ASSUMED_HPP
