/// Indicators below the line, with the gap in their own unit of measure, and what one more step
/// would gain.
#ifndef DAOPAI_SCORING_UNMET_HPP
#define DAOPAI_SCORING_UNMET_HPP

#include <daopai/scoring/scores.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// An indicator that is not met (不达标). "人均 3.2 元, 不少于 4 元, 缺 0.8 元" is value 3.2,
/// target 4, gap 0.8.
struct unmet_indicator {
  indicator_id indicator;
  std::optional<decimal> value;   ///< nothing: missing, or observed as a label
  std::optional<decimal> target;  ///< nothing: a mere yes or no, or a heading
  std::optional<decimal> gap;     ///< how far the value is from the target, never negative
  bool from_above = false;        ///< the value exceeds what it must not exceed
};

/// All unmet indicators of one object, headings included, in the order of the system.
[[nodiscard]] std::vector<unmet_indicator> unmet_of(const scores& all, object_id object);

/// The next better value of a leaf and what it would add to the whole score.
struct next_step {
  indicator_id indicator;
  decimal from;
  decimal to;            ///< the n-th level, counted from 1, where the rule knows labels
  std::string to_label;  ///< that level's label
  decimal gain;          ///< points of the whole, not rounded
};

/// For every leaf that has room: one case fewer, the next stair, place, band or title, the target
/// of a threshold, or `indicator::next_step` (else 1) more of a quantity. Largest gain first; steps
/// without gain are left out. O(indicators^2) for one object.
[[nodiscard]] std::vector<next_step> next_steps_of(const scores& all, object_id object);

}  // namespace daopai::scoring

#include <daopai/scoring/detail/next_value.hpp>

namespace daopai::scoring {

inline std::vector<unmet_indicator> unmet_of(const scores& all, object_id object) {
  std::vector<unmet_indicator> unmet;
  const indicator_system& system = all.system();
  for (std::size_t i = 0; i < system.size(); ++i) {
    const indicator_id id{i};
    const cell c = all.of(object, id);
    if (c.result != verdict::unmet) continue;
    unmet_indicator found{id, std::nullopt, std::nullopt, std::nullopt, false};
    if (system.is_leaf(id)) {
      found.target = all.target(object, id);
      if (c.has_value() && c.label == 0) found.value = c.value;
    } else if (system.at(id).pass_mark) {
      found.value = c.score;
      found.target = system.at(id).pass_mark;
    }
    if (found.value && found.target) {
      found.gap = abs(*found.target - *found.value);
      found.from_above = *found.value > *found.target;
    }
    unmet.push_back(found);
  }
  return unmet;
}

inline std::vector<next_step> next_steps_of(const scores& all, object_id object) {
  std::vector<next_step> steps;
  const indicator_system& system = all.system();
  for (std::size_t i = 0; i < system.size(); ++i) {
    const indicator_id id{i};
    const cell c = all.of(object, id);
    if (!system.is_leaf(id) || c.rests_on == basis::not_applicable) continue;
    const auto better = detail::next_value(
        system.at(id), {system.points(id), c, all.target(object, id), all.peers(object, id)});
    if (!better || *better == c.value) continue;
    const decimal gain = rounded(all.exact_with(object, id, *better) - all.of(object).exact, 12);
    if (gain > 0)
      steps.push_back({id, c.value, *better, detail::label_at(system.at(id), *better), gain});
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const next_step& a, const next_step& b) { return a.gain > b.gain; });
  return steps;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_UNMET_HPP
