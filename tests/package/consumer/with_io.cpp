// The plan of headers_only.cpp, read from a text.
#include <daopai/io/plan.hpp>
#include <daopai/schedule.hpp>

#include <iostream>

using namespace daopai::literals;

int main() {
  const daopai::plan plan = daopai::io::read_plan(R"({
    "daopai": 1, "title": "复检", "calendar": "china", "units": [],
    "inspections": [{"id": "moe", "name": "复检", "window": ["2025-08-01", "2025-09-30"], "after": ["archive"]}],
    "tasks": [{"id": "survey", "name": "摸底", "duration": 5},
              {"id": "archive", "name": "档案整理", "duration": 8, "after": ["survey"]}]
  })",
                                                  "plan.json");
  const auto schedule =
      daopai::compute_schedule(plan, daopai::status_date(daopai::date(2025, 7, 1)));
  const daopai::task_id survey = plan.find("survey"_task).value();
  std::cout << "survey: start by " << daopai::to_string(schedule.late_start(survey)) << '\n';
}
