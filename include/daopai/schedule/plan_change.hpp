/// One fact of a plan that turns out otherwise: a duration, a date, a lag, progress.
#ifndef DAOPAI_SCHEDULE_PLAN_CHANGE_HPP
#define DAOPAI_SCHEDULE_PLAN_CHANGE_HPP

#include <daopai/plan/plan.hpp>

namespace daopai {

/// The place of a dependency in plan::dependencies().
using dependency_id = id<dependency>;

/// A fact and its new value. Made by the functions named after what they change; what a value may
/// be is what the builder accepts.
class plan_change {
public:
  [[nodiscard]] static plan_change duration(task_id t, workdays length) {
    return {of::duration, t.index(), {}, length};
  }
  /// The task's own; nothing takes it away.
  [[nodiscard]] static plan_change deadline(task_id t, std::optional<daopai::deadline> value) {
    plan_change made{of::deadline, t.index()};
    if (value) made.dates_.started = value->last_day;
    return made;
  }
  /// The task's own; nothing takes it away.
  [[nodiscard]] static plan_change not_before(task_id t, std::optional<daopai::not_before> value) {
    plan_change made{of::not_before, t.index()};
    if (value) made.dates_.started = value->first_day;
    return made;
  }
  /// All that is known of the work: what `value` leaves out is no longer known.
  [[nodiscard]] static plan_change progress(task_id t, const daopai::progress& value) {
    return {of::progress, t.index(), value};
  }
  [[nodiscard]] static plan_change lag(dependency_id d, daopai::lag value) {
    return {of::lag, d.index(), {}, value};
  }
  [[nodiscard]] static plan_change window(inspection_id i, const date_window& value) {
    return {of::window, i.index(), {.started = value.first, .finished = value.last}};
  }
  /// The day from which the plan is seen.
  [[nodiscard]] static plan_change status_date(date value) {
    return {of::status_date, 0, {.started = value}};
  }

  enum class of : std::uint8_t {
    duration,
    deadline,
    not_before,
    progress,
    lag,
    window,
    status_date,
  };

  // What was said.

  [[nodiscard]] of what() const { return what_; }
  [[nodiscard]] task_id task() const { return task_id(index_); }  ///< of the first four
  [[nodiscard]] dependency_id dependency() const { return dependency_id(index_); }
  [[nodiscard]] inspection_id inspection() const { return inspection_id(index_); }

  [[nodiscard]] workdays new_duration() const { return workdays(length_.amount()); }
  [[nodiscard]] std::optional<daopai::deadline> new_deadline() const {
    if (!dates_.started) return std::nullopt;
    return daopai::deadline(*dates_.started);
  }
  [[nodiscard]] std::optional<daopai::not_before> new_not_before() const {
    if (!dates_.started) return std::nullopt;
    return daopai::not_before(*dates_.started);
  }
  [[nodiscard]] const daopai::progress& new_progress() const { return dates_; }
  [[nodiscard]] daopai::lag new_lag() const { return length_; }
  [[nodiscard]] date_window new_window() const { return {*dates_.started, *dates_.finished}; }
  [[nodiscard]] date new_status_date() const { return *dates_.started; }

private:
  plan_change(of what, std::size_t index, const daopai::progress& dates = {},
              daopai::lag length = workdays(0))
      : what_(what), index_(static_cast<std::uint32_t>(index)), dates_(dates), length_(length) {}

  of what_;
  std::uint32_t index_;
  daopai::progress dates_;  // or one date, or the two of a window, in its place
  daopai::lag length_;      // or a duration
};

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_PLAN_CHANGE_HPP
