#include "support.hpp"
#include <daopai/recurrence.hpp>

#include <rapidcheck.h>

using namespace daopai;
using daopai::tests::day;

namespace {

std::string parts_at_fault(std::string_view text) {
  try {
    (void)parse_recurrence(text, day("2025-01-01"));
  } catch (const invalid_input& e) {
    std::string parts;
    for (const problem& p : e.problems()) parts += (parts.empty() ? "" : " ") + p.where;
    return parts;
  }
  return "none";
}

/// Valid rules of all shapes.
recurrence any_rule() {
  const auto numbers = [](int first, int last) {
    return rc::gen::container<std::vector<int>>(
        rc::gen::suchThat(rc::gen::inRange(first, last + 1), [](int n) { return n != 0; }));
  };
  recurrence r{.freq = static_cast<frequency>(*rc::gen::inRange(0, 4)),
               .from = to_date(*rc::gen::inRange(-100'000, 100'000))};
  r.interval = *rc::gen::inRange(1, 10'001);
  r.by_month = *numbers(1, 12);
  if (r.freq != frequency::weekly) r.by_month_day = *numbers(-31, 31);
  for (const int d : *numbers(0, 6)) {
    const int most = r.freq == frequency::yearly || r.freq == frequency::monthly ? 5 : 0;
    r.by_day.push_back({static_cast<weekday>(d), *rc::gen::inRange(-most, most + 1)});
  }
  const bool picks = !r.by_month.empty() || !r.by_month_day.empty() || !r.by_day.empty();
  if (picks) r.by_set_pos = *numbers(-366, 366);
  if (*rc::gen::arbitrary<bool>()) r.count = *rc::gen::inRange(1, 999'999);
  if (!r.count) r.until = to_date(*rc::gen::inRange(-100'000, 100'000));
  r.week_start = static_cast<weekday>(*rc::gen::inRange(0, 7));
  return r;
}

}  // namespace

TEST_CASE("Every rule is read back as it was written", "[schedule]") {
  CHECK(rc::check([] {
    const recurrence r = any_rule();
    RC_ASSERT(problems(r).empty());
    RC_ASSERT(parse_recurrence(to_string(r), r.from) == r);
  }));
}

TEST_CASE("A rule is written in the words of RFC 5545", "[schedule]") {
  CHECK(to_string(quarterly(day("2025-01-01"), month_of_quarter::first, day_of_month(20))) ==
        "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20");
  const recurrence r{.freq = frequency::monthly,
                     .from = day("2025-01-01"),
                     .interval = 2,
                     .by_day = {{weekday::friday, -1}, {weekday::monday}},
                     .until = day("2025-12-31"),
                     .week_start = weekday::sunday};
  CHECK(to_string(r) == "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR,MO;UNTIL=20251231;WKST=SU");
}

TEST_CASE("Letters may be small and ordinals may bear a plus", "[schedule]") {
  const recurrence r = parse_recurrence("freq=monthly;byday=+2tu", day("2025-01-01"));
  CHECK(r.by_day == std::vector<nth_weekday>{{weekday::tuesday, 2}});
}

TEST_CASE("All faults of a rule's text are said at once", "[schedule]") {
  CHECK(parts_at_fault("") == "FREQ");
  CHECK(parts_at_fault("FREQ=HOURLY;BYHOUR=9;COUNT=x;COUNT=2") == "FREQ BYHOUR COUNT COUNT");
  CHECK(parts_at_fault("FREQ=MONTHLY;BYMONTHDAY=5,,40;BYDAY=XX,0FR;INTERVAL") ==
        "BYMONTHDAY BYDAY BYDAY INTERVAL BYMONTHDAY");
  CHECK(parts_at_fault("FREQ=YEARLY;UNTIL=2025-12-31") == "UNTIL");
  CHECK(parts_at_fault("FREQ=YEARLY;UNTIL=20250230") == "UNTIL");
  CHECK(parts_at_fault("FREQ=DAILY;INTERVAL=99999999999") == "INTERVAL");
  CHECK(parts_at_fault("FREQ=YEARLY;BYMONTH=6") == "none");
}

TEST_CASE("No text makes the reader fail in another way", "[schedule]") {
  CHECK(rc::check([](const std::string& noise) {
    parts_at_fault(noise);
    parts_at_fault("FREQ=YEARLY;BYDAY=" + noise);
  }));
}
