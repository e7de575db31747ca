#include "helpers.hpp"

using namespace readiness_tests;

// The inspection is on Friday the 13th: fund must be begun by the 2nd and done by the 5th, train
// begun by the 6th. Seen on Wednesday the 4th fund is two days late; train only waits for it.
TEST_CASE("Late is who had to begin before today, not who waits for him", "[readiness]") {
  const plan p = two_tasks::make_plan();
  CHECK(late_tasks(compute_schedule(p, status_date(day("2025-06-02")))).empty());
  const auto late = late_tasks(compute_schedule(p, status_date(day("2025-06-04"))));
  REQUIRE(late.size() == 1);
  CHECK(late[0].task == p.find("fund"_task).value());
  CHECK(late[0].by == workdays(2));
  CHECK(late[0].start_by == day("2025-06-02"));
  CHECK(late[0].finish_by == day("2025-06-05"));
  CHECK(late[0].expected == day("2025-06-09"));
}
