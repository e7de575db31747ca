#include "helpers.hpp"

using namespace readiness_tests;

TEST_CASE("The goal is the next inspection, as long as its window is open", "[readiness]") {
  const plan p = two_tasks::make_plan();
  CHECK(next_goal(p, day("2025-06-02"))->morning == day("2025-06-13"));
  CHECK(next_goal(p, day("2025-06-20"))->day == day("2025-06-13"));
  CHECK_FALSE(next_goal(p, day("2025-06-21")));
}

// a (2 days) --> b (3 days) below the phase, which must be done by Friday 13 June.
TEST_CASE("Without an inspection the goal is the next deadline", "[readiness]") {
  plan_builder builder{calendar()};
  builder.add(phase{.id = "ph"_task, .name = "ph", .deadline = deadline(day("2025-06-13"))})
      .add(task{.id = "a"_task, .name = "a", .duration = workdays(2), .parent = "ph"_task})
      .add(task{.id = "b"_task,
                .name = "b",
                .duration = workdays(3),
                .after = {"a"_task},
                .parent = "ph"_task})
      .add(task{.id = "c"_task,
                .name = "c",
                .duration = workdays(1),
                .deadline = deadline(day("2025-06-30"))});
  const plan p = builder.build();
  const auto g = next_goal(p, day("2025-06-02"));
  REQUIRE(g);
  CHECK(g->what == event_id(p.find("ph"_task).value()));
  CHECK(g->morning == day("2025-06-14"));
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  CHECK(room_to(s, *g) == workdays(5));  // done on the 6th
  CHECK(tests::names(p, chain_to(s, *g)) == "a b");
  CHECK(next_goal(p, day("2025-06-14"))->what == event_id(p.find("c"_task).value()));
}
