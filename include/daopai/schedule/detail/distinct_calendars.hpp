/// The calendars of a plan without those that repeat another.
#ifndef DAOPAI_SCHEDULE_DETAIL_DISTINCT_CALENDARS_HPP
#define DAOPAI_SCHEDULE_DETAIL_DISTINCT_CALENDARS_HPP

#include <daopai/plan/only.hpp>
#include <daopai/plan/plan.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace daopai::detail {

/// Calendars with the same working days become one, so that kernels find few, hot tables.
struct distinct_calendars {
  std::vector<const calendar*> distinct{};
  std::vector<std::uint16_t> row{};  // by calendar_id

  template <only<plan> Plan>
  explicit distinct_calendars(const Plan& p) {
    for (const named_calendar& c : p.calendars()) {
      const auto same = [&](const calendar* other) { return *other == c.calendar; };
      std::size_t at = 0;
      while (at < distinct.size() && !same(distinct[at])) ++at;
      row.push_back(static_cast<std::uint16_t>(at));
      if (at == distinct.size()) distinct.push_back(&c.calendar);
    }
    if (distinct.size() > std::numeric_limits<std::uint16_t>::max()) {
      throw error("a plan may hold at most 65535 different calendars");
    }
  }
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_DISTINCT_CALENDARS_HPP
