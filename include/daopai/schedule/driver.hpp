/// What sets a date: the one fact that would have to change before the date can.
#ifndef DAOPAI_SCHEDULE_DRIVER_HPP
#define DAOPAI_SCHEDULE_DRIVER_HPP

#include <daopai/plan/dependency.hpp>
#include <daopai/schedule/network.hpp>
#include <daopai/schedule/passes.hpp>

namespace daopai {

/// The kinds of fact that set a date. Where several would, the first that fits here is named:
/// dependencies in the order of the plan, then the others as they stand.
enum class driven_by : std::uint8_t {
  task,        ///< a dependency on a task (through phases, to the task below that matters); if
               ///< that is done, ask it in turn what holds it
  inspection,  ///< a dependency on an inspection, or the last inspection of the plan
  progress,    ///< it is under way, or done and not held by anything before it
  today,       ///< it waits for nothing and could start at once
  not_before,  ///< its own
  deadline,    ///< its own, or the last deadline of the plan
  parent,      ///< the deadline or not_before of a phase above it
  none,        ///< held by nothing but the finish of the plan
};

struct driver {
  driven_by by;
  /// The task or inspection; for a deadline or not_before the task or phase that bears it.
  std::optional<event_id> what{};
  /// The date of a deadline, a not_before or an inspection, and today's.
  std::optional<date> on{};
  friend bool operator==(const driver&, const driver&) = default;
};

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Whether `bound` sets a date at `actual`. Work sees only its own calendar's days.
[[nodiscard]] inline bool sets(const network& net, position p, instant bound, instant actual) {
  if (bound == actual || net[p].duration == 0) return bound == actual;
  const calendar& c = net.calendar_of(p);
  if (std::abs(bound - actual) > c.most_days_off()) return false;
  return c.number_of(bound) == c.number_of(actual);
}

/// The start of what is left to do: for work under way not the day on which it started.
[[nodiscard]] inline instant start_of_rest(const network& net, const event_dates& early,
                                           position p) {
  if (net[p].duration == 0) return early.finish[p];
  if (!net[p].has_started) return early.start[p];
  const calendar& c = net.calendar_of(p);
  return c.day_of(c.number_of(early.finish[p]) - net[p].duration);
}

/// Whether the task at `p` is done but passes on a later day: something before it is not done.
[[nodiscard]] inline bool is_held_up(const network& net, const event_dates& early, position p) {
  return is_done(net, p) && early.finish[p] > work_done(net, p).finish;
}

/// Whether the link `l` from a predecessor sets the early dates of `p`.
[[nodiscard]] inline bool is_tight_before(const network& net, const event_dates& early, position p,
                                          const network_link& l) {
  if (is_done(net, p) && (!is_held_up(net, early, p) || is_spent(net, l.other, l))) return false;
  const instant bound = start_allowed_by(net, early, l, p);
  return sets(net, p, bound, start_of_rest(net, early, p));
}

/// Whether the link `l` to a successor sets the late dates of `p`.
[[nodiscard]] inline bool is_tight_after(const network& net, const event_dates& late, position p,
                                         const network_link& l) {
  if (late.start[l.other] == never || is_spent(net, p, l)) return false;
  const instant bound = finish_left_by(net, late, l, p);
  return sets(net, p, bound, late.finish[p]);
}

/// The first link that sets the early dates of `p`.
[[nodiscard]] inline const network_link* tight_predecessor(const network& net,
                                                           const event_dates& early, position p) {
  for (const network_link& l : net.predecessors(p)) {
    if (is_tight_before(net, early, p, l)) return &l;
  }
  return nullptr;
}

/// The first link that sets the late dates of `p`.
[[nodiscard]] inline const network_link* tight_successor(const network& net,
                                                         const event_dates& late, position p) {
  for (const network_link& l : net.successors(p)) {
    if (is_tight_after(net, late, p, l)) return &l;
  }
  return nullptr;
}

[[nodiscard]] inline driver driver_at(const network& net, position p) {
  if (net[p].kind != event_kind::inspection) return {driven_by::task, net.task_of(p)};
  const inspection_id i = net.inspection_of(p);
  return {driven_by::inspection, i, net.plan[i].window.first};
}

[[nodiscard]] inline driver limit_driver(const date_limit& limit, task_id of, driven_by own) {
  return {limit.from == event_id(of) ? own : driven_by::parent, limit.from, to_date(limit.day)};
}

/// What sets the early dates of the event at `p`, whose links were found not to.
[[nodiscard]] inline driver early_fact(const network& net, position p, day_number today) {
  const auto& limit = net[p].earliest;
  const calendar& c = net.calendar_of(p);
  if (is_done(net, p) || progress_at(net, p).started) return {driven_by::progress};
  if (!limit || c.number_of(limit->day) <= c.number_of(today)) {
    return {driven_by::today, std::nullopt, to_date(today)};
  }
  return limit_driver(*limit, net.task_of(p), driven_by::not_before);
}

/// What sets the late dates of the event at `p`, whose links were found not to.
[[nodiscard]] inline driver late_fact(const network& net, position p) {
  if (net[p].latest) return limit_driver(*net[p].latest, net.task_of(p), driven_by::deadline);
  if (!net.last_anchor || net[p].comes_after_anchor) return {driven_by::none};
  const date_limit& last = *net.last_anchor;
  if (last.from.is_task()) return {driven_by::deadline, last.from, to_date(last.day)};
  return driver_at(net, net.at(last.from.inspection()));
}

/// O(links of the task and of the hubs before it).
[[nodiscard]] inline driver find_early_driver(const network& net, const event_dates& early,
                                              position p, day_number today) {
  const network_link* l = tight_predecessor(net, early, p);
  while (l && net[l->other].kind == event_kind::hub) l = tight_predecessor(net, early, l->other);
  return l ? driver_at(net, l->other) : early_fact(net, p, today);
}

/// Of a task that is done: what sets the latest day it may pass on, if there is one. O(links of the
/// task and of the hubs behind it).
[[nodiscard]] inline driver find_late_driver(const network& net, const event_dates& late,
                                             position p) {
  if (is_done(net, p) && late.finish[p] == never) return {driven_by::progress};
  const network_link* l = tight_successor(net, late, p);
  while (l && net[l->other].kind == event_kind::hub) l = tight_successor(net, late, l->other);
  return l ? driver_at(net, l->other) : late_fact(net, p);
}

}  // namespace detail
}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DRIVER_HPP
