#include "support.hpp"
#include <daopai/io/holidays.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace daopai;
using namespace daopai::tests;

TEST_CASE("Holidays are read year by year", "[io]") {
  const auto notices = io::read_holidays(
      "date,type,name,year\n2028-01-01,off,元旦,2028\n2027-01-01,off,元旦,2027\n2027-01-09,work,"
      "元旦,2027\n",
      "holidays.csv");
  REQUIRE(notices.size() == 2);
  CHECK(notices[0].year == 2027);
  CHECK(notices[0].off == std::vector<date_window>{{day("2027-01-01"), day("2027-01-01")}});
  CHECK(notices[0].worked == std::vector<date_window>{{day("2027-01-09"), day("2027-01-09")}});
  CHECK(notices[1].year == 2028);
}

TEST_CASE("Every wrong cell of a list of holidays is reported", "[io]") {
  try {
    static_cast<void>(io::read_holidays(
        "year,date,type\n27,2027-02-30,off\n2027,2027-01-01,holiday\n", "holidays.csv"));
    FAIL("it was taken for a good list");
  } catch (const invalid_input& e) {
    CHECK(
        std::string(e.what()) ==
        "holidays.csv:2: column 2 (date): \"2027-02-30\" stands here; expected a date YYYY-MM-DD\n"
        "holidays.csv:2: column 1 (year): \"27\" stands here; expected the year of the notice, "
        "1400 "
        "to 9999\n"
        "holidays.csv:3: column 3 (type): \"holiday\" stands here; expected off or work");
  }
}

TEST_CASE("A list of holidays without a column is refused", "[io]") {
  CHECK_THROWS_WITH(io::read_holidays("date,type\n", "holidays.csv"),
                    "holidays.csv:1: there is no column \"year\"; expected date, type and year");
}

TEST_CASE("The published list makes the calendar that is built in", "[io]") {
  const auto file = std::filesystem::path(DAOPAI_SHARED_DIR) / "domain/china_calendar.csv";
  if (!std::filesystem::exists(file)) {
    WARN("skipped: the list is not here");
    return;
  }
  std::ifstream in(file, std::ios::binary);
  const auto notices =
      io::read_holidays(std::string(std::istreambuf_iterator<char>(in), {}), "china_calendar.csv");
  CHECK(with_notices(calendar(), notices) == china_calendar());
}
