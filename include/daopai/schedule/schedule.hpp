/// The answer: dates, floats and drivers of every task, counted both ways.
#ifndef DAOPAI_SCHEDULE_SCHEDULE_HPP
#define DAOPAI_SCHEDULE_SCHEDULE_HPP

#include <daopai/schedule/detail/compute.hpp>
#include <daopai/schedule/detail/content.hpp>
#include <daopai/schedule/driver.hpp>
#include <daopai/schedule/network.hpp>
#include <daopai/schedule/passes.hpp>

#include <memory>

namespace daopai {

/// The day a schedule is seen from: nothing that is not done can happen before it.
struct status_date {
  explicit status_date(date d) : value(d) {}
  date value;
};

/// How one inspection stands.
struct inspection_outlook {
  date first_day;                             ///< what everything is planned back from
  std::optional<workdays> total_float;        ///< to the first day; none if it waits for nothing
  std::optional<workdays> float_to_last_day;  ///< to the last day of the window
};

/// Dates are inclusive working dates. A milestone starts and finishes on one date: the finish date
/// of what it waits for, or the day itself where a start, not_before or today sets it. A phase
/// spans what lies below it, and its floats are the least below it, of what is not done. Floats are
/// working days of the task's own calendar; a negative total float says by how many days the task
/// comes too late. A task that is done shows the dates of its work both ways; it has no float and
/// is not critical. Copies are cheap. All look-ups are O(1) unless they say otherwise.
class schedule {
public:
  [[nodiscard]] const daopai::plan& plan() const { return content_->net.plan; }
  [[nodiscard]] const date& status() const { return content_->status; }

  [[nodiscard]] date early_start(task_id t) const { return to_date(early(t).first); }
  [[nodiscard]] date early_finish(task_id t) const { return to_date(early(t).last); }
  [[nodiscard]] date late_start(task_id t) const { return to_date(late(t).first); }
  [[nodiscard]] date late_finish(task_id t) const { return to_date(late(t).last); }

  /// How far the task may slip before something dated is missed.
  [[nodiscard]] workdays total_float(task_id t) const;
  /// How far it may slip before a task after it moves; never negative.
  [[nodiscard]] workdays free_float(task_id t) const;
  /// How far it may slip even if all before it come as late as they may and none after it moves;
  /// never negative. O(links of the task); a phase has none.
  [[nodiscard]] workdays independent_float(task_id t) const;

  /// On a longest chain to the anchor that holds the task, whatever that chain's float.
  [[nodiscard]] bool is_critical(task_id t) const;

  /// What sets the early dates; for a phase, those of the task that makes it start first. A task
  /// that is done shows the dates of its work, but if something before it is not done, this names
  /// what it still passes on. O(links of the task).
  [[nodiscard]] driver early_driver(task_id t) const;
  /// What sets the late dates; for a phase, those of the task that makes it finish last; for a task
  /// that is done and still passes something on, those of that. O(links of the task).
  [[nodiscard]] driver late_driver(task_id t) const;

  /// The last early finish of all tasks; nothing for a plan without tasks.
  [[nodiscard]] std::optional<date> finish() const;
  /// The least total float of all tasks not yet finished.
  [[nodiscard]] std::optional<workdays> least_float() const;

  [[nodiscard]] inspection_outlook operator[](inspection_id i) const;

  // For algorithms that work on the compiled plan.
  [[nodiscard]] const daopai::network& network() const { return content_->net; }
  [[nodiscard]] const event_dates& early_dates() const { return content_->early; }
  [[nodiscard]] const event_dates& late_dates() const { return content_->late; }

  /// For compute_schedule() and living_schedule.
  explicit schedule(std::shared_ptr<const detail::schedule_content> content)
      : content_(std::move(content)) {}

private:
  [[nodiscard]] position at(task_id t) const { return content_->net.at(t); }
  [[nodiscard]] const detail::phase_span* phase(task_id t) const {
    const auto& phases = content_->phases;
    return phases.empty() || !phases[t.index()] ? nullptr : &*phases[t.index()];
  }
  [[nodiscard]] detail::shown_span early(task_id t) const {
    const detail::phase_span* span = phase(t);
    return span ? span->early : detail::early_at(*content_, at(t));
  }
  [[nodiscard]] detail::shown_span late(task_id t) const {
    const detail::phase_span* span = phase(t);
    return span ? span->late : detail::late_at(*content_, at(t));
  }

  std::shared_ptr<const detail::schedule_content> content_;
};

/// Both passes and all floats. O(tasks + dependencies), nothing recursive.
/// @throws daopai::error if a date falls outside the years 1400 to 9999.
template <only<network> Network>
[[nodiscard]] schedule compute_schedule(Network net, status_date today) {
  return schedule(std::make_shared<const detail::schedule_content>(
      detail::schedule_computer<Network>(std::move(net), today.value).run()));
}

/// Compiles the plan first; see compile().
template <only<plan> Plan>
[[nodiscard]] schedule compute_schedule(const Plan& p, status_date today) {
  return compute_schedule(compile(p), today);
}

// ---------------------------------------------------------------------------------------------

inline workdays schedule::total_float(task_id t) const {
  const detail::phase_span* span = phase(t);
  return workdays(span ? span->total_float : detail::total_float_at(*content_, at(t)));
}

inline workdays schedule::free_float(task_id t) const {
  const detail::phase_span* span = phase(t);
  return workdays(span ? span->free_float : detail::free_float_at(*content_, at(t)));
}

inline workdays schedule::independent_float(task_id t) const {
  const daopai::network& net = content_->net;
  const position p = at(t);
  if (phase(t) || !detail::is_open_task(net, p)) return workdays(0);
  const detail::instant start = detail::start_after_late_predecessors(*content_, p);
  const detail::instant harmless = content_->harmless[p];
  const detail::instant finish = harmless == detail::never ? content_->late.finish[p] : harmless;
  const calendar& c = net.calendar_of(p);
  return workdays(std::max(0, c.number_of(finish) - c.number_of(start) - net[p].duration));
}

inline bool schedule::is_critical(task_id t) const {
  const detail::phase_span* span = phase(t);
  return span ? span->is_critical : content_->critical[at(t)] != 0;
}

inline driver schedule::early_driver(task_id t) const {
  const detail::phase_span* span = phase(t);
  return detail::find_early_driver(content_->net, content_->early, at(span ? span->first : t),
                                   to_day(content_->status));
}

inline driver schedule::late_driver(task_id t) const {
  const detail::phase_span* span = phase(t);
  const position p = at(span ? span->last : t);
  const bool is_settled =
      detail::is_done(content_->net, p) && !detail::is_held_up(content_->net, content_->early, p);
  if (is_settled) return {driven_by::progress};
  return detail::find_late_driver(content_->net, content_->late, p);
}

inline std::optional<date> schedule::finish() const {
  if (content_->finish == detail::always) return std::nullopt;
  return to_date(content_->finish - 1);
}

inline std::optional<workdays> schedule::least_float() const {
  if (!content_->least_float) return std::nullopt;
  return workdays(*content_->least_float);
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

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_SCHEDULE_HPP
