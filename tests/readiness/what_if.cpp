#include "helpers.hpp"

#include <rapidcheck.h>

using namespace readiness_tests;

namespace {
const date inspection_day = day("2025-06-13");
}

// train no longer waits: it is done by 6 June. 0 for the money, 13 for 65 people, 3 for the ledger.
TEST_CASE("What drops out raises nothing and holds nobody up", "[readiness]") {
  const two_tasks of;
  const auto answer = what_if(of.c, of.s, {drops_out{of["fund"]}}, first_object, inspection_day);
  CHECK(answer.before.exact == 26);
  CHECK(answer.after.exact == 16);
  CHECK(answer.difference == -10);
  CHECK(answer.course.dates.early_finish(of["train"]) == day("2025-06-06"));
}

// A week later train starts on the 13th itself: nothing of it is done by then.
TEST_CASE("What starts a week later comes a week later", "[readiness]") {
  const two_tasks of;
  const std::vector<change> later{starts_later{of["train"], workdays(5)}};
  const auto answer = what_if(of.c, of.s, later, first_object, inspection_day);
  CHECK(answer.difference == -5);
  CHECK(answer.course.dates.early_start(of["train"]) == day("2025-06-13"));
  CHECK(answer.course.dates[inspection_id(0)].total_float == workdays(-5));
}

// Without the money 10 less; from 9 June train has done four of five days, 60 people, 1 less.
TEST_CASE("Several changes are answered together", "[readiness]") {
  const two_tasks of;
  const std::vector<change> both{drops_out{of["fund"]}, starts_later{of["train"], workdays(1)}};
  CHECK(what_if(of.c, of.s, both, first_object, inspection_day).difference == -11);
  const std::vector<change> longer{takes_longer{of["fund"], workdays(1)}};
  CHECK(what_if(of.c, of.s, longer, first_object, inspection_day).difference == -1);
}

TEST_CASE("A change to a phase is one to all below it", "[readiness]") {
  plan_builder builder{calendar()};
  builder.add(phase{.id = "ph"_task, .name = "ph"});
  for (const char* id : {"a", "b"}) {
    builder.add(task{.id = task_key(id), .name = id, .duration = workdays(2), .parent = "ph"_task});
  }
  const plan p = builder.build();
  const auto system = system_of({leaf("i", 10, scoring::direct{}), leaf("k", 10, scoring::direct{}),
                                 leaf("all", 10, scoring::direct{})});
  campaign_builder b(p);
  b.score_by(system, table_of(system, {}));
  b.add(raise{.task = "a"_task, .indicator = "i"_indicator, .to = 5});
  b.add(raise{.task = "b"_task, .indicator = "k"_indicator, .to = 6});
  b.add(raise{.task = "ph"_task, .indicator = "all"_indicator, .to = 7});
  const campaign c = b.build();
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  const task_id ph = p.find("ph"_task).value();
  const auto score_if = [&](const change& ch, const char* on) {
    return what_if(c, s, {ch}, first_object, day(on)).after.exact;
  };
  CHECK(score_if(starts_later{ph, workdays(0)}, "2025-06-04") == 18);
  CHECK(score_if(starts_later{ph, workdays(1)}, "2025-06-04") == 0);
  CHECK(score_if(starts_later{ph, workdays(1)}, "2025-06-05") == 18);
  CHECK(score_if(drops_out{ph}, "2025-06-05") == 0);
}

TEST_CASE("Nothing can start earlier than it can", "[readiness]") {
  const two_tasks of;
  const std::vector<change> sooner{starts_later{of["train"], workdays(-1)}};
  CHECK_THROWS_AS(course_if(of.s, sooner), error);
}

TEST_CASE("No change leaves everything as it is", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    random_campaign of(seed);
    const date any = of.s.status() + boost::gregorian::date_duration(of.roll(0, 80));
    const auto answer = what_if(of.c, of.s, {}, first_object, any);
    RC_ASSERT(answer.difference == 0);
    for (std::size_t t = 0; t < of.p.tasks().size(); ++t) {
      const task_id id(t);
      RC_ASSERT(answer.course.dates.early_finish(id) == of.s.early_finish(id));
      RC_ASSERT(answer.course.dates.late_finish(id) == of.s.late_finish(id));
    }
  }));
}

TEST_CASE("Everything dropped out leaves the score as it is today", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    const random_campaign of(seed);
    std::vector<change> all;
    for (std::size_t t = 0; t < of.p.tasks().size(); ++t) all.emplace_back(drops_out{task_id(t)});
    const date far = of.s.status() + boost::gregorian::date_duration(4000);
    RC_ASSERT(what_if(of.c, of.s, all, first_object, far).after.exact ==
              of.c.now().of(first_object).exact);
  }));
}
