/// Late dates and float per inspection: how much room each task has if one inspection alone counts.
#ifndef DAOPAI_SCHEDULE_FLOATS_HPP
#define DAOPAI_SCHEDULE_FLOATS_HPP

#include <daopai/schedule/schedule.hpp>

namespace daopai {

/// How late a task may come for one inspection. Dates are inclusive and the float counts working
/// days of the task's own calendar, as in a schedule.
struct late_dates {
  date start;
  date finish;
  workdays total_float;  ///< negative if the inspection cannot be met
};

/// Late dates and float of every task for inspection `i`, as if no deadline and no other inspection
/// counted; nothing for tasks that are done or do not lead to it. By task; a phase spans what lies
/// below it and leads there, and shows the least float of that. O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::optional<late_dates>> late_dates_to(const Schedule& s,
                                                                   inspection_id i);

/// The same for each inspection, by inspection and then by task.
/// O(inspections x (tasks + dependencies)) of time, inspections x tasks of memory.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::vector<std::optional<late_dates>>> late_dates_to_all(
    const Schedule& s);

/// The floats of late_dates_to() alone. O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::optional<workdays>> floats_to(const Schedule& s, inspection_id i);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Calls `take(task, position)` for each task that is not done and leads to what `late` counts back
/// from, and `join(phase, task)` for each task with a phase above it, from the bottom up.
template <class Schedule, class Take, class Join>
void for_each_held(const Schedule& s, const event_dates& late, Take take, Join join) {
  const network& net = s.network();
  const auto order = from_the_top(s.plan());
  for (std::size_t row = order.size(); row-- > 0;) {
    const task_id t = order[row];
    const position p = net.at(t);
    if (is_open_task(net, p) && late.finish[p] != never) take(t, p);
    if (const auto above = s.plan().parent(t)) join(*above, t);
  }
}

[[nodiscard]] inline late_dates joined(const late_dates& a, const late_dates& b) {
  return {std::min(a.start, b.start), std::max(a.finish, b.finish),
          std::min(a.total_float, b.total_float)};
}

}  // namespace detail

template <only<schedule> Schedule>
std::vector<std::optional<late_dates>> late_dates_to(const Schedule& s, inspection_id i) {
  const network& net = s.network();
  const event_dates& early = s.early_dates();
  const event_dates late = backward_pass(net, i);
  const detail::instant_sides sides = detail::find_sides(net, early, late);
  std::vector<std::optional<late_dates>> found(s.plan().tasks().size());
  const auto take = [&](task_id t, position p) {
    const detail::shown_span span = detail::shown_late(net, sides, early, late, p);
    const workdays room(detail::float_at(net, early, late, p));
    found[t.index()] = late_dates{to_date(span.first), to_date(span.last), room};
  };
  detail::for_each_held(s, late, take, [&](task_id phase, task_id below) {
    const auto& part = found[below.index()];
    auto& whole = found[phase.index()];
    if (part) whole = whole ? detail::joined(*whole, *part) : *part;
  });
  return found;
}

template <only<schedule> Schedule>
std::vector<std::vector<std::optional<late_dates>>> late_dates_to_all(const Schedule& s) {
  std::vector<std::vector<std::optional<late_dates>>> found;
  for (std::size_t i = 0; i < s.plan().inspections().size(); ++i) {
    found.push_back(late_dates_to(s, inspection_id(i)));
  }
  return found;
}

template <only<schedule> Schedule>
std::vector<std::optional<workdays>> floats_to(const Schedule& s, inspection_id i) {
  const network& net = s.network();
  const event_dates late = backward_pass(net, i);
  std::vector<std::optional<workdays>> floats(s.plan().tasks().size());
  const auto take = [&](task_id t, position p) {
    floats[t.index()] = workdays(detail::float_at(net, s.early_dates(), late, p));
  };
  detail::for_each_held(s, late, take, [&](task_id phase, task_id below) {
    const auto& part = floats[below.index()];
    auto& whole = floats[phase.index()];
    if (part) whole = std::min(whole.value_or(*part), *part);
  });
  return floats;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_FLOATS_HPP
