#include "catch.hpp"
#include <daopai/time/calendar.hpp>

#include <rapidcheck.h>

#include <algorithm>

using namespace daopai;

namespace {

calendar_rules random_rules() {
  calendar_rules rules;
  for (bool& worked : rules.week) worked = *rc::gen::inRange(0, 3) > 0;
  rules.week[static_cast<std::size_t>(*rc::gen::inRange(0, 7))] = true;
  const auto windows = [] {
    std::vector<date_window> made;
    for (int n = *rc::gen::inRange(0, 6); n > 0; --n) {
      const day_number first = *rc::gen::inRange(-400, 400);
      made.push_back({to_date(first), to_date(first + *rc::gen::inRange(0, 12))});
    }
    return made;
  };
  rules.off = windows();
  rules.worked = windows();
  return rules;
}

/// The definition, day by day.
bool is_worked_by_rules(const calendar_rules& rules, day_number day) {
  const auto inside = [&](const std::vector<date_window>& windows) {
    return std::any_of(windows.begin(), windows.end(), [&](const date_window& w) {
      return to_day(w.first) <= day && day <= to_day(w.last);
    });
  };
  if (inside(rules.worked)) return true;
  if (inside(rules.off)) return false;
  return rules.week[static_cast<std::size_t>(weekday_of(day))];
}

}  // namespace

TEST_CASE("A calendar numbers the days its rules work, and no others", "[time]") {
  CHECK(rc::check([] {
    const calendar_rules rules = random_rules();
    const calendar c(rules);
    std::int32_t number = c.number_of(-500);
    for (day_number day = -500; day < 500; ++day) {
      RC_ASSERT(c.number_of(day) == number);
      RC_ASSERT(c.is_worked(day) == is_worked_by_rules(rules, day));
      if (!c.is_worked(day)) continue;
      RC_ASSERT(c.day_of(number) == day);
      ++number;
    }
  }));
}

TEST_CASE("Far from its exceptions a calendar repeats its week", "[time]") {
  calendar_rules rules;
  rules.off = {{date(2025, 10, 1), date(2025, 10, 8)}};
  const calendar c(rules);
  CHECK(c.between(date(1500, 1, 1), date(1500, 1, 8)).count() == 5);
  CHECK(c.between(date(9000, 1, 1), date(9000, 12, 31)).count() == 260);  // Python's datetime
  CHECK(c.between(date(2025, 10, 9), date(2025, 10, 1)).count() == 0);
  CHECK(c.between(date(2025, 10, 10), date(2025, 9, 30)).count() == -2);
}

// By the division that it stands for.
TEST_CASE("Numbers are divided by the days of a week without dividing", "[time]") {
  constexpr std::int32_t most = std::int32_t{1} << 28;
  const auto agrees = [](std::int32_t a, std::int32_t divisor) {
    const std::int32_t floor = a / divisor - (a % divisor < 0 ? 1 : 0);
    const auto part = detail::part_of(static_cast<std::uint64_t>(divisor));
    return detail::floor_by(a, divisor, part) == floor;
  };
  for (std::int32_t divisor = 1; divisor <= 6; ++divisor) {
    bool all_agree = true;
    for (std::int32_t a = 0; a < 1000; ++a) {
      for (const std::int32_t b : {a, -a, most - a, a - most}) {
        all_agree = all_agree && agrees(b, divisor);
      }
    }
    CHECK(all_agree);
    CHECK(rc::check([&] { RC_ASSERT(agrees(*rc::gen::inRange(-most, most + 1), divisor)); }));
  }
}

TEST_CASE("A day off rolls forward to the next working day and back to the one before", "[time]") {
  const calendar c;
  CHECK(c.on_or_after(date(2025, 7, 20)) == date(2025, 7, 21));
  CHECK(c.on_or_before(date(2025, 7, 20)) == date(2025, 7, 18));
  CHECK(c.on_or_after(date(2025, 7, 18)) == date(2025, 7, 18));
  CHECK(c.on_or_before(date(2025, 7, 18)) == date(2025, 7, 18));
}

TEST_CASE("A calendar that never works is refused", "[time]") {
  calendar_rules rules;
  rules.week = {};
  CHECK_THROWS_WITH(calendar(rules), Catch::Contains("at least one day of the week"));
}

TEST_CASE("Calendars are equal if they work the same days", "[time]") {
  calendar_rules rules;
  rules.off = {{date(2025, 10, 1), date(2025, 10, 8)}};
  CHECK(calendar(rules) == calendar(rules));
  CHECK_FALSE(calendar(rules) == calendar());
}
