// Worked out by hand on a calendar of Mondays to Fridays; 2025-07-01 is a Tuesday.
#include "random_plan.hpp"
#include "small_plans.hpp"
#include <daopai/schedule/light_text.hpp>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::on;
using daopai::tests::random_plan;
using daopai::tests::work;

namespace {

std::vector<task_light> lights(const schedule& s, const light_policy& policy = {}) {
  return lights_of(s, progress_of(s), policy);
}

/// The light of a task of ten days before the inspection on Tuesday 07-22, which leaves it 07-08 to
/// 07-21, in words.
std::string light_at(const char* today, progress known, const light_policy& policy = {}) {
  task a = work("a", 10);
  a.progress = known;
  const plan p = plan_builder(calendar()).add(a).add(on("2025-07-22", {"a"_task})).build();
  const schedule s = compute_schedule(p, status_date(day(today)));
  const task_light l = lights(s, policy)[0];
  return std::string(word_for(l.colour, language::english)) + ", " +
         sentence(p, task_id(0), l, language::english);
}

progress under_way(const char* started, int remaining) {
  return {.started = day(started), .remaining = workdays(remaining)};
}

schedule random_schedule(std::uint32_t seed, int later = 0) {
  return compute_schedule(random_plan(seed, {.progress = true}).make(),
                          status_date(random_plan::today + boost::gregorian::days(later)));
}

}  // namespace

TEST_CASE("A task not begun is green, yellow before its latest start, and red after it",
          "[schedule]") {
  CHECK(light_at("2025-06-30", {}) == "green, on track: 6 working days to spare");
  CHECK(light_at("2025-07-01", {}) == "yellow, must begin by 2025-07-08, in 5 working days");
  CHECK(light_at("2025-07-08", {}) == "yellow, must begin today");
  CHECK(light_at("2025-07-09", {}) == "red, was to begin by 2025-07-08: 1 working day short");
  CHECK(light_at("2025-07-22", {}) == "red, was due by 2025-07-21: will be 10 working days late");
}

// What is left of a task of ten days that must begin on Monday 2025-07-07, seen on the Sunday and
// on the Monday; and of a milestone due on that Monday.
TEST_CASE("A day that has come is called today, one after days off the next working day",
          "[schedule]") {
  const auto told = [](int days, const char* today, language in) {
    const plan p = plan_builder(calendar())
                       .add(work("a", days))
                       .add(on(days == 0 ? "2025-07-08" : "2025-07-21", {"a"_task}))
                       .build();
    const schedule s = compute_schedule(p, status_date(day(today)));
    return sentence(p, task_id(0), lights(s)[0], in);
  };
  CHECK(told(10, "2025-07-07", language::english) == "must begin today");
  CHECK(told(10, "2025-07-07", language::chinese) == "最迟今天启动");
  CHECK(told(10, "2025-07-06", language::english) ==
        "must begin on 2025-07-07, the next working day");
  CHECK(told(10, "2025-07-06", language::chinese) == "最迟2025-07-07启动，即下一个工作日");
  CHECK(told(0, "2025-07-07", language::english) == "must be done today");
  CHECK(told(0, "2025-07-07", language::chinese) == "最迟今天完成");
}

TEST_CASE("Work under way is yellow before its latest finish or behind its scheduled progress",
          "[schedule]") {
  // Three of ten days are scheduled by 07-11.
  CHECK(light_at("2025-07-11", under_way("2025-07-08", 7)) ==
        "green, on track: 0 working days to spare");
  CHECK(light_at("2025-07-15", under_way("2025-07-08", 2)) ==
        "yellow, must be done by 2025-07-21, in 4 working days");
  CHECK(light_at("2025-07-22", under_way("2025-07-08", 2)) ==
        "red, was due by 2025-07-21: will be 2 working days late");
  CHECK(light_at("2025-07-14", under_way("2025-07-08", 7)) ==
        "red, cannot be in time: 1 working day short");
  CHECK(light_at("2025-07-14", {.finished = day("2025-07-11")}) == "blue, done on 2025-07-11");
}

// Too little float is left out of account here: work behind its schedule has too little of it.
TEST_CASE("Behind its scheduled progress, work is yellow from the points on that the policy sets",
          "[schedule]") {
  task a = work("a", 10);
  a.progress = under_way("2025-07-08", 10);  // nothing is done, three days of ten are scheduled
  const plan p = plan_builder(calendar()).add(a).add(on("2025-07-22", {"a"_task})).build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-11")));
  const auto colour = [&](light_policy policy) {
    policy.red_below = workdays(-100);
    return lights(s, policy)[0];
  };
  CHECK(colour({.yellow_within = {}, .yellow_behind = 30}).colour == light::yellow);
  CHECK(colour({.yellow_within = {}, .yellow_behind = 30}).reason == light_reason::behind);
  CHECK(colour({.yellow_within = {}, .yellow_behind = 30}).points_behind == Approx(30));
  CHECK(colour({.yellow_within = {}, .yellow_behind = 31}).colour == light::green);
  CHECK(colour({.yellow_within = {}, .yellow_behind = {}}).colour == light::green);
  CHECK(colour({.yellow_within = {}, .red_behind = 30}).reason == light_reason::far_behind);
  CHECK(sentence(p, task_id(0), colour({.yellow_within = {}}), language::english) ==
        "30.0 points behind its scheduled progress");
  CHECK(sentence(p, task_id(0), colour({.yellow_within = {}}), language::chinese) ==
        "比序时进度慢30.0个百分点");
}

TEST_CASE("The thresholds of the lights are the policy's", "[schedule]") {
  CHECK(light_at("2025-07-01", {}, {.yellow_within = workdays(4)}) ==
        "green, on track: 5 working days to spare");
  CHECK(light_at("2025-07-08", {}, {.yellow_within = {}}) ==
        "green, on track: 0 working days to spare");
  CHECK(light_at("2025-07-08", {}, {.red_below = workdays(1)}) ==
        "red, only 0 working days to spare");
  CHECK(light_at("2025-07-09", {},
                 {.yellow_within = {}, .yellow_behind = {}, .red_below = workdays(-1)}) ==
        "green, within what is allowed: 1 working day short");
}

TEST_CASE("A milestone is red on the day after its deadline", "[schedule]") {
  task gate = work("gate", 0);
  gate.deadline = deadline(day("2025-07-02"));
  const plan p = plan_builder(calendar()).add(gate).build();
  const auto light_on = [&](const char* today) {
    return lights(compute_schedule(p, status_date(day(today))))[0];
  };
  CHECK(light_on("2025-07-02").colour == light::yellow);
  CHECK(light_on("2025-07-02").on == day("2025-07-02"));
  CHECK(light_on("2025-07-03").reason == light_reason::overdue);
  CHECK(light_on("2025-07-03").on == day("2025-07-02"));
}

TEST_CASE("A phase has the worst light below it, and a unit counts those of its tasks",
          "[schedule]") {
  task good = work("good", 1);
  task bad = work("bad", 10);
  task over = work("over", 2);
  good.parent = bad.parent = over.parent = "P"_task;
  good.lead = over.lead = "edu"_unit;
  bad.lead = "towns"_unit;
  over.progress.finished = day("2025-06-30");
  const plan p = plan_builder(calendar())
                     .add(unit{.id = "edu"_unit, .name = ""})
                     .add(unit{.id = "towns"_unit, .name = ""})
                     .add(unit{.id = "idle"_unit, .name = ""})
                     .add(phase{.id = "P"_task, .name = "", .lead = "towns"_unit})
                     .add(good)
                     .add(bad)
                     .add(over)
                     .add(on("2025-07-14", {"P"_task}))
                     .build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  const auto all = lights(s);
  CHECK(all[0].colour == light::red);
  CHECK(all[0].of == task_id(2));
  CHECK(sentence(p, task_id(0), all[0], language::english) ==
        "bad: was to begin by 2025-06-30: 1 working day short");
  CHECK(sentence(p, task_id(0), all[0], language::chinese) ==
        "bad：应于2025-06-30前启动，已差1个工作日");
  const auto by_unit = count_lights_by_unit(p, all);
  CHECK(by_unit[0][light::green] == 1);
  CHECK(by_unit[0][light::blue] == 1);
  CHECK(by_unit[0].worst() == light::green);
  CHECK(by_unit[1].worst() == light::red);
  CHECK(by_unit[1][light::red] == 1);
  CHECK_FALSE(by_unit[2].worst());
  CHECK(count_lights(p, all).of == std::array<std::int64_t, 4>{1, 1, 0, 1});
}

TEST_CASE("A finished plan is all blue, and what is not done is never blue", "[schedule]") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const schedule s = random_schedule(seed);
    const auto all = lights(s);
    plan_builder builder(s.plan().calendars().front().calendar);
    for (std::size_t c = 1; c < s.plan().calendars().size(); ++c) {
      builder.add(s.plan().calendars()[c]);
    }
    for (std::size_t t = 0; t < all.size(); ++t) {
      task that = s.plan().tasks()[t];
      REQUIRE((all[t].colour == light::blue) == that.progress.finished.has_value());
      that.progress.remaining.reset();
      that.progress.finished = random_plan::today;
      builder.add(std::move(that));
    }
    const schedule over = compute_schedule(builder.build(), status_date(random_plan::today));
    for (const task_light& l : lights(over)) REQUIRE(l.colour == light::blue);
  }
}

TEST_CASE("As days go by no red light turns green", "[schedule]") {
  int reds = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const auto now = lights(random_schedule(seed));
    const auto then = lights(random_schedule(seed, 1 + static_cast<int>(seed % 20)));
    for (std::size_t t = 0; t < now.size(); ++t) {
      reds += now[t].colour == light::red ? 1 : 0;
      if (now[t].colour == light::red) REQUIRE(then[t].colour == light::red);
    }
  }
  CHECK(reds > 100);
}

TEST_CASE("States and lights have words in both languages", "[schedule]") {
  CHECK(word_for(task_state::under_way, language::english) == "under way");
  CHECK(word_for(task_state::late, language::chinese) == "滞后");
  CHECK(word_for(light::yellow, language::chinese) == "黄");
}
