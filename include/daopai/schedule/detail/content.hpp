/// What a schedule holds, and how to read one event of it.
#ifndef DAOPAI_SCHEDULE_DETAIL_CONTENT_HPP
#define DAOPAI_SCHEDULE_DETAIL_CONTENT_HPP

#include <daopai/schedule/detail/criticality.hpp>
#include <daopai/schedule/detail/shown_dates.hpp>
#include <daopai/schedule/detail/slack.hpp>

namespace daopai::detail {

/// What a phase shows: the span and the least floats of all below it.
struct phase_span {
  shown_span early;
  shown_span late;
  std::int32_t total_float;
  std::int32_t free_float;
  bool is_done;
  bool is_critical;
  task_id first;  // the task below it that starts first
  task_id last;   // the task below it that must finish last
  friend bool operator==(const phase_span&, const phase_span&) = default;
};

struct schedule_content {
  network net;
  date status;
  event_dates early{};
  event_dates late{};
  instant_sides sides{};
  std::vector<instant> harmless{};                  // latest finish that moves no successor
  std::vector<char> critical{};                     // by position
  std::vector<std::optional<phase_span>> phases{};  // by task; empty without phases
  std::optional<std::int32_t> least_float{};
  instant finish = always;
};

// The event at a position that is no phase.

[[nodiscard]] inline shown_span early_at(const schedule_content& c, position p) {
  return shown_early(c.net, c.sides, c.early, p);
}
/// When the task is done or can be; `always` of what is no task.
[[nodiscard]] inline instant finish_at(const schedule_content& c, position p) {
  if (is_done(c.net, p)) return work_done(c.net, p).finish;
  return is_open_task(c.net, p) ? c.early.finish[p] : always;
}
[[nodiscard]] inline shown_span late_at(const schedule_content& c, position p) {
  return shown_late(c.net, c.sides, c.early, c.late, p);
}
[[nodiscard]] inline std::int32_t total_float_at(const schedule_content& c, position p) {
  return float_at(c.net, c.early, c.late, p);
}
[[nodiscard]] inline std::int32_t free_float_at(const schedule_content& c, position p) {
  if (is_fixed(c.net, p) || is_done(c.net, p)) return 0;
  if (c.harmless[p] == never) return std::max(0, total_float_at(c, p));
  return days_until(c.net, c.early, c.harmless[p], p);
}

/// The latest end of the event at `p` for what comes after it; a task that is done and not held up
/// can come no later than it came.
[[nodiscard]] inline link_end late_end_at(const schedule_content& c, position p) {
  const bool is_settled = is_done(c.net, p) && !is_held_up(c.net, c.early, p);
  return end_at(c.net, is_settled ? c.early : c.late, p);
}

/// When the event would start if everything before it took its latest dates; never before its early
/// start.
[[nodiscard]] inline instant start_after_late_predecessors(const schedule_content& c, position p) {
  instant start = start_of_rest(c.net, c.early, p);
  for (const network_link& l : c.net.predecessors(p)) {
    if (c.late.finish[l.other] == never) continue;
    if (is_spent(c.net, l.other, l)) continue;
    start = std::max(start, earliest_start(l, late_end_at(c, l.other), open_end(c.net, p)));
  }
  return start;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_CONTENT_HPP
