#include "helpers.hpp"
#include <daopai/schedule/light_text.hpp>

using namespace readiness_tests;

namespace {

/// The light of the inspection on Friday 13 June of `two_tasks`, and the task that gives it:
/// fund (4 days) --> train (5 days) --> [06-13], seen on a day, perhaps with all done.
std::string light_on(const char* today, bool all_done = false) {
  plan_builder builder{calendar()};
  const plan p = two_tasks::make_plan();
  for (const unit& u : p.units()) builder.add(u);
  for (task t : p.tasks()) {
    if (all_done) t.progress = {.started = day("2025-05-26"), .finished = day("2025-05-30")};
    builder.add(t);
  }
  for (const inspection& i : p.inspections()) builder.add(i);
  builder.add(inspection{
      .id = "free"_inspection, .name = "", .window = {day("2025-06-20"), day("2025-06-20")}});
  const plan whole = builder.build();
  const schedule s = compute_schedule(whole, status_date(day(today)));
  const light_policy policy{.yellow_within = workdays(1)};
  const auto lights = lights_of(s, progress_of(s), policy);
  CHECK(!light_of(s, inspection_id(1), lights, policy));
  const auto found = light_of(s, inspection_id(0), lights, policy).value();
  return std::string(word_for(found.colour, language::english)) +
         (found.of ? ' ' + whole[*found.of].id.text() : std::string());
}

}  // namespace

// Nine days of work end on Thursday 12 June if they begin on Monday 2 June at the latest.
TEST_CASE("An inspection is red if it cannot be met, yellow with the worst light before it",
          "[readiness]") {
  CHECK(light_on("2025-05-28") == "green");
  CHECK(light_on("2025-05-30") == "yellow fund");
  CHECK(light_on("2025-06-02") == "yellow fund");
  CHECK(light_on("2025-06-03") == "red fund");
  CHECK(light_on("2025-06-02", true) == "blue");
}
