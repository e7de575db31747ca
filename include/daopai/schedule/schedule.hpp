/// The answer: dates, floats and drivers of every task, counted both ways.
#ifndef DAOPAI_SCHEDULE_SCHEDULE_HPP
#define DAOPAI_SCHEDULE_SCHEDULE_HPP

#include <daopai/schedule/detail/criticality.hpp>
#include <daopai/schedule/detail/shown_dates.hpp>
#include <daopai/schedule/detail/slack.hpp>
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
/// spans what lies below it, and its floats are the least below it. Floats are working days of the
/// task's own calendar; a negative total float says by how many days the task comes too late.
/// Copies are cheap. All look-ups are O(1) unless they say otherwise.
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

  /// What sets the early dates; for a phase, those of the task that makes it start first.
  /// O(links of the task).
  [[nodiscard]] driver early_driver(task_id t) const;
  /// What sets the late dates; for a phase, those of the task that makes it finish last.
  /// O(links of the task).
  [[nodiscard]] driver late_driver(task_id t) const;

  /// The last early finish of all tasks; nothing for a plan without tasks.
  [[nodiscard]] std::optional<date> finish() const;
  /// The least total float of all tasks not yet finished.
  [[nodiscard]] std::optional<workdays> least_float() const { return content_->least_float; }

  [[nodiscard]] inspection_outlook operator[](inspection_id i) const;

  // For algorithms that work on the compiled plan.
  [[nodiscard]] const daopai::network& network() const { return content_->net; }
  [[nodiscard]] const event_dates& early_dates() const { return content_->early; }
  [[nodiscard]] const event_dates& late_dates() const { return content_->late; }

private:
  struct phase_span {
    detail::shown_span early;
    detail::shown_span late;
    std::int32_t total_float;
    std::int32_t free_float;
    bool is_critical;
    task_id first;  ///< the task below it that starts first
    task_id last;   ///< the task below it that must finish last
  };
  struct content {
    daopai::network net;
    date status;
    event_dates early{};
    event_dates late{};
    detail::instant_sides sides{};
    std::vector<detail::instant> harmless{};  // latest finish that moves no successor, by position
    std::vector<bool> critical{};             // by position
    std::vector<std::optional<phase_span>> phases{};  // by task; empty without phases
    std::optional<workdays> least_float{};
    detail::instant finish = detail::always;
  };

  friend schedule compute_schedule(daopai::network, status_date);
  explicit schedule(std::shared_ptr<content> c);

  [[nodiscard]] position at(task_id t) const { return content_->net.at(t); }
  [[nodiscard]] const phase_span* phase(task_id t) const {
    const auto& phases = content_->phases;
    return phases.empty() || !phases[t.index()] ? nullptr : &*phases[t.index()];
  }
  [[nodiscard]] detail::shown_span early(task_id t) const;
  [[nodiscard]] detail::shown_span late(task_id t) const;
  [[nodiscard]] phase_span span_of(task_id t) const;
  void span_phases(content& c);
  void check_range() const;

  std::shared_ptr<const content> content_;
};

/// Both passes and all floats. O(tasks + dependencies), nothing recursive.
/// @throws daopai::error if a date falls outside the years 1400 to 9999.
[[nodiscard]] schedule compute_schedule(network net, status_date today);

/// Compiles the plan first; see compile().
[[nodiscard]] inline schedule compute_schedule(const plan& p, status_date today) {
  return compute_schedule(compile(p), today);
}

}  // namespace daopai

#include <daopai/schedule/detail/schedule_impl.hpp>

#endif  // DAOPAI_SCHEDULE_SCHEDULE_HPP
