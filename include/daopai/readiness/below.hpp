/// The tasks that stand below a phase, each counted once.
#ifndef DAOPAI_READINESS_BELOW_HPP
#define DAOPAI_READINESS_BELOW_HPP

#include <daopai/plan/plan.hpp>

#include <vector>

namespace daopai::readiness {

/// All work below `t`, or `t` itself if it is no phase; no phases, and no tasks that only restate
/// others. O(tasks below).
[[nodiscard]] inline std::vector<task_id> tasks_below(const plan& p, task_id t) {
  std::vector<task_id> found;
  std::vector<task_id> waiting{t};
  while (!waiting.empty()) {
    const task_id next = waiting.back();
    waiting.pop_back();
    const auto& below = p.children(next);
    waiting.insert(waiting.end(), below.rbegin(), below.rend());
    if (!p.is_phase(next) && !p.is_restatement(next)) found.push_back(next);
  }
  return found;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_BELOW_HPP
