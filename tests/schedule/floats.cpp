// The floats of late_dates_to() against plans in which nothing else is dated.
#include "rich_plan.hpp"
#include <daopai/schedule/explain.hpp>
#include <daopai/schedule/floats.hpp>

using namespace daopai;
using namespace daopai::literals;
using namespace daopai::tests;

namespace {

std::string dates_text(const std::optional<late_dates>& l) {
  if (!l) return "none";
  return to_string(l->start) + ' ' + to_string(l->finish) + ' ' +
         std::to_string(l->total_float.count());
}

/// The same plan without deadlines, and with all inspections but one twenty years later.
plan with_one_date(const plan& p, inspection_id only) {
  plan_builder builder(p.calendars().front().calendar);
  for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
  for (task t : p.tasks()) {
    t.deadline.reset();
    builder.add(std::move(t));
  }
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    inspection made = p.inspections()[i];
    constexpr int twenty_years = 7305;
    const int later = inspection_id(i) == only ? 0 : twenty_years;
    made.window = {to_date(to_day(made.window.first) + later),
                   to_date(to_day(made.window.last) + later)};
    builder.add(std::move(made));
  }
  return std::move(builder).build();
}

}  // namespace

//   a(2) -> b(3) -> [first 2025-07-11]      phase p holds a and b
//   b -> c(1), due 2025-07-10 -> [second 2025-07-18]
TEST_CASE("Each inspection alone leaves a task its own late dates", "[schedule]") {
  plan_builder builder{calendar()};
  builder.add(phase{.id = "p"_task, .name = ""})
      .add(task{.id = "a"_task, .name = "", .duration = workdays(2), .parent = "p"_task})
      .add(task{.id = "b"_task,
                .name = "",
                .duration = workdays(3),
                .after = {"a"_task},
                .parent = "p"_task})
      .add(task{.id = "c"_task,
                .name = "",
                .duration = workdays(1),
                .after = {"b"_task},
                .deadline = deadline(day("2025-07-10"))})
      .add(inspection{.id = "first"_inspection,
                      .name = "",
                      .window = {day("2025-07-11"), day("2025-07-11")},
                      .after = {"b"_task}})
      .add(inspection{.id = "second"_inspection,
                      .name = "",
                      .window = {day("2025-07-18"), day("2025-07-18")},
                      .after = {"c"_task}});
  const schedule s = compute_schedule(std::move(builder).build(), status_date(day("2025-07-01")));
  const auto all = late_dates_to_all(s);
  REQUIRE(all.size() == 2);
  // Counted back on a calendar by hand: 4 and 11 July 2025 are Fridays.
  CHECK(dates_text(all[0][0]) == "2025-07-04 2025-07-10 3");
  CHECK(dates_text(all[0][1]) == "2025-07-04 2025-07-07 3");
  CHECK(dates_text(all[0][2]) == "2025-07-08 2025-07-10 3");
  CHECK(dates_text(all[0][3]) == "none");
  CHECK(dates_text(all[1][1]) == "2025-07-10 2025-07-11 7");
  CHECK(dates_text(all[1][2]) == "2025-07-14 2025-07-16 7");
  CHECK(dates_text(all[1][3]) == "2025-07-17 2025-07-17 7");
}

TEST_CASE("Late dates for one inspection are those of a plan without any other date",
          "[schedule]") {
  std::size_t compared = 0;
  for (std::uint32_t seed = 0; seed < 1'000; ++seed) {
    INFO("seed " << seed);
    const schedule s = compute_schedule(rich_plan(seed).make(), status_date(rich_plan::today));
    const auto all = late_dates_to_all(s);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& last = s.network().last_anchor;
      // Tasks that nothing dated follows are held by the last date, which differs in the other
      // plan.
      if (last && last->from == event_id(inspection_id(i))) continue;
      const plan q = with_one_date(s.plan(), inspection_id(i));
      const schedule other = compute_schedule(q, status_date(s.status()));
      const auto floats = floats_to(s, inspection_id(i));
      for (std::size_t t = 0; t < floats.size(); ++t) {
        const task_id id(t);
        REQUIRE(floats[t].has_value() == all[i][t].has_value());
        if (!floats[t]) continue;
        REQUIRE(all[i][t]->total_float == *floats[t]);
        if (s.plan().is_phase(id) || s.plan()[id].duration.count() == 0) continue;
        if (s.plan()[id].progress.remaining == workdays(0)) continue;
        // What is done may come after an inspection, and be held by the finish of the plan.
        if (why_late_start(other, id).fact.what != event_id(inspection_id(i))) continue;
        REQUIRE(all[i][t]->start == other.late_start(id));
        REQUIRE(all[i][t]->finish == other.late_finish(id));
        ++compared;
      }
    }
  }
  CHECK(compared > 5'000);
}
