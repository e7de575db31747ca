/// All that a schedule holds of one event, and all that it shows of one task.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_EVENT_STATE_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_EVENT_STATE_HPP

#include <daopai/schedule/schedule.hpp>

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

[[nodiscard]] inline shown_row row_at(const schedule_content& c, position p) {
  return {early_at(c, p),      late_at(c, p),          total_float_at(c, p),
          free_float_at(c, p), is_open_task(c.net, p), finish_at(c, p)};
}

[[nodiscard]] inline shown_row row_of(const phase_span& span) {
  return {span.early, span.late, span.total_float, span.free_float, false};
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_EVENT_STATE_HPP
