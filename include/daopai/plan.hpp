/// The room `plan`: units, tasks, dependencies, inspections, and the builder that validates them.
#ifndef DAOPAI_PLAN_HPP
#define DAOPAI_PLAN_HPP

#include <daopai/plan/builder.hpp>
#include <daopai/plan/dependency.hpp>
#include <daopai/plan/keys.hpp>
#include <daopai/plan/plan.hpp>
#include <daopai/plan/restatement.hpp>
#include <daopai/plan/task.hpp>
#include <daopai/plan/unit.hpp>

#endif  // DAOPAI_PLAN_HPP
