#include "support.hpp"
#include <daopai/graph.hpp>
#include <daopai/plan.hpp>
#include <daopai/schedule.hpp>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::codes;
using daopai::tests::day;

namespace {

//  body 1 (3 days, edu + labour) --.
//  body 2 (5 days, labour) ---------> row A restates both: edu + finance
plan_builder annex() {
  plan_builder builder(calendar{});
  for (const char* id : {"edu", "labour", "finance"}) builder.add(unit{unit_key(id), id});
  builder
      .add(task{.id = "1"_task,
                .name = "",
                .duration = workdays(3),
                .lead = "edu"_unit,
                .assist = {"labour"_unit}})
      .add(task{.id = "2"_task, .name = "", .duration = workdays(5), .lead = "labour"_unit})
      .add(phase{.id = "A"_task,
                 .name = "",
                 .lead = "edu"_unit,
                 .assist = {"finance"_unit},
                 .restates = {"1"_task, "2"_task}})
      .add(inspection{.id = "i"_inspection,
                      .name = "",
                      .window = {day("2025-08-01"), day("2025-08-01")},
                      .after = {"1"_task, "2"_task}});
  return builder;
}

void finish(plan_builder& builder, const char* id, const char* on) {
  builder.add(task{.id = task_key(id),
                   .name = "",
                   .duration = workdays(1),
                   .parent = "head"_task,
                   .progress = {.started = day(on), .finished = day(on)}});
}

}  // namespace

// 1 July 2025 is a Tuesday: task 1 takes until Thursday the 3rd, task 2 until Monday the 7th.
TEST_CASE("A row without a duration is reached when all it restates is done", "[plan]") {
  const plan p = annex().build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  const task_id row(2);
  CHECK(p.restates(row) == std::vector<task_id>{task_id(0), task_id(1)});
  CHECK(p.is_restatement(row));
  CHECK_FALSE(p.is_restatement(task_id(0)));
  CHECK(s.early_finish(row) == day("2025-07-07"));
  CHECK(codes(problems(s)).empty());
}

TEST_CASE("A row is finished with the last of what it restates, phases included", "[plan]") {
  plan_builder builder(calendar{});
  builder.add(phase{.id = "head"_task, .name = ""});
  finish(builder, "1", "2025-06-03");
  finish(builder, "2", "2025-06-05");
  builder.add(phase{.id = "A"_task, .name = "", .restates = {"head"_task}});
  builder.add(phase{.id = "B"_task, .name = "", .restates = {"1"_task}});
  CHECK(builder.build().tasks()[3].progress.finished == day("2025-06-05"));
  CHECK(builder.build().tasks()[4].progress.finished == day("2025-06-03"));
  builder.add(task{.id = "3"_task, .name = "", .duration = workdays(1), .parent = "head"_task});
  CHECK_FALSE(builder.build().tasks()[3].progress.finished);
}

TEST_CASE("Rows add nothing to loads, hand-offs and loose ends", "[plan]") {
  const plan p = annex().build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  CHECK(load_by_week(s, unit_id(0), groups::as_named) ==
        std::vector<week_load>{{day("2025-06-30"), workdays(3), workdays(0)}});
  CHECK(load_by_week(s, unit_id(2), groups::as_named).empty());
  CHECK(hand_offs(s).empty());
  CHECK(tasks_leading_nowhere(p).empty());
}

TEST_CASE("A row with a duration keeps it, is not held back, and still counts for nothing",
          "[plan]") {
  plan_builder builder = annex();
  builder.add(task{.id = "B"_task,
                   .name = "",
                   .duration = workdays(40),
                   .lead = "finance"_unit,
                   .restates = {"1"_task}});
  const plan p = builder.build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  CHECK(s.early_start(task_id(3)) == day("2025-07-01"));
  CHECK(load_by_week(s, unit_id(2), groups::as_named).empty());
}

TEST_CASE("What a row names beside its tasks is told, both ways", "[plan]") {
  const plan p = annex().build();
  const auto rows = restatements(p);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row == task_id(2));
  CHECK(rows[0].only_in_row == std::vector<unit_id>{unit_id(2)});
  CHECK(rows[0].only_in_tasks == std::vector<unit_id>{unit_id(1)});
}

TEST_CASE("What restates is not itself restated", "[plan]") {
  plan_builder builder = annex();
  builder.add(phase{.id = "B"_task, .name = "", .restates = {"A"_task, "none"_task}});
  CHECK(codes(builder.problems()) == "restates-a-restatement unknown-task");
}

TEST_CASE("A row is due when the last of what it restates is, and holds nothing back", "[plan]") {
  plan_builder builder(calendar{});
  builder.add(phase{.id = "head"_task, .name = "", .deadline = deadline(day("2025-12-31"))});
  builder.add(task{.id = "1"_task, .name = "", .duration = workdays(3), .parent = "head"_task});
  builder.add(task{.id = "2"_task,
                   .name = "",
                   .duration = workdays(5),
                   .deadline = deadline(day("2025-08-29"))});
  builder.add(phase{.id = "A"_task, .name = "", .restates = {"1"_task, "2"_task}});
  const plan p = builder.build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  CHECK(s.late_finish(task_id(3)) == day("2025-12-31"));
  CHECK(s.late_finish(task_id(1)) == day("2025-12-31"));
  CHECK(s.late_finish(task_id(2)) == day("2025-08-29"));
}
