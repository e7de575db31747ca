/// All that a schedule holds of one event, and all that it shows of one task.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_EVENT_STATE_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_EVENT_STATE_HPP

#include <daopai/schedule/schedule.hpp>
#include <daopai/schedule/schedule_changes.hpp>

namespace daopai::detail {

/// One row of the arrays of a schedule.
struct event_state {
  instant early_start;
  instant early_finish;
  instant late_start;
  instant late_finish;
  instant harmless;
  char early_is_morning;
  char late_is_morning;
  friend bool operator==(const event_state&, const event_state&) = default;
};

[[nodiscard]] inline event_state state_at(const schedule_content& c, position p) {
  return {c.early.start[p],          c.early.finish[p], c.late.start[p],
          c.late.finish[p],          c.harmless[p],     c.sides.early_is_morning[p],
          c.sides.late_is_morning[p]};
}

inline void set_state(schedule_content& c, position p, const event_state& s) {
  c.early.start[p] = s.early_start;
  c.early.finish[p] = s.early_finish;
  c.late.start[p] = s.late_start;
  c.late.finish[p] = s.late_finish;
  c.harmless[p] = s.harmless;
  c.sides.early_is_morning[p] = s.early_is_morning;
  c.sides.late_is_morning[p] = s.late_is_morning;
}

/// What is shown of a task or phase, and what it counts for in the whole.
struct shown_row {
  shown_span early;
  shown_span late;
  std::int32_t total_float;
  std::int32_t free_float;
  bool is_open;             ///< a task that is not done: its float counts
  instant finish = always;  ///< counts towards the finish of the plan; `always` of a phase
  friend bool operator==(const shown_row&, const shown_row&) = default;
};

/// Whether a reader sees no difference.
[[nodiscard]] inline bool shows_same(const shown_row& a, const shown_row& b) {
  return a.early == b.early && a.late == b.late && a.total_float == b.total_float &&
         a.free_float == b.free_float;
}

[[nodiscard]] inline task_dates dates_of(const shown_row& row) {
  return {to_date(row.early.first), to_date(row.early.last),   to_date(row.late.first),
          to_date(row.late.last),   workdays(row.total_float), workdays(row.free_float)};
}

[[nodiscard]] inline std::optional<date> finish_date(instant finish) {
  if (finish == always) return std::nullopt;
  return to_date(finish - 1);
}

/// Whether the row of an open task is no bound of the span that joins it with others.
[[nodiscard]] inline bool is_well_within(const shown_row& row, const phase_span& span) {
  return row.is_open && row.early.first > span.early.first && row.early.last < span.early.last &&
         row.late.first > span.late.first && row.late.last < span.late.last &&
         row.total_float > span.total_float && row.free_float > span.free_float;
}

[[nodiscard]] inline shown_row row_at(const schedule_content& c, position p) {
  return {early_at(c, p),      late_at(c, p),          total_float_at(c, p),
          free_float_at(c, p), is_open_task(c.net, p), finish_at(c, p)};
}

[[nodiscard]] inline shown_row row_of(const phase_span& span) {
  return {span.early, span.late, span.total_float, span.free_float, false};
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_EVENT_STATE_HPP
