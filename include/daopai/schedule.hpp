/// The room `schedule`: networks, passes, schedules, critical paths.
#ifndef DAOPAI_SCHEDULE_HPP
#define DAOPAI_SCHEDULE_HPP

#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/driver.hpp>
#include <daopai/schedule/floats.hpp>
#include <daopai/schedule/network.hpp>
#include <daopai/schedule/out_of_sequence.hpp>
#include <daopai/schedule/passes.hpp>
#include <daopai/schedule/problems.hpp>
#include <daopai/schedule/schedule.hpp>

#endif  // DAOPAI_SCHEDULE_HPP
