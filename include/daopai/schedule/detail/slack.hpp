/// How far an event may slip before it moves its successors: free and independent float.
#ifndef DAOPAI_SCHEDULE_DETAIL_SLACK_HPP
#define DAOPAI_SCHEDULE_DETAIL_SLACK_HPP

#include <daopai/schedule/detail/criticality.hpp>

namespace daopai::detail {

/// Hubs and tasks that are done let through what the tasks behind them demand.
[[nodiscard]] inline bool passes_on(const network& net, position p) {
  return net[p].kind == event_kind::hub || is_done(net, p);
}

/// The early start that the event at `p` keeps, or what the tasks behind it demand.
[[nodiscard]] inline instant kept_start(const network& net, const event_dates& early,
                                        const std::vector<instant>& harmless, position p) {
  if (passes_on(net, p)) return harmless[p];
  const bool is_under_way = net[p].has_started && net[p].duration > 0;
  return is_under_way ? start_of_rest(net, early, p) : early.start[p];
}

/// The early dates that the event behind link `l` keeps, or what the tasks behind it demand.
[[nodiscard]] inline link_end kept_end(const network& net, const event_dates& early,
                                       const std::vector<instant>& harmless,
                                       const network_link& l) {
  link_end after = end_at(net, early, l.other);
  if (passes_on(net, l.other)) after.start = after.finish = harmless[l.other];
  if (net[l.other].duration > 0) after.start = start_of_rest(net, early, l.other);
  return after;
}

/// What link `l` leaves the event at `p` if the event behind it keeps its early dates; `never` if
/// that is anything.
[[nodiscard]] inline instant harmless_for(const network& net, const event_dates& early,
                                          const std::vector<instant>& harmless,
                                          const network_link& l, position p) {
  if (is_plain(l)) return kept_start(net, early, harmless, l.other);
  if (is_spent(net, p, l)) return never;
  const link_end after = kept_end(net, early, harmless, l);
  return after.finish == never ? never : latest_finish(l, open_end(net, p), after);
}

/// The latest finish of the event at `p` that leaves the early dates of all tasks after it as they
/// are; `never` where no task comes after it. `harmless` holds this of all events after it.
[[nodiscard]] inline instant harmless_finish(const network& net, const event_dates& early,
                                             const std::vector<instant>& harmless, position p) {
  instant finish = never;
  for (const network_link& l : net.successors(p)) {
    finish = std::min(finish, harmless_for(net, early, harmless, l, p));
  }
  return finish;
}

/// The working days that the event at `p` may slip until `harmless`. Never negative: an inspection
/// that comes too early for its predecessors leaves them no float.
[[nodiscard]] inline std::int32_t days_until(const network& net, const event_dates& early,
                                             instant harmless, position p) {
  const calendar& c = net.calendar_of(p);
  return std::max(0, c.number_of(harmless) - c.number_of(early.finish[p]));
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_SLACK_HPP
