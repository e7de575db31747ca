#include "helpers.hpp"

#include <rapidcheck.h>

using namespace readiness_tests;

TEST_CASE("Work goes on as slowly as it has gone, with a day that went well on either side",
          "[readiness]") {
  CHECK(pace{2, 5}.stretched(workdays(8)) == workdays(16));  // 8 x 6/3
  CHECK(pace{0, 5}.stretched(workdays(5)) == workdays(30));  // 5 x 6/1
  CHECK(pace{5, 6}.stretched(workdays(5)) == workdays(6));   // 5 x 7/6 = 5.8
  CHECK(pace{5, 5}.stretched(workdays(5)) == workdays(5));
  CHECK(pace{9, 5}.stretched(workdays(5)) == workdays(5));
  CHECK(pace{}.stretched(workdays(7)) == workdays(7));
  CHECK(pace{0, 9}.stretched(workdays(0)) == workdays(0));
}

// Seen on Monday 9 June. a: 5 days of work done in the 10 days from 26 May; and 4 more done in 4.
// b has begun nothing and goes at the pace of all: 9 done in 14.
TEST_CASE("Each unit has its own pace, one that has begun nothing that of all", "[readiness]") {
  plan_builder builder{calendar()};
  builder.add(unit{.id = "a"_unit, .name = "a"}).add(unit{.id = "b"_unit, .name = "b"});
  task done{.id = "1"_task, .name = "1", .duration = workdays(4), .lead = "a"_unit};
  done.progress = {.started = day("2025-05-26"), .finished = day("2025-05-29")};
  task going{.id = "2"_task, .name = "2", .duration = workdays(8), .lead = "a"_unit};
  going.progress = {.started = day("2025-05-26"), .finished = {}, .remaining = workdays(3)};
  builder.add(done).add(going).add(
      task{.id = "3"_task, .name = "3", .duration = workdays(2), .lead = "b"_unit});
  const plan p = builder.build();
  const auto of = paces(p, day("2025-06-09"));
  REQUIRE(of.size() == 3);
  CHECK(of[0].done == 9);
  CHECK(of[0].spent == 14);
  CHECK(of[1].done == 9);
  const schedule s = compute_schedule(p, status_date(day("2025-06-09")));
  const schedule slow = at_todays_pace(s);
  CHECK(slow.early_finish(task_id(0)) == day("2025-05-29"));
  CHECK(s.early_finish(task_id(1)) == day("2025-06-11"));
  CHECK(slow.early_finish(task_id(1)) == day("2025-06-13"));  // 3 x 15/10 = 4.5, so 5 days
  CHECK(slow.early_finish(task_id(2)) == day("2025-06-11"));  // 2 x 15/10 = 3
}

// With other kinds of dependency something can: a task that must finish with another begins earlier
// if it takes longer, and so does what waits for its start. What has no days left lies between two
// days, and may show the evening before where it showed the morning after; so instants are
// compared.
TEST_CASE("At today's pace nothing is done before it would be", "[readiness]") {
  CHECK(rc::check([](std::uint32_t seed) {
    const random_campaign of(seed, {.tasks = 4});
    for (const dependency& d : of.p.dependencies()) {
      RC_PRE(d.kind == dependency_kind::finish_to_start);
    }
    const schedule slow = at_todays_pace(of.s);
    for (std::size_t t = 0; t < of.p.tasks().size(); ++t) {
      const position at = of.s.network().at(task_id(t));
      RC_ASSERT(slow.early_dates().finish[at] >= of.s.early_dates().finish[at]);
    }
  }));
}
