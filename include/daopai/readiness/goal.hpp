/// The goal: the dated thing that everybody is working towards now, and the chain of work that
/// decides when it is reached.
#ifndef DAOPAI_READINESS_GOAL_HPP
#define DAOPAI_READINESS_GOAL_HPP

#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/schedule.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace daopai::readiness {

/// An inspection, or a task or phase with a deadline.
struct goal {
  event_id what;
  date day;      ///< the first day of the inspection, or the deadline
  date morning;  ///< from which it is seen what was reached: of that day, or of the day after
};

/// The next inspection whose window has not passed; without one, the next deadline of an open task
/// or phase that stands under no other; without one, nothing. Of several on one day the first of
/// the plan. O(tasks + inspections).
[[nodiscard]] std::optional<goal> next_goal(const plan& p, const date& status);

/// How many working days there are to spare until the goal; nothing for an inspection that waits
/// for nothing.
[[nodiscard]] std::optional<workdays> room_to(const schedule& s, const goal& g);

/// The tasks that decide when the goal is reached, first to last: the critical path of an
/// inspection; of a task what sets its early dates, one task after the other.
/// O(links along the chain).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<task_id> chain_to(const Schedule& s, const goal& g);

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline std::optional<goal> next_inspection(const plan& p, const date& status) {
  std::optional<goal> next;
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    const date_window& window = p.inspections()[i].window;
    if (window.last < status || (next && next->day <= window.first)) continue;
    next = goal{inspection_id(i), window.first, window.first};
  }
  return next;
}

[[nodiscard]] inline std::optional<goal> next_deadline(const plan& p, const date& status) {
  std::optional<goal> next;
  for (std::size_t i = 0; i < p.tasks().size(); ++i) {
    const task& t = p.tasks()[i];
    if (p.parent(task_id(i)) || !t.deadline || t.progress.finished) continue;
    const date& day = t.deadline->last_day;
    if (day < status || (next && next->day <= day)) continue;
    next = goal{task_id(i), day, day + boost::gregorian::date_duration(1)};
  }
  return next;
}

/// The task below a phase that finishes last, by the early dates; a task itself.
[[nodiscard]] inline task_id last_below(const schedule& s, task_id t) {
  while (s.plan().is_phase(t)) {
    const auto& below = s.plan().children(t);
    t = *std::max_element(below.begin(), below.end(), [&s](task_id a, task_id b) {
      return s.early_finish(a) < s.early_finish(b);
    });
  }
  return t;
}

}  // namespace detail

inline std::optional<goal> next_goal(const plan& p, const date& status) {
  const auto inspection = detail::next_inspection(p, status);
  return inspection ? inspection : detail::next_deadline(p, status);
}

inline std::optional<workdays> room_to(const schedule& s, const goal& g) {
  if (g.what.is_inspection()) return s[g.what.inspection()].total_float;
  return s.total_float(g.what.task());
}

template <only<schedule> Schedule>
std::vector<task_id> chain_to(const Schedule& s, const goal& g) {
  if (g.what.is_inspection()) return critical_path(s, g.what.inspection());
  std::vector<task_id> chain{detail::last_below(s, g.what.task())};
  for (driver d = s.early_driver(chain.back()); d.by == driven_by::task && d.what;
       d = s.early_driver(chain.back())) {
    if (s.plan()[d.what->task()].progress.finished) break;
    chain.push_back(d.what->task());
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_GOAL_HPP
