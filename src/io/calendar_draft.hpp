/// Calendars as a plan file writes them: what they say on their own, and upon another.
#ifndef DAOPAI_SRC_IO_CALENDAR_DRAFT_HPP
#define DAOPAI_SRC_IO_CALENDAR_DRAFT_HPP

#include "io/findings.hpp"
#include "io/json_value.hpp"
#include <daopai/time/calendar.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daopai::io {

/// A calendar as it is written, before what it is based on is known.
struct calendar_draft {
  std::string name{};  ///< empty for one that stands where it is used
  std::optional<std::string> based_on{};
  std::optional<week_pattern> week{};
  std::vector<date_window> off{};
  std::vector<date_window> worked{};
  std::vector<int> published{};
};

/// Reads the object that a calendar is written as.
[[nodiscard]] calendar_draft read_calendar(findings& found, const place_in_file& at,
                                           const json::value& v);

/// What a draft says wins over what the calendar says that it is based on.
[[nodiscard]] calendar_rules rules_upon(const calendar_rules& base, const calendar_draft& draft);

/// How much memory a calendar takes, in days of its table and dates that it lists.
[[nodiscard]] std::int64_t size_of(const calendar_rules& rules);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_CALENDAR_DRAFT_HPP
