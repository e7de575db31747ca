/// Reads the parts of a plan file, one at a time. Each reports what is wrong with a part and
/// returns what could be read of it.
#ifndef DAOPAI_SRC_IO_PLAN_PARTS_HPP
#define DAOPAI_SRC_IO_PLAN_PARTS_HPP

#include "io/plan/duties.hpp"
#include "io/plan_reader.hpp"

namespace daopai::io {

/// An element of "units".
[[nodiscard]] unit read_unit(plan_reader& r, const place_in_file& at, const json::value& v);

/// An element of "inspections".
[[nodiscard]] inspection read_inspection(plan_reader& r, const place_in_file& at,
                                         const json::value& v);

/// What an "after" list holds: ids, or objects that say more of the dependency.
[[nodiscard]] std::vector<predecessor> read_after(plan_reader& r, const place_in_file& at,
                                                  const json::value& v);

/// An element of "tasks".
struct task_draft {
  task& value;  ///< where the builder keeps it
  bool has_duration = false;
  bool repeats = false;
  std::shared_ptr<repeat_draft> repeat{};  ///< nothing where it could not be read
};

/// @param into  a task without anything
[[nodiscard]] task_draft read_task(plan_reader& r, const place_in_file& at, const json::value& v,
                                   task& into);

/// An element of "goals".
[[nodiscard]] scoring::goal read_goal(plan_reader& r, const place_in_file& at,
                                      const json::value& v);

/// An element of "quotas"; one that cannot be passed down is reported.
[[nodiscard]] scoring::quota read_quota(plan_reader& r, const place_in_file& at,
                                        const json::value& v);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLAN_PARTS_HPP
