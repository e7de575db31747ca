#include "support.hpp"

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::codes;
using daopai::tests::day;

namespace {

task simple(std::string id, std::vector<predecessor> after = {}) {
  return {.id = task_key(id), .name = id, .duration = workdays(1), .after = std::move(after)};
}

}  // namespace

TEST_CASE("A valid plan resolves every name", "[plan]") {
  const plan p =
      plan_builder(calendar(), "复检")
          .today(day("2025-07-01"))
          .add(named_calendar{"school"_calendar, calendar({.week = every_day})})
          .add(unit{.id = "edu"_unit, .name = "区教育局", .calendar = "school"_calendar})
          .add(unit{.id = "towns"_unit, .name = "各镇（街道）", .members = {"t1"_unit}})
          .add(unit{.id = "t1"_unit, .name = "甲镇"})
          .add(task{.id = "archive"_task,
                    .name = "档案整理",
                    .duration = workdays(8),
                    .lead = "edu"_unit,
                    .assist = {"towns"_unit},
                    .after = {"survey"_task, {"moe"_inspection, dependency_kind::start_to_start}},
                    .parent = "phase"_task})
          .add(simple("survey"))
          .add(phase{.id = "phase"_task, .name = "第一阶段"})
          .add(inspection{.id = "moe"_inspection,
                          .name = "复检",
                          .window = {day("2025-08-01"), day("2025-09-30")}})
          .build();
  const task_id archive = p.find("archive"_task).value();
  CHECK(p.title() == "复检");
  CHECK(p.today() == day("2025-07-01"));
  CHECK(p[p.lead(archive).value()].name == "区教育局");
  CHECK(p.assist(archive).size() == 1);
  CHECK(p[p.calendar_of(archive)].is_worked(day("2025-07-20")));  // through its lead unit
  CHECK(p.is_phase(p.parent(archive).value()));
  CHECK(p.members(p.find("towns"_unit).value()).front() == p.find("t1"_unit).value());
  CHECK(p.dependencies().size() == 2);
  CHECK_FALSE(p.find("nothing"_task));
  CHECK(p.notes().empty());
}

TEST_CASE("All problems of a bad plan are reported at once, each with its place", "[plan]") {
  plan_builder b{calendar()};
  b.add(unit{.id = "edu"_unit, .name = "", .members = {"g"_unit, "nobody"_unit}});
  b.add(unit{.id = "g"_unit, .name = "", .members = {"edu"_unit}, .capacity = -1});
  b.add(unit{.id = "edu"_unit, .name = "again"});
  b.add(task{.id = "a"_task,
             .name = "",
             .duration = workdays(-8),
             .lead = "nobody"_unit,
             .after = {"b"_task, "missing"_task, "missing"_inspection}});
  b.add(simple("b", {"a"_task}));
  b.add(phase{.id = "empty"_task, .name = ""});
  b.add(task{.id = "c"_task,
             .name = "",
             .duration = workdays(1),
             .parent = "d"_task,
             .calendar = "lunar"_calendar,
             .progress = {.started = day("2025-07-05"), .finished = day("2025-07-04")}});
  b.add(task{.id = "d"_task, .name = "", .duration = workdays(0), .parent = "c"_task});
  b.add(inspection{
      .id = "i"_inspection, .name = "", .window = {day("2025-08-02"), day("2025-08-01")}});
  b.add(inspection{.id = ""_inspection, .name = "", .window = {date(), date()}});

  std::string text;
  for (const problem& p : b.problems()) text += p.code + ' ' + p.where + '\n';
  CHECK(text ==
        "duplicate-id units[2]\n"
        "empty-id inspections[1]\n"
        "unknown-unit units[0].members[1]\n"
        "negative-capacity units[1].capacity\n"
        "group-contains-itself units[0].members\n"
        "unknown-unit tasks[0].lead\n"
        "unknown-calendar tasks[3].calendar\n"
        "finished-before-started tasks[3].finished\n"
        "task-above-itself tasks[3].parent\n"
        "negative-duration tasks[0].duration\n"
        "missing-duration tasks[2]\n"
        "window-ends-first inspections[0].window\n"
        "impossible-date inspections[1].window\n"
        "unknown-task tasks[0].after[1]\n"
        "unknown-inspection tasks[0].after[2]\n");
}

TEST_CASE("build() throws one error that carries all problems", "[plan]") {
  plan_builder b{calendar()};
  b.add(simple("a", {"x"_task})).add(simple("b", {"y"_task}));
  try {
    static_cast<void>(b.build());
    FAIL("a plan with unknown names was built");
  } catch (const invalid_plan& e) {
    CHECK(e.problems() == b.problems());
    CHECK(codes(e.problems()) == "unknown-task unknown-task");
    CHECK_THAT(e.what(), Catch::Contains("tasks[0].after[0]") && Catch::Contains("\"y\""));
  }
}

TEST_CASE("Each dependency loop is named task by task", "[plan]") {
  plan_builder b{calendar()};
  b.add(simple("a", {"c"_task})).add(simple("b", {"a"_task})).add(simple("c", {"b"_task}));
  b.add(simple("alone", {"alone"_task}));
  b.add(simple("after", {"a"_task}));  // behind a loop, not on it
  const auto problems = b.problems();
  REQUIRE(codes(problems) == "dependency-loop dependency-loop");
  CHECK_THAT(problems[0].message, Catch::Contains("a -> b -> c -> a"));
  CHECK_THAT(problems[1].message, Catch::Contains("alone -> alone"));
}

TEST_CASE("A loop through a phase or an inspection is found", "[plan]") {
  //  phase { a, b }        b waits for the phase that holds it
  plan_builder b{calendar()};
  b.add(phase{.id = "phase"_task, .name = ""});
  task inside = simple("b", {"phase"_task});
  inside.parent = "phase"_task;
  b.add(inside);
  REQUIRE(codes(b.problems()) == "dependency-loop");
  CHECK_THAT(b.problems()[0].message, Catch::Contains("b -> phase -> b"));

  plan_builder c{calendar()};
  c.add(simple("t", {"i"_inspection}));
  c.add(inspection{.id = "i"_inspection,
                   .name = "",
                   .window = {day("2025-08-01"), day("2025-08-01")},
                   .after = {"t"_task}});
  CHECK(codes(c.problems()) == "dependency-loop");
}

TEST_CASE("A phase's own duration and progress are noted, not used", "[plan]") {
  plan_builder b{calendar()};
  b.add(task{.id = "phase"_task,
             .name = "",
             .duration = workdays(9),
             .progress = {.started = day("2025-07-01")}});
  task below = simple("a");
  below.parent = "phase"_task;
  const plan p = b.add(below).build();
  CHECK(codes(p.notes()) == "phase-duration phase-progress");
}

TEST_CASE("A loop of a hundred thousand tasks is found without recursion", "[plan]") {
  plan_builder b{calendar()};
  const int n = 100'000;
  for (int i = 0; i < n; ++i) {
    b.add(simple(std::to_string(i), {task_key(std::to_string((i + n - 1) % n))}));
  }
  REQUIRE(codes(b.problems()) == "dependency-loop");
  CHECK(b.problems()[0].message.size() < 300);  // a long loop is cut
}

TEST_CASE("Progress must make sense", "[plan]") {
  const auto problems_of = [](progress made) {
    task t = simple("a");
    t.progress = made;
    return codes(plan_builder(calendar()).add(t).problems());
  };
  CHECK(problems_of({.remaining = workdays(3)}) == "remaining-without-start");
  CHECK(problems_of({.started = day("2025-07-01"), .remaining = workdays(-1)}) ==
        "negative-remaining");
  CHECK(problems_of({.started = day("2025-07-01"),
                     .finished = day("2025-07-02"),
                     .remaining = workdays(2)}) == "remaining-when-finished");
  CHECK(problems_of({.finished = day("2025-07-02")}).empty());
}
