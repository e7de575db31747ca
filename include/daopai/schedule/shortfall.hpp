/// Where a plan cannot be met: the facts that make it so, and what a day saved would help.
#ifndef DAOPAI_SCHEDULE_SHORTFALL_HPP
#define DAOPAI_SCHEDULE_SHORTFALL_HPP

#include <daopai/schedule/detail/dated_end.hpp>
#include <daopai/schedule/detail/shortened_work.hpp>
#include <daopai/schedule/detail/shortest_chain.hpp>
#include <daopai/schedule/explain.hpp>

namespace daopai {

/// A date that cannot be met.
struct shortfall {
  event_id of;        ///< an inspection, or the task or phase that bears a deadline
  date due;           ///< the first day of the inspection, or the deadline (which counts itself)
  workdays short_by;  ///< more than 0; of the plan's calendar for an inspection, of the calendar of
                      ///< the task for a deadline (for a phase: of the task below it that is worst)
};

/// Every inspection whose first day is missed, then every deadline, in the order of the plan.
/// O(tasks + dependencies), and what lies below each phase that misses its deadline.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<shortfall> shortfalls(const Schedule& s);

/// The shortest set of facts that makes a date fall short by as much as it does: of all chains that
/// set it, one with the fewest links, from the last fact on that sets a date on it to the
/// inspection or the task that misses its deadline. O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] explanation why_not_met(const Schedule& s, const shortfall& f);

/// What it helps to shorten one task, all else as it is; counted in the working days by which the
/// shortfall is short, and no further than until the date is met.
struct lever {
  task_id task;
  workdays one_day;   ///< days won if the task takes one day less; negative where its start then
                      ///< comes later and a task waits for that
  workdays most;      ///< days won at most; beyond that another chain binds, or the date is met
  workdays for_most;  ///< by how many days the task must be shorter for that
};

/// For each task on a chain of why_not_met() with work left to do, the one where a day saved helps
/// most first; then by `most`, then in the order of time. Each is computed, not guessed: the early
/// dates of all that hangs on the task are counted anew.
/// O(tasks + dependencies), and for each task what lies between it and the date, log(its duration)
/// times.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<lever> levers(const Schedule& s, const shortfall& f,
                                        const explanation& chain);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Those of the ends that come latest.
[[nodiscard]] inline std::vector<position> worst_ends(const dated_end& end,
                                                      const event_dates& early) {
  std::vector<position> worst = end.at();
  const std::int32_t short_by = end.short_by(early);
  std::erase_if(worst, [&](position p) { return end.short_by(early, p) != short_by; });
  return worst;
}

}  // namespace detail

template <only<schedule> Schedule>
std::vector<shortfall> shortfalls(const Schedule& s) {
  const plan& p = s.plan();
  std::vector<shortfall> found;
  const auto look_at = [&](event_id of, const date& due) {
    const std::int32_t n = detail::dated_end(s.network(), of).short_by(s.early_dates());
    if (n > 0) found.push_back({of, due, workdays(n)});
  };
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    look_at(inspection_id(i), p.inspections()[i].window.first);
  }
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    const auto& due = p.tasks()[t].deadline;
    if (due && s.early_finish(task_id(t)) > due->last_day) look_at(task_id(t), due->last_day);
  }
  return found;
}

template <only<schedule> Schedule>
explanation why_not_met(const Schedule& s, const shortfall& f) {
  const detail::dated_end end(s.network(), f.of);
  const auto worst = detail::worst_ends(end, s.early_dates());
  return detail::chain_writer<Schedule>(s).early(
      f.of, detail::shortest_chain_before(s.network(), s.early_dates(), worst, s.status()));
}

template <only<schedule> Schedule>
std::vector<lever> levers(const Schedule& s, const shortfall& f, const explanation& chain) {
  const detail::dated_end end(s.network(), f.of);
  detail::shortened_work<detail::dated_end> trial(s.network(), s.early_dates(), s.status(), end);
  std::vector<lever> found;
  for (const chain_event& e : chain.events) {
    if (e.role != chain_role::itself || e.work.count() == 0) continue;
    const auto [one_day, most, for_most] = trial.try_on(s.network().at(e.event.task()));
    found.push_back({e.event.task(), workdays(one_day), workdays(most), workdays(for_most)});
  }
  std::stable_sort(found.begin(), found.end(), [](const lever& a, const lever& b) {
    return a.one_day != b.one_day ? a.one_day > b.one_day : a.most > b.most;
  });
  return found;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_SHORTFALL_HPP
