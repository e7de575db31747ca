/// Who is late with what.
#ifndef DAOPAI_READINESS_LATE_HPP
#define DAOPAI_READINESS_LATE_HPP

#include <daopai/schedule/schedule.hpp>

#include <algorithm>
#include <vector>

namespace daopai::readiness {

/// A task that should have been further on by now. Those behind it that can still start in time, or
/// only wait for it, are not late themselves.
struct late_task {
  task_id task;
  workdays by;     ///< how many working days too late it will be done
  date start_by;   ///< what is left of it had to be begun on this day, which has passed
  date finish_by;  ///< it had to be done on this day
  date expected;   ///< it will be done on this day
};

/// Open tasks, no phases and no mere restatements, whose late start has passed; the latest first,
/// then in the order of the plan. O(tasks log tasks).
[[nodiscard]] inline std::vector<late_task> late_tasks(const schedule& s) {
  std::vector<late_task> late;
  for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
    const task_id t(i);
    if (s.plan().is_phase(t) || s.plan().is_restatement(t)) continue;
    if (s.plan()[t].progress.finished) continue;
    const workdays room = s.total_float(t);
    if (room.count() >= 0 || s.late_start(t) >= s.status()) continue;
    late.push_back({t, -room, s.late_start(t), s.late_finish(t), s.early_finish(t)});
  }
  std::stable_sort(late.begin(), late.end(),
                   [](const late_task& a, const late_task& b) { return a.by > b.by; });
  return late;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_LATE_HPP
