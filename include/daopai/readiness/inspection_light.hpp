/// A light for each inspection: whether it can be met, and whether the work before it is well.
#ifndef DAOPAI_READINESS_INSPECTION_LIGHT_HPP
#define DAOPAI_READINESS_INSPECTION_LIGHT_HPP

#include <daopai/schedule/floats.hpp>
#include <daopai/schedule/lights.hpp>

#include <optional>
#include <vector>

namespace daopai::readiness {

/// Red: it has less float than the policy allows, so its first day is missed. Yellow: it can be
/// met, but an open task that leads to it has a red or yellow light. Blue: all that it waits for is
/// done. Else green.
struct inspection_light {
  light colour;
  std::optional<task_id> of;  ///< red: what comes latest for it; yellow: the worst light before it
};

/// Nothing for an inspection that waits for nothing. Of several tasks alike the first of the plan
/// is named. O(tasks + dependencies).
/// @param lights  of all tasks, by task
template <only<schedule> Schedule>
[[nodiscard]] std::optional<inspection_light> light_of(const Schedule& s, inspection_id i,
                                                       const std::vector<task_light>& lights,
                                                       const light_policy& policy);

// ---------------------------------------------------------------------------------------------

template <only<schedule> Schedule>
std::optional<inspection_light> light_of(const Schedule& s, inspection_id i,
                                         const std::vector<task_light>& lights,
                                         const light_policy& policy) {
  const auto room = s[i].total_float;
  if (!room) return std::nullopt;
  const auto floats = floats_to(s, i);
  std::optional<task_id> latest;
  std::optional<task_id> worst;
  for (std::size_t n = 0; n < floats.size(); ++n) {
    const task_id t(n);
    if (!floats[n] || s.plan().is_phase(t) || s.plan().is_restatement(t)) continue;
    if (!latest || *floats[n] < *floats[latest->index()]) latest = t;
    if (!worst || lights[n].colour > lights[worst->index()].colour) worst = t;
  }
  if (*room < policy.red_below) return inspection_light{light::red, latest};
  if (!worst) return inspection_light{light::blue, std::nullopt};
  if (lights[worst->index()].colour < light::yellow) {
    return inspection_light{light::green, std::nullopt};
  }
  return inspection_light{light::yellow, worst};
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_INSPECTION_LIGHT_HPP
