/// Both passes over a network.
#ifndef DAOPAI_SCHEDULE_KERNEL_COMPUTE_HPP
#define DAOPAI_SCHEDULE_KERNEL_COMPUTE_HPP

#include <daopai/schedule/kernel/detail/passes.hpp>

namespace daopai::kernel {

/// Early and late dates and floats of all tasks. Allocates nothing if `into` has held as many
/// before. O(tasks + links).
/// @throws daopai::error if a date falls outside the range of the calendar tables
inline void compute(const network& net, extent wanted, results& into) {
  detail::compute(net, wanted, into);
}

[[nodiscard]] inline results compute(const network& net, extent wanted = extent::dates) {
  results r;
  compute(net, wanted, r);
  return r;
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_COMPUTE_HPP
