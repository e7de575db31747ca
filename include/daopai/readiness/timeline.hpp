/// When the open work of a plan is done: by the early dates of a schedule, or by the late ones.
#ifndef DAOPAI_READINESS_TIMELINE_HPP
#define DAOPAI_READINESS_TIMELINE_HPP

#include <daopai/schedule/schedule.hpp>

#include <optional>
#include <vector>

namespace daopai::readiness {

/// What is left to do of one task: the working days of its calendar in [from, finish], both
/// inclusive; none, with from = finish, of a milestone.
struct work_left {
  date from;
  date finish;
};

/// What is left of all tasks, by task; nothing for one that drops out. That of a finished task says
/// when it was done.
struct timeline {
  date status;  ///< the day it is seen from
  std::vector<std::optional<work_left>> tasks;

  [[nodiscard]] const std::optional<work_left>& operator[](task_id t) const {
    return tasks[t.index()];
  }
};

/// Everything as early as it can be. O(tasks).
[[nodiscard]] timeline by_early_dates(const schedule& s);

/// Everything as late as it may be: what would have had to be done before it can be comes as early
/// as it can. O(tasks).
[[nodiscard]] timeline by_late_dates(const schedule& s);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// By the early dates; work under way goes on from the status date.
[[nodiscard]] inline work_left early_work(const schedule& s, task_id t) {
  work_left left{s.early_start(t), s.early_finish(t)};
  const position p = s.network().at(t);
  if (!s.plan().is_phase(t) && daopai::detail::is_open_task(s.network(), p)) {
    left.from = to_date(daopai::detail::start_of_rest(s.network(), s.early_dates(), p));
  }
  left.from = std::min(std::max(left.from, s.status()), std::max(left.finish, s.status()));
  return left;
}

}  // namespace detail

inline timeline by_early_dates(const schedule& s) {
  timeline line{s.status(), {}};
  for (std::size_t t = 0; t < s.plan().tasks().size(); ++t) {
    line.tasks.emplace_back(detail::early_work(s, task_id(t)));
  }
  return line;
}

inline timeline by_late_dates(const schedule& s) {
  timeline line = by_early_dates(s);
  for (std::size_t t = 0; t < line.tasks.size(); ++t) {
    const task_id id(t);
    if (s.late_finish(id) <= s.early_finish(id)) continue;
    line.tasks[t] = work_left{std::max(s.late_start(id), line.tasks[t]->from), s.late_finish(id)};
  }
  return line;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_TIMELINE_HPP
