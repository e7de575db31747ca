/// What one object got for one indicator.
#ifndef DAOPAI_SCORING_CELL_HPP
#define DAOPAI_SCORING_CELL_HPP

#include <daopai/scoring/decimal.hpp>

#include <cstdint>

namespace daopai::scoring {

/// What a score rests on.
enum class basis : std::uint8_t {
  observed,
  missing_zero,    ///< nothing observed: no points
  missing_full,    ///< nothing observed: full points
  exempt,          ///< nothing observed: does not count, its siblings are scaled up
  imputed,         ///< a value was put in its place
  blocked,         ///< nothing observed: no score can be published
  not_applicable,  ///< the indicator is not for this object
};

/// Whether an indicator is met (达标); `none` where it has no line to reach.
enum class verdict : std::uint8_t { none, met, unmet };

/// Scores are exact, not yet rounded.
struct cell {
  decimal score = 0;
  decimal full = 0;  ///< what could be had; 0 for bonus, malus and mere pass or fail
  decimal value =
      0;  ///< of a leaf: as measured or imputed; of a heading: the score before its floor and cap
  std::uint32_t label = 0;  ///< of a leaf: position of the label observed
  basis rests_on = basis::observed;
  verdict result = verdict::none;

  [[nodiscard]] decimal lost() const { return full - score; }
  [[nodiscard]] bool has_value() const {
    return rests_on == basis::observed || rests_on == basis::imputed;
  }
};

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_CELL_HPP
