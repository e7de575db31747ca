// Worked out by hand on a calendar of Mondays to Fridays; 2025-07-01 is a Tuesday.
#include "random_plan.hpp"
#include "small_plans.hpp"
#include <daopai/schedule/progress.hpp>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::july_1;
using daopai::tests::on;
using daopai::tests::random_plan;
using daopai::tests::work;

namespace {

template <class... Things>
schedule seen_from(const char* today, const Things&... things) {
  plan_builder builder{calendar()};
  (builder.add(things), ...);
  return compute_schedule(builder.build(), status_date(day(today)));
}

/// "scheduled/done/whole", by task.
std::string shares(const progress_report& report) {
  std::string text;
  for (const task_progress& t : report.tasks) {
    text += (text.empty() ? "" : " ") + std::to_string(t.work.scheduled) + '/' +
            std::to_string(t.work.done) + '/' + std::to_string(t.work.whole);
  }
  return text;
}

std::vector<task_state> states(const progress_report& report) {
  std::vector<task_state> all;
  for (const task_progress& t : report.tasks) all.push_back(t.state);
  return all;
}

schedule random_progress(std::uint32_t seed) {
  return compute_schedule(random_plan(seed, {.progress = true}).make(),
                          status_date(random_plan::today));
}

}  // namespace

// The inspection on Tuesday 07-15 leaves b 07-11 to 07-14 and a 07-04 to 07-10 (five days).
TEST_CASE("Scheduled progress is what the latest dates put before the status date", "[schedule]") {
  const auto at = [](const char* today) {
    return shares(progress_of(
        seen_from(today, work("a", 5), work("b", 2, {"a"_task}), on("2025-07-15", {"b"_task}))));
  };
  CHECK(at("2025-07-04") == "0/0/5 0/0/2");  // the status date itself can still be worked on
  CHECK(at("2025-07-05") == "1/0/5 0/0/2");  // a Saturday: Friday is over
  CHECK(at("2025-07-07") == "1/0/5 0/0/2");
  CHECK(at("2025-07-10") == "4/0/5 0/0/2");
  CHECK(at("2025-07-11") == "5/0/5 0/0/2");
  CHECK(at("2025-07-15") == "5/0/5 2/0/2");
}

// As above, but a is done and b has one day left: what was planned stays what it was.
TEST_CASE("Progress does not move what it is measured against", "[schedule]") {
  task a = work("a", 5);
  a.progress = {.started = day("2025-07-01"), .finished = day("2025-07-09")};
  task b = work("b", 2, {"a"_task});
  b.progress = {.started = day("2025-07-09"), .remaining = workdays(1)};
  const schedule s = seen_from("2025-07-10", a, b, on("2025-07-15", {"b"_task}));
  const std::vector<planned_span> planned = planned_dates(s);
  CHECK(planned[0].first == day("2025-07-04"));
  CHECK(planned[0].last == day("2025-07-10"));
  CHECK(planned[1].first == day("2025-07-11"));
  CHECK(planned[1].last == day("2025-07-14"));
  const progress_report report = progress_of(s);
  CHECK(shares(report) == "4/5/5 0/1/2");
  CHECK(report.plan.scheduled_share() == Approx(4.0 / 7));
  CHECK(report.plan.done_share() == Approx(6.0 / 7));
}

TEST_CASE("More days to go than the task was planned for is no progress", "[schedule]") {
  task a = work("a", 5);
  a.progress = {.started = day("2025-06-30"), .remaining = workdays(9)};
  task b = work("b", 5);
  b.progress.started = day("2025-06-30");
  CHECK(shares(progress_of(seen_from("2025-07-01", a, b))) == "0/0/5 0/0/5");
}

TEST_CASE("Where nothing has a duration each milestone counts for one", "[schedule]") {
  task gate = work("gate", 0);
  gate.progress.finished = day("2025-07-01");
  task later = work("later", 0);
  gate.deadline = deadline(day("2025-07-02"));
  later.deadline = deadline(day("2025-07-04"));
  const progress_report report = progress_of(seen_from("2025-07-03", gate, later));
  CHECK(report.plan.whole == 0);
  CHECK(report.plan.scheduled_share() == Approx(0.5));
  CHECK(report.plan.done_share() == Approx(0.5));
  CHECK_FALSE(work_progress{}.scheduled_share());
  CHECK_FALSE(work_progress{}.done_share());
}

TEST_CASE("Progress may be measured against dates that were agreed elsewhere", "[schedule]") {
  const schedule s = seen_from("2025-07-03", work("a", 5), work("b", 4));
  // a over ten days of which two are over: one of its five; b over two days, both over.
  const std::vector<planned_span> agreed{{day("2025-07-01"), day("2025-07-14")},
                                         {day("2025-07-01"), day("2025-07-02")}};
  CHECK(shares(progress_of(s, agreed)) == "1/0/5 4/0/4");
}

// c waits for a; the inspection on 07-15 leaves c 07-11 to 07-14 and the others 07-10 at the
// latest.
TEST_CASE("The state of a task follows from its progress and its dates", "[schedule]") {
  using enum task_state;
  const auto state_of_first = [](const char* today, progress p) {
    task a = work("a", 5);
    a.progress = p;
    const schedule s = seen_from(today, a, work("c", 2, {"a"_task}), on("2025-07-15", {"c"_task}));
    return progress_of(s).tasks[0].state;
  };
  CHECK(state_of_first("2025-07-01", {}) == due);
  CHECK(state_of_first("2025-07-04", {}) == due);   // its latest start is today
  CHECK(state_of_first("2025-07-05", {}) == late);  // it is over
  const progress begun{.started = day("2025-07-02"), .remaining = workdays(3)};
  CHECK(state_of_first("2025-07-03", begun) == under_way);
  CHECK(state_of_first("2025-07-08", begun) == under_way);  // three days: 08, 09, 10
  CHECK(state_of_first("2025-07-09", begun) == late);
  CHECK(state_of_first("2025-07-11", begun) == late);
  CHECK(state_of_first("2025-07-11", {.finished = day("2025-07-10")}) == done);

  task held = work("held", 1);
  held.not_before = not_before(day("2025-07-10"));
  CHECK(progress_of(seen_from("2025-07-09", held)).tasks[0].state == not_due);
  CHECK(progress_of(seen_from("2025-07-10", held)).tasks[0].state == due);
  // The first day on which it may be worked on counts, where today is a day off.
  CHECK(progress_of(seen_from("2025-07-05", work("a", 1))).tasks[0].state == due);
  CHECK(
      progress_of(seen_from("2025-07-01", work("a", 1), work("b", 1, {"a"_task}))).tasks[1].state ==
      not_due);
}

TEST_CASE("A phase is done when all below it is, and late when something is", "[schedule]") {
  using enum task_state;
  const phase p{.id = "P"_task, .name = ""};
  task open = work("open", 2);
  task done_one = work("done", 2);
  open.parent = done_one.parent = "P"_task;
  done_one.progress.finished = day("2025-06-30");
  const auto state_of_phase = [&](const task& a, const task& b) {
    return progress_of(seen_from("2025-07-01", p, a, b)).tasks[0].state;
  };
  CHECK(state_of_phase(open, done_one) == under_way);
  task too_late = open;
  too_late.deadline = deadline(day("2025-06-30"));
  CHECK(state_of_phase(too_late, done_one) == late);
  task other_done = done_one;
  other_done.id = "other"_task;
  CHECK(state_of_phase(other_done, done_one) == done);
  task waits = work("waits", 1, {"open"_task});
  waits.parent = "P"_task;
  CHECK(state_of_phase(open, waits) == due);
}

TEST_CASE("The progress of units and phases sums to that of the plan", "[schedule]") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const plan p = random_plan(seed, {.progress = true}).make();
    plan_builder builder(p.calendars().front().calendar);
    for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
    for (const char* id : {"u0", "u1", "u2"}) builder.add(unit{.id = unit_key(id), .name = id});
    for (const char* id : {"P0", "P1"}) builder.add(phase{.id = task_key(id), .name = id});
    std::size_t number = 0;
    for (task t : p.tasks()) {
      t.lead = unit_key("u" + std::to_string(number % 3));
      t.parent = task_key("P" + std::to_string(number++ % 2));
      builder.add(std::move(t));
    }
    const schedule s = compute_schedule(builder.build(), status_date(random_plan::today));
    const progress_report report = progress_of(s);
    work_progress of_units;
    for (const work_progress& u : report.units) of_units += u;
    work_progress of_phases = report.tasks[0].work;
    of_phases += report.tasks[1].work;
    REQUIRE(of_units == report.plan);
    REQUIRE(of_phases == report.plan);
    REQUIRE(report.plan.tasks == 12);
    for (const task_progress& t : report.tasks) {
      REQUIRE(t.work.scheduled >= 0);
      REQUIRE(t.work.scheduled <= t.work.whole);
      REQUIRE(t.work.done >= 0);
      REQUIRE(t.work.done <= t.work.whole);
    }
  }
}

TEST_CASE("As days go by scheduled progress grows, and what is late stays late", "[schedule]") {
  int late_ones = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const schedule s = random_progress(seed);
    const schedule next = compute_schedule(
        s.plan(), status_date(random_plan::today + boost::gregorian::days(1 + seed % 20)));
    const std::vector<planned_span> planned = planned_dates(s);
    const progress_report now = progress_of(s, planned);
    const progress_report then = progress_of(next, planned);
    REQUIRE(then.plan.done == now.plan.done);
    for (std::size_t t = 0; t < now.tasks.size(); ++t) {
      REQUIRE(then.tasks[t].work.scheduled >= now.tasks[t].work.scheduled);
      const bool was_late = now.tasks[t].state == task_state::late;
      late_ones += was_late ? 1 : 0;
      if (was_late) REQUIRE(then.tasks[t].state == task_state::late);
    }
  }
  CHECK(late_ones > 100);
}

TEST_CASE("A plan of which all is done is scheduled and done as a whole", "[schedule]") {
  const plan p = random_plan(7, {}).make();
  plan_builder builder(p.calendars().front().calendar);
  for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
  for (task t : p.tasks()) {
    t.progress.finished = day("2025-06-02");
    builder.add(std::move(t));
  }
  const schedule s = compute_schedule(builder.build(), status_date(random_plan::today));
  const progress_report report = progress_of(s);
  CHECK(report.plan.done_share() == 1.0);
  for (const task_state state : states(report)) CHECK(state == task_state::done);
}
