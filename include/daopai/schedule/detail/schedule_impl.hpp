/// The bodies of class schedule.
#ifndef DAOPAI_SCHEDULE_DETAIL_SCHEDULE_IMPL_HPP
#define DAOPAI_SCHEDULE_DETAIL_SCHEDULE_IMPL_HPP

#include <daopai/schedule/detail/compile.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai {

inline schedule::schedule(std::shared_ptr<content> c) : content_(c) {
  using namespace detail;
  content& it = *c;
  it.early = forward_pass(it.net, it.status);
  for (position p = 0; p < it.net.size(); ++p) {
    if (it.net.is_task(p) && it.net.kind[p] != event_kind::hub) {
      it.finish = std::max(it.finish, it.early.finish[p]);
    }
  }
  it.late = backward_pass(it.net, it.finish);
  check_range();
  it.sides = find_sides(it.net, it.early, it.late);
  it.harmless = latest_harmless_finish(it.net, it.early);
  it.critical = find_critical(it.net, it.early, it.late);
  for (position p = 0; p < it.net.size(); ++p) {
    if (!is_open_task(it.net, p)) continue;
    const workdays total(float_at(it.net, it.early, it.late, p));
    it.least_float = std::min(it.least_float.value_or(total), total);
  }
  span_phases(it);
}

inline void schedule::check_range() const {
  const auto& [net, status, early, late, sides, harmless, critical, phases, least, finish] =
      *content_;
  for (position p = 0; p < net.size(); ++p) {
    if (net.kind[p] == event_kind::hub) continue;
    const bool inside = early.start[p] > first_day && late.start[p] > first_day &&
                        early.finish[p] < last_day && late.finish[p] < last_day;
    if (inside) continue;
    const std::string name = net.is_task(p) ? net.plan[net.task_of(p)].id.text()
                                            : net.plan[net.inspection_of(p)].id.text();
    throw error("the dates of \"" + name + "\" fall outside the years 1400 to 9999");
  }
}

/// From the bottom up, so that a phase finds the spans of the phases below it.
inline void schedule::span_phases(content& c) {
  const auto order = detail::from_the_top(c.net.plan);
  for (auto t = order.rbegin(); t != order.rend(); ++t) {
    if (!c.net.plan.is_phase(*t)) continue;
    c.phases.resize(c.net.plan.tasks().size());
    c.phases[t->index()] = span_of(*t);
  }
}

inline schedule::phase_span schedule::span_of(task_id t) const {
  std::optional<phase_span> span;
  for (const task_id child : plan().children(t)) {
    const phase_span* below = phase(child);
    const phase_span here = below ? *below
                                  : phase_span{early(child),
                                               late(child),
                                               total_float(child).count(),
                                               free_float(child).count(),
                                               is_critical(child),
                                               child,
                                               child};
    if (!span) {
      span = here;
      continue;
    }
    if (here.early.first < span->early.first) span->first = here.first;
    if (here.late.last > span->late.last) span->last = here.last;
    span->early.first = std::min(span->early.first, here.early.first);
    span->early.last = std::max(span->early.last, here.early.last);
    span->late.first = std::min(span->late.first, here.late.first);
    span->late.last = std::max(span->late.last, here.late.last);
    span->total_float = std::min(span->total_float, here.total_float);
    span->free_float = std::min(span->free_float, here.free_float);
    span->is_critical = span->is_critical || here.is_critical;
  }
  return *span;
}

inline detail::shown_span schedule::early(task_id t) const {
  if (const phase_span* span = phase(t)) return span->early;
  return detail::shown_early(content_->net, content_->sides, content_->early, at(t));
}

inline detail::shown_span schedule::late(task_id t) const {
  if (const phase_span* span = phase(t)) return span->late;
  return detail::shown_late(content_->net, content_->sides, content_->early, content_->late, at(t));
}

inline workdays schedule::total_float(task_id t) const {
  if (const phase_span* span = phase(t)) return workdays(span->total_float);
  return workdays(detail::float_at(content_->net, content_->early, content_->late, at(t)));
}

inline workdays schedule::free_float(task_id t) const {
  if (const phase_span* span = phase(t)) return workdays(span->free_float);
  if (content_->net.kind[at(t)] == event_kind::finished) return workdays(0);
  const detail::instant harmless = content_->harmless[at(t)];
  if (harmless == detail::never) return std::max(workdays(0), total_float(t));
  return workdays(detail::free_float_at(content_->net, content_->early, harmless, at(t)));
}

inline workdays schedule::independent_float(task_id t) const {
  const daopai::network& net = content_->net;
  const position p = at(t);
  if (phase(t) || !detail::is_open_task(net, p)) return workdays(0);
  const detail::instant start =
      detail::start_after_late_predecessors(net, content_->late, p, to_day(content_->status));
  const detail::instant harmless = content_->harmless[p];
  const detail::instant finish = harmless == detail::never ? content_->late.finish[p] : harmless;
  const calendar& c = net.calendar_of(p);
  return workdays(std::max(0, c.number_of(finish) - c.number_of(start) - net.duration[p]));
}

inline bool schedule::is_critical(task_id t) const {
  if (const phase_span* span = phase(t)) return span->is_critical;
  return content_->critical[at(t)];
}

inline driver schedule::early_driver(task_id t) const {
  const phase_span* span = phase(t);
  return detail::find_early_driver(content_->net, content_->early, at(span ? span->first : t),
                                   to_day(content_->status));
}

inline driver schedule::late_driver(task_id t) const {
  const phase_span* span = phase(t);
  return detail::find_late_driver(content_->net, content_->late, at(span ? span->last : t));
}

inline std::optional<date> schedule::finish() const {
  if (content_->finish == detail::always) return std::nullopt;
  return to_date(content_->finish - 1);
}

inline inspection_outlook schedule::operator[](inspection_id i) const {
  const date_window& window = plan()[i].window;
  const auto reached = detail::ready_for(content_->net, content_->early, i);
  if (!reached) return {window.first, std::nullopt, std::nullopt};
  const calendar& c = content_->net.calendar_of(content_->net.at(i));
  const auto float_to = [&](const date& d) {
    return workdays(c.number_of(to_day(d)) - c.number_of(*reached));
  };
  return {window.first, float_to(window.first), float_to(window.last)};
}

inline schedule compute_schedule(network net, status_date today) {
  if (today.value.is_special()) throw error("the status date is not a date");
  return schedule(std::make_shared<schedule::content>(
      schedule::content{.net = std::move(net), .status = today.value}));
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DETAIL_SCHEDULE_IMPL_HPP
