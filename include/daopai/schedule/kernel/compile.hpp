/// From the arrays of a plan to its network.
#ifndef DAOPAI_SCHEDULE_KERNEL_COMPILE_HPP
#define DAOPAI_SCHEDULE_KERNEL_COMPILE_HPP

#include <daopai/schedule/kernel/detail/compile.hpp>

namespace daopai::kernel {

/// Checks and sorts. Allocates nothing if `into` and `memory` have held a plan as large before.
/// O(tasks + links).
/// @throws daopai::invalid_input for arrays that do not fit together, predecessors and calendars
///         that do not exist, negative durations, dates out of range, and dependency loops, of
///         which it names the tasks of one
/// @throws daopai::error if a date could leave the 32-bit range: if the longest chain could pass
///         2^29 days
inline void compile(const plan_arrays& plan, network& into, compile_memory& memory) {
  detail::compiler(plan, into, memory).run();
}

[[nodiscard]] inline network compile(const plan_arrays& plan) {
  network net;
  compile_memory memory;
  compile(plan, net, memory);
  return net;
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_COMPILE_HPP
