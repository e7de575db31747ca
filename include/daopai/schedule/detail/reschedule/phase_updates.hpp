/// Keeping the spans of phases up to what lies below them.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_PHASE_UPDATES_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_PHASE_UPDATES_HPP

#include <daopai/schedule/detail/reschedule/journal.hpp>
#include <daopai/schedule/detail/reschedule/position_set.hpp>

namespace daopai::detail {

/// Phases whose span must be looked at again, lowest first.
class phase_updates {
public:
  phase_updates() = default;
  /// O(tasks) if the plan has phases, else O(1).
  explicit phase_updates(const schedule_content& c) : due_(c.phases.empty() ? 0 : c.phases.size()) {
    if (c.phases.empty()) return;
    order_ = from_the_top(c.net.plan);
    rank_.resize(order_.size());
    for (std::uint32_t r = 0; r < order_.size(); ++r) rank_[order_[r].index()] = r;
  }

  /// Looks at the phases above all tasks that the journal shows. O(children) of each phase with a
  /// task that was, or is, first, last or without more float than others; O(1) for all others.
  void run(schedule_content& c, journal& j) {
    if (order_.empty()) return;
    for (const shown_before& b : j.before()) {
      if (moves_a_bound(c, b)) insert_parent(c, b.task);
    }
    while (!due_.empty()) {
      const task_id phase = order_[due_.take_last()];
      const phase_span was = *c.phases[phase.index()];
      phase_span is = span_below(c, phase);
      is.is_critical = was.is_critical;  // marks are brought up to date apart
      if (is == was) continue;
      j.save(saved_phase{phase, was});
      show(j, phase, was);
      c.phases[phase.index()] = is;
      insert_parent(c, phase);
    }
  }

  /// Puts the spans of the last transaction back, but for the marks: these are kept apart.
  static void undo(schedule_content& c, journal& j) {
    const auto saved = j.phases();
    for (std::size_t i = saved.size(); i-- > 0;) {
      auto& span = c.phases[saved[i].phase.index()];
      show(j, saved[i].phase, *span);
      const bool is_critical = span->is_critical;
      span = saved[i].was;
      span->is_critical = is_critical;
    }
  }

  /// Marks each phase that has a critical task below it, and no other. O(tasks).
  void mark(schedule_content& c) const {
    for (const task_id t : order_) {
      if (c.net.plan.is_phase(t)) c.phases[t.index()]->is_critical = false;
    }
    for (std::size_t r = order_.size(); r-- > 0;) {
      const auto above = c.net.plan.parent(order_[r]);
      if (above && span_of(c, order_[r]).is_critical) {
        c.phases[above->index()]->is_critical = true;
      }
    }
  }

private:
  [[nodiscard]] static bool moves_a_bound(const schedule_content& c, const shown_before& b) {
    const auto above = c.net.plan.parent(b.task);
    if (!above) return false;
    const phase_span& span = *c.phases[above->index()];
    return !is_well_within(b.row, span) || !is_well_within(row_at(c, c.net.at(b.task)), span);
  }

  void insert_parent(const schedule_content& c, task_id t) {
    if (const auto above = c.net.plan.parent(t)) due_.insert(rank_[above->index()]);
  }

  static void show(journal& j, task_id phase, const phase_span& was) {
    if (!j.is_new(link_graph::node_of(phase))) return;
    j.see(link_graph::node_of(phase));
    j.show(phase, row_of(was));
  }

  std::vector<task_id> order_{};       // each after its phase
  std::vector<std::uint32_t> rank_{};  // in that order, by task
  position_set due_{0};
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_PHASE_UPDATES_HPP
