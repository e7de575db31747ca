/// From the arrays of a plan to its answers in one call, in memory that is used again.
#ifndef DAOPAI_SCHEDULE_KERNEL_SOLVE_HPP
#define DAOPAI_SCHEDULE_KERNEL_SOLVE_HPP

#include <daopai/schedule/kernel/compile.hpp>
#include <daopai/schedule/kernel/compute.hpp>
#include <daopai/schedule/kernel/detail/in_order.hpp>

namespace daopai::kernel {

/// All that computing a plan needs and answers. Kept and used again, it allocates nothing for a
/// plan no larger than those before.
struct workspace {
  network net{};
  results answer{};
  compile_memory sorting{};

  [[nodiscard]] task_result operator[](std::uint32_t task) const {
    return result_of(net, answer, task);
  }
};

/// Sorts the plan, if it needs that, and computes it. A plain plan whose links already run from
/// lower to higher numbers is computed as it stands. O(tasks + links).
/// @throws as compile() and compute() do
inline void solve(const plan_arrays& plan, extent wanted, workspace& into) {
  const bool plain = wanted == extent::dates;
  if (plain && detail::in_order_solver(plan, into.net, into.answer, into.sorting.counts).run())
    return;
  compile(plan, into.net, into.sorting);
  compute(into.net, wanted, into.answer);
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_SOLVE_HPP
