/// What a phase shows: the span of all below it, and the least of their floats.
#ifndef DAOPAI_SCHEDULE_DETAIL_PHASE_SPANS_HPP
#define DAOPAI_SCHEDULE_DETAIL_PHASE_SPANS_HPP

#include <daopai/schedule/detail/content.hpp>
#include <daopai/schedule/detail/limits.hpp>

namespace daopai::detail {

[[nodiscard]] inline shown_span join(const shown_span& a, const shown_span& b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

/// The lesser of two floats; what is done has none.
[[nodiscard]] inline std::int32_t join_floats(bool a_is_done, std::int32_t a, bool b_is_done,
                                              std::int32_t b) {
  if (a_is_done != b_is_done) return a_is_done ? b : a;
  return std::min(a, b);
}

[[nodiscard]] inline phase_span join(const phase_span& a, const phase_span& b) {
  return {.early = join(a.early, b.early),
          .late = join(a.late, b.late),
          .total_float = join_floats(a.is_done, a.total_float, b.is_done, b.total_float),
          .free_float = join_floats(a.is_done, a.free_float, b.is_done, b.free_float),
          .is_done = a.is_done && b.is_done,
          .is_critical = a.is_critical || b.is_critical,
          .first = b.early.first < a.early.first ? b.first : a.first,
          .last = b.late.last > a.late.last ? b.last : a.last};
}

/// What a task adds to the span of its phase, or a phase to that of the phase above it.
[[nodiscard]] inline phase_span span_of(const schedule_content& c, task_id t) {
  if (c.net.plan.is_phase(t)) return *c.phases[t.index()];
  const position p = c.net.at(t);
  return {early_at(c, p),
          late_at(c, p),
          total_float_at(c, p),
          free_float_at(c, p),
          is_done(c.net, p),
          c.critical[p] != 0,
          t,
          t};
}

/// O(what lies directly below).
[[nodiscard]] inline phase_span span_below(const schedule_content& c, task_id phase) {
  const std::vector<task_id>& children = c.net.plan.children(phase);
  phase_span span = span_of(c, children.front());
  for (std::size_t i = 1; i < children.size(); ++i) span = join(span, span_of(c, children[i]));
  return span;
}

/// From the bottom up, so that a phase finds the spans of the phases below it. O(tasks).
template <only<schedule_content> Content>
void span_phases(Content& c) {
  if (!c.net.has_phases) return;
  const auto order = from_the_top(c.net.plan);
  for (std::size_t i = order.size(); i-- > 0;) {
    if (!c.net.plan.is_phase(order[i])) continue;
    c.phases.resize(c.net.plan.tasks().size());
    c.phases[order[i].index()] = span_below(c, order[i]);
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_PHASE_SPANS_HPP
