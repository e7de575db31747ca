#include "program/table.hpp"

#include "catch.hpp"

#include <sstream>

using namespace daopai::program;

TEST_CASE("Columns align under Chinese and Latin text", "[program]") {
  table t({{"Unit"}, {"Days", align::right}, {"Task"}});
  t.add({"教育局", "8", "档案"});
  t.add({"towns", "12", "ledgers"});
  CHECK(t.text(false) ==
        "Unit    Days  Task\n"
        "教育局     8  档案\n"
        "towns     12  ledgers\n");
}

TEST_CASE("A table without titles has no title line, and colour only where it is wanted",
          "[program]") {
  table t({{""}, {""}});
  t.add({"a", "b"}, style::critical);
  CHECK(t.text(false, 2) == "  a  b\n");
  CHECK(t.text(true, 2) == "  \x1b[33ma  b\x1b[0m\n");
}

TEST_CASE("A table that is too wide gives way where it may, the widest column first", "[program]") {
  const std::string name(120, 'n');
  table t({{"id"}, {"name", align::left, 16}, {"unit", align::left, 10}});
  t.add({"1234567890", name, "四十个字宽的一个单位名称四十个字宽的单位"});
  CHECK(t.widths() == std::vector<std::size_t>{10, 46, 40});
  std::istringstream lines(t.text(false));
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= page_width);
}

TEST_CASE("A column is no wider than it may be", "[program]") {
  table t({{"unit", align::left, 4, 8}, {"x"}});
  t.add({"四十个字宽", "y"});
  CHECK(t.text(false) == "unit      x\n四十个…   y\n");
}
