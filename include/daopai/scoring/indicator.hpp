/// One indicator as its author wrote it: points, rule, who answers for it, what proves it.
#ifndef DAOPAI_SCORING_INDICATOR_HPP
#define DAOPAI_SCORING_INDICATOR_HPP

#include <daopai/scoring/aggregate.hpp>
#include <daopai/scoring/keys.hpp>
#include <daopai/scoring/measure.hpp>
#include <daopai/scoring/missing.hpp>
#include <daopai/scoring/rule.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// A responsible unit and its share of the points lost. Shares of one indicator add up to 1; units
/// without a share take equal parts of what is left.
struct unit_share {
  unit_key unit;
  std::optional<decimal> share = std::nullopt;
};

/// Which objects an indicator is for; both lists empty: all of them.
struct applicability {
  struct attribute {
    std::string name;
    std::string equals;
  };
  std::vector<object_key> objects = {};
  std::vector<attribute> attributes = {};  ///< one that matches is enough

  [[nodiscard]] bool to_all() const { return objects.empty() && attributes.empty(); }
};

}  // namespace daopai::scoring

namespace daopai {

/// A heading with parts, or a leaf with a rule. Fields stand in the order in which they are thought
/// of.
struct indicator {  // NOLINT(clang-analyzer-optin.performance.Padding)
  indicator_key id;
  std::string name;
  std::optional<indicator_key> parent = std::nullopt;  ///< nothing: directly below the whole

  std::optional<scoring::decimal> points =
      std::nullopt;  ///< as printed; a weighted part without them is out of 100
  std::optional<scoring::decimal> weight =
      std::nullopt;  ///< in the parent's mean; else the points; else 1
  scoring::aggregate combine = scoring::sum_of_points{};  ///< of a heading
  std::optional<scoring::decimal> at_most =
      std::nullopt;  ///< cap of a heading's score, bonus included (累计不超过)
  std::optional<scoring::decimal> at_least = std::nullopt;  ///< floor of a heading's score
  std::optional<scoring::decimal> pass_mark =
      std::nullopt;  ///< a score below it leaves the indicator unmet

  std::optional<scoring::rule> rule = std::nullopt;  ///< of a leaf
  scoring::measure measure = scoring::single{};
  scoring::missing::policy missing = scoring::missing::zero{};
  std::vector<scoring::effect> on_unmet =
      {};  ///< what happens to the grade where the indicator is not met
  scoring::applicability applies_to = {};

  std::string scaled_by = {};  ///< the object's quantity that multiplies the value: its difficulty
                               ///< coefficient (难度系数)
  std::string unit_of_measure = {};  ///< "元", "%"
  std::optional<scoring::decimal> next_step =
      std::nullopt;  ///< the least improvement of the value worth naming; else 1

  std::vector<scoring::unit_share> units = {};  ///< responsible; none: those of the parent
  std::string assessor = {};
  std::vector<std::string> evidence = {};
  std::string source = {};           ///< where the value comes from
  std::string period = {};           ///< what it covers
  std::vector<task_key> tasks = {};  ///< that serve it
};

}  // namespace daopai

namespace daopai::scoring {
using daopai::indicator;
}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_INDICATOR_HPP
