/// Reads the plan file: JSON, version 1, described by src/plan.schema.json.
#ifndef DAOPAI_IO_PLAN_HPP
#define DAOPAI_IO_PLAN_HPP

#include <daopai/io/malformed_file.hpp>
#include <daopai/plan/plan.hpp>
#include <daopai/time/china.hpp>

#include <string_view>
#include <vector>

namespace daopai::io {

/// What may be told beside the file.
struct reading_options {
  std::vector<holiday_notice> holidays{};  ///< published since; for the calendar "china"
};

/// The plan that a text holds: UTF-8, with or without a byte-order mark.
///
/// `name` and `title` may be left out: a name is then the id. `comment` may stand in any object,
/// `$schema` at the top. A task without `duration` is a phase. Days of all calendars and the dates
/// they list are limited to 16 million together, calendars to 4096; the file itself is not limited.
/// @param name  of the file, as messages shall show it
/// @throws malformed_file with every problem of the file. O(text).
[[nodiscard]] plan read_plan(std::string_view text, std::string_view name,
                             const reading_options& options = {});

}  // namespace daopai::io

#endif  // DAOPAI_IO_PLAN_HPP
