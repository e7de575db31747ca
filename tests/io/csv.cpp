#include "io/csv.hpp"

#include "catch.hpp"

using daopai::invalid_input;
using namespace daopai::io;

namespace {
std::vector<daopai::problem> problems_of(std::string_view text) {
  try {
    static_cast<void>(parse_csv(text, "t.csv"));
  } catch (const invalid_input& bad) {
    return bad.problems();
  }
  return {};
}
}  // namespace

TEST_CASE("A table keeps its cells and the line each row starts on", "[io]") {
  const csv_table t = parse_csv(
      "\xEF\xBB\xBF"
      "a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n2,\n",
      "t.csv");
  REQUIRE(t.header.cells == std::vector<std::string>{"a", "b"});
  REQUIRE(t.rows.size() == 2);
  CHECK(t.rows[0].line == 2);
  CHECK(t.rows[0].cells[1] == "x, \"y\"\nz");
  CHECK(t.rows[1].line == 5);
  CHECK(t.rows[1].cells[1].empty());
  CHECK(t.find_column("b") == 1U);
  CHECK_FALSE(t.find_column("c"));
}

TEST_CASE("Text that is not UTF-8 is read as GB 18030", "[io]") {
  // 单位,得分 / 教育局,9 : bytes from `iconv -t GB18030`.
  const csv_table t =
      parse_csv("\xB5\xA5\xCE\xBB,\xB5\xC3\xB7\xD6\n\xBD\xCC\xD3\xFD\xBE\xD6,9\n", "t.csv");
  CHECK(t.header.cells == std::vector<std::string>{"单位", "得分"});
  CHECK(t.rows[0].cells[0] == "教育局");
  CHECK(problems_of("a\n\xFF\xFF\n").at(0).code == "csv-encoding");
}

TEST_CASE("Every fault of a table is reported with its line and column", "[io]") {
  const auto problems = problems_of("a,b,a\n1,2\n\"x\"y,2,3\n1,2,3,,\n1,2,3,4\n1,2,\"open\n");
  std::vector<std::string> lines;
  for (const auto& p : problems) lines.push_back(to_string(p));
  CHECK(
      lines ==
      std::vector<std::string>{
          "t.csv:3: column 1: text after a closing quote; expected a comma or the end of the line",
          "t.csv:6: column 3: a quoted cell is not closed; expected \" before the file ends",
          "t.csv:1: column 3 (a): the title stands twice",
          "t.csv:2: the row has 2 cells; expected 3 as in the header",
          "t.csv:5: the row has 4 cells; expected 3 as in the header"});
  CHECK(problems_of("").at(0).code == "csv-empty");
}

TEST_CASE("A number is read as people type it, and nothing else is", "[io]") {
  CHECK(parse_number(" 12.5 ") == 12.5);
  CHECK(parse_number("－１２．５％") == -0.125);
  CHECK(parse_number("1,234,567.8") == 1234567.8);
  CHECK(parse_number("１，２３４") == 1234.0);
  CHECK(parse_number("+3e-2") == 0.03);
  for (const char* text :
       {"", "1,23", ",123", "1,2345", "1.234,567", "12a", "inf", "nan", "1e999", "+-1", "0x10"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text));
  }
  CHECK(is_missing(" NA "));
  CHECK(is_missing("—"));
  CHECK_FALSE(is_missing("0"));
}

TEST_CASE("A cell written out reads back as it was", "[io]") {
  const std::string text = "a, \"b\"\nc";
  CHECK(parse_csv("h\n" + csv_cell(text) + "\n", "t").rows.at(0).cells[0] == text);
  CHECK(csv_cell("plain") == "plain");
}
