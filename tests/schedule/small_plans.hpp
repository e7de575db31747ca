/// The words in which the hand-made plans of these tests are told.
#ifndef DAOPAI_TESTS_SCHEDULE_SMALL_PLANS_HPP
#define DAOPAI_TESTS_SCHEDULE_SMALL_PLANS_HPP

#include "support.hpp"

#include <string>
#include <utility>
#include <vector>

namespace daopai::tests {

/// A Tuesday.
inline const status_date july_1{date(2025, 7, 1)};

inline task work(std::string id, int days, std::vector<predecessor> after = {}) {
  return {.id = task_key(id), .name = id, .duration = workdays(days), .after = std::move(after)};
}

/// The inspection "moe" on one day.
inline inspection on(const char* first, std::vector<predecessor> after) {
  return {.id = inspection_key("moe"),
          .name = "",
          .window = {day(first), day(first)},
          .after = std::move(after)};
}

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SCHEDULE_SMALL_PLANS_HPP
