/// Reads the parts of a plan file into a builder.
#ifndef DAOPAI_SRC_IO_PLAN_READER_HPP
#define DAOPAI_SRC_IO_PLAN_READER_HPP

#include "io/calendar_shelf.hpp"
#include "io/findings.hpp"
#include "io/json_value.hpp"
#include "io/plan/duties.hpp"
#include "io/values.hpp"
#include <daopai/io/plan.hpp>
#include <daopai/plan/builder.hpp>
#include <daopai/plan/detail/check_values.hpp>
#include <daopai/scoring/goal.hpp>
#include <daopai/scoring/passed_down.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::io {

/// Working days that a task may take.
inline constexpr number_range any_duration{0, daopai::detail::longest_length};

/// Everything that reading a unit, task or inspection has to know. A thing that cannot be read is
/// kept under a name that no file can write, so that those after it keep their places.
class plan_reader {
public:
  plan_reader(findings& found_here, const reading_options& options);

  /// Reads the root of the document. Nothing if so much is wrong that nothing can be built.
  [[nodiscard]] std::optional<plan_builder> read(const json::value& root);

  /// Adds the task or inspection that an id of an `after` list names.
  void add_event(std::string_view id, dependency_kind kind, lag l,
                 std::vector<predecessor>& after) const;

  findings& found;           ///< where problems go
  calendar_shelf calendars;  ///< those of the file
  duty_list duties{};        ///< tasks that recur

  // What stands beside the plan, for reading to give away.
  std::vector<scoring::goal> goals{};
  std::vector<scoring::quota> quotas{};

  // What could not be read, so that what follows from it is not reported as well.
  bool lost_id = false;      ///< an id of a unit, task or inspection
  bool lost_parent = false;  ///< a parent of a task

private:
  void read_units(plan_builder& builder, const json::value& v);
  void read_inspections(plan_builder& builder, const json::value& v);
  /// @returns how many there are
  std::size_t read_tasks(plan_builder& builder, const json::value& v);
  void read_goals(const json::value& v);
  void read_quotas(const json::value& v);
  void remember_inspections(const json::value& v);

  std::vector<std::string_view> inspections_{};  // their ids, ascending
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLAN_READER_HPP
