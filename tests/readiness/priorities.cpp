#include "helpers.hpp"

#include <rapidcheck.h>

#include <numeric>

using namespace readiness_tests;

namespace {

std::string ids(const two_tasks& of, const std::vector<priority>& tasks) {
  std::string text;
  for (const priority& p : tasks) text += of.p[p.task].id.text() + ' ';
  return text;
}

}  // namespace

// Worked by hand. fund: 10 points in 4 days, 2.5 a day. train: 25 people, 5 points in 5 days, 1 a
// day. If either starts a day later, train has done four of its five days on the 13th: 1 point
// lost. If both do, the same point is lost once: fund, which is done first, is charged with it.
TEST_CASE("Tasks are ranked by what a day gains and by what a day's slip costs", "[readiness]") {
  const two_tasks of;
  const priority_list list = priorities(of.c, of.s, first_object, day("2025-06-13"));
  CHECK(list.expected == 26);
  CHECK(list.if_all_slip == 25);
  REQUIRE(list.tasks.size() == 2);
  CHECK(list.tasks[0].gain == 10);
  CHECK(list.tasks[0].gain_per_day == dec("2.5"));
  CHECK(list.tasks[1].gain == 5);
  CHECK(list.tasks[1].gain_per_day == 1);
  CHECK(list.tasks[0].at_risk == 1);
  CHECK(list.tasks[1].at_risk == 1);
  CHECK(list.tasks[0].share == 1);
  CHECK(list.tasks[1].share == 0);
  CHECK(ids(of, list.by_gain()) == "fund train ");
  CHECK(ids(of, list.by_worth()) == "fund train ");
}

TEST_CASE("A task that raises nothing is at risk for those that wait for it", "[readiness]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "a", .duration = workdays(1)})
      .add(task{.id = "b"_task, .name = "b", .duration = workdays(1), .after = {"a"_task}})
      .add(inspection{.id = "i"_inspection,
                      .name = "i",
                      .window = {day("2025-06-04"), day("2025-06-04")},
                      .after = {"b"_task}});
  const plan p = builder.build();
  const auto system = system_of({leaf("i", 8, scoring::met{})});
  campaign_builder b(p);
  b.score_by(system, table_of(system, {seen(county, "i", 0)}));
  b.add(raise{.task = "b"_task, .indicator = "i"_indicator, .to = 1});
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  const priority_list list = priorities(b.build(), s, first_object, day("2025-06-04"));
  CHECK(list.tasks[0].gain == 0);
  CHECK(list.tasks[0].at_risk == 8);
  CHECK(list.tasks[1].gain == 8);
  CHECK(list.tasks[1].at_risk == 8);
  CHECK(list.by_gain().size() == 1);
  CHECK(list.by_risk().size() == 2);
}

TEST_CASE("The shares of what all lose by slipping add up to it", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    random_campaign of(seed);
    const date any = of.s.status() + boost::gregorian::date_duration(of.roll(0, 40));
    const priority_list list = priorities(of.c, of.s, first_object, any);
    decimal sum = 0;
    std::vector<change> all;
    for (const priority& p : list.tasks) {
      sum += p.share;
      all.emplace_back(starts_later{p.task, workdays(1)});
    }
    RC_ASSERT(sum == list.expected - list.if_all_slip);
    const auto joint = what_if(of.c, of.s, all, first_object, any);
    RC_ASSERT(joint.before.exact == list.expected);
    RC_ASSERT(joint.after.exact == list.if_all_slip);
  }));
}

TEST_CASE("What a task has at risk is what the what-if of its slip says", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    random_campaign of(seed);
    const date any = of.s.status() + boost::gregorian::date_duration(of.roll(0, 40));
    for (const priority& p : priorities(of.c, of.s, first_object, any).tasks) {
      const std::vector<change> slip{starts_later{p.task, workdays(1)}};
      RC_ASSERT(p.at_risk == -what_if(of.c, of.s, slip, first_object, any).difference);
    }
  }));
}

TEST_CASE("What a task gains is the score with it alone done", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    const random_campaign of(seed);
    const date far = of.s.status() + boost::gregorian::date_duration(4000);
    for (const priority& p : priorities(of.c, of.s, first_object, of.s.status()).tasks) {
      std::vector<change> others;
      for (std::size_t t = 0; t < of.p.tasks().size(); ++t) {
        if (task_id(t) != p.task) others.emplace_back(drops_out{task_id(t)});
      }
      const decimal alone = what_if(of.c, of.s, others, first_object, far).after.exact;
      RC_ASSERT(p.gain == alone - of.c.now().of(first_object).exact);
    }
  }));
}
