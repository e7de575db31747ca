// Dates worked out by hand with an almanac. tests/recurrence/ compares random rules with dateutil.
#include "support.hpp"
#include <daopai/recurrence.hpp>

#include <rapidcheck.h>

using namespace daopai;
using daopai::tests::codes;
using daopai::tests::day;

namespace {

std::string shown(const std::vector<date>& dates) {
  std::string text;
  for (const date& d : dates) text += (text.empty() ? "" : " ") + to_string(d);
  return text;
}

std::string dates(const recurrence& r, std::string_view first, std::string_view last) {
  return shown(dates_of(r, {day(first), day(last)}));
}

/// By rule text and first date, until the last date.
std::string dates(std::string_view rule, std::string_view from, std::string_view last) {
  return dates(parse_recurrence(rule, day(from)), from, last);
}

}  // namespace

TEST_CASE("The rules that plans are full of can be said by their names", "[schedule]") {
  CHECK(dates(monthly(day("2025-07-01"), day_of_month(5)), "2025-07-01", "2025-10-04") ==
        "2025-07-05 2025-08-05 2025-09-05");
  CHECK(dates(quarterly(day("2025-08-15"), month_of_quarter::first, day_of_month(20)), "2025-08-15",
              "2026-07-20") == "2025-10-20 2026-01-20 2026-04-20 2026-07-20");
  CHECK(dates(before_the_end_of_each_year(day("2025-03-01")), "2025-03-01", "2028-12-30") ==
        "2025-12-31 2026-12-31 2027-12-31");
  CHECK(dates(every_years(5, day("2020-11-30")), "2020-01-01", "2031-01-01") ==
        "2020-11-30 2025-11-30 2030-11-30");
  CHECK(dates(yearly(day("2025-01-01"), month_of_year(2), day_of_month(-1)), "2027-01-01",
              "2028-12-31") == "2027-02-28 2028-02-29");
}

TEST_CASE("Rules of RFC 5545 give the dates of the almanac", "[schedule]") {
  const auto [rule, from, last,
              expected] = GENERATE(table<const char*, const char*, const char*, const char*>({
      {"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", "2025-01-01", "2025-12-31",
       "2025-01-20 2025-04-20 2025-07-20 2025-10-20"},
      {"FREQ=MONTHLY;BYDAY=-1FR", "2025-07-01", "2025-09-30", "2025-07-25 2025-08-29 2025-09-26"},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2025-05-01", "2025-08-31",
       "2025-05-30 2025-06-30 2025-07-31 2025-08-29"},
      {"FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1999-12-31", "1997-05-19 1998-05-18 1999-05-17"},
      {"FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;INTERVAL=4", "1996-11-05",
       "2004-12-31", "1996-11-05 2000-11-07 2004-11-02"},
      {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1998-01-01",
       "1997-08-05 1997-08-10 1997-08-19 1997-08-24"},
      {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1998-01-01",
       "1997-08-05 1997-08-17 1997-08-19 1997-08-31"},
      {"FREQ=DAILY;INTERVAL=10;COUNT=3", "2025-12-25", "2026-12-31",
       "2025-12-25 2026-01-04 2026-01-14"},
      {"FREQ=MONTHLY;BYMONTHDAY=30", "2025-01-15", "2025-04-15", "2025-01-30 2025-03-30"},
      {"FREQ=YEARLY", "2024-02-29", "2033-01-01", "2024-02-29 2028-02-29 2032-02-29"},
      {"FREQ=YEARLY;BYMONTHDAY=1", "2025-11-02", "2026-02-15", "2025-12-01 2026-01-01 2026-02-01"},
      {"FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "1997-09-02", "1999-12-31",
       "1998-02-13 1998-03-13 1998-11-13 1999-08-13"},
      {"FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20250905", "2025-07-05", "2026-12-31",
       "2025-07-05 2025-08-05 2025-09-05"},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "1400-01-01", "9999-12-31", ""},
  }));
  CAPTURE(rule);
  CHECK(dates(rule, from, last) == expected);
}

TEST_CASE("A count is counted from the first date, not from the window", "[schedule]") {
  const recurrence r = parse_recurrence("FREQ=MONTHLY;COUNT=3", day("2025-01-31"));
  CHECK(dates(r, "2025-01-01", "2026-12-31") == "2025-01-31 2025-03-31 2025-05-31");
  CHECK(dates(r, "2025-03-01", "2026-12-31") == "2025-03-31 2025-05-31");
}

TEST_CASE("A date that is not worked rolls to the working day before or after", "[schedule]") {
  const calendar& c = china_calendar();
  const date holiday = day("2025-10-05");  // National Day, 1 to 8 October 2025
  CHECK(rolled(holiday, rolling::none, c) == holiday);
  CHECK(rolled(holiday, rolling::before, c) == day("2025-09-30"));
  CHECK(rolled(holiday, rolling::after, c) == day("2025-10-09"));
  CHECK(rolled(day("2025-10-11"), rolling::before, c) == day("2025-10-11"));  // a make-up Saturday
}

TEST_CASE("All that is wrong with a rule is said at once", "[schedule]") {
  const auto r = recurrence{.freq = frequency::weekly,
                            .from = day("2025-01-01"),
                            .interval = 0,
                            .by_month = {13},
                            .by_month_day = {0},
                            .by_day = {{weekday::friday, -1}},
                            .count = 0,
                            .until = day("2025-02-01")};
  std::string parts;
  for (const problem& p : problems(r)) parts += p.where + ' ';
  CHECK(parts == "INTERVAL COUNT UNTIL BYMONTH BYMONTHDAY BYDAY BYMONTHDAY ");
  CHECK_THROWS_AS(dates_of(r, {r.from, r.from}), invalid_input);
}

TEST_CASE("A window holds at most a stated number of dates", "[schedule]") {
  const recurrence daily{.freq = frequency::daily, .from = day("2000-01-01")};
  const date last = day("2000-01-01") + boost::gregorian::date_duration(9'999);
  CHECK(dates_of(daily, {daily.from, last}).size() == most_recurrences);
  CHECK_THROWS_AS(dates_of(daily, {daily.from, day("9999-12-31")}), invalid_input);
  CHECK(dates(daily, "9999-12-30", "9999-12-31") == "9999-12-30 9999-12-31");
}

TEST_CASE("Rules hold at both ends of the dates there are", "[schedule]") {
  CHECK(dates("FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=SU", "1400-01-01", "1400-01-06") ==
        "1400-01-01 1400-01-03 1400-01-06");
  CHECK(dates("FREQ=YEARLY;INTERVAL=10000", "9999-12-31", "9999-12-31") == "9999-12-31");
  CHECK(dates("FREQ=MONTHLY;INTERVAL=10000", "9000-12-31", "9999-12-31") == "9000-12-31");
  CHECK(dates("FREQ=DAILY;INTERVAL=10000", "9999-01-01", "9999-12-31") == "9999-01-01");
}
