/// The room io: plans and indicators in, schedules and scores out. Link daopai::io.
#ifndef DAOPAI_IO_HPP
#define DAOPAI_IO_HPP

#include <daopai/io/holidays.hpp>
#include <daopai/io/lights.hpp>
#include <daopai/io/malformed_file.hpp>
#include <daopai/io/plan.hpp>
#include <daopai/io/plan_file.hpp>
#include <daopai/io/readiness.hpp>
#include <daopai/io/schedule.hpp>
#include <daopai/io/scoring.hpp>

#endif  // DAOPAI_IO_HPP
