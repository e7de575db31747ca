/// What a change of the plan changed in its schedule.
#ifndef DAOPAI_SCHEDULE_SCHEDULE_CHANGES_HPP
#define DAOPAI_SCHEDULE_SCHEDULE_CHANGES_HPP

#include <daopai/plan/plan.hpp>

namespace daopai {

/// What a schedule shows of a task or phase; see the functions of that name in `schedule`.
struct task_dates {
  date early_start;
  date early_finish;
  date late_start;
  date late_finish;
  workdays total_float;
  workdays free_float;
  friend bool operator==(const task_dates&, const task_dates&) = default;
};

struct task_change {
  task_id task;
  task_dates before;
  task_dates after;
};

/// All that has to be drawn again.
struct schedule_changes {
  /// Every task and phase that shows other dates or floats than before, each once and in no order.
  std::vector<task_change> tasks{};
  /// Inspections that may stand otherwise: their window was changed, or something they wait for
  /// moved. In the order of the plan.
  std::vector<inspection_id> inspections{};
  std::optional<date> finish_before{};
  std::optional<date> finish_after{};

  [[nodiscard]] bool empty() const {
    return tasks.empty() && inspections.empty() && finish_before == finish_after;
  }
};

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_SCHEDULE_CHANGES_HPP
