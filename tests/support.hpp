/// Short ways of writing plans and reading schedules in tests.
#ifndef DAOPAI_TESTS_SUPPORT_HPP
#define DAOPAI_TESTS_SUPPORT_HPP

#include "catch.hpp"
#include <daopai/plan.hpp>
#include <daopai/schedule.hpp>
#include <daopai/time.hpp>

#include <string>

namespace daopai::tests {

/// The date of a text that is known to be one.
[[nodiscard]] inline date day(std::string_view text) { return parse_date(text).value(); }

/// "2025-07-01 2025-07-07 | 2025-07-15 2025-07-21 | 10 0": early, late, total and free float.
[[nodiscard]] inline std::string row(const schedule& s, const task_key& key) {
  const task_id t = s.plan().find(key).value();
  return to_string(s.early_start(t)) + ' ' + to_string(s.early_finish(t)) + " | " +
         to_string(s.late_start(t)) + ' ' + to_string(s.late_finish(t)) + " | " +
         std::to_string(s.total_float(t).count()) + ' ' + std::to_string(s.free_float(t).count());
}

/// The keys of a path, separated by blanks.
[[nodiscard]] inline std::string names(const plan& p, const std::vector<task_id>& path) {
  std::string text;
  for (const task_id t : path) text += (text.empty() ? "" : " ") + p[t].id.text();
  return text;
}

/// The codes of all problems, separated by blanks.
[[nodiscard]] inline std::string codes(const std::vector<problem>& problems) {
  std::string text;
  for (const problem& p : problems) text += (text.empty() ? "" : " ") + p.code;
  return text;
}

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SUPPORT_HPP
