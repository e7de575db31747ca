#include "helpers.hpp"

using namespace readiness_tests;
using namespace daopai::readiness::literals;

// Seen on Monday 9 June, the inspection on the 16th: gates are due on Friday the 13th. quick takes
// until the 10th, slow until the 16th.
TEST_CASE("A gate is passed, ready, open or late", "[readiness]") {
  plan_builder builder{calendar()};
  task done{.id = "done"_task, .name = "done", .duration = workdays(1)};
  done.progress = {.started = day("2025-06-03"), .finished = day("2025-06-03")};
  builder.add(done)
      .add(task{.id = "quick"_task, .name = "quick", .duration = workdays(2)})
      .add(task{.id = "slow"_task, .name = "slow", .duration = workdays(6)})
      .add(inspection{
          .id = "moe"_inspection, .name = "moe", .window = {day("2025-06-16"), day("2025-06-20")}});
  const plan p = builder.build();
  campaign_builder b(p);
  b.add(evidence{.id = "map"_evidence, .is_there = true});
  b.add(evidence{.id = "film"_evidence, .delivered_by = {"quick"_task}});
  b.add(evidence{.id = "nobodys"_evidence});
  const auto add = [&b](const char* id, std::vector<task_key> after,
                        std::vector<evidence_key> pieces, std::optional<date> passed = {}) {
    b.add(gate{.id = gate_key(id),
               .inspection = "moe"_inspection,
               .after = std::move(after),
               .evidence = std::move(pieces),
               .passed = passed});
  };
  add("passed", {"quick"_task}, {}, day("2025-06-06"));
  add("passed-tomorrow", {"done"_task}, {}, day("2025-06-10"));
  add("ready", {"done"_task}, {"map"_evidence});
  add("open", {"done"_task, "quick"_task}, {"film"_evidence});
  add("slow", {"slow"_task}, {});
  add("unknown", {"done"_task}, {"nobodys"_evidence});
  const campaign c = b.build();
  const auto states_on = [&](const char* on) {
    const schedule s = compute_schedule(p, status_date(day(on)));
    std::string text;
    for (const gate_status& g : gate_statuses(c, s, evidence_statuses(c, s))) {
      constexpr const char* words[] = {"passed", "ready", "open", "late"};
      text += std::string(words[static_cast<std::size_t>(g.state)]) + ' ';
    }
    return text;
  };
  CHECK(states_on("2025-06-09") == "passed ready ready open late late ");
  CHECK(states_on("2025-06-10") == "passed passed ready open late late ");
  CHECK(states_on("2025-06-16") == "passed passed late late late late ");
  const schedule s = compute_schedule(p, status_date(day("2025-06-09")));
  const auto all = gate_statuses(c, s, evidence_statuses(c, s));
  CHECK(all[3].due == day("2025-06-13"));
  CHECK(all[3].expected == day("2025-06-10"));
  CHECK(all[3].waits_for.size() == 1);
  CHECK(all[3].lacks.size() == 1);
  CHECK_FALSE(all[5].expected);
}
