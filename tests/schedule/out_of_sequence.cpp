// Worked out by hand on a calendar of Mondays to Fridays; 2025-07-01 is a Tuesday.
#include "small_plans.hpp"

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::work;
using enum dependency_kind;

namespace {

task begun(task t, const char* started) {
  t.progress.started = day(started);
  return t;
}

template <class... Things>
std::vector<out_of_sequence_progress> found_on_july_1(const Things&... things) {
  plan_builder builder{calendar()};
  (builder.add(things), ...);
  return out_of_sequence(compute_schedule(builder.build(), status_date(date(2025, 7, 1))));
}

}  // namespace

TEST_CASE("Progress in the order of the plan is not reported", "[schedule]") {
  task a = begun(work("a", 3), "2025-06-24");
  a.progress.finished = day("2025-06-26");
  CHECK(found_on_july_1(a, begun(work("b", 5, {"a"_task}), "2025-06-27")).empty());
  // a finishes 07-03 and b may start three days before that is over: on 07-01.
  CHECK(found_on_july_1(
            work("a", 3),
            begun(work("b", 5, {{"a"_task, finish_to_start, workdays(-3)}}), "2025-07-01"))
            .empty());
  CHECK(found_on_july_1(begun(work("a", 3), "2025-06-30"),
                        begun(work("b", 5, {{"a"_task, start_to_start}}), "2025-06-30"))
            .empty());
}

TEST_CASE("A lag that has not run out is reported for work under way", "[schedule]") {
  task a = begun(work("a", 3), "2025-06-24");
  a.progress.finished = day("2025-06-26");
  const auto found = found_on_july_1(
      a, begun(work("b", 5, {{"a"_task, finish_to_start, workdays(5)}}), "2025-06-30"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].expected == day("2025-06-26"));
  CHECK(found[0].allowed == day("2025-07-04"));  // after 06-27, 06-30, 07-01, 07-02, 07-03
}

TEST_CASE("A predecessor that holds a task itself and through its phase is reported once",
          "[schedule]") {
  task b = begun(work("b", 5, {"a"_task}), "2025-06-30");
  b.parent = "P"_task;
  const auto found =
      found_on_july_1(work("a", 3), phase{.id = "P"_task, .name = "", .after = {"a"_task}}, b);
  REQUIRE(found.size() == 1);
  CHECK(found[0].task == task_id(2));
  CHECK(found[0].predecessor == event_id(task_id(0)));
  CHECK(found[0].actual == day("2025-06-30"));
  CHECK(found[0].expected == day("2025-07-03"));
  CHECK(found[0].allowed == day("2025-07-04"));
}

// b and c are done, one after the other, before a, which b waits for: c came after b as planned.
TEST_CASE("Only the task that overtook its own predecessor is reported", "[schedule]") {
  task b = work("b", 1, {"a"_task});
  task c = work("c", 1, {"b"_task});
  b.progress = {.started = day("2025-06-25"), .finished = day("2025-06-25")};
  c.progress = {.started = day("2025-06-26"), .finished = day("2025-06-26")};
  const auto found = found_on_july_1(work("a", 3), b, c);
  REQUIRE(found.size() == 1);
  CHECK(found[0].task == task_id(1));
}
