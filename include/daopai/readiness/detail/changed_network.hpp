/// Changes to a compiled plan, so that one what-if need not compile the plan again.
#ifndef DAOPAI_READINESS_DETAIL_CHANGED_NETWORK_HPP
#define DAOPAI_READINESS_DETAIL_CHANGED_NETWORK_HPP

#include <daopai/plan/detail/leaves.hpp>
#include <daopai/schedule/schedule.hpp>

#include <vector>

namespace daopai::readiness::detail {

/// A task, no phase and no mere restatement, that is not finished.
[[nodiscard]] inline bool is_open_work(const network& net, const plan& p, task_id t) {
  return !p.is_phase(t) && !p.is_restatement(t) && net[net.at(t)].kind != event_kind::finished;
}

/// The open tasks that a task stands for: itself, or those below it if it is a phase. O(below).
[[nodiscard]] inline std::vector<task_id> open_below(const network& net, const plan& p,
                                                     task_id top) {
  std::vector<task_id> open;
  daopai::detail::for_each_leaf(p, top, [&](task_id leaf) {
    if (is_open_work(net, p, leaf)) open.push_back(leaf);
  });
  return open;
}

/// What is left of the task starts `by` working days of its calendar after `s` says it would.
inline void put_off(network& net, const schedule& s, task_id t, workdays by) {
  const position p = net.at(t);
  const daopai::detail::instant start =
      daopai::detail::start_of_rest(s.network(), s.early_dates(), p);
  const calendar& c = net.calendar_of(p);
  const day_number day = c.day_of(c.number_of(start) + by.count());
  auto& earliest = net.events[p].earliest;
  if (!earliest || earliest->day < day) earliest = date_limit{day, event_id(t)};
}

/// The task takes so many working days more, or fewer, but never less than none.
inline void lengthen(network& net, task_id t, workdays by) {
  network_event& event = net.events[net.at(t)];
  event.duration = std::max(0, event.duration + by.count());
  event.kind = event.duration > 0 ? event_kind::work : event_kind::milestone;
}

/// Nothing is left to do; what waits for the task waits for what the task waited for.
inline void empty_out(network& net, task_id t) {
  network_event& event = net.events[net.at(t)];
  event.duration = 0;
  event.kind = event_kind::milestone;
  event.earliest = std::nullopt;
}

}  // namespace daopai::readiness::detail

#endif  // DAOPAI_READINESS_DETAIL_CHANGED_NETWORK_HPP
