/// What a plan says of single tasks beside their durations, put where the passes look for it.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_FACTS_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_FACTS_HPP

#include <daopai/schedule/kernel/detail/calendar_time.hpp>
#include <daopai/schedule/kernel/detail/check.hpp>

namespace daopai::kernel::detail {

/// What the first day on which a task may start asks for: see calendar_time.
/// @throws daopai::error if the day lies outside the tables
[[nodiscard]] inline std::int32_t own_start(const network& net, position p, std::int32_t day) {
  if (day < 0 || day >= net.tables->days()) {
    throw error("task " + std::to_string(net.task[p]) + " may start on day " + std::to_string(day) +
                ", outside the " + std::to_string(net.tables->days()) +
                " days of the calendar tables");
  }
  const auto t = calendar_time<false>(net).at(p);
  return t.duration > 0 ? calendar_time<false>::own_start(t, day)
                        : calendar_time<true>::own_start({t.calendar, 0}, day);
}

// Each puts one fact of all tasks into their places; whether all are in order.

[[nodiscard]] inline bool copy_calendars(const plan_arrays& plan, network& net) {
  bool good = true;
  net.calendar.reset(plan.tables ? plan.size() : 0);
  for (position p = 0; p < net.calendar.size(); ++p) {
    net.calendar[p] = plan.calendars.empty() ? std::uint16_t{0} : plan.calendars[net.task[p]];
    good = good && net.calendar[p] < plan.tables->size();
  }
  return good;
}

[[nodiscard]] inline bool copy_deadlines(const plan_arrays& plan, network& net) {
  bool good = true;
  net.latest.reset(plan.deadlines.empty() ? 0 : plan.size());
  for (position p = 0; p < net.latest.size(); ++p) {
    net.latest[p] = plan.deadlines[net.task[p]];
    good = good && (is_date(net.latest[p]) || net.latest[p] == no_deadline);
  }
  return good;
}

/// @param net  whose calendars are in order
[[nodiscard]] inline bool copy_starts(const plan_arrays& plan, network& net) {
  bool good = true;
  net.earliest.reset(plan.tables || !plan.not_before.empty() ? plan.size() : 0);
  for (position p = 0; p < net.earliest.size(); ++p) {
    const std::int32_t own = plan.not_before.empty() ? plan.start : plan.not_before[net.task[p]];
    net.earliest[p] = std::max(own, plan.start);
    good = good && is_date(own);
    if (good && plan.tables) net.earliest[p] = own_start(net, p, net.earliest[p]);
  }
  return good;
}

/// The dates and calendars of tasks, by position.
/// @param net  whose tasks have their places
/// @throws daopai::invalid_input
inline void copy_facts(const plan_arrays& plan, network& net) {
  net.tables = plan.tables;
  net.start = plan.start;
  net.finish_by = plan.finish_by;
  if (!copy_calendars(plan, net) || !copy_deadlines(plan, net) || !copy_starts(plan, net)) {
    throw invalid_input(problem_list(plan).run());
  }
}

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_FACTS_HPP
