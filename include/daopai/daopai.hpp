/// All of daopai that stands on the standard library and Boost.Date_Time alone. Opt-in, as they
/// cost more to compile or need more: graph.hpp (Boost.Graph), composite.hpp (Eigen), io.hpp
/// (daopai::io).
#ifndef DAOPAI_DAOPAI_HPP
#define DAOPAI_DAOPAI_HPP

#include <daopai/error.hpp>
#include <daopai/explain.hpp>
#include <daopai/plan.hpp>
#include <daopai/readiness.hpp>
#include <daopai/recurrence.hpp>
#include <daopai/schedule.hpp>
#include <daopai/scoring.hpp>
#include <daopai/time.hpp>
#include <daopai/version.hpp>

#endif  // DAOPAI_DAOPAI_HPP
