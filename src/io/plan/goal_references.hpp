/// Checks that the goals and quotas of a plan file name what there is.
#ifndef DAOPAI_SRC_IO_PLAN_GOAL_REFERENCES_HPP
#define DAOPAI_SRC_IO_PLAN_GOAL_REFERENCES_HPP

#include "io/json_value.hpp"
#include <daopai/scoring/goal.hpp>
#include <daopai/scoring/passed_down.hpp>

namespace daopai::io {

/// Ids that stand twice, and those of tasks, units and indicators that the file does not have.
/// Indicators may be in a file of their own: where the plan has none, any name will do. O(file).
[[nodiscard]] std::vector<problem> check_references(const std::vector<scoring::goal>& goals,
                                                    const std::vector<scoring::quota>& quotas,
                                                    const json::value& root);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLAN_GOAL_REFERENCES_HPP
