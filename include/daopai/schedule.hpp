/// The room `schedule`: networks, passes, schedules, critical paths, recurring duties.
#ifndef DAOPAI_SCHEDULE_HPP
#define DAOPAI_SCHEDULE_HPP

#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/driver.hpp>
#include <daopai/schedule/duty.hpp>
#include <daopai/schedule/floats.hpp>
#include <daopai/schedule/network.hpp>
#include <daopai/schedule/passes.hpp>
#include <daopai/schedule/problems.hpp>
#include <daopai/schedule/recurrence.hpp>
#include <daopai/schedule/recurrence_text.hpp>
#include <daopai/schedule/schedule.hpp>

#endif  // DAOPAI_SCHEDULE_HPP
