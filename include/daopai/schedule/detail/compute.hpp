/// From a network to all that a schedule holds.
#ifndef DAOPAI_SCHEDULE_DETAIL_COMPUTE_HPP
#define DAOPAI_SCHEDULE_DETAIL_COMPUTE_HPP

#include <daopai/plan/detail/words.hpp>
#include <daopai/schedule/detail/compile.hpp>
#include <daopai/schedule/detail/content.hpp>

namespace daopai::detail {

template <class Network>
class schedule_computer {
public:
  schedule_computer(Network net, const date& status)
      : it_{.net = std::move(net), .status = status} {}

  schedule_content run() {
    if (it_.status.is_special()) throw error("the status date is not a date");
    it_.early = forward_pass(it_.net, it_.status);
    find_finish();
    it_.late = backward_pass(it_.net, it_.finish);
    check_range();
    it_.sides = find_sides(it_.net, it_.early, it_.late);
    it_.harmless = latest_harmless_finish(it_.net, it_.early);
    it_.critical = find_critical(it_.net, it_.early, it_.late);
    find_least_float();
    span_phases();
    return std::move(it_);
  }

private:
  void find_finish() {
    for (position p = 0; p < it_.net.size(); ++p) {
      const event_kind kind = it_.net[p].kind;
      if (kind == event_kind::hub || kind == event_kind::inspection) continue;
      const instant finish =
          is_done(it_.net, p) ? work_done(it_.net, p).finish : it_.early.finish[p];
      it_.finish = std::max(it_.finish, finish);
    }
  }

  void check_range() const {
    for (position p = 0; p < it_.net.size(); ++p) {
      if (it_.net[p].kind == event_kind::hub) continue;
      const bool is_free = is_done(it_.net, p) && it_.late.finish[p] == never;
      if (is_inside(it_.early, p) && (is_free || is_inside(it_.late, p))) continue;
      throw error("the dates of " + in_quotes(name_of(p)) + " fall outside the years 1400 to 9999");
    }
  }

  [[nodiscard]] static bool is_inside(const event_dates& dates, position p) {
    return dates.start[p] > first_day && dates.finish[p] < last_day;
  }

  [[nodiscard]] const std::string& name_of(position p) const {
    const Network& net = it_.net;
    return net.is_task(p) ? net.plan[net.task_of(p)].id.text()
                          : net.plan[net.inspection_of(p)].id.text();
  }

  void find_least_float() {
    for (position p = 0; p < it_.net.size(); ++p) {
      if (!is_open_task(it_.net, p)) continue;
      const std::int32_t total = total_float_at(it_, p);
      it_.least_float = std::min(it_.least_float.value_or(total), total);
    }
  }

  /// From the bottom up, so that a phase finds the spans of the phases below it.
  void span_phases() {
    const auto order = from_the_top(it_.net.plan);
    for (std::size_t i = order.size(); i-- > 0;) {
      if (!it_.net.plan.is_phase(order[i])) continue;
      it_.phases.resize(it_.net.plan.tasks().size());
      it_.phases[order[i].index()] = span_below(order[i]);
    }
  }

  [[nodiscard]] phase_span span_below(task_id phase) const {
    std::optional<phase_span> span;
    for (const task_id child : it_.net.plan.children(phase)) {
      const phase_span here = span_of(child);
      span = span ? join(*span, here) : here;
    }
    return *span;
  }

  [[nodiscard]] phase_span span_of(task_id t) const {
    if (it_.net.plan.is_phase(t)) return *it_.phases[t.index()];
    const position p = it_.net.at(t);
    return {early_at(it_, p),
            late_at(it_, p),
            total_float_at(it_, p),
            free_float_at(it_, p),
            is_done(it_.net, p),
            it_.critical[p] != 0,
            t,
            t};
  }

  [[nodiscard]] static phase_span join(const phase_span& a, const phase_span& b) {
    return {.early = join(a.early, b.early),
            .late = join(a.late, b.late),
            .total_float = join(a.is_done, a.total_float, b.is_done, b.total_float),
            .free_float = join(a.is_done, a.free_float, b.is_done, b.free_float),
            .is_done = a.is_done && b.is_done,
            .is_critical = a.is_critical || b.is_critical,
            .first = b.early.first < a.early.first ? b.first : a.first,
            .last = b.late.last > a.late.last ? b.last : a.last};
  }
  /// The lesser of two floats; what is done has none.
  [[nodiscard]] static std::int32_t join(bool a_is_done, std::int32_t a, bool b_is_done,
                                         std::int32_t b) {
    if (a_is_done != b_is_done) return a_is_done ? b : a;
    return std::min(a, b);
  }
  [[nodiscard]] static shown_span join(const shown_span& a, const shown_span& b) {
    return {std::min(a.first, b.first), std::max(a.last, b.last)};
  }

  schedule_content it_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_COMPUTE_HPP
