#include "catch.hpp"
#include <daopai/time/date.hpp>

using namespace daopai;

TEST_CASE("A date is read from YYYY-MM-DD and from nothing else", "[time]") {
  CHECK(parse_date("2025-07-20") == date(2025, 7, 20));
  CHECK(parse_date("2024-02-29") == date(2024, 2, 29));
  CHECK(parse_date("2000-02-29") == date(2000, 2, 29));
  for (const char* text : {"", "2025-7-20", "2025-07-32", "2025-02-29", "1900-02-29", "2025-13-01",
                           "2025-00-10", "2025-01-00", "20250720", "2025/07/20", "2025-07-20 ",
                           "+025-07-20", "1399-12-31", "2025-0７-20"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("A window is two dates in order, or one", "[time]") {
  CHECK(parse_date_window("2025-07-05/2025-08-31") ==
        date_window{date(2025, 7, 5), date(2025, 8, 31)});
  CHECK(parse_date_window("2025-07-05") == date_window{date(2025, 7, 5), date(2025, 7, 5)});
  for (const char* text : {"/", "2025-07-05/", "2025-08-31/2025-07-05", "2025-07-05/2025-07-06/"}) {
    INFO(text);
    CHECK_FALSE(parse_date_window(text));
  }
}

TEST_CASE("Dates and day numbers convert both ways", "[time]") {
  CHECK(to_day(date(1970, 1, 1)) == 0);
  CHECK(to_day(date(1400, 1, 1)) == first_day);
  CHECK(to_day(date(9999, 12, 31)) == last_day);
  CHECK(to_date(20'000) == date(2024, 10, 4));  // GNU date: date -ud @$((20000*86400))
  CHECK(to_string(to_date(-1)) == "1969-12-31");
  CHECK(weekday_of(to_day(date(2025, 7, 20))) == 6);  // a Sunday
  CHECK(weekday_of(to_day(date(1969, 12, 29))) == 0);
}
