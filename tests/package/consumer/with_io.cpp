#include <daopai/io.hpp>

#include <iostream>

/// Reads a plan of one task before an inspection and prints when it must start at the latest.
int main() {
  const daopai::plan p = daopai::io::read_plan(
      R"({"daopai": 1, "calendar": "china", "today": "2025-07-01",
          "inspections": [{"id": "visit", "date": "2025-08-01", "after": ["archive"]}],
          "tasks": [{"id": "archive", "duration": 11}]})",
      "plan.json");
  const daopai::schedule s = daopai::compute_schedule(p, daopai::status_date(*p.today()));
  if (daopai::io::to_json(s).find("\"2025-07-17\"") == std::string::npos) return 1;
  std::cout << "late start: " << to_string(s.late_start(daopai::task_id(0))) << '\n';
}
