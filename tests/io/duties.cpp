#include "support.hpp"
#include <daopai/io/plan.hpp>
#include <daopai/schedule.hpp>

using namespace daopai;
using namespace daopai::literals;
using namespace daopai::tests;

namespace {

plan plan_with(const std::string& fields) {
  return io::read_plan(R"({"daopai": 1, "calendar": "china", )" + fields + "}", "plan.json");
}

std::string ids(const plan& p) {
  std::string text;
  for (const task& t : p.tasks()) text += (text.empty() ? "" : " ") + t.id.text();
  return text;
}

std::string deadlines_below(const plan& p, const task_key& duty) {
  std::string text;
  for (const task_id t : p.children(p.find(duty).value())) {
    text += (text.empty() ? "" : " ") + to_string(p[t].deadline->last_day);
  }
  return text;
}

}  // namespace

// By the China calendar: 20 April 2025 is a Sunday, 20 July a Sunday; the others are worked.
TEST_CASE("A task that repeats becomes one task for each date", "[io]") {
  const plan p = plan_with(R"("units": [{"id": "edu"}], "tasks": [
    {"id": "head", "name": "报表"},
    {"id": "q", "name": "季报", "duration": 2, "lead": "edu", "parent": "head", "evidence": ["表"],
     "repeat": {"rule": "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20", "from": "2025-01-01",
                "until": "2025-12-31"}},
    {"id": "last", "duration": 1, "after": ["q-2025-10"]}])");
  CHECK(ids(p) == "head q last q-2025-01 q-2025-04 q-2025-07 q-2025-10");
  CHECK(p.is_phase(task_id(1)));
  CHECK(p.tasks()[1].evidence.empty());
  CHECK(p.tasks()[3].name == "季报 2025-01");
  CHECK(p.tasks()[3].evidence == std::vector<std::string>{"表"});
  CHECK(p.lead(task_id(3)) == unit_id(0));
  CHECK(p.parent(task_id(1)) == task_id(0));
  CHECK(deadlines_below(p, "q"_task) == "2025-01-20 2025-04-18 2025-07-18 2025-10-20");
}

TEST_CASE("A due date rolls the way that the file says, by the calendar of the lead unit", "[io]") {
  const auto rolled = [](const std::string& more) {
    return plan_with(R"("calendars": {"all": {"week": "1111111"}},
      "units": [{"id": "edu", "calendar": "all"}, {"id": "labour"}], "tasks": [{"id": "m", "duration": 1,
      "repeat": {"rule": "FREQ=MONTHLY;BYMONTHDAY=20;COUNT=1", "from": "2025-04-01")" +
                     more);
  };
  const auto due = [&](const std::string& more) { return deadlines_below(rolled(more), "m"_task); };
  CHECK(due(R"(, "roll": "none"}}])") == "2025-04-20");
  CHECK(due(R"(, "roll": "after"}}])") == "2025-04-21");
  CHECK(due(R"(, "roll": "before"}, "lead": "edu"}])") == "2025-04-20");
  CHECK(due(R"(}, "lead": "labour"}])") == "2025-04-18");
  CHECK(due(R"(}, "lead": "labour", "calendar": "every-day"}])") == "2025-04-20");
}

TEST_CASE("One instance may differ, and has its own progress", "[io]") {
  const plan p = plan_with(R"("tasks": [{"id": "m", "name": "月报", "duration": 1,
    "repeat": {"rule": "FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3", "from": "2025-08-01", "instances": [
      {"id": "m-2025-08", "name": "首次月报", "duration": 4, "deadline": "2025-08-20",
       "not_before": "2025-08-11", "started": "2025-08-12", "finished": "2025-08-15"},
      {"id": "m-2025-09", "started": "2025-09-01", "remaining": 1}]}}])");
  const task& first = p.tasks()[1];
  CHECK(first.name == "首次月报");
  CHECK(first.duration == workdays(4));
  CHECK(first.deadline->last_day == day("2025-08-20"));
  CHECK(first.not_before->first_day == day("2025-08-11"));
  CHECK(first.progress.finished == day("2025-08-15"));
  CHECK(p.tasks()[2].progress.remaining == workdays(1));
  CHECK(p.tasks()[2].duration == workdays(1));
  CHECK_FALSE(p.tasks()[3].progress.started);
  const schedule s = compute_schedule(p, status_date(day("2025-09-02")));
  CHECK(s.early_finish(task_id(2)) == day("2025-09-02"));
}
