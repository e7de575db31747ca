/// Reads a plan file with what stands beside the plan itself: its goals and quotas.
#ifndef DAOPAI_IO_PLAN_FILE_HPP
#define DAOPAI_IO_PLAN_FILE_HPP

#include <daopai/io/plan.hpp>
#include <daopai/scoring/goal.hpp>
#include <daopai/scoring/passed_down.hpp>

namespace daopai::io {

/// What names a task or unit here is in the plan.
struct plan_file {
  daopai::plan plan;
  std::vector<scoring::goal> goals{};
  std::vector<scoring::quota> quotas{};  ///< each can be passed down
};

/// As read_plan(), which checks goals and quotas as well.
/// @throws malformed_file with every problem of the file. O(text).
[[nodiscard]] plan_file read_plan_file(std::string_view text, std::string_view name,
                                       const reading_options& options = {});

}  // namespace daopai::io

#endif  // DAOPAI_IO_PLAN_FILE_HPP
