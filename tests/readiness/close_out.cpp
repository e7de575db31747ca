#include "helpers.hpp"

using namespace readiness_tests;
using namespace daopai::readiness::literals;
using enum daopai::readiness::finding_state;

namespace {

/// Experts come on 1 August 2025, a Friday; what they find is put right from Monday the 4th on, in
/// five days.
///
///     [experts: 08-01] --> repair (5 days: 08-04 .. 08-08), to be done by 08-15
plan repair_plan(const std::optional<date>& finished = {}) {
  plan_builder builder{calendar()};
  builder.add(unit{.id = "edu"_unit, .name = "edu"});
  builder.add(inspection{.id = "experts"_inspection,
                         .name = "experts",
                         .window = {day("2025-08-01"), day("2025-08-01")}});
  task repair{.id = "repair"_task, .name = "repair", .duration = workdays(5)};
  repair.after = {"experts"_inspection};
  repair.deadline = deadline(day("2025-08-15"));
  if (finished) repair.progress = {.started = day("2025-08-04"), .finished = finished};
  return builder.add(repair).build();
}

finding found_by_experts() {
  finding f{.id = "f"_finding, .name = "f", .found = day("2025-08-01"), .tasks = {"repair"_task}};
  f.history = {{day("2025-08-05"), in_hand}, {day("2025-08-11"), submitted}};
  return f;
}

finding_status status_on(const plan& p, const finding& f, const char* on) {
  const campaign c = campaign_builder(p).add(f).build();
  return finding_statuses(c, compute_schedule(p, status_date(day(on)))).at(0);
}

}  // namespace

TEST_CASE("Rectification is scheduled forwards from the inspection that found it", "[readiness]") {
  const plan p = repair_plan();
  const finding_status s = status_on(p, found_by_experts(), "2025-08-01");
  CHECK(s.state == open);
  CHECK(s.since == day("2025-08-01"));
  CHECK(s.expected == day("2025-08-08"));
  CHECK(s.due == day("2025-08-15"));
  CHECK_FALSE(s.is_late);
  const campaign c = campaign_builder(p).add(found_by_experts()).build();
  const schedule before = compute_schedule(p, status_date(day("2025-07-01")));
  CHECK(finding_statuses(c, before).empty());  // not yet found
  CHECK(before.early_start(task_id(0)) == day("2025-08-04"));
}

TEST_CASE("A finding has the state that its history says for the day", "[readiness]") {
  const plan p = repair_plan();
  CHECK(status_on(p, found_by_experts(), "2025-08-04").state == open);
  CHECK(status_on(p, found_by_experts(), "2025-08-05").state == in_hand);
  CHECK(status_on(p, found_by_experts(), "2025-08-20").state == submitted);
}

TEST_CASE("A finding is late when it is due before it is settled", "[readiness]") {
  const plan p = repair_plan();
  CHECK_FALSE(status_on(p, found_by_experts(), "2025-08-11").is_late);
  CHECK(status_on(p, found_by_experts(), "2025-08-12").is_late);  // until the 18th
  finding f = found_by_experts();
  f.due = day("2025-08-06");
  CHECK(status_on(p, f, "2025-08-04").is_late);
  f.history.push_back({day("2025-08-12"), accepted});
  CHECK_FALSE(status_on(p, f, "2025-08-12").is_late);
  CHECK(status_on(p, f, "2025-08-12").is_closed());
}

TEST_CASE("What is at odds is noted", "[readiness]") {
  finding nobodys = found_by_experts();
  nobodys.id = "nobodys"_finding;
  nobodys.tasks.clear();
  nobodys.history.clear();
  const plan p = repair_plan();
  const campaign c = campaign_builder(p).add(found_by_experts()).add(nobodys).build();
  const schedule s = compute_schedule(p, status_date(day("2025-08-12")));
  const auto statuses = finding_statuses(c, s);
  CHECK(tests::codes(notes_on(c, statuses)) == "submitted-unfinished nobody-settles");
  CHECK(statuses[1].is_stuck());
  const close_out_count n = count_of(statuses);
  CHECK(n.open == 2);
  CHECK(n.closed == 0);
  CHECK(n.late == 1);
}

TEST_CASE("The work of a finding that is done leaves it to be accepted", "[readiness]") {
  const plan p = repair_plan(day("2025-08-08"));
  const finding_status s = status_on(p, found_by_experts(), "2025-08-12");
  CHECK_FALSE(s.has_open_tasks);
  CHECK_FALSE(s.is_stuck());  // it was submitted
  CHECK_FALSE(s.is_late);
}
