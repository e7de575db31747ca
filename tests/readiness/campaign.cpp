#include "helpers.hpp"

using namespace readiness_tests;
using namespace daopai::readiness::literals;

namespace {

plan small_plan() {
  plan_builder builder{calendar()};
  builder.add(unit{.id = "edu"_unit, .name = "edu"});
  builder.add(task{.id = "t"_task, .name = "t", .duration = workdays(3), .lead = "edu"_unit});
  builder.add(inspection{.id = "moe"_inspection,
                         .name = "moe",
                         .window = {day("2025-06-13"), day("2025-06-13")},
                         .after = {"t"_task}});
  return builder.build();
}

std::string told(const std::vector<problem>& problems) {
  std::string text;
  for (const problem& p : problems) text += p.code + " " + p.where + "\n";
  return text;
}

}  // namespace

TEST_CASE("A campaign tells all that is wrong with it at once", "[readiness]") {
  const auto system = system_of({leaf("i", 10, at_least(4)),
                                 leaf("yes", 5, scoring::met{}),
                                 leaf("grade", 5, scoring::levels{{{"A", 5}, {"B", 3}}}),
                                 leaf("given", 5, scoring::direct{}),
                                 {.id = "h"_indicator, .name = "h"},
                                 [] {
                                   auto below = leaf("below", 1, scoring::direct{});
                                   below.parent = "h"_indicator;
                                   return below;
                                 }()});
  campaign_builder b(small_plan());
  b.score_by(system, table_of(system, {seen("a", "i", 1), seen("b", "i", 1)}));
  const auto object = scoring::object_key("a");
  b.add(raise{.task = "t"_task, .indicator = "i"_indicator});
  b.add(raise{.task = "u"_task, .indicator = "none"_indicator, .object = object});
  b.add(raise{.task = "t"_task, .indicator = "h"_indicator, .object = object});
  b.add(raise{.task = "t"_task,
              .indicator = "yes"_indicator,
              .to = 1,
              .when = raised::in_proportion,
              .object = object});
  b.add(raise{.task = "t"_task, .indicator = "grade"_indicator, .label = "C", .object = object});
  b.add(raise{.task = "t"_task, .indicator = "given"_indicator, .to = 6, .object = object});
  b.add(raise{.task = "t"_task,
              .indicator = "i"_indicator,
              .to = 4,
              .object = scoring::object_key("c"),
              .from = decimal{5}});
  b.add(evidence{.id = "e"_evidence, .proves = {"none"_indicator}, .supplier = "none"_unit});
  b.add(evidence{.id = "e"_evidence, .delivered_by = {"none"_task}});
  b.add(gate{.id = "g"_gate,
             .inspection = "none"_inspection,
             .after = {"none"_task},
             .evidence = {"none"_evidence}});
  CHECK(told(b.problems()) ==
        "unknown-indicator evidence[0].proves[0]\n"
        "unknown-unit evidence[0].supplier\n"
        "doubled-id evidence[1]\n"
        "unknown-task evidence[1].delivered_by[0]\n"
        "object-missing raises[0]\n"
        "unknown-task raises[1]\n"
        "unknown-indicator raises[1].indicator\n"
        "raise-of-heading raises[2].indicator\n"
        "not-gradual raises[3].when\n"
        "unknown-label raises[4].to\n"
        "value-out-of-range raises[5].to\n"
        "unknown-object raises[6].object\n"
        "raise-backwards raises[6].from\n"
        "unknown-inspection gates[0].inspection\n"
        "unknown-task gates[0].after[0]\n"
        "unknown-evidence gates[0].evidence[0]\n");
  CHECK_THROWS_AS(b.build(), invalid_input);
}

TEST_CASE("Without indicators nothing can be raised", "[readiness]") {
  campaign_builder b(small_plan());
  b.add(raise{.task = "t"_task, .indicator = "i"_indicator});
  CHECK(told(b.problems()) == "no-indicators raises[0]\n");
}

TEST_CASE("The history of a finding is checked step by step", "[readiness]") {
  campaign_builder b(small_plan());
  using enum finding_state;
  finding f{.id = "f"_finding, .found = day("2025-03-01")};
  f.units = {"none"_unit};
  f.accepted.by = "none"_unit;
  f.history = {{day("2025-03-02"), open},      {day("2025-03-03"), submitted},
               {day("2025-03-02"), returned},  {day("2025-03-05"), in_hand},
               {day("2025-03-06"), submitted}, {day("2025-03-07"), accepted},
               {day("2025-03-08"), open}};
  b.add(f);
  CHECK(told(b.problems()) ==
        "unknown-unit problems[0].units[0]\n"
        "unknown-unit problems[0].acceptance.by\n"
        "step-not-allowed problems[0].history[1].state\n"
        "history-backwards problems[0].history[2].date\n"
        "reason-missing problems[0].history[2]\n"
        "reason-missing problems[0].history[6]\n");
}

TEST_CASE("A good history goes through every state", "[readiness]") {
  campaign_builder b(small_plan());
  using enum finding_state;
  finding f{.id = "f"_finding, .found = day("2025-03-01")};
  f.history = {{day("2025-03-02"), in_hand},
               {day("2025-03-03"), submitted},
               {day("2025-03-04"), returned, "photographs are missing"},
               {day("2025-03-04"), in_hand},
               {day("2025-03-06"), submitted},
               {day("2025-03-07"), accepted},
               {day("2025-04-08"), open, "found again"}};
  CHECK(b.add(f).problems().empty());
}

TEST_CASE("Objects without observations count with their missing values", "[readiness]") {
  const auto system = system_of({leaf("i", 10, at_least(4))});
  campaign_builder b(small_plan());
  b.score_by(system, table_of(system, {}));
  const campaign c = b.add(raise{.task = "t"_task, .indicator = "i"_indicator, .to = 4}).build();
  REQUIRE(c.is_scored());
  CHECK(c.now().of(first_object).exact == 0);
}
