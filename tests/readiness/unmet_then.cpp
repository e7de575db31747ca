#include "helpers.hpp"

using namespace readiness_tests;

TEST_CASE("What is still unmet is told with who could and why not", "[readiness]") {
  const two_tasks of;
  const timeline early = by_early_dates(of.s);
  const auto today = unmet_on(of.c, early, first_object, day("2025-06-02"));
  REQUIRE(today.size() == 2);  // the ledger has no line to reach
  CHECK(today[0].because == unmet_because::too_late);
  CHECK(today[0].tasks == std::vector{of["fund"]});
  CHECK(today[0].units == std::vector{"finance"_unit});
  CHECK(today[0].unmet.gap == dec("0.8"));
  const auto then = unmet_on(of.c, early, first_object, day("2025-06-13"));
  REQUIRE(then.size() == 1);  // 65 of 100 people
  CHECK(then[0].because == unmet_because::not_enough);
  CHECK(then[0].unmet.gap == decimal{35});
}

TEST_CASE("Nobody raises it is a reason too", "[readiness]") {
  const plan p = two_tasks::make_plan();
  const auto system = system_of(two_tasks::indicators());
  campaign_builder b(p);
  const campaign c = b.score_by(system, table_of(system, {})).build();
  const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
  const auto unmet = unmet_on(c, by_early_dates(s), first_object, day("2025-06-13"));
  REQUIRE(unmet.size() == 3);
  CHECK(unmet[0].because == unmet_because::nobody_raises_it);
}
