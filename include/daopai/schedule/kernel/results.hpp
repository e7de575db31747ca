/// What the passes answer, and how it is read.
#ifndef DAOPAI_SCHEDULE_KERNEL_RESULTS_HPP
#define DAOPAI_SCHEDULE_KERNEL_RESULTS_HPP

#include <daopai/schedule/kernel/network.hpp>

namespace daopai::kernel {

/// How much is computed.
enum class extent : std::uint8_t {
  dates,  ///< both passes and total float
  all,    ///< and free float, and what drives each early start
};

/// All answers for one task.
struct task_result {
  std::int32_t early_start;
  std::int32_t early_finish;
  std::int32_t late_start;
  std::int32_t late_finish;
  std::int32_t total_float;  ///< working days of the task's calendar; negative: too late by so many
  std::int32_t free_float;   ///< likewise, never negative; 0 unless extent::all
  std::uint32_t driver;      ///< the predecessor that sets the early start, or no_task; of several
                             ///< one by a finish-to-start link, of these the first given
  friend bool operator==(const task_result&, const task_result&) = default;
};

/// Answers by position, as the passes leave them. Starts are kept only where there are calendars;
/// elsewhere they are the finish less the duration.
struct results {
  /// The latest finish that keeps every deadline, and beside it the free float, as the backward
  /// pass pushes both at once.
  struct late_end {
    std::int32_t finish;
    std::int32_t free_float;
  };
  extent computed = extent::dates;
  buffer<std::int32_t> early_start{};
  buffer<std::int32_t> early_finish{};
  buffer<std::int32_t> late_start{};
  buffer<std::int32_t> late_finish{};  ///< extent::dates
  buffer<late_end> late{};             ///< extent::all
  buffer<std::int32_t> total_float{};
  buffer<position> driver{};
  std::int32_t finish = 0;  ///< the last early finish, or the start of a plan without tasks

  [[nodiscard]] std::size_t bytes() const {
    return early_start.bytes() + early_finish.bytes() + late_start.bytes() + late_finish.bytes() +
           late.bytes() + total_float.bytes() + driver.bytes();
  }
};

/// The answers at a position; `driver` is a task. O(1).
[[nodiscard]] task_result result_at(const network& net, const results& r, position p);

/// The answers for a task of the plan. O(1).
[[nodiscard]] inline task_result result_of(const network& net, const results& r,
                                           std::uint32_t task) {
  return result_at(net, r, net.position_of[task]);
}

/// All answers in the order of the plan, once: as dear as a pass, for the places lie scattered.
/// @param into  one for each task
void export_results(const network& net, const results& r, task_result* into);

// ---------------------------------------------------------------------------------------------

inline task_result result_at(const network& net, const results& r, position p) {
  const bool all = r.computed == extent::all;
  const bool dated = !r.early_start.empty();
  const std::int32_t late_finish = all ? r.late[p].finish : r.late_finish[p];
  const position driver = all ? r.driver[p] : no_task;
  return {.early_start = dated ? r.early_start[p] : r.early_finish[p] - net.duration[p],
          .early_finish = r.early_finish[p],
          .late_start = dated ? r.late_start[p] : late_finish - net.duration[p],
          .late_finish = late_finish,
          .total_float = r.total_float[p],
          .free_float = all ? r.late[p].free_float : 0,
          .driver = driver == no_task ? no_task : net.task[driver]};
}

inline void export_results(const network& net, const results& r, task_result* into) {
  for (std::size_t t = 0; t < net.size(); ++t) {
    into[t] = result_at(net, r, net.position_of[t]);
  }
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_RESULTS_HPP
