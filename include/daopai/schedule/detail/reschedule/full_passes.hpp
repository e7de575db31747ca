/// Falling back: arrays computed in full where too much moves.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_FULL_PASSES_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_FULL_PASSES_HPP

#include <daopai/schedule/detail/full_dates.hpp>
#include <daopai/schedule/detail/reschedule/journal.hpp>

namespace daopai::detail {

/// Each computes its arrays anew and hands the former ones to `saved`. O(events + links).

inline void renew_early(schedule_content& c, saved_arrays& saved) {
  saved.early = std::move(c.early);
  saved.sides.early_is_morning = std::move(c.sides.early_is_morning);
  compute_early_dates(c);
}

inline void renew_late(schedule_content& c, saved_arrays& saved) {
  saved.late = std::move(c.late);
  saved.sides.late_is_morning = std::move(c.sides.late_is_morning);
  saved.harmless = std::move(c.harmless);
  compute_late_dates(c);
}

/// Exchanges what was saved with what stands there now.
inline void swap_arrays(schedule_content& c, saved_arrays& saved) {
  if (!saved.early.start.empty()) {
    std::swap(c.early, saved.early);
    std::swap(c.sides.early_is_morning, saved.sides.early_is_morning);
  }
  if (!saved.harmless.empty()) std::swap(c.harmless, saved.harmless);
  if (!saved.late.start.empty()) {
    std::swap(c.late, saved.late);
    std::swap(c.sides.late_is_morning, saved.sides.late_is_morning);
  }
}

/// The event as it stood in the saved arrays.
[[nodiscard]] inline event_state state_before(const schedule_content& c, const saved_arrays& saved,
                                              position p) {
  event_state state = state_at(c, p);
  if (!saved.early.start.empty()) {
    state.early_start = saved.early.start[p];
    state.early_finish = saved.early.finish[p];
    state.early_is_morning = saved.sides.early_is_morning[p];
  }
  if (!saved.harmless.empty()) state.harmless = saved.harmless[p];
  if (!saved.late.start.empty()) {
    state.late_start = saved.late.start[p];
    state.late_finish = saved.late.finish[p];
    state.late_is_morning = saved.sides.late_is_morning[p];
  }
  return state;
}

[[nodiscard]] inline bool is_task_event(const network& net, position p) {
  return is_open_task(net, p) || is_done(net, p);
}

/// Notes what every task showed whose dates differ from those in the saved arrays. O(events).
inline void show_before(journal& j, schedule_content& c, const saved_arrays& saved) {
  for (position p = 0; p < c.net.size(); ++p) {
    const node n = c.net[p].node;
    if (!j.is_new(n) || !is_task_event(c.net, p)) continue;
    const event_state is = state_at(c, p);
    const event_state was = state_before(c, saved, p);
    if (is == was) continue;
    set_state(c, p, was);
    j.see(n);
    j.show(c.net.task_of(p), row_at(c, p));
    set_state(c, p, is);
  }
}

/// Notes what every task and phase shows in `was` that shows something else in `is`: the same plan
/// with other links. O(tasks).
inline void show_before(journal& j, const schedule_content& was, const schedule_content& is) {
  for (std::size_t i = 0; i < is.net.plan.tasks().size(); ++i) {
    const task_id t(i);
    if (!j.is_new(link_graph::node_of(t))) continue;
    const bool is_phase = is.net.plan.is_phase(t);
    const shown_row before = is_phase ? row_of(*was.phases[i]) : row_at(was, was.net.at(t));
    const shown_row after = is_phase ? row_of(*is.phases[i]) : row_at(is, is.net.at(t));
    if (before == after) continue;
    j.see(link_graph::node_of(t));
    j.show(t, before);
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_FULL_PASSES_HPP
