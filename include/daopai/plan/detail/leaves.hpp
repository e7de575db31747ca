/// The tasks at the bottom of a phase.
#ifndef DAOPAI_PLAN_DETAIL_LEAVES_HPP
#define DAOPAI_PLAN_DETAIL_LEAVES_HPP

#include <daopai/plan/plan.hpp>

namespace daopai::detail {

/// Calls `visit` with each task below `t` that is no phase, in the order of the plan; with `t`
/// itself if it is none. O(tasks below it), nothing recursive.
template <class Visit>
void for_each_leaf(const plan& p, task_id t, Visit visit) {
  std::vector<task_id> waiting{t};  // a stack: the next one is the last
  while (!waiting.empty()) {
    const task_id next = waiting.back();
    waiting.pop_back();
    const std::vector<task_id>& below = p.children(next);
    if (below.empty()) visit(next);
    for (std::size_t i = below.size(); i-- > 0;) waiting.push_back(below[i]);
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_LEAVES_HPP
