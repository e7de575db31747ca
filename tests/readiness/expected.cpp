#include "helpers.hpp"

#include <rapidcheck.h>

using namespace readiness_tests;

namespace {

/// "06-06 21" for each date on which the score changes.
std::string curve_text(const std::vector<score_change>& curve) {
  std::string text;
  for (const score_change& c : curve) {
    text += (text.empty() ? "" : ", ") + to_string(c.on).substr(5) + ' ' + to_string(c.card.exact);
  }
  return text;
}

}  // namespace

// Worked by hand. Today 0 + 20 x 40/100 + 3 = 11. fund is done on Thursday 5 June: 10 more on the
// 6th. train has 25 people more in 5 days, 5 a day, a point a day: the mornings after Friday the
// 6th and Monday the 9th to Thursday the 12th.
TEST_CASE("The curve has every date on which the score changes", "[readiness]") {
  const two_tasks of;
  CHECK(curve_text(expected_curve(of.c, by_early_dates(of.s), first_object)) ==
        "06-02 11, 06-06 21, 06-07 22, 06-10 23, 06-11 24, 06-12 25, 06-13 26");
}

TEST_CASE("What is done on the eve counts on the day, what is done on the day does not",
          "[readiness]") {
  const two_tasks of;
  const timeline early = by_early_dates(of.s);
  CHECK(scores_on(of.c, early, day("2025-06-05")).of(first_object).exact == 11);
  CHECK(scores_on(of.c, early, day("2025-06-06")).of(first_object).exact == 21);
  CHECK(scores_on(of.c, early, day("2025-06-13")).of(first_object).exact == 26);
  CHECK(scores_on(of.c, early, day("2030-01-01")).of(first_object).exact == 26);
  CHECK(scores_on(of.c, early, day("2020-01-01")).of(first_object).exact == 11);
}

// The inspection a working day later: one day of float, so the late dates are a day after the
// early ones, train from the 9th to the 13th. On the 13th four of its five days are done: 60
// people.
TEST_CASE("By the late dates work comes as late as it may", "[readiness]") {
  plan_builder later{calendar()};
  const plan p = two_tasks::make_plan();
  for (const unit& u : p.units()) later.add(u);
  for (const task& t : p.tasks()) later.add(t);
  inspection i = p.inspections().front();
  i.window.first = day("2025-06-16");
  const plan moved = later.add(i).build();
  const schedule s = compute_schedule(moved, status_date(day("2025-06-02")));
  const campaign c = two_tasks::make_campaign(moved);
  CHECK(scores_on(c, by_late_dates(s), day("2025-06-13")).of(first_object).exact == 25);
  CHECK(scores_on(c, by_early_dates(s), day("2025-06-13")).of(first_object).exact == 26);
  CHECK(scores_on(c, by_late_dates(s), day("2025-06-16")).of(first_object).exact == 26);
}

// The first of the tasks is a week late: its late dates lie before today. It cannot be done before
// it can be done, so early and late foretell the same.
TEST_CASE("Late dates that cannot be kept are not believed", "[readiness]") {
  const two_tasks of;
  const schedule s = compute_schedule(of.p, status_date(day("2025-06-09")));
  REQUIRE(s.total_float(of["train"]) == workdays(-5));
  CHECK(curve_text(expected_curve(of.c, by_late_dates(s), first_object)) ==
        curve_text(expected_curve(of.c, by_early_dates(s), first_object)));
}

TEST_CASE("A finished task raises nothing: the observations say what came of it", "[readiness]") {
  plan_builder builder{calendar()};
  task done{.id = "t"_task, .name = "t", .duration = workdays(2)};
  done.progress = {.started = day("2025-06-02"), .finished = day("2025-06-03")};
  const plan p = builder.add(done).build();
  const auto system = system_of({leaf("i", 10, at_least(4))});
  const campaign c = campaign_builder(p)
                         .score_by(system, table_of(system, {seen(county, "i", 3)}))
                         .add(raise{.task = "t"_task, .indicator = "i"_indicator, .to = 4})
                         .build();
  const schedule s = compute_schedule(p, status_date(day("2025-06-09")));
  CHECK(curve_text(expected_curve(c, by_early_dates(s), first_object)) == "06-09 0");
  const outlook o = outlook_on(c, s);
  REQUIRE(o.broken.size() == 1);
  CHECK(o.broken[0].observed == decimal{3});
}

// Five of ten days are done, and 30 pupils seen where 50 could be expected from 0 to 100: until the
// whole task's share is better, what was seen stands. 60 on the sixth day, 10 more on each.
TEST_CASE("With `from` the whole task counts, not what is left of it", "[readiness]") {
  plan_builder builder{calendar()};
  task half{.id = "t"_task, .name = "t", .duration = workdays(10)};
  half.progress = {.started = day("2025-05-26"), .finished = {}, .remaining = workdays(5)};
  const plan p = builder.add(half).build();
  const auto system = system_of({leaf("i", 100, towards(100))});
  raise r{.task = "t"_task,
          .indicator = "i"_indicator,
          .to = 100,
          .when = raised::in_proportion,
          .from = decimal{0}};
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  const auto curve = [&](const raise& given) {
    campaign_builder b(p);
    b.score_by(system, table_of(system, {seen(county, "i", 30)})).add(given);
    return curve_text(expected_curve(b.build(), by_early_dates(s), first_object));
  };
  CHECK(curve(r) == "06-02 30, 06-03 60, 06-04 70, 06-05 80, 06-06 90, 06-07 100");
  r.from.reset();  // 30 to 100 in five days: 14 a day
  CHECK(curve(r) == "06-02 30, 06-03 44, 06-04 58, 06-05 72, 06-06 86, 06-07 100");
}

TEST_CASE("What nobody has observed has no start, and comes all at once", "[readiness]") {
  const plan p = two_tasks::make_plan();
  const auto system = system_of(two_tasks::indicators());
  campaign_builder b(p);
  b.score_by(system, table_of(system, {}));
  raise r{.task = "fund"_task,
          .indicator = "people"_indicator,
          .to = 50,
          .when = raised::in_proportion};
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  const campaign c = b.add(r).build();
  CHECK(curve_text(expected_curve(c, by_early_dates(s), first_object)) == "06-02 0, 06-06 10");
}

TEST_CASE("The best raise that is reached counts, and none makes a value worse", "[readiness]") {
  plan_builder builder{calendar()};
  for (const char* id : {"a", "b", "c"}) {
    builder.add(task{.id = task_key(id), .name = id, .duration = workdays(id[0] - 'a' + 1)});
  }
  const plan p = builder.build();
  const auto system = system_of({leaf("cases", 10, scoring::deduction{})});
  campaign_builder b(p);
  b.score_by(system, table_of(system, {seen(county, "cases", 6)}));
  b.add(raise{.task = "a"_task, .indicator = "cases"_indicator, .to = 2});
  b.add(raise{.task = "b"_task, .indicator = "cases"_indicator, .to = 4});
  b.add(raise{.task = "c"_task, .indicator = "cases"_indicator, .to = 8});
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  CHECK(curve_text(expected_curve(b.build(), by_early_dates(s), first_object)) ==
        "06-02 4, 06-03 8");
}

TEST_CASE("A raise to a label is one to its level", "[readiness]") {
  plan_builder builder{calendar()};
  const plan p = builder.add(task{.id = "t"_task, .name = "t", .duration = workdays(1)}).build();
  const auto system = system_of({leaf("i", 5, scoring::levels{{{"A", 5}, {"B", 3}, {"C", 1}}})});
  scoring::observation held{.object = scoring::object_key(county), .indicator = "i"_indicator};
  held.label = "C";
  campaign_builder b(p);
  b.score_by(system, table_of(system, {held}));
  b.add(raise{.task = "t"_task, .indicator = "i"_indicator, .label = "A"});
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  CHECK(curve_text(expected_curve(b.build(), by_early_dates(s), first_object)) ==
        "06-02 1, 06-03 5");
}

// Per head: the raise is of the value as measured, whatever parts it is measured from.
TEST_CASE("What is measured from parts is raised as a whole", "[readiness]") {
  plan_builder builder{calendar()};
  const plan p = builder.add(task{.id = "t"_task, .name = "t", .duration = workdays(1)}).build();
  scoring::indicator head = leaf("i", 10, at_least(4));
  head.measure = scoring::ratio{.denominator = "population"};
  const auto system = system_of({head});
  scoring::observation fund = seen(county, "i", 960000);
  fund.part = "numerator";
  scoring::object o{.id = scoring::object_key(county), .quantities = {{"population", 300000}}};
  campaign_builder b(p);
  b.score_by(system, table_of(system, {fund}, {o}));
  b.add(raise{.task = "t"_task, .indicator = "i"_indicator, .to = 4});
  const campaign c = b.build();
  CHECK(c.now().observed(first_object, indicator_id(1)) == dec("3.2"));
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  CHECK(curve_text(expected_curve(c, by_early_dates(s), first_object)) == "06-02 0, 06-03 10");
}

TEST_CASE("Grades and vetoes change along the curve", "[readiness]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "t"_task, .name = "t", .duration = workdays(2)});
  builder.add(task{.id = "u"_task, .name = "u", .duration = workdays(4)});
  const plan p = builder.build();
  scoring::settings graded;
  graded.bands = scoring::grade_bands({{"good", dec("60")}, {"poor"}});
  const auto system = system_of(
      {leaf("i", 100, scoring::direct{}), leaf("accidents", {}, scoring::veto{})}, graded);
  campaign_builder b(p);
  b.score_by(system, table_of(system, {seen(county, "i", 50), seen(county, "accidents", 1)}));
  b.add(raise{.task = "t"_task, .indicator = "i"_indicator, .to = 70});
  b.add(raise{.task = "u"_task, .indicator = "accidents"_indicator, .to = 0});
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  const auto curve = expected_curve(b.build(), by_early_dates(s), first_object);
  REQUIRE(curve.size() == 3);
  CHECK(curve[0].card.grade == 1U);
  CHECK(curve[1].card.grade_by_score == 0U);
  CHECK(curve[1].card.grade == 1U);  // the veto is open
  CHECK_FALSE(curve[1].card.passed);
  CHECK(curve[2].on == day("2025-06-06"));
  CHECK(curve[2].card.grade == 0U);
  CHECK(curve[2].card.effects.empty());
}

TEST_CASE("Today's point of the curve is the score as it is", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    const random_campaign of(seed);
    const auto curve = expected_curve(of.c, by_early_dates(of.s), first_object);
    const auto table = table_of(of.system, of.observed);
    RC_ASSERT(curve.front().on == of.s.status());
    RC_ASSERT(curve.front().card.exact == score(of.system, table).of(first_object).exact);
  }));
}

TEST_CASE("The end of the curve is the score with all tasks done", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    const random_campaign of(seed);
    const auto table = table_of(of.system, of.when_all_is_done());
    const decimal all_done = score(of.system, table).of(first_object).exact;
    for (const timeline& line : {by_early_dates(of.s), by_late_dates(of.s)}) {
      RC_ASSERT(expected_curve(of.c, line, first_object).back().card.exact == all_done);
    }
  }));
}

TEST_CASE("The curve only rises where better values only give points", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    const random_campaign of(seed);
    const auto curve = expected_curve(of.c, by_early_dates(of.s), first_object);
    for (std::size_t i = 1; i < curve.size(); ++i) {
      RC_ASSERT(curve[i - 1].on < curve[i].on);
      RC_ASSERT(curve[i - 1].card.exact <= curve[i].card.exact);
    }
  }));
}

TEST_CASE("Between two dates of the curve the score stays as it is", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    random_campaign of(seed);
    const timeline early = by_early_dates(of.s);
    const auto curve = expected_curve(of.c, early, first_object);
    const date any = of.s.status() + boost::gregorian::date_duration(of.roll(0, 80));
    decimal then = 0;
    for (const score_change& c : curve) {
      if (c.on <= any) then = c.card.exact;
    }
    RC_ASSERT(scores_on(of.c, early, any).of(first_object).exact == then);
  }));
}

TEST_CASE("Late dates never foretell more than early ones", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    random_campaign of(seed);
    const date any = of.s.status() + boost::gregorian::date_duration(of.roll(0, 80));
    const decimal late = scores_on(of.c, by_late_dates(of.s), any).of(first_object).exact;
    RC_ASSERT(late <= scores_on(of.c, by_early_dates(of.s), any).of(first_object).exact);
  }));
}

// Worked by hand: four reports of a day each, due on Fridays; the first is done. 40 of 100 were
// observed, so the three open ones bring 20 each; from 20, each of the four brings as much.
TEST_CASE("A phase raises in proportion with each task below it that is done", "[readiness]") {
  const auto curve_of = [](std::optional<decimal> from) {
    plan_builder builder{calendar()};
    builder.add(phase{.id = "reports"_task, .name = "reports"});
    const char* due[] = {"2025-05-30", "2025-06-06", "2025-06-13", "2025-06-20"};
    for (int n = 0; n < 4; ++n) {
      task t{.id = task_key("r" + std::to_string(n)), .name = "", .duration = workdays(1)};
      t.parent = "reports"_task;
      t.not_before = not_before(day(due[n]));
      if (n == 0) t.progress = {.started = day(due[0]), .finished = day(due[0])};
      builder.add(t);
    }
    const scoring::indicator_system system =
        system_of({leaf("i", dec("100"), towards(dec("100")))});
    campaign_builder joined(builder.build());
    joined.score_by(system, table_of(system, {seen(county, "i", dec("40"))}));
    joined.add(raise{.task = "reports"_task,
                     .indicator = indicator_key("i"),
                     .to = 100,
                     .when = raised::in_proportion,
                     .from = from});
    const campaign c = joined.build();
    const schedule s = compute_schedule(c.plan(), status_date(day("2025-06-02")));
    return std::pair(curve_text(expected_curve(c, by_early_dates(s), first_object)),
                     priorities(c, s, first_object, day("2025-06-30")).tasks.front().gain);
  };
  CHECK(curve_of(std::nullopt) ==
        std::pair<std::string, decimal>("06-02 40, 06-07 60, 06-14 80, 06-21 100", 20));
  CHECK(curve_of(dec("20")) ==
        std::pair<std::string, decimal>("06-02 40, 06-07 60, 06-14 80, 06-21 100", 20));
  CHECK(curve_of(dec("0")) ==
        std::pair<std::string, decimal>("06-02 40, 06-07 50, 06-14 75, 06-21 100", 10));
}
