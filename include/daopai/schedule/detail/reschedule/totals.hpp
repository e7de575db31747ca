/// The finish and the least float of a plan, kept up to its tasks without looking at all of them.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_TOTALS_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_TOTALS_HPP

#include <daopai/schedule/detail/reschedule/event_state.hpp>

namespace daopai::detail {

/// Each extreme is kept with the number of tasks that have it. When the last of them leaves it, it
/// is still a bound of all others, and the true one must be sought.
class plan_totals {
public:
  /// The last early finish of all tasks; `always` without tasks.
  [[nodiscard]] instant finish() const { return finish_; }

  /// O(events).
  void count_all(const schedule_content& c) {
    count_finishes(c);
    seek_least_float(c);
  }

  /// O(events).
  void count_finishes(const schedule_content& c) {
    finish_ = always;
    finishing_ = 0;
    for (position p = 0; p < c.net.size(); ++p) add_finish(finish_at(c, p));
  }

  /// A task that finished at `was` now finishes at `is`.
  void recount_finish(instant was, instant is) {
    if (was == finish_) --finishing_;
    add_finish(is);
  }
  [[nodiscard]] bool must_count_finishes() const { return finishing_ == 0; }

  /// A task that showed `was` now shows `is`.
  void recount_float(const shown_row& was, const shown_row& is) {
    if (was.is_open && was.total_float == least_float_) --with_least_;
    if (is.is_open) add_float(is.total_float);
  }

  /// The least float of all tasks not yet finished. O(1), or O(events) if it must be sought.
  [[nodiscard]] std::optional<std::int32_t> least_float(const schedule_content& c) {
    if (with_least_ == 0) seek_least_float(c);
    return least_float_;
  }

private:
  void add_finish(instant finish) {
    if (finish == always || finish < finish_) return;
    finishing_ = finish == finish_ ? finishing_ + 1 : 1;
    finish_ = finish;
  }

  void add_float(std::int32_t total) {
    const bool is_less = !least_float_ || total < *least_float_;
    if (!is_less && total > *least_float_) return;
    with_least_ = is_less ? 1 : with_least_ + 1;
    least_float_ = total;
  }

  void seek_least_float(const schedule_content& c) {
    least_float_.reset();
    with_least_ = 0;
    for (position p = 0; p < c.net.size(); ++p) {
      if (is_open_task(c.net, p)) add_float(total_float_at(c, p));
    }
  }

  instant finish_ = always;
  std::uint32_t finishing_ = 0;
  std::optional<std::int32_t> least_float_{};
  std::uint32_t with_least_ = 0;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_TOTALS_HPP
