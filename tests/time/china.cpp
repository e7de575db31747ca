#include "catch.hpp"
#include <daopai/time/china.hpp>

#include <filesystem>
#include <fstream>

using namespace daopai;

TEST_CASE("The Chinese calendar knows holidays and make-up days", "[time]") {
  const calendar& c = china_calendar();
  CHECK_FALSE(c.is_worked(date(2025, 10, 1)));  // 国庆节
  CHECK(c.is_worked(date(2025, 9, 28)));        // a Sunday that is worked for it
  CHECK(c.is_worked(date(2018, 12, 29)));       // the notice of 2019 reaches into 2018
  CHECK_FALSE(c.is_worked(date(2025, 7, 20)));  // a plain Sunday
  CHECK(c.between(date(2025, 7, 1), date(2025, 8, 1)).count() == 23);  // counted by hand
}

TEST_CASE("The Chinese calendar says which years are published", "[time]") {
  CHECK_FALSE(china_calendar().is_published(2018));
  for (int year = 2019; year <= 2026; ++year) CHECK(china_calendar().is_published(year));
  CHECK_FALSE(china_calendar().is_published(2027));
  CHECK(calendar().is_published(2027));
}

TEST_CASE("A year has 365 days less weekends and days off, plus make-up days", "[time]") {
  // 2025, by hand: 365 - 104 days of weekends - 18 days off from Monday to Friday + 5 make-up days.
  CHECK(china_calendar().between(date(2025, 1, 1), date(2026, 1, 1)).count() == 248);
}

TEST_CASE("A newly published year is added from data", "[time]") {
  const holiday_notice made_up{
      2027, {{date(2027, 1, 1), date(2027, 1, 3)}}, {{date(2027, 1, 9), date(2027, 1, 9)}}};
  const calendar c = with_notices(china_calendar(), {made_up});
  CHECK(c.is_published(2027));
  CHECK_FALSE(c.is_worked(date(2027, 1, 1)));
  CHECK(c.is_worked(date(2027, 1, 9)));
  CHECK(c.is_worked(date(2025, 9, 28)));
  CHECK_FALSE(china_calendar().is_published(2027));
}

TEST_CASE("A later notice wins over an earlier one for the days it names", "[time]") {
  const calendar once =
      with_notices(calendar(), {{2030, {{date(2030, 5, 1), date(2030, 5, 5)}}, {}}});
  const calendar twice = with_notices(once, {{2030, {}, {{date(2030, 5, 3), date(2030, 5, 3)}}}});
  CHECK_FALSE(twice.is_worked(date(2030, 5, 2)));
  CHECK(twice.is_worked(date(2030, 5, 3)));
  const calendar thrice = with_notices(twice, {{2030, {{date(2030, 5, 3), date(2030, 5, 3)}}, {}}});
  CHECK_FALSE(thrice.is_worked(date(2030, 5, 3)));
}

TEST_CASE("A notice that runs backwards is refused", "[time]") {
  const std::vector<holiday_notice> backwards{{2030, {{date(2030, 5, 5), date(2030, 5, 1)}}, {}}};
  CHECK_THROWS_WITH(with_notices(calendar(), backwards), Catch::Contains("2030-05-05"));
}

TEST_CASE("Every published day off and make-up day is in the calendar", "[time]") {
  const auto file = std::filesystem::path(DAOPAI_SHARED_DIR) / "domain/china_calendar.csv";
  if (!std::filesystem::exists(file)) {
    WARN("skipped: the list of days is not here");
    return;
  }
  std::ifstream lines(file);
  std::string line;
  std::getline(lines, line);  // the header
  int days = 0;
  for (; std::getline(lines, line); ++days) {
    INFO(line);
    const date d = parse_date(std::string_view(line).substr(0, 10)).value();
    CHECK(china_calendar().is_worked(d) == (line.substr(11, 4) == "work"));
  }
  CHECK(days == 285);
}
