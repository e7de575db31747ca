/// The two passes: the earliest dates from the status date on, the latest from the deadlines back.
#ifndef DAOPAI_SCHEDULE_PASSES_HPP
#define DAOPAI_SCHEDULE_PASSES_HPP

#include <daopai/schedule/detail/link_rules.hpp>
#include <daopai/schedule/network.hpp>

#include <algorithm>

namespace daopai {

/// Start and finish of each event as instants, by position: work goes on on the days
/// [start, finish); for an instant (milestone, hub) both are the same. For a task that is done they
/// are what it passes on to the tasks after it, not the dates of its work: see forward_pass().
struct event_dates {
  std::vector<detail::instant> start;
  std::vector<detail::instant> finish;
};

/// Earliest dates, by retained logic: work that is under way started when it did, and what remains
/// of it goes on from the status date, or later if a predecessor is not done. A task that is done
/// has nothing left to do but still waits: its finish here is the day it was done or, if what a
/// predecessor that is not done demands of it comes later, that. A start that has happened is
/// passed on as it was. O(tasks + dependencies).
[[nodiscard]] event_dates forward_pass(const network& net, const date& status_date);

/// Latest dates that still keep every deadline and inspection; for a task that is done, of what it
/// passes on: no date if nothing comes after it, as its own deadline holds nothing any more.
/// @param finish_by  holds the tasks that nothing dated holds and that come after the last anchor
/// O(tasks + dependencies).
[[nodiscard]] event_dates backward_pass(const network& net, detail::instant finish_by);

/// Latest dates for one inspection alone: no deadline and no other inspection counts.
/// Events that do not lead to it get no date: both instants are `detail::never`.
[[nodiscard]] event_dates backward_pass(const network& net, inspection_id only);

// ---------------------------------------------------------------------------------------------

namespace detail {

inline constexpr instant never = std::numeric_limits<instant>::max();
inline constexpr instant always = std::numeric_limits<instant>::min();

[[nodiscard]] inline bool is_fixed(const network& net, position p) {
  return net[p].kind == event_kind::inspection;
}

[[nodiscard]] inline bool is_done(const network& net, position p) {
  return net[p].kind == event_kind::finished;
}

[[nodiscard]] inline bool is_open_task(const network& net, position p) {
  return net[p].kind == event_kind::work || net[p].kind == event_kind::milestone;
}

/// Sets the dates of an inspection: known beforehand, the same in both passes.
inline void set_fixed(const network& net, event_dates& dates, position p) {
  dates.start[p] = to_day(net.plan[net.inspection_of(p)].window.first);
  dates.finish[p] = dates.start[p] + 1;
}

/// Dates of all inspections; all else is left at zero.
[[nodiscard]] inline event_dates fixed_dates(const network& net) {
  event_dates dates{std::vector<instant>(net.size(), 0), std::vector<instant>(net.size(), 0)};
  for (position p = 0; p < net.size() && is_fixed(net, p); ++p) set_fixed(net, dates, p);
  return dates;
}

[[nodiscard]] inline link_end end_at(const network& net, const event_dates& dates, position p) {
  return {net.calendar_of(p), net[p].duration, dates.start[p], dates.finish[p]};
}

/// An event whose own dates are not yet known.
[[nodiscard]] inline link_end open_end(const network& net, position p) {
  return {net.calendar_of(p), net[p].duration, 0, 0};
}

/// The first day on which the event may start if it waits for nothing; of a milestone, the first
/// working day. (Work looks for its working day when it is placed.)
[[nodiscard]] inline instant own_earliest(const network& net, position p, day_number today) {
  if (net[p].kind == event_kind::hub) return always;
  const day_number day = net[p].earliest ? std::max(today, net[p].earliest->day) : today;
  if (net[p].duration > 0) return day;
  const calendar& c = net.calendar_of(p);
  return c.day_of(c.number_of(day));
}

[[nodiscard]] inline const progress& progress_at(const network& net, position p) {
  return net.plan[net.task_of(p)].progress;
}

/// Work that was done on the days [start, finish).
struct done_work {
  instant start;
  instant finish;
};

/// When the task at `p`, which is done, was worked on; a start that nobody wrote down is counted
/// back from the finish.
[[nodiscard]] inline done_work work_done(const network& net, position p) {
  const task& done = net.plan[net.task_of(p)];
  const instant finish = to_day(*done.progress.finished) + 1;
  if (done.progress.started) return {to_day(*done.progress.started), finish};
  const calendar& c = net.calendar_of(p);
  return {c.day_of(c.number_of(finish) - std::max(done.duration.count(), 1)), finish};
}

/// Sets the dates of `p` so that it starts at `start` or, if that is no working day, after it.
inline void start_at(const network& net, event_dates& dates, position p, instant start) {
  dates.start[p] = dates.finish[p] = start;
  if (net[p].duration > 0) {
    const calendar& c = net.calendar_of(p);
    const std::int32_t first = c.number_of(start);
    dates.start[p] = c.day_of(first);
    dates.finish[p] = c.day_of(first + net[p].duration - 1) + 1;
  }
  if (net[p].has_started) {
    dates.start[p] = to_day(*progress_at(net, p).started);
  }
}

/// Sets the dates of `p` so that it finishes at `finish` or, if that is no working day, before it.
inline void finish_at(const network& net, event_dates& dates, position p, instant finish) {
  dates.start[p] = dates.finish[p] = finish;
  if (net[p].duration == 0) return;
  const calendar& c = net.calendar_of(p);
  const std::int32_t end = c.number_of(finish);
  dates.finish[p] = c.day_of(end - 1) + 1;
  dates.start[p] = c.day_of(end - net[p].duration);
}

/// The start that link `l` allows its successor `p`. What most links are, finish-to-start without
/// lag, asks no calendar: worth half of the forward pass.
[[nodiscard]] inline instant start_allowed_by(const network& net, const event_dates& dates,
                                              const network_link& l, position p) {
  if (is_plain(l)) return dates.finish[l.other];
  return earliest_start(l, end_at(net, dates, l.other), open_end(net, p));
}

/// The finish that link `l` leaves its predecessor `p`.
[[nodiscard]] inline instant finish_left_by(const network& net, const event_dates& dates,
                                            const network_link& l, position p) {
  if (is_plain(l)) return dates.start[l.other];
  return latest_finish(l, open_end(net, p), end_at(net, dates, l.other));
}

/// A start that has happened holds nothing any more.
[[nodiscard]] inline bool is_spent(const network& net, position before, const network_link& l) {
  return leaves_start(l.kind) && (is_done(net, before) || net[before].has_started);
}

/// Whether the link `l` from a predecessor still holds a task that is done.
[[nodiscard]] inline bool holds_what_is_done(const network& net, const event_dates& early,
                                             const network_link& l, day_number today) {
  if (is_spent(net, l.other, l)) return false;
  return is_open_task(net, l.other) || early.finish[l.other] > today;
}

/// The latest finish that the successors of `p` leave it; `never` if they leave it free.
[[nodiscard]] inline instant held_by_successors(const network& net, const event_dates& late,
                                                position p) {
  instant finish = never;
  for (const network_link& l : net.successors(p)) {
    const bool leaves_free = !is_plain(l) && (late.start[l.other] == never || is_spent(net, p, l));
    if (!leaves_free) finish = std::min(finish, finish_left_by(net, late, l, p));
  }
  return finish;
}

/// Whether neither a successor nor a deadline holds the event at `p`. Of one that is held, O(1) as
/// a rule.
[[nodiscard]] inline bool is_free(const network& net, const event_dates& late, position p) {
  if (net[p].kind == event_kind::hub || net[p].latest) return false;
  for (const network_link& l : net.successors(p)) {
    if (late.start[l.other] != never && !is_spent(net, p, l)) return false;
  }
  return true;
}

/// What holds a task that neither a successor nor a deadline holds: the last dated thing of the
/// plan, or `finish_by` where that comes before the task or there is none.
[[nodiscard]] inline instant held_by_last_anchor(const network& net, position p,
                                                 instant finish_by) {
  if (!net.last_anchor || net[p].comes_after_anchor) return finish_by;
  return net.last_anchor->day + 1;
}

/// Sets the latest dates of `p` from its latest finish; `never` leaves it without dates.
inline void set_latest_finish(const network& net, event_dates& late, position p, instant finish) {
  if (finish == never) {
    late.start[p] = late.finish[p] = never;
  } else {
    finish_at(net, late, p, finish);
  }
}

// One step of each pass. What comes before the event (or after it, for the latest dates) is set
// already, and the event is not fixed.

/// Sets what the task at `p`, which is done, passes on. O(its predecessors).
inline void set_early_of_done(const network& net, event_dates& early, position p,
                              day_number today) {
  const done_work work = work_done(net, p);
  early.start[p] = work.start;
  early.finish[p] = work.finish;
  for (const network_link& l : net.predecessors(p)) {
    if (!holds_what_is_done(net, early, l, today)) continue;
    early.finish[p] = std::max(early.finish[p], start_allowed_by(net, early, l, p));
  }
}

/// Sets the earliest dates of the event at `p`. O(its predecessors).
inline void set_early(const network& net, event_dates& early, position p, day_number today) {
  if (is_done(net, p)) return set_early_of_done(net, early, p, today);
  instant start = own_earliest(net, p, today);
  for (const network_link& l : net.predecessors(p)) {
    start = std::max(start, start_allowed_by(net, early, l, p));
  }
  start_at(net, early, p, start);
}

/// Sets the latest dates of the event at `p`. O(its successors).
inline void set_late(const network& net, event_dates& late, position p, instant finish_by) {
  instant finish = held_by_successors(net, late, p);
  if (net[p].latest) finish = std::min(finish, net[p].latest->day + 1);
  const bool is_free = finish == never && net[p].kind != event_kind::hub && !is_done(net, p);
  set_latest_finish(net, late, p, is_free ? held_by_last_anchor(net, p, finish_by) : finish);
}

}  // namespace detail

inline event_dates forward_pass(const network& net, const date& status_date) {
  event_dates early = detail::fixed_dates(net);
  const day_number today = to_day(status_date);
  for (position p = 0; p < net.size(); ++p) {
    if (!detail::is_fixed(net, p)) detail::set_early(net, early, p, today);
  }
  return early;
}

inline event_dates backward_pass(const network& net, detail::instant finish_by) {
  event_dates late = detail::fixed_dates(net);
  for (auto p = static_cast<position>(net.size()); p-- > 0 && !detail::is_fixed(net, p);) {
    detail::set_late(net, late, p, finish_by);
  }
  return late;
}

inline event_dates backward_pass(const network& net, inspection_id only) {
  event_dates late = detail::fixed_dates(net);
  for (position p = 0; p < net.size() && detail::is_fixed(net, p); ++p) {
    if (p != net.at(only)) late.start[p] = late.finish[p] = detail::never;
  }
  for (auto p = static_cast<position>(net.size()); p-- > 0 && !detail::is_fixed(net, p);) {
    detail::set_latest_finish(net, late, p, detail::held_by_successors(net, late, p));
  }
  return late;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_PASSES_HPP
