// Retained logic, worked out by hand on a calendar of Mondays to Fridays; 2025-07-01 is a Tuesday.
#include "random_plan.hpp"
#include "small_plans.hpp"

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::july_1;
using daopai::tests::names;
using daopai::tests::on;
using daopai::tests::random_plan;
using daopai::tests::row;
using daopai::tests::work;
using enum dependency_kind;

namespace {

task done(task t, const char* started, const char* finished) {
  t.progress = {.started = day(started), .finished = day(finished)};
  return t;
}

task under_way(task t, const char* started, int remaining) {
  t.progress = {.started = day(started), .remaining = workdays(remaining)};
  return t;
}

template <class... Things>
schedule on_july_1(const Things&... things) {
  plan_builder builder{calendar()};
  (builder.add(things), ...);
  return compute_schedule(builder.build(), july_1);
}

task_id find(const schedule& s, const task_key& key) { return s.plan().find(key).value(); }

/// "task b", "progress": what sets the early and the late dates.
std::string driver_text(const schedule& s, const driver& d) {
  if (d.by == driven_by::task) return "task " + s.plan()[d.what->task()].id.text();
  if (d.by == driven_by::inspection) return "inspection";
  return d.by == driven_by::progress ? "progress" : "other";
}
std::string early_driver_text(const schedule& s, const task_key& t) {
  return driver_text(s, s.early_driver(find(s, t)));
}
std::string late_driver_text(const schedule& s, const task_key& t) {
  return driver_text(s, s.late_driver(find(s, t)));
}

/// The row of a task up to its total float.
std::string dates_of(const schedule& s, const task_key& t) {
  const std::string text = row(s, t);
  return text.substr(0, text.rfind(' '));
}

/// A random plan without lags and without deadlines of what is done, each done task changed; all
/// leads to an inspection.
template <class Change>
schedule with_what_is_done(std::uint32_t seed, Change change) {
  const plan p = random_plan(seed, {.calendars = 0, .lags = false, .progress = true}).make();
  plan_builder builder(p.calendars().front().calendar);
  for (task t : p.tasks()) {
    if (t.progress.finished) {
      t.deadline.reset();
      change(t);
    }
    builder.add(std::move(t));
  }
  for (const inspection& i : p.inspections()) builder.add(i);
  inspection end = on("2025-12-01", {});
  for (const task& t : p.tasks()) end.after.emplace_back(t.id);
  builder.add(end);
  return compute_schedule(std::move(builder).build(), status_date(random_plan::today));
}

}  // namespace

//   a (5 days, open) --> b (done) --> c (2 days) --> inspection 07-21
//
// a runs 07-01 to 07-07; c waits for it through b: 07-08 to 07-09. The inspection leaves c
// 07-17 to 07-18, and a, again through b, 07-10 to 07-16: seven working days of float for both.
TEST_CASE("A task done out of sequence lets what is not done before it hold what comes after it",
          "[schedule]") {
  const schedule s =
      on_july_1(work("a", 5), done(work("b", 3, {"a"_task}), "2025-06-23", "2025-06-25"),
                work("c", 2, {"b"_task}), on("2025-07-21", {"c"_task}));
  CHECK(row(s, "a"_task) == "2025-07-01 2025-07-07 | 2025-07-10 2025-07-16 | 7 0");
  CHECK(row(s, "b"_task) == "2025-06-23 2025-06-25 | 2025-06-23 2025-06-25 | 0 0");
  CHECK(row(s, "c"_task) == "2025-07-08 2025-07-09 | 2025-07-17 2025-07-18 | 7 7");
  CHECK(early_driver_text(s, "c"_task) == "task b");
  CHECK(early_driver_text(s, "b"_task) == "task a");
  CHECK(early_driver_text(s, "a"_task) == "other");
  CHECK(late_driver_text(s, "a"_task) == "task b");
  CHECK(late_driver_text(s, "b"_task) == "task c");
  CHECK(late_driver_text(s, "c"_task) == "inspection");
  CHECK(s.is_critical(find(s, "a"_task)));
  CHECK_FALSE(s.is_critical(find(s, "b"_task)));
  CHECK(s.is_critical(find(s, "c"_task)));
  CHECK(names(s.plan(), critical_path(s, inspection_id(0))) == "a c");
  CHECK(s[inspection_id(0)].total_float == workdays(7));
  CHECK(floats_to(s, inspection_id(0))[0] == workdays(7));
  CHECK_FALSE(floats_to(s, inspection_id(0))[1]);
}

// As above, but a is done too: nothing holds c, which may start at once.
TEST_CASE("A task done before its predecessor holds nothing once that is done", "[schedule]") {
  const schedule s = on_july_1(done(work("a", 5), "2025-06-20", "2025-06-27"),
                               done(work("b", 3, {"a"_task}), "2025-06-23", "2025-06-25"),
                               work("c", 2, {"b"_task}), on("2025-07-21", {"c"_task}));
  CHECK(s.early_start(find(s, "c"_task)) == day("2025-07-01"));
  CHECK(early_driver_text(s, "b"_task) == "progress");
  CHECK(late_driver_text(s, "b"_task) == "progress");
  CHECK(problems(s).empty());
}

// a (5 days) --> b (done) --> c (done) --> d (1 day): two done tasks in a row pass a on; the lag of
// three days between c and d counts from a's finish, 07-07: d on 07-11.
TEST_CASE("What a done task passes on goes through any number of done tasks, lags included",
          "[schedule]") {
  const schedule s = on_july_1(
      work("a", 5), done(work("b", 3, {"a"_task}), "2025-06-23", "2025-06-25"),
      done(work("c", 1, {"b"_task}), "2025-06-26", "2025-06-26"),
      work("d", 1, {{"c"_task, finish_to_start, workdays(3)}}), on("2025-07-14", {"d"_task}));
  CHECK(row(s, "a"_task) == "2025-07-01 2025-07-07 | 2025-07-01 2025-07-07 | 0 0");
  CHECK(row(s, "d"_task) == "2025-07-11 2025-07-11 | 2025-07-11 2025-07-11 | 0 0");
  CHECK(early_driver_text(s, "d"_task) == "task c");
  CHECK(early_driver_text(s, "c"_task) == "task b");
  CHECK(early_driver_text(s, "b"_task) == "task a");
  CHECK(names(s.plan(), critical_path(s, inspection_id(0))) == "a d");
}

// a (5 days, open) --> b (under way, 2 days remain) --> c (1 day). b's rest waits for a: 07-08 to
// 07-09, though it started on 06-27; c follows on 07-10.
TEST_CASE("What remains of work begun out of sequence waits for its predecessor", "[schedule]") {
  const schedule s = on_july_1(work("a", 5), under_way(work("b", 4, {"a"_task}), "2025-06-27", 2),
                               work("c", 1, {"b"_task}), on("2025-07-15", {"c"_task}));
  CHECK(s.early_start(find(s, "b"_task)) == day("2025-06-27"));
  CHECK(s.early_finish(find(s, "b"_task)) == day("2025-07-09"));
  CHECK(row(s, "c"_task) == "2025-07-10 2025-07-10 | 2025-07-14 2025-07-14 | 2 2");
  CHECK(early_driver_text(s, "b"_task) == "task a");
  const auto found = problems(s);
  REQUIRE(daopai::tests::codes(found) == "out-of-sequence");
  CHECK(found[0].where == "tasks[1]");
  CHECK(found[0].message ==
        "\"b\" started on 2025-06-27, out of sequence: its predecessor \"a\" finishes on "
        "2025-07-07 and allows that on 2025-07-08 at the earliest; what remains of it waits");
}

// b started on 06-27 and has its deadline on 06-30; its four remaining days run 07-01 to 07-04:
// four working days too late, and c, which waits for it, has its own ten days to the inspection.
TEST_CASE("A task under way past its deadline has negative float", "[schedule]") {
  task b = under_way(work("b", 6), "2025-06-24", 4);
  b.deadline = deadline(day("2025-06-30"));
  const schedule s = on_july_1(b, work("c", 2, {"b"_task}), on("2025-07-23", {"c"_task}));
  CHECK(row(s, "b"_task) == "2025-06-24 2025-07-04 | 2025-06-25 2025-06-30 | -4 0");
  CHECK(row(s, "c"_task) == "2025-07-07 2025-07-08 | 2025-07-21 2025-07-22 | 10 10");
  CHECK(early_driver_text(s, "b"_task) == "progress");
  CHECK(s.least_float() == workdays(-4));
  CHECK(daopai::tests::codes(problems(s)) == "cannot-be-met");
}

TEST_CASE("The deadline of a task that is done holds nothing before it", "[schedule]") {
  task b = done(work("b", 3, {"a"_task}), "2025-06-23", "2025-06-25");
  b.deadline = deadline(day("2025-06-26"));
  const schedule s =
      on_july_1(work("a", 5), b, work("c", 2, {"b"_task}), on("2025-07-21", {"c"_task}));
  CHECK(row(s, "a"_task) == "2025-07-01 2025-07-07 | 2025-07-10 2025-07-16 | 7 0");
}

// The start of b has happened: what waits for it alone is free, and c does not wait for a.
TEST_CASE("A start that has happened holds nothing, whatever its task waits for", "[schedule]") {
  const task a = work("a", 5);
  const std::vector<predecessor> starts_with_b{{"b"_task, start_to_start, workdays(1)}};
  const schedule begun = on_july_1(a, under_way(work("b", 4, {"a"_task}), "2025-06-27", 2),
                                   work("c", 1, starts_with_b), on("2025-07-15", {"c"_task}));
  CHECK(begun.early_start(find(begun, "c"_task)) == day("2025-07-01"));
  const schedule over = on_july_1(a, done(work("b", 4, {"a"_task}), "2025-06-23", "2025-06-26"),
                                  work("c", 1, starts_with_b), on("2025-07-15", {"c"_task}));
  CHECK(over.early_start(find(over, "c"_task)) == day("2025-07-01"));
}

// a is under way, four days remain: 07-01 to 07-04. b is done although it should not have finished
// before two days after a, 07-08; c follows b, so it starts on 07-09.
TEST_CASE("A finish-to-finish predecessor that is not done holds what follows a done task",
          "[schedule]") {
  const schedule s = on_july_1(
      under_way(work("a", 6), "2025-06-26", 4),
      done(work("b", 3, {{"a"_task, finish_to_finish, workdays(2)}}), "2025-06-27", "2025-06-30"),
      work("c", 1, {"b"_task}), on("2025-07-14", {"c"_task}));
  CHECK(row(s, "a"_task) == "2025-06-26 2025-07-04 | 2025-07-03 2025-07-08 | 2 0");
  CHECK(row(s, "c"_task) == "2025-07-09 2025-07-09 | 2025-07-11 2025-07-11 | 2 2");
  const auto found = out_of_sequence(s);
  REQUIRE(found.size() == 1);
  CHECK(found[0].task == find(s, "b"_task));
  CHECK(found[0].predecessor == event_id(find(s, "a"_task)));
  CHECK(found[0].kind == finish_to_finish);
  CHECK(found[0].actual == day("2025-06-30"));
  CHECK(found[0].expected == day("2025-07-04"));
  CHECK(found[0].allowed == day("2025-07-08"));
}

// b should not have started before a had been going on for two days; a has not started. It starts
// on 07-01, so b passes on 07-03: c starts on 07-03.
TEST_CASE("A start-to-start predecessor that has not started holds what follows a done task",
          "[schedule]") {
  const schedule s = on_july_1(
      work("a", 6),
      done(work("b", 3, {{"a"_task, start_to_start, workdays(2)}}), "2025-06-25", "2025-06-27"),
      work("c", 1, {"b"_task}), on("2025-07-14", {"a"_task, "c"_task}));
  CHECK(s.early_start(find(s, "c"_task)) == day("2025-07-03"));
  CHECK(s.late_finish(find(s, "a"_task)) == day("2025-07-11"));
  CHECK(daopai::tests::codes(problems(s)) == "out-of-sequence");
}

// Under way with a finish-to-finish predecessor: b's two days must not finish before a's five, so
// they run 07-04 and 07-07; nothing is out of sequence, as b is not done.
TEST_CASE("Finish-to-finish holds the finish of work under way", "[schedule]") {
  const schedule s = on_july_1(
      work("a", 5), under_way(work("b", 3, {{"a"_task, finish_to_finish}}), "2025-06-30", 2));
  CHECK(s.early_finish(find(s, "b"_task)) == day("2025-07-07"));
  CHECK(early_driver_text(s, "b"_task) == "task a");
  CHECK(daopai::tests::codes(problems(s)) == "no-dated-successor");
}

// Phase P holds x (done) and y (4 days, open); phase Q after it holds u (done, out of sequence) and
// v (1 day). z waits for Q. y runs 07-01 to 07-04: v on 07-07; z waits for v and, through u, for y.
// With v done as well, u and v still pass y on: z on 07-07.
TEST_CASE("A done task passes on what holds its phase, and what waits for its phase",
          "[schedule]") {
  const auto build = [](bool v_is_done) {
    task x = done(work("x", 2), "2025-06-24", "2025-06-25");
    task y = work("y", 4);
    x.parent = y.parent = "P"_task;
    task u = done(work("u", 2), "2025-06-26", "2025-06-27");
    task v = v_is_done ? done(work("v", 1), "2025-06-30", "2025-06-30") : work("v", 1);
    u.parent = v.parent = "Q"_task;
    return on_july_1(phase{.id = "P"_task, .name = ""},
                     phase{.id = "Q"_task, .name = "", .after = {"P"_task}}, x, y, u, v,
                     work("z", 2, {"Q"_task}), on("2025-07-14", {"z"_task}));
  };
  const schedule open = build(false);
  CHECK(row(open, "v"_task) == "2025-07-07 2025-07-07 | 2025-07-09 2025-07-09 | 2 0");
  CHECK(row(open, "z"_task) == "2025-07-08 2025-07-09 | 2025-07-10 2025-07-11 | 2 2");
  CHECK(row(open, "P"_task) == "2025-06-24 2025-07-04 | 2025-06-24 2025-07-08 | 2 0");
  CHECK(early_driver_text(open, "u"_task) == "task y");

  const schedule closed = build(true);
  CHECK(row(closed, "z"_task) == "2025-07-07 2025-07-08 | 2025-07-10 2025-07-11 | 3 3");
  CHECK(row(closed, "y"_task) == "2025-07-01 2025-07-04 | 2025-07-04 2025-07-09 | 3 0");
  CHECK(early_driver_text(closed, "z"_task) == "task u");
  CHECK(early_driver_text(closed, "u"_task) == "task y");
  CHECK(names(closed.plan(), critical_path(closed, inspection_id(0))) == "y z");
  CHECK(daopai::tests::codes(problems(closed)) == "out-of-sequence out-of-sequence");
}

// c follows the inspection of 07-10 but was done before it; d after c waits for the inspection.
TEST_CASE("An inspection to come holds what follows a task done before it", "[schedule]") {
  task c = done(work("c", 2), "2025-06-26", "2025-06-27");
  c.after = {"moe"_inspection};
  const schedule s =
      on_july_1(work("a", 2), c, work("d", 1, {"c"_task}), on("2025-07-10", {"a"_task}));
  CHECK(s.early_start(find(s, "d"_task)) == day("2025-07-11"));
  CHECK(early_driver_text(s, "d"_task) == "task c");
  CHECK(early_driver_text(s, "c"_task) == "inspection");
}

// b, done, is all that comes after a; as before it was done, the last inspection holds a through
// it.
TEST_CASE("A done task with nothing after it passes on what holds the plan", "[schedule]") {
  const schedule s =
      on_july_1(work("a", 5), done(work("b", 3, {"a"_task}), "2025-06-23", "2025-06-25"),
                work("c", 2), on("2025-07-14", {"c"_task}));
  CHECK(row(s, "a"_task) == "2025-07-01 2025-07-07 | 2025-07-07 2025-07-11 | 4 4");
  CHECK(floats_to(s, inspection_id(0))[0] == workdays(4));
}

// Done is under way with nothing left to do, but for the dates of the done tasks themselves, which
// no task after them sees where there are no lags; and a met deadline is taken out of both plans.
TEST_CASE("Retained logic treats done tasks as work under way of which nothing remains",
          "[schedule]") {
  int held_up = 0;
  for (std::uint32_t seed = 0; seed < 3'000; ++seed) {
    INFO("seed " << seed);
    const schedule s = with_what_is_done(seed, [](task&) {});
    const schedule other = with_what_is_done(seed, [](task& t) {
      t.progress.finished.reset();
      t.progress.remaining = workdays(0);
    });
    for (const task& t : s.plan().tasks()) {
      held_up += early_driver_text(s, t.id) != "progress" && t.progress.finished ? 1 : 0;
      if (t.progress.finished) continue;
      REQUIRE(s.total_float(find(s, t.id)) == other.total_float(find(s, t.id)));
      const bool is_instant = t.progress.remaining.value_or(t.duration) == workdays(0);
      if (!is_instant) REQUIRE(dates_of(s, t.id) == dates_of(other, t.id));  // has no side
    }
  }
  CHECK(held_up > 100);
}

// b waited for a, with a notice of three days that nobody waits for any more: a is free until the
// finish of the plan, which c sets on 07-10.
TEST_CASE("A done task that nothing dated comes after holds nothing", "[schedule]") {
  const schedule s = on_july_1(
      work("a", 5),
      done(work("b", 1, {{"a"_task, finish_to_start, workdays(3)}}), "2025-06-25", "2025-06-25"),
      work("c", 8));
  CHECK(row(s, "a"_task) == "2025-07-01 2025-07-07 | 2025-07-04 2025-07-10 | 3 3");
  CHECK(late_driver_text(s, "a"_task) == "other");
  CHECK(late_driver_text(s, "b"_task) == "progress");
}

TEST_CASE("Work that has started waits for no not_before", "[schedule]") {
  task a = under_way(work("a", 5), "2025-06-30", 3);
  a.not_before = not_before(day("2025-07-10"));
  const schedule s = on_july_1(a);
  CHECK(s.early_finish(task_id(0)) == day("2025-07-03"));
  CHECK(early_driver_text(s, "a"_task) == "progress");
}
