// Rescheduling is held to full computation: after every change, all that a schedule says must be
// what compute_schedule() says of a plan built anew with that change in it.
#include "random_life.hpp"
#include <daopai/schedule/reschedule.hpp>

#include <cstdlib>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::codes;
using daopai::tests::day;
using daopai::tests::random_life;

namespace {

/// The plan as a file would give it: everything resolved again.
plan_builder builder_of(const plan& p) {
  plan_builder builder(p.calendars().front().calendar, p.title());
  for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
  for (const unit& u : p.units()) builder.add(u);
  for (const task& t : p.tasks()) builder.add(t);
  for (const inspection& i : p.inspections()) builder.add(i);
  return builder;
}

schedule computed(const living_schedule& s, const date& status) {
  return compute_schedule(builder_of(s.plan()).build(), status_date(status));
}

task_dates dates_in(const schedule& s, task_id t) {
  return {s.early_start(t), s.early_finish(t), s.late_start(t),
          s.late_finish(t), s.total_float(t),  s.free_float(t)};
}

std::vector<task_dates> all_dates(const schedule& s) {
  std::vector<task_dates> dates;
  for (std::size_t t = 0; t < s.plan().tasks().size(); ++t) {
    dates.push_back(dates_in(s, task_id(t)));
  }
  return dates;
}

bool same_instants(const schedule& a, const schedule& b, position p, position q) {
  return a.early_dates().start[p] == b.early_dates().start[q] &&
         a.early_dates().finish[p] == b.early_dates().finish[q] &&
         a.late_dates().start[p] == b.late_dates().start[q] &&
         a.late_dates().finish[p] == b.late_dates().finish[q];
}

void require_same_task(const schedule& a, const schedule& b, task_id t) {
  INFO("task " << a.plan()[t].id.text());
  REQUIRE(dates_in(a, t) == dates_in(b, t));
  REQUIRE(a.independent_float(t) == b.independent_float(t));
  REQUIRE(a.is_critical(t) == b.is_critical(t));
  REQUIRE(a.early_driver(t) == b.early_driver(t));
  REQUIRE(a.late_driver(t) == b.late_driver(t));
  REQUIRE(same_instants(a, b, a.network().at(t), b.network().at(t)));
}

void require_same_inspection(const schedule& a, const schedule& b, inspection_id i) {
  REQUIRE(a[i].first_day == b[i].first_day);
  REQUIRE(a[i].total_float == b[i].total_float);
  REQUIRE(a[i].float_to_last_day == b[i].float_to_last_day);
  REQUIRE(critical_path(a, i) == critical_path(b, i));
  REQUIRE(floats_to(a, i) == floats_to(b, i));
}

void require_same(const schedule& a, const schedule& b) {
  for (std::size_t t = 0; t < a.plan().tasks().size(); ++t) require_same_task(a, b, task_id(t));
  for (std::size_t i = 0; i < a.plan().inspections().size(); ++i) {
    require_same_inspection(a, b, inspection_id(i));
  }
  REQUIRE(a.status() == b.status());
  REQUIRE(a.finish() == b.finish());
  REQUIRE(a.least_float() == b.least_float());
  REQUIRE(problems(a) == problems(b));
}

std::string words(const task_dates& d) {
  return to_string(d.early_start) + ' ' + to_string(d.early_finish) + " | " +
         to_string(d.late_start) + ' ' + to_string(d.late_finish) + " | " +
         std::to_string(d.total_float.count()) + ' ' + std::to_string(d.free_float.count());
}

/// Whether the list names exactly the tasks that show something else now, with both.
void require_exact(const schedule_changes& changes, const std::vector<task_dates>& before,
                   const std::vector<task_dates>& after) {
  std::vector<task_dates> rebuilt = before;
  for (const task_change& c : changes.tasks) {
    REQUIRE_FALSE(c.after == c.before);
    REQUIRE(words(rebuilt[c.task.index()]) == words(c.before));  // each once
    rebuilt[c.task.index()] = c.after;
  }
  for (std::size_t t = 0; t < after.size(); ++t) {
    INFO("task at " << t);
    REQUIRE(words(rebuilt[t]) == words(after[t]));
  }
}

/// Every inspection that stands otherwise must be named.
void require_named(const schedule_changes& changes, const schedule& before, const schedule& after) {
  for (std::size_t i = 0; i < after.plan().inspections().size(); ++i) {
    const inspection_id id(i);
    const bool is_same = before[id].total_float == after[id].total_float &&
                         before[id].float_to_last_day == after[id].float_to_last_day;
    const auto& named = changes.inspections;
    REQUIRE((is_same || std::find(named.begin(), named.end(), id) != named.end()));
  }
}

/// 100,000 changes, or what the environment asks for: under sanitizers fewer will do.
int changes_to_try() {
  const char* asked = std::getenv("DAOPAI_RESCHEDULE_CHANGES");
  return asked ? std::atoi(asked) : 100'000;
}

/// Small plans mostly, as these hold more of each kind of case; in large ones too much may move.
int size_of(random_life& life) { return life.one_in(20) ? life.roll(100, 250) : life.roll(8, 30); }

std::vector<plan_change> make_changes(random_life& life, const plan& p, bool wild) {
  std::vector<plan_change> all;
  for (int n = life.roll(0, 4); n >= 0; --n) all.push_back(life.make_change(p, wild));
  return all;
}

/// Everything that a schedule and its plan hold, to see that nothing of it is lost.
struct state {
  schedule frozen;
  std::vector<problem> found;

  explicit state(living_schedule& s) : frozen(s.now()), found(problems(frozen)) {}
};

void require_back(living_schedule& s, const state& was) {
  require_same(s.now(), was.frozen);
  REQUIRE(problems(s.now()) == was.found);
  REQUIRE(s.now().early_dates().start == was.frozen.early_dates().start);
  REQUIRE(s.now().early_dates().finish == was.frozen.early_dates().finish);
  REQUIRE(s.now().late_dates().start == was.frozen.late_dates().start);
  REQUIRE(s.now().late_dates().finish == was.frozen.late_dates().finish);
  require_same(s.now(), computed(s, s.now().status()));
}

}  // namespace

TEST_CASE("Rescheduling gives what a full computation gives", "[schedule]") {
  constexpr int per_plan = 100;
  const int plans = changes_to_try() / per_plan;
  for (int seed = 0; seed < plans; ++seed) {
    random_life life(static_cast<std::uint32_t>(seed));
    living_schedule s(life.make_plan(size_of(life)), status_date(random_life::today));
    date status = random_life::today;
    schedule before = computed(s, status);
    for (int n = 0; n < per_plan; ++n) {
      const plan_change c = life.make_change(s.plan(), false);
      INFO("plan " << seed << ", change " << n << " of kind " << static_cast<int>(c.what()));
      const std::vector<task_dates> dates_before = all_dates(before);
      if (c.what() == plan_change::of::status_date) status = c.new_status_date();
      const schedule_changes& changes = s.change(c);
      const schedule after = computed(s, status);
      require_exact(changes, dates_before, all_dates(after));
      require_named(changes, before, after);
      require_same(s.now(), after);
      before = after;
    }
  }
}

TEST_CASE("Rescheduling holds where so much moves that full passes take over", "[schedule]") {
  for (int seed = 0; seed < changes_to_try() / 2'500; ++seed) {
    random_life life(static_cast<std::uint32_t>(seed));
    living_schedule s(life.make_plan(life.roll(600, 900)), status_date(random_life::today));
    for (int n = 0; n < 10; ++n) {
      INFO("plan " << seed << ", change " << n);
      const state was(s);
      what_if attempt(s);
      for (int m = 0; m < 3; ++m) {
        const std::vector<task_dates> before = all_dates(s.now());
        const schedule_changes changes = s.change(plan_change::duration(
            task_id(static_cast<std::size_t>(life.roll(0, 200))), workdays(life.roll(0, 99))));
        const schedule after = computed(s, s.now().status());
        require_exact(changes, before, all_dates(after));
        require_same(s.now(), after);
      }
      attempt.undo();
      require_back(s, was);
    }
  }
}

TEST_CASE("Several changes at once give what a full computation gives", "[schedule]") {
  for (int seed = 0; seed < changes_to_try() / 250; ++seed) {
    random_life life(static_cast<std::uint32_t>(seed));
    living_schedule s(life.make_plan(size_of(life)), status_date(random_life::today));
    for (int n = 0; n < 20; ++n) {
      INFO("plan " << seed << ", transaction " << n);
      const std::vector<task_dates> before = all_dates(s.now());
      const schedule_changes changes = s.change(make_changes(life, s.plan(), false));
      const schedule after = computed(s, s.now().status());
      require_exact(changes, before, all_dates(after));
      require_same(s.now(), after);
    }
  }
}

namespace {

/// Changes, tries within tries, some undone and some kept, each level checked when it ends.
void try_out(living_schedule& s, random_life& life, int depth) {
  const state was(s);
  const std::size_t tries = s.tries();
  s.begin();
  for (int n = life.roll(1, 4); n > 0; --n) {
    if (depth > 0 && life.one_in(3)) {
      try_out(s, life, depth - 1);
    } else {
      s.change(make_changes(life, s.plan(), false));
    }
  }
  if (life.one_in(4)) {
    s.keep();
    require_same(s.now(), computed(s, s.now().status()));
  } else {
    const std::vector<task_dates> before = all_dates(s.now());
    require_exact(s.undo(), before, all_dates(was.frozen));
    require_back(s, was);
  }
  REQUIRE(s.tries() == tries);
}

}  // namespace

TEST_CASE("Undoing a try puts everything back", "[schedule]") {
  for (int seed = 0; seed < changes_to_try() / 250; ++seed) {
    INFO("plan " << seed);
    random_life life(static_cast<std::uint32_t>(seed));
    living_schedule s(life.make_plan(size_of(life)), status_date(random_life::today));
    for (int n = 0; n < 5; ++n) try_out(s, life, 3);
  }
}

namespace {

/// The plan with these changes, as a builder; the plan itself stays as it is.
plan_builder changed(const plan& p, const std::vector<plan_change>& all) {
  detail::open_plan copy(p);
  date status = random_life::today;
  for (const plan_change& c : all) detail::write(copy.content(), status, c);
  return builder_of(copy.share());
}

}  // namespace

TEST_CASE("A change that the builder would refuse is refused in its words and changes nothing",
          "[schedule]") {
  int refused = 0;
  for (int seed = 0; seed < changes_to_try() / 250; ++seed) {
    random_life life(static_cast<std::uint32_t>(seed));
    living_schedule s(life.make_plan(life.roll(8, 20)), status_date(random_life::today));
    for (int n = 0; n < 20; ++n) {
      INFO("plan " << seed << ", transaction " << n);
      const std::vector<plan_change> all = make_changes(life, s.plan(), true);
      const std::vector<problem> expected = changed(s.plan(), all).problems();
      const state was(s);
      try {
        s.change(all);
        REQUIRE(expected.empty());
      } catch (const invalid_plan& e) {
        ++refused;
        REQUIRE(e.problems() == expected);
        require_back(s, was);
      }
    }
  }
  CHECK(refused > changes_to_try() / 250);
}

namespace {

/// Weeks without holidays from Monday, 2 June 2025 on:
///
///     survey 5 d --> draft 3 d --> print 2 d --> [inspection on 30 June]
///                    posters 4 d -------------------^
plan small_plan() {
  plan_builder b{calendar()};
  b.add(task{.id = "survey"_task, .name = "", .duration = workdays(5)});
  b.add(task{.id = "draft"_task, .name = "", .duration = workdays(3), .after = {"survey"_task}});
  b.add(task{.id = "print"_task, .name = "", .duration = workdays(2), .after = {"draft"_task}});
  b.add(task{.id = "posters"_task, .name = "", .duration = workdays(4)});
  b.add(inspection{.id = "visit"_inspection,
                   .name = "",
                   .window = {day("2025-06-30"), day("2025-07-04")},
                   .after = {"print"_task, "posters"_task}});
  return std::move(b).build();
}

const status_date monday(date(2025, 6, 2));

}  // namespace

// By hand: two days more put draft to 11-13 June and print to 16-17 June; late dates before it move
// two days back.
TEST_CASE("A change says which tasks it moved, and from where", "[schedule]") {
  living_schedule s(small_plan(), monday);
  const task_id draft = s.plan().find("draft"_task).value();
  const task_id print = s.plan().find("print"_task).value();
  const schedule_changes& changes = s.change(plan_change::duration(draft, workdays(5)));
  REQUIRE(changes.tasks.size() == 3);  // posters stay where they are
  for (const task_change& c : changes.tasks) {
    if (c.task != print) continue;
    CHECK(words(c.before) == "2025-06-12 2025-06-13 | 2025-06-26 2025-06-27 | 10 10");
    CHECK(words(c.after) == "2025-06-16 2025-06-17 | 2025-06-26 2025-06-27 | 8 8");
  }
  CHECK(words(s.dates(draft)) == "2025-06-09 2025-06-13 | 2025-06-19 2025-06-25 | 8 0");
  CHECK(changes.inspections.size() == 1);
  CHECK(changes.finish_before == day("2025-06-13"));
  CHECK(changes.finish_after == day("2025-06-17"));
  CHECK(s.finish() == day("2025-06-17"));
  CHECK(s.least_float() == workdays(8));
}

TEST_CASE("A change to what already is changes nothing", "[schedule]") {
  living_schedule s(small_plan(), monday);
  CHECK(s.change(plan_change::duration(task_id(1), workdays(3))).empty());
}

TEST_CASE("A what-if is undone at the end of its block, unless it is kept", "[schedule]") {
  living_schedule s(small_plan(), monday);
  {
    what_if outer(s);
    s.change(plan_change::duration(task_id(0), workdays(9)));
    {
      what_if inner(s);
      s.change(plan_change::progress(
          task_id(0), {.started = day("2025-06-02"), .finished = day("2025-06-03")}));
      CHECK(s.finish() == day("2025-06-10"));
    }
    CHECK(s.finish() == day("2025-06-19"));
  }
  CHECK(s.finish() == day("2025-06-13"));
  {
    what_if attempt(s);
    s.change(plan_change::duration(task_id(0), workdays(9)));
    attempt.keep();
  }
  CHECK(s.finish() == day("2025-06-19"));
  CHECK_THROWS_AS(s.undo(), error);
  CHECK_THROWS_AS(s.keep(), error);
}

TEST_CASE("A schedule that was copied stays as it is", "[schedule]") {
  living_schedule s(small_plan(), monday);
  const schedule before = s.now();
  const plan plan_before = s.plan();
  s.change(plan_change::duration(task_id(0), workdays(9)));
  CHECK(before.finish() == day("2025-06-13"));
  CHECK(before.plan()[task_id(0)].duration == workdays(5));
  CHECK(plan_before[task_id(0)].duration == workdays(5));
  CHECK(s.now().finish() == day("2025-06-19"));
  CHECK(s.plan()[task_id(0)].duration == workdays(9));
}

TEST_CASE("A change that leads out of the calendar is refused and changes nothing", "[schedule]") {
  living_schedule s(small_plan(), monday);
  const state was(s);
  CHECK_THROWS_AS(s.change(plan_change::not_before(task_id(0), not_before(date(9999, 12, 30)))),
                  error);
  require_back(s, was);
  CHECK_THROWS_AS(s.change(plan_change::deadline(task_id(2), deadline(date(1400, 1, 2)))), error);
  require_back(s, was);
  CHECK_THROWS_AS(s.change(plan_change::status_date(date(boost::gregorian::not_a_date_time))),
                  error);
  require_back(s, was);
  const plan_change good = plan_change::duration(task_id(0), workdays(4));
  const plan_change bad = plan_change::duration(task_id(1), workdays(-1));
  CHECK_THROWS_AS(s.change({good, bad}), invalid_plan);
  require_back(s, was);
}

namespace {

/// Tasks of one day, each after the one before if they form a chain.
plan many_tasks(std::size_t count, bool chain) {
  plan_builder b{calendar()};
  for (std::size_t t = 0; t < count; ++t) {
    task made{.id = task_key(std::to_string(t)), .name = "", .duration = workdays(1)};
    if (chain && t > 0) made.after.emplace_back(task_key(std::to_string(t - 1)));
    b.add(made);
  }
  return std::move(b).build();
}

std::vector<plan_change> all_last(std::size_t count, workdays duration) {
  std::vector<plan_change> all;
  for (std::size_t t = 0; t < count; ++t) {
    all.push_back(plan_change::duration(task_id(t), duration));
  }
  return all;
}

/// What compute_schedule() has against the plan with these changes.
std::string objection(const plan& p, const std::vector<plan_change>& all) {
  try {
    static_cast<void>(compute_schedule(changed(p, all).build(), monday));
  } catch (const error& e) {
    return e.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A plan that becomes too long is refused as compile() refuses it", "[schedule]") {
  constexpr std::size_t count =
      2'100;  // times 100,000 days is more than compile() lets pass unseen
  const auto all = all_last(count, workdays(100'000));
  living_schedule chain(many_tasks(count, true), monday);
  const state was(chain);
  const std::string expected = objection(chain.plan(), all);
  REQUIRE(expected.find("too long") != std::string::npos);
  CHECK_THROWS_WITH(chain.change(all), expected);
  require_back(chain, was);

  living_schedule abreast(many_tasks(count, false), monday);
  REQUIRE(objection(abreast.plan(), all).empty());
  abreast.change(all);
  require_same(abreast.now(), computed(abreast, monday.value));
}
