/// Eight plans of one template at a time, one in each lane of a vector register.
#ifndef DAOPAI_SCHEDULE_KERNEL_LANES_HPP
#define DAOPAI_SCHEDULE_KERNEL_LANES_HPP

#include <daopai/schedule/kernel/compile.hpp>
#include <daopai/schedule/kernel/detail/lane_sweeps.hpp>

#include <array>

namespace daopai::kernel {

/// Durations of the eight plans, each by task.
using lane_durations = std::array<array_view<std::int32_t>, lanes>;

/// Dates and total floats of eight plans that differ in their durations alone: thousands of
/// counties work by one list. Allocates nothing if `into` has held as many tasks before.
/// O(tasks + links), 2.8 ns a task and plan where a plan alone takes 8.4.
/// @param net  the template, without calendars; its own durations do not count
/// @throws daopai::invalid_input for durations that are negative or not one for each task, and a
///         network with calendars
/// @throws daopai::error if a date could leave the 32-bit range
inline void compute_lanes(const network& net, const lane_durations& durations, lane_results& into) {
  detail::check_lanes(net, durations.data());
  detail::lane_sweeps(net, into).run(durations.data());
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_LANES_HPP
