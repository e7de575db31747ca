/// A plan as bare arrays, the way the kernels take it.
#ifndef DAOPAI_SCHEDULE_KERNEL_PLAN_ARRAYS_HPP
#define DAOPAI_SCHEDULE_KERNEL_PLAN_ARRAYS_HPP

#include <daopai/plan/dependency.hpp>
#include <daopai/schedule/kernel/buffer.hpp>
#include <daopai/schedule/kernel/calendar_tables.hpp>

#include <optional>

namespace daopai::kernel {

/// A dependency as its successor sees it.
struct link {
  std::uint32_t predecessor;  ///< index of the task
  std::int32_t lag;           ///< working days of the successor's calendar; negative is a lead
};

inline constexpr std::uint32_t no_task = ~std::uint32_t{0};
/// Later than any date that a plan may hold; half-way to the limit, so that a lag can be added.
inline constexpr std::int32_t never = std::int32_t{1} << 30;
inline constexpr std::int32_t no_deadline = never;

/// Tasks are numbered 0 to durations.size() - 1, in any order. All dates are offsets, half-open: a
/// task works on [start, finish), and a milestone is the instant start == finish.
///
/// Without `tables` an offset is a number of working days: all tasks share one calendar, and the
/// reader turns numbers into dates when asked (the day of the first working day `start`, of the
/// last working day `finish - 1`). With `tables` an offset is a day of their range, each task works
/// on its own calendar, and dependencies mean what they mean in a `plan`.
///
/// The arrays stay the caller's; an empty one means what is said beside it.
struct plan_arrays {
  /// By task, and one more: the links of task t are links[first_link[t]] up to, not including,
  /// links[first_link[t + 1]].
  array_view<std::uint32_t> first_link{};
  array_view<link> links{};
  array_view<std::int32_t> durations{};     ///< working days, 0 for a milestone
  array_view<dependency_kind> kinds{};      ///< by link; empty: all finish-to-start
  array_view<std::int32_t> not_before{};    ///< by task, earliest start; empty: none
  array_view<std::int32_t> deadlines{};     ///< by task, latest finish or no_deadline; empty: none
  array_view<std::uint16_t> calendars{};    ///< by task, into `tables`; empty: all the first
  const calendar_tables* tables = nullptr;  ///< must outlive what is compiled from it
  std::int32_t start = 0;                   ///< no task starts before
  std::optional<std::int32_t> finish_by{};  ///< holds the tasks that neither a deadline nor a
                                            ///< successor holds; none: the last early finish

  [[nodiscard]] std::size_t size() const { return durations.size(); }
};

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_PLAN_ARRAYS_HPP
