/// The kernels: schedules of bare arrays, as fast as they can be had. Opt-in: daopai.hpp does not
/// bring them in.
#ifndef DAOPAI_KERNEL_HPP
#define DAOPAI_KERNEL_HPP

#include <daopai/schedule/kernel/buffer.hpp>
#include <daopai/schedule/kernel/calendar_tables.hpp>
#include <daopai/schedule/kernel/compile.hpp>
#include <daopai/schedule/kernel/compute.hpp>
#include <daopai/schedule/kernel/lanes.hpp>
#include <daopai/schedule/kernel/many.hpp>
#include <daopai/schedule/kernel/network.hpp>
#include <daopai/schedule/kernel/plan_arrays.hpp>
#include <daopai/schedule/kernel/results.hpp>
#include <daopai/schedule/kernel/solve.hpp>

#endif  // DAOPAI_KERNEL_HPP
