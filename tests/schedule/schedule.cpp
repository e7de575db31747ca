// Examples worked out by hand on a calendar; 2025-07-01 is a Tuesday.
#include "small_plans.hpp"

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::july_1;
using daopai::tests::names;
using daopai::tests::row;
using daopai::tests::work;
using enum dependency_kind;

namespace {

inspection on(const char* first, const char* last, std::vector<predecessor> after) {
  return {.id = "moe"_inspection,
          .name = "复检",
          .window = {day(first), day(last)},
          .after = std::move(after)};
}

}  // namespace

TEST_CASE("Dates are counted both ways between today and the inspection", "[schedule]") {
  //  survey (5) ---> archive (8) ---> [moe 2025-08-01 .. 09-30]
  //  posters (3) -----------------------^
  const plan p = plan_builder(china_calendar())
                     .add(work("survey", 5))
                     .add(work("archive", 8, {"survey"_task}))
                     .add(work("posters", 3))
                     .add(on("2025-08-01", "2025-09-30", {"archive"_task, "posters"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "survey"_task) == "2025-07-01 2025-07-07 | 2025-07-15 2025-07-21 | 10 0");
  CHECK(row(s, "archive"_task) == "2025-07-08 2025-07-17 | 2025-07-22 2025-07-31 | 10 10");
  CHECK(row(s, "posters"_task) == "2025-07-01 2025-07-03 | 2025-07-29 2025-07-31 | 20 20");
  CHECK(s.finish() == day("2025-07-17"));
  CHECK(s.least_float() == workdays(10));
  const inspection_outlook moe = s[p.find("moe"_inspection).value()];
  CHECK(moe.total_float == workdays(10));
  // 2025-08-01 to 09-29: 21 days of August and 21 of September, and Sunday 09-28 is a make-up day
  CHECK(moe.float_to_last_day == workdays(53));
  CHECK(names(p, critical_path(s, p.find("moe"_inspection).value())) == "survey archive");
  CHECK(s.is_critical(p.find("archive"_task).value()));  // though there are ten days to spare
  CHECK_FALSE(s.is_critical(p.find("posters"_task).value()));
}

TEST_CASE("What cannot be met has negative float, and late starts may lie before today",
          "[schedule]") {
  const plan p = plan_builder(calendar())
                     .add(work("archive", 8))
                     .add(on("2025-07-08", "2025-07-18", {"archive"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "archive"_task) == "2025-07-01 2025-07-10 | 2025-06-26 2025-07-07 | -3 0");
  CHECK(s[inspection_id(0)].total_float == workdays(-3));
  CHECK(s[inspection_id(0)].float_to_last_day == workdays(5));
  CHECK(daopai::tests::codes(problems(s)) == "cannot-be-met");
}

TEST_CASE("A deadline counts its day and rolls back from a day off", "[schedule]") {
  task survey = work("survey", 3);
  survey.deadline = deadline(day("2025-07-20"));  // a Sunday
  const plan p = plan_builder(china_calendar()).add(survey).build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "survey"_task) == "2025-07-01 2025-07-03 | 2025-07-16 2025-07-18 | 11 11");
  CHECK(s.late_driver(task_id(0)) == driver{driven_by::deadline, task_id(0), day("2025-07-20")});
  REQUIRE(daopai::tests::codes(problems(s)) == "deadline-on-day-off");
  CHECK_THAT(problems(s)[0].message,
             Catch::Contains("is a Sunday") && Catch::Contains("Friday 2025-07-18"));
}

TEST_CASE("not_before holds a start and rolls forward from a day off", "[schedule]") {
  task survey = work("survey", 2);
  survey.not_before = not_before(day("2025-07-05"));  // a Saturday
  const schedule s = compute_schedule(plan_builder(calendar()).add(survey).build(), july_1);
  CHECK(s.early_start(task_id(0)) == day("2025-07-07"));
  CHECK(s.early_driver(task_id(0)) == driver{driven_by::not_before, task_id(0), day("2025-07-05")});
}

TEST_CASE("All four kinds of dependency count lags in working days", "[schedule]") {
  //  a: Tue 07-01 .. Mon 07-07 (5 days)
  const auto b_after_a = [](dependency_kind kind, int lag_days) {
    const plan p = plan_builder(calendar())
                       .add(work("a", 5))
                       .add(work("b", 3, {{"a"_task, kind, workdays(lag_days)}}))
                       .build();
    const schedule s = compute_schedule(p, july_1);
    return to_string(s.early_start(task_id(1))) + ' ' + to_string(s.early_finish(task_id(1)));
  };
  CHECK(b_after_a(finish_to_start, 0) == "2025-07-08 2025-07-10");
  CHECK(b_after_a(finish_to_start, 2) == "2025-07-10 2025-07-14");
  CHECK(b_after_a(finish_to_start, -2) == "2025-07-04 2025-07-08");
  CHECK(b_after_a(start_to_start, 0) == "2025-07-01 2025-07-03");
  CHECK(b_after_a(start_to_start, 4) == "2025-07-07 2025-07-09");
  CHECK(b_after_a(finish_to_finish, 0) == "2025-07-03 2025-07-07");
  CHECK(b_after_a(finish_to_finish, 1) == "2025-07-04 2025-07-08");
  CHECK(b_after_a(start_to_finish, 5) == "2025-07-03 2025-07-07");
  CHECK(b_after_a(start_to_finish, 0) == "2025-07-01 2025-07-03");  // held by today
}

TEST_CASE("A lag in calendar days runs over days off", "[schedule]") {
  // A notice of 15 days: a finishes Mon 07-07, 15 days end Tue 07-22, b starts the day after.
  const plan p = plan_builder(calendar())
                     .add(work("a", 5))
                     .add(work("b", 1, {{"a"_task, finish_to_start, calendar_days(15)}}))
                     .add(work("c", 1, {{"a"_task, finish_to_start, calendar_days(11)}}))
                     .add(on("2025-08-01", "2025-08-01", {"b"_task, "c"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "b"_task) == "2025-07-23 2025-07-23 | 2025-07-31 2025-07-31 | 6 6");
  CHECK(row(s, "c"_task) ==
        "2025-07-21 2025-07-21 | 2025-07-31 2025-07-31 | 8 8");  // from a Saturday
  CHECK(row(s, "a"_task) == "2025-07-01 2025-07-07 | 2025-07-09 2025-07-15 | 6 0");
}

TEST_CASE("A lag is counted on the successor's calendar", "[schedule]") {
  // a finishes Fri 07-04; two days on a school that works every day are Sat and Sun.
  task b = work("b", 2, {{"a"_task, finish_to_start, workdays(2)}});
  b.calendar = "school"_calendar;
  const plan p = plan_builder(calendar())
                     .add(named_calendar{"school"_calendar, calendar({.week = every_day})})
                     .add(work("a", 4))
                     .add(b)
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(s.early_start(task_id(1)) == day("2025-07-07"));
  CHECK(s.early_finish(task_id(1)) == day("2025-07-08"));
}

TEST_CASE("A successor on another calendar never finishes before its finish-to-finish predecessor",
          "[schedule]") {
  task a = work("a", 6);  // Tue 07-01 .. Sun 07-06
  a.calendar = "school"_calendar;
  const plan p = plan_builder(calendar())
                     .add(named_calendar{"school"_calendar, calendar({.week = every_day})})
                     .add(a)
                     .add(work("b", 2, {{"a"_task, finish_to_finish}}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(s.early_finish(task_id(0)) == day("2025-07-06"));
  CHECK(s.early_finish(task_id(1)) == day("2025-07-07"));
}

TEST_CASE("A milestone shows the finish date of what it waits for", "[schedule]") {
  //  a (4, to Fri 07-04) --> done (0) --> b (1, Mon 07-07)
  const plan p = plan_builder(calendar())
                     .add(work("start", 0))
                     .add(work("a", 4, {"start"_task}))
                     .add(work("done", 0, {"a"_task}))
                     .add(work("b", 1, {"done"_task}))
                     .add(work("in two days", 0, {{"a"_task, finish_to_start, workdays(2)}}))
                     .add(on("2025-07-15", "2025-07-15", {"b"_task, "in two days"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "done"_task) == "2025-07-04 2025-07-04 | 2025-07-11 2025-07-11 | 5 0");
  CHECK(row(s, "b"_task) == "2025-07-07 2025-07-07 | 2025-07-14 2025-07-14 | 5 5");
  CHECK(row(s, "start"_task) == "2025-07-01 2025-07-01 | 2025-07-07 2025-07-07 | 4 0");
  CHECK(row(s, "in two days"_task) == "2025-07-08 2025-07-08 | 2025-07-14 2025-07-14 | 4 4");
}

TEST_CASE("A milestone shown on the morning after its deadline is in time", "[schedule]") {
  //  a (3, to Thu 07-03) --> b (2, from Fri 07-04); "handed over" comes with the start of b, which
  //  is the evening of the deadline of the milestone and of the phase around it
  const auto with_deadline = [](const char* last) {
    task handed_over = work("handed over", 0, {{"b"_task, start_to_start}});
    handed_over.deadline = deadline(day(last));
    handed_over.parent = "phase"_task;
    return plan_builder(calendar())
        .add(phase{.id = "phase"_task, .name = "", .deadline = deadline(day(last))})
        .add(work("a", 3))
        .add(work("b", 2, {"a"_task}))
        .add(handed_over)
        .add(on("2025-07-15", "2025-07-15", {"b"_task, "handed over"_task}))
        .build();
  };
  const schedule in_time = compute_schedule(with_deadline("2025-07-03"), july_1);
  CHECK(row(in_time, "handed over"_task) == "2025-07-04 2025-07-04 | 2025-07-04 2025-07-04 | 0 7");
  CHECK(daopai::tests::codes(problems(in_time)) == "");
  const schedule too_late = compute_schedule(with_deadline("2025-07-02"), july_1);
  CHECK(daopai::tests::codes(problems(too_late)) == "cannot-be-met cannot-be-met");
}

TEST_CASE("What follows an inspection starts after its first day", "[schedule]") {
  const plan p = plan_builder(calendar())
                     .add(work("archive", 5))
                     .add(work("rectify", 10, {"moe"_inspection}))
                     .add(on("2025-08-01", "2025-09-30", {"archive"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  // Held by nothing dated, it is held by the plan's own finish and not by the inspection before it.
  CHECK(row(s, "rectify"_task) == "2025-08-04 2025-08-15 | 2025-08-04 2025-08-15 | 0 0");
  CHECK(s.early_driver(task_id(1)) ==
        driver{driven_by::inspection, inspection_id(0), day("2025-08-01")});
  CHECK(s.late_driver(task_id(1)) == driver{driven_by::none});
  CHECK(daopai::tests::codes(problems(s)) == "no-dated-successor");
}

TEST_CASE("A task that leads to nothing dated is held by the latest anchor", "[schedule]") {
  const plan p = plan_builder(calendar())
                     .add(work("a", 5))
                     .add(work("loose", 2))
                     .add(on("2025-07-15", "2025-07-15", {"a"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "loose"_task) == "2025-07-01 2025-07-02 | 2025-07-11 2025-07-14 | 8 8");
  CHECK(s.late_driver(task_id(1)).by == driven_by::inspection);
  REQUIRE(daopai::tests::codes(problems(s)) == "no-dated-successor");
  CHECK(problems(s)[0].where == "tasks[1]");
}

TEST_CASE("Without inspections and deadlines the plan is held by its own finish", "[schedule]") {
  const plan p = plan_builder(calendar()).add(work("a", 5)).add(work("b", 2)).build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "b"_task) == "2025-07-01 2025-07-02 | 2025-07-04 2025-07-07 | 3 3");
  CHECK(s.late_driver(task_id(0)) == driver{driven_by::none});
}

TEST_CASE("A phase spans its tasks, binds them with its dates and stands for them in dependencies",
          "[schedule]") {
  //  gate (2) --> phase 1 { a (3), b (5) } --> c (2)       phase 1 by Sun 07-20
  const auto inside = [](task t) {
    t.parent = "phase 1"_task;
    return t;
  };
  const plan p = plan_builder(calendar())
                     .add(work("gate", 2))
                     .add(phase{.id = "phase 1"_task,
                                .name = "第一阶段",
                                .after = {"gate"_task},
                                .deadline = deadline(day("2025-07-20"))})
                     .add(inside(work("a", 3)))
                     .add(inside(work("b", 5)))
                     .add(work("c", 2, {"phase 1"_task}))
                     .add(on("2025-08-01", "2025-08-01", {"c"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "a"_task) == "2025-07-03 2025-07-07 | 2025-07-16 2025-07-18 | 9 2");
  CHECK(row(s, "b"_task) == "2025-07-03 2025-07-09 | 2025-07-14 2025-07-18 | 7 0");
  CHECK(row(s, "c"_task) == "2025-07-10 2025-07-11 | 2025-07-30 2025-07-31 | 14 14");
  CHECK(row(s, "phase 1"_task) == "2025-07-03 2025-07-09 | 2025-07-14 2025-07-18 | 7 0");
  const task_id b = p.find("b"_task).value();
  CHECK(s.late_driver(b) ==
        driver{driven_by::parent, p.find("phase 1"_task).value(), day("2025-07-20")});
  CHECK(s.early_driver(b) == driver{driven_by::task, p.find("gate"_task).value()});
  CHECK(s.early_driver(p.find("c"_task).value()) == driver{driven_by::task, b});
  CHECK(s.is_critical(b));
  CHECK_FALSE(s.is_critical(p.find("a"_task).value()));
  CHECK(names(p, critical_path(s, inspection_id(0))) == "gate b c");
}

TEST_CASE("A dependency between phases costs links in proportion to their tasks", "[schedule]") {
  plan_builder builder{calendar()};
  builder.add(phase{.id = "p"_task, .name = ""});
  builder.add(phase{.id = "q"_task, .name = "", .after = {"p"_task}});
  for (int i = 0; i < 1000; ++i) {
    task t = work(std::to_string(i), 1 + i % 7);
    t.parent = i % 2 == 0 ? "p"_task : "q"_task;
    builder.add(t);
  }
  const plan p = builder.build();
  CHECK(compile(p).in.size() == 1001);
  const schedule s = compute_schedule(p, july_1);
  CHECK(s.early_start(p.find("q"_task).value()) > s.early_finish(p.find("p"_task).value()));
}

TEST_CASE("Each inspection has its own floats and its own critical path", "[schedule]") {
  //  a (3) --> b (2) --> [first 07-10]
  //     \----> c (4) --> [second 07-31]
  const plan p = plan_builder(calendar())
                     .add(work("a", 3))
                     .add(work("b", 2, {"a"_task}))
                     .add(work("c", 4, {"a"_task}))
                     .add(inspection{.id = "first"_inspection,
                                     .name = "",
                                     .window = {day("2025-07-10"), day("2025-07-10")},
                                     .after = {"b"_task}})
                     .add(inspection{.id = "second"_inspection,
                                     .name = "",
                                     .window = {day("2025-07-31"), day("2025-07-31")},
                                     .after = {"c"_task}})
                     .build();
  const schedule s = compute_schedule(p, july_1);
  const auto first = floats_to(s, inspection_id(0));
  const auto second = floats_to(s, inspection_id(1));
  CHECK(first[0] == workdays(2));
  CHECK(first[1] == workdays(2));
  CHECK_FALSE(first[2]);
  CHECK(second[0] == workdays(15));
  CHECK_FALSE(second[1]);
  CHECK(second[2] == workdays(15));
  CHECK(s.total_float(task_id(0)) == workdays(2));
  CHECK(names(p, critical_path(s, inspection_id(1))) == "a c");
  CHECK(s.is_critical(task_id(2)));
}

TEST_CASE("Critical paths that tie are all found, up to the number asked for", "[schedule]") {
  //  a (2), b (2) --> c (1), d (1) --> [07-10]
  const plan p = plan_builder(calendar())
                     .add(work("a", 2))
                     .add(work("b", 2))
                     .add(work("c", 1, {"a"_task, "b"_task}))
                     .add(work("d", 1, {"a"_task, "b"_task}))
                     .add(on("2025-07-10", "2025-07-10", {"c"_task, "d"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  const auto all = critical_paths(s, inspection_id(0), 10);
  REQUIRE(all.size() == 4);
  CHECK(names(p, all[0]) == "a c");
  CHECK(names(p, all[3]) == "b d");
  CHECK(critical_paths(s, inspection_id(0), 3).size() == 3);
}

TEST_CASE("Independent float is what stays when all before come late and all after stay",
          "[schedule]") {
  //  a (2) --> b (1) --> c (1)     d (8) --> c, and a may slip to its own deadline 07-04
  task a = work("a", 2);
  a.deadline = deadline(day("2025-07-04"));
  const plan p = plan_builder(calendar())
                     .add(a)
                     .add(work("b", 1, {"a"_task}))
                     .add(work("c", 1, {"b"_task, "d"_task}))
                     .add(work("d", 8))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  // c starts 07-11 after d; b runs 07-03, or 07-07 behind a late a; 07-08, 09, 10 are left.
  CHECK(s.free_float(task_id(1)) == workdays(5));
  CHECK(s.independent_float(task_id(1)) == workdays(3));
}

TEST_CASE("A schedule that runs into a year without published holidays says so", "[schedule]") {
  const plan p = plan_builder(china_calendar())
                     .add(work("a", 5))
                     .add(on("2027-03-01", "2027-03-01", {"a"_task}))
                     .build();
  const auto found = problems(compute_schedule(p, july_1));
  REQUIRE(daopai::tests::codes(found) == "calendar-not-published");
  CHECK(found[0].where == "2027");
}

TEST_CASE("Finished work is fixed, and work under way keeps what remains from today on",
          "[schedule]") {
  task a = work("a", 5);
  a.progress = {.started = day("2025-06-23"), .finished = day("2025-06-27")};
  task b = work("b", 6, {"a"_task});
  b.progress = {.started = day("2025-06-30"), .remaining = workdays(4)};
  const plan p = plan_builder(calendar())
                     .add(a)
                     .add(b)
                     .add(work("c", 2, {"b"_task}))
                     .add(on("2025-07-15", "2025-07-15", {"c"_task}))
                     .build();
  const schedule s = compute_schedule(p, july_1);
  CHECK(row(s, "a"_task) == "2025-06-23 2025-06-27 | 2025-06-23 2025-06-27 | 0 0");
  CHECK(s.early_start(task_id(1)) == day("2025-06-30"));
  CHECK(s.early_finish(task_id(1)) == day("2025-07-04"));
  CHECK(row(s, "c"_task) == "2025-07-07 2025-07-08 | 2025-07-11 2025-07-14 | 4 4");
  CHECK(s.early_driver(task_id(0)).by == driven_by::progress);
  CHECK(s.early_driver(task_id(1)).by == driven_by::progress);
  CHECK_FALSE(s.is_critical(task_id(0)));
}

TEST_CASE("An empty plan has a schedule without dates", "[schedule]") {
  const schedule s = compute_schedule(plan_builder(calendar()).build(), july_1);
  CHECK_FALSE(s.finish());
  CHECK_FALSE(s.least_float());
  CHECK(problems(s).empty());
}

TEST_CASE("A schedule beyond the year 9999 is an error, not a wrong date", "[schedule]") {
  plan_builder builder{calendar()};
  builder.add(work("0", 100'000));
  for (int i = 1; i < 40; ++i) {
    builder.add(work(std::to_string(i), 100'000, {task_key(std::to_string(i - 1))}));
  }
  CHECK_THROWS_WITH(compute_schedule(builder.build(), july_1), Catch::Contains("9999"));
}

TEST_CASE("A million tasks in a chain are computed without recursion", "[schedule]") {
  plan_builder builder{calendar({.week = every_day})};
  const int n = 1'000'000;
  for (int i = 0; i < n; ++i) {
    builder.add(work(std::to_string(i), 1,
                     i == 0 ? std::vector<predecessor>{}
                            : std::vector<predecessor>{task_key(std::to_string(i - 1))}));
  }
  const schedule s = compute_schedule(std::move(builder).build(), july_1);
  CHECK(s.early_start(task_id(n - 1)) == july_1.value + boost::gregorian::days(n - 1));
  CHECK(s.late_start(task_id(0)) == july_1.value);
}

TEST_CASE("A million tasks in a star are computed without recursion", "[schedule]") {
  plan_builder builder{calendar()};
  const int n = 1'000'000;
  task hub = work("hub", 1);
  hub.after.reserve(n);
  for (int i = 0; i < n; ++i) {
    builder.add(work(std::to_string(i), 1 + i % 5));
    hub.after.emplace_back(task_key(std::to_string(i)));
  }
  builder.add(hub);
  const schedule s = compute_schedule(std::move(builder).build(), july_1);
  CHECK(s.early_start(task_id(n)) == day("2025-07-08"));
  CHECK(s.total_float(task_id(0)) == workdays(4));
}
