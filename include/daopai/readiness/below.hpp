/// The tasks that stand below a phase, each counted once.
#ifndef DAOPAI_READINESS_BELOW_HPP
#define DAOPAI_READINESS_BELOW_HPP

#include <daopai/plan/detail/leaves.hpp>
#include <daopai/plan/plan.hpp>

#include <vector>

namespace daopai::readiness {

/// All work below `t`, or `t` itself if it is no phase; no phases, and no tasks that only restate
/// others. O(tasks below).
[[nodiscard]] inline std::vector<task_id> tasks_below(const plan& p, task_id t) {
  std::vector<task_id> found;
  daopai::detail::for_each_leaf(p, t, [&](task_id leaf) {
    if (!p.is_restatement(leaf)) found.push_back(leaf);
  });
  return found;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_BELOW_HPP
