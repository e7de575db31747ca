/// What a veto does to the grade, whatever the points.
#ifndef DAOPAI_SCORING_EFFECT_HPP
#define DAOPAI_SCORING_EFFECT_HPP

#include <string>
#include <variant>

namespace daopai::scoring {

/// The object fails: it gets the lowest grade (一票否决).
struct fails {
  friend bool operator==(const fails&, const fails&) = default;
};

/// The grade drops by so many bands (降低一个等次).
struct downgrade {
  int by = 1;
  friend bool operator==(const downgrade&, const downgrade&) = default;
};

/// The grade is at most this one (不得评为优秀).
struct cap_grade {
  std::string at_most;
  friend bool operator==(const cap_grade&, const cap_grade&) = default;
};

using effect = std::variant<fails, downgrade, cap_grade>;

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_EFFECT_HPP
