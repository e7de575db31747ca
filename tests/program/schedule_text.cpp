#include "program/schedule_text.hpp"

#include "program/table.hpp"
#include "support.hpp"
#include <daopai/io/plan.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

using namespace daopai;
using namespace daopai::program;
using namespace daopai::tests;

namespace {

schedule shipped(const std::string& name, const char* today) {
  std::ifstream in(DAOPAI_SOURCE_DIR "/examples/plans/" + name, std::ios::binary);
  REQUIRE(in);
  const plan p = io::read_plan(std::string(std::istreambuf_iterator<char>(in), {}), name);
  return compute_schedule(p, status_date(day(today)));
}

schedule small(const std::string& fields) {
  const plan p = io::read_plan(R"({"daopai": 1, "calendar": "monday-to-friday", )" + fields + "}",
                               "plan.json");
  return compute_schedule(p, status_date(day("2025-07-07")));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The column at which a text starts in a line, as a terminal shows it.
std::size_t column_of(const std::string& line, const std::string& text) {
  const std::size_t at = line.find(text);
  REQUIRE(at != std::string::npos);
  return display_width(line.substr(0, at));
}

}  // namespace

//   a -> b -> moe;   c waits for nothing
TEST_CASE("A small schedule reads as it should", "[program]") {
  const schedule s =
      small(R"("title": "小计划", "units": [{"id": "edu", "name": "教育局"}, {"id": "fin"}],
    "inspections": [{"id": "moe", "name": "复检", "window": ["2025-07-11", "2025-07-14"], "after": ["b"]}],
    "tasks": [{"id": "p", "name": "阶段"}, {"id": "a", "name": "统计", "duration": 2, "lead": "fin", "parent": "p"},
              {"id": "b", "duration": 1, "lead": "edu", "after": ["a"]},
              {"id": "c", "duration": 3, "deadline": "2025-07-08"}])");
  CHECK(
      schedule_text(s, english, false) ==
      "小计划\n"
      "Seen from Monday 2025-07-07; tasks: 4, units: 2\n"
      "done: 0.0% of the work, scheduled: 16.7%; lights: red 1, yellow 2, green 0, blue 0\n"
      "\n"
      "Inspections\n"
      "  moe 复检: Friday 2025-07-11 to Monday 2025-07-14\n"
      "      working days left, today counted: 4; float: 1 (to the last day: 2)\n"
      "\n"
      "Tasks by start date, in 2025 (* critical, ! too late)\n"
      "                     Earliest       Latest\n"
      "   Task      Unit    Start  Finish  Start  Finish  Float  Light\n"
      "!  c                 07-07  07-09   07-04  07-08      -1  red\n"
      "*  p 阶段            07-07  07-08   07-08  07-09       1  yellow\n"
      "*    a 统计  fin     07-07  07-08   07-08  07-09       1  yellow\n"
      "*  b         教育局  07-09  07-09   07-10  07-10       1  yellow\n"
      "\n"
      "Red and yellow lights\n"
      "  Light   Task    Unit    State    Why\n"
      "  red     c               late     was to begin by 2025-07-04: 1 working day short\n"
      "  yellow  a 统计  fin     due      must begin by 2025-07-08, in 1 working day\n"
      "  yellow  b       教育局  not due  must begin by 2025-07-10, in 3 working days\n"
      "\n"
      "Critical path to moe 复检\n"
      "  07-07  07-08  a 统计  fin     holds up b 教育局\n"
      "  07-09  07-09  b       教育局  holds up moe 复检\n"
      "\n"
      "Who waits for whom: work of one unit that sets the start of another's\n"
      "  Until  Latest  Unit  Task    of unit  holds up task\n"
      "  07-08  07-09   fin   a 统计  教育局   b\n"
      "\n"
      "To note\n"
      "  - the deadline of \"c\", 2025-07-08, cannot be met: its earliest finish is 2025-07-09\n");
}

TEST_CASE("No line of the shipped plans is wider than the page, in either language", "[program]") {
  for (const auto& [name, today] : {std::pair("plan-0-reinspection.json", "2025-07-01"),
                                    std::pair("plan-0-reinspection.json", "2025-08-11"),
                                    std::pair("plan-2-county-programme.json", "2021-04-01")}) {
    for (const words* w : {&english, &chinese}) {
      const auto lines = lines_of(schedule_text(shipped(name, today), *w, false));
      CHECK(lines.size() > 30);
      for (const std::string& line : lines) CHECK(display_width(line) <= page_width);
    }
  }
}

TEST_CASE("Names of any length and script keep the page and the columns", "[program]") {
  std::string tasks;
  for (const char* name :
       {"短", "一个非常非常非常非常非常非常非常非常非常非常非常非常非常非常长的任务名称",
        "a very long name of a task that nobody would ever want to read to its very end at all",
        "e\u0301e\u0301e\u0301", "1\u200B2", "\\u001b[2J\\nx"}) {
    tasks += std::string(tasks.empty() ? "" : ",") + R"({"id": "任务)" +
             std::to_string(tasks.size()) + R"(", "duration": 1, "lead": "单位", "name": ")" +
             name + "\"}";
  }
  const schedule s = small(
      R"("units": [{"id": "单位", "name": "一个名称也非常非常非常非常长的单位（含各镇街道）"}],
    "tasks": [)" +
      tasks + "]");
  const auto lines = lines_of(schedule_text(s, english, false));
  std::size_t rows = 0;
  std::size_t column = 0;
  for (const std::string& line : lines) {
    CHECK(display_width(line) <= page_width);
    CHECK(line.find('\x1b') == std::string::npos);
    if (line.find("07-07") == std::string::npos || line.find("任务") == std::string::npos) continue;
    if (line.find("2025-") != std::string::npos) continue;  // a sentence about a light
    if (++rows == 1) column = column_of(line, "07-07");
    CHECK(column_of(line, "07-07") == column);
  }
  CHECK(rows == 6);
}

TEST_CASE("Finished work is shown as done, and an inspection that is missed by how much",
          "[program]") {
  const schedule s = small(R"("inspections": [{"id": "moe", "date": "2025-07-09", "after": ["b"]}],
    "tasks": [{"id": "a", "duration": 1, "started": "2025-07-04", "finished": "2025-07-04"},
              {"id": "b", "duration": 5, "after": ["a"]}])");
  const std::string text = schedule_text(s, english, false);
  CHECK(text.find("CANNOT BE MET: short by 3 working days") != std::string::npos);
  CHECK(text.find("07-04  07-04    done") != std::string::npos);
  CHECK(schedule_text(s, chinese, false).find("来不及：差 3 个工作日") != std::string::npos);
}

TEST_CASE("A plan of nothing makes a short page", "[program]") {
  CHECK(schedule_text(small(R"("tasks": [])"), english, false) ==
        "Seen from Monday 2025-07-07; tasks: 0, units: 0\n");
}
