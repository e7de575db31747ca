#include "helpers.hpp"

using namespace readiness_tests;
using namespace daopai::readiness::literals;
using enum daopai::readiness::evidence_state;

namespace {

/// Seen on Monday 9 June: `done` was finished on the 3rd, `open` takes until Wednesday the 11th.
///
///     done [06-02 .. 06-03]     open [06-09 .. 06-11] --> [06-16]
struct small_archive {
  plan p;
  schedule s;
  campaign c;

  static plan make_plan() {
    plan_builder builder{calendar()};
    builder.add(unit{.id = "edu"_unit, .name = "edu"}).add(unit{.id = "town"_unit, .name = "town"});
    task done{.id = "done"_task, .name = "done", .duration = workdays(2), .lead = "edu"_unit};
    done.progress = {.started = day("2025-06-02"), .finished = day("2025-06-03")};
    done.evidence = {"minutes", "photographs", "ledger"};
    task open{.id = "open"_task, .name = "open", .duration = workdays(3), .lead = "town"_unit};
    open.evidence = {"ledger", "album", "late"};
    return builder.add(done)
        .add(open)
        .add(inspection{.id = "moe"_inspection,
                        .name = "moe",
                        .window = {day("2025-06-16"), day("2025-06-16")},
                        .after = {"open"_task}})
        .build();
  }
  static campaign make_campaign(const plan& p) {
    scoring::indicator head{.id = "head"_indicator, .name = "head"};
    scoring::indicator law = leaf("law", 10, scoring::direct{});
    scoring::indicator book = leaf("book", 5, scoring::direct{});
    law.parent = book.parent = "head"_indicator;
    law.evidence = {"statute"};
    law.units = {{.unit = "town"_unit}};
    const auto system = system_of({head, law, book});
    campaign_builder b(p);
    b.score_by(system, table_of(system, {seen(county, "law", 8), seen(county, "book", 4)}));
    b.add(evidence{.id = "minutes"_evidence, .proves = {"law"_indicator}, .is_there = false});
    b.add(evidence{.id = "E2"_evidence, .name = "album", .proves = {"book"_indicator}});
    b.add(evidence{.id = "late"_evidence, .due = day("2025-06-10")});
    b.add(evidence{.id = "map"_evidence, .supplier = "edu"_unit, .since = day("2025-06-01")});
    b.add(evidence{.id = "old"_evidence, .due = day("2025-06-01")});
    b.add(evidence{.id = "promised"_evidence, .since = day("2025-06-12")});
    return b.build();
  }

  small_archive()
      : p(make_plan()),
        s(compute_schedule(p, status_date(day("2025-06-09")))),
        c(make_campaign(p)) {}
};

}  // namespace

TEST_CASE("Evidence is there, to come, late, or missing", "[readiness]") {
  const small_archive of;
  const auto all = evidence_statuses(of.c, of.s);
  const auto state = [&](const char* id) {
    for (const evidence_status& e : all) {
      if (of.c[e.piece].id == evidence_key(id)) return e.state;
    }
    FAIL(id << " is no piece");
    return nobodys;
  };
  REQUIRE(all.size() == 9);
  CHECK(state("minutes") == not_delivered);  // its task is done, yet it is said not to be there
  CHECK(state("photographs") == there);      // its task is done
  CHECK(state("ledger") == to_come);         // one of its two tasks is not
  CHECK(state("E2") == to_come);             // named by its name
  CHECK(state("late") == late);              // due on the 10th, done on the 11th
  CHECK(state("map") == there);
  CHECK(state("old") == late);
  CHECK(state("promised") == to_come);
  CHECK(state("statute") == nobodys);  // an indicator asks for it
  CHECK(all[1].expected == day("2025-06-11"));
  CHECK(all[1].due == day("2025-06-13"));  // when its task must be done at the latest
}

// law needs minutes and statute, book the album, their heading all three; nothing is there of them.
// town supplies the statute (law's unit), the ledger's first task is edu's.
TEST_CASE("Completeness adds up by indicator and by unit", "[readiness]") {
  const small_archive of;
  const auto all = evidence_statuses(of.c, of.s);
  std::string text;
  for (const auto& i : completeness_by_indicator(of.c, all)) {
    text += of.c.system().at(i.indicator).id.text() + ' ' + std::to_string(i.pieces.there) + '/' +
            std::to_string(i.pieces.needed) + ' ';
  }
  CHECK(text == "head 0/3 law 0/2 book 0/1 ");
  text.clear();
  for (const auto& u : completeness_by_unit(of.c, all)) {
    text += (u.unit ? of.p[*u.unit].id.text() : "-") + ' ' + std::to_string(u.pieces.there) + '/' +
            std::to_string(u.pieces.needed) + ' ';
  }
  CHECK(text == "edu 2/4 town 0/3 - 0/2 ");
  CHECK(unproven_points(of.c, of.c.now(), first_object, all) == 12);
}
