// Reach, assignments, workload and hand-offs on one small plan, worked out by hand.
#include "graph/plans.hpp"

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;

namespace {

//   survey (edu, 2 days) --> ledger (towns, 3) --> archive (edu, 2) --> review (1 August 2025)
//   posters (t1, 1, after survey)                                       leads nowhere
//   checks (phase, after ledger) { visit (finance, 1), report (finance, 1) } --> review
//
// From Tuesday 1 July 2025: survey 1-2, ledger 3-7, posters 3, archive 8-9, visit and report 8.
plan small_plan() {
  plan_builder b{calendar()};
  b.add(unit{.id = "edu"_unit, .name = "教育局"})
      .add(unit{.id = "finance"_unit, .name = "财政局"})
      .add(unit{.id = "towns"_unit, .name = "各镇", .members = {"t1"_unit, "t2"_unit}})
      .add(unit{.id = "t1"_unit, .name = "甲镇"})
      .add(unit{.id = "t2"_unit, .name = "乙镇"});
  const auto add = [&](task_key id, int days, unit_key lead, std::vector<predecessor> after) {
    b.add(task{.id = std::move(id),
               .name = "",
               .duration = workdays(days),
               .lead = std::move(lead),
               .assist = {"t1"_unit},
               .after = std::move(after)});
  };
  add("survey"_task, 2, "edu"_unit, {});
  add("ledger"_task, 3, "towns"_unit, {"survey"_task});
  add("archive"_task, 2, "edu"_unit, {"ledger"_task});
  add("posters"_task, 1, "t1"_unit, {"survey"_task});
  b.add(phase{.id = "checks"_task, .name = "", .after = {"ledger"_task}});
  for (const char* id : {"visit", "report"}) {
    b.add(task{.id = task_key(id),
               .name = "",
               .duration = workdays(1),
               .lead = "finance"_unit,
               .parent = "checks"_task});
  }
  b.add(inspection{.id = "review"_inspection,
                   .name = "复检",
                   .window = {day("2025-08-01"), day("2025-08-01")},
                   .after = {"archive"_task, "checks"_task}});
  return b.build();
}

std::string shown(const plan& p, const std::vector<assignment>& list) {
  std::string text;
  for (const assignment& a : list) {
    text += p[a.task].id.text() + '/' + p[a.unit].id.text() +
            (a.as == part::lead ? "/lead " : "/assist ");
  }
  return text;
}

}  // namespace

TEST_CASE("All that stands behind an inspection is found, through phases", "[graph]") {
  const plan p = small_plan();
  CHECK(tests::names(p, tasks_behind(p, inspection_id(0))) == "survey ledger archive visit report");
  CHECK(tests::names(p, tasks_leading_nowhere(p)) == "posters");
}

TEST_CASE("A unit's tasks are found with its part in them", "[graph]") {
  const plan p = small_plan();
  const auto of = [&](const unit_key& u, groups how) {
    return shown(p, assignments_of(p, p.find(u).value(), how));
  };
  CHECK(of("towns"_unit, groups::as_named) == "ledger/towns/lead ");
  CHECK(of("t2"_unit, groups::as_named).empty());
  CHECK(of("t2"_unit, groups::expanded) == "ledger/t2/lead ");
  CHECK(of("t1"_unit, groups::as_named) ==
        "survey/t1/assist ledger/t1/assist archive/t1/assist posters/t1/lead ");
  CHECK(of("t1"_unit, groups::expanded) ==
        "survey/t1/assist ledger/t1/lead archive/t1/assist posters/t1/lead ");
}

TEST_CASE("A task's units are found, with the members of groups", "[graph]") {
  const plan p = small_plan();
  const task_id ledger = p.find("ledger"_task).value();
  CHECK(shown(p, units_of(p, ledger, groups::as_named)) == "ledger/towns/lead ledger/t1/assist ");
  CHECK(shown(p, units_of(p, ledger, groups::expanded)) ==
        "ledger/towns/lead ledger/t1/lead ledger/t2/lead ");
}

// Critical: survey, ledger and archive. The phase's dependency on the ledger joins the towns and
// finance, once, and is not critical, as visit and report have a day to spare.
TEST_CASE("Hand-offs say who waits for whom, how often, and where it is critical", "[graph]") {
  const plan p = small_plan();
  const auto found = hand_offs(compute_schedule(p, status_date(day("2025-07-01"))));
  const auto u = [&](const unit_key& k) { return p.find(k).value(); };
  CHECK((found == std::vector<hand_off>{{u("edu"_unit), u("towns"_unit), 1, 1},
                                        {u("edu"_unit), u("t1"_unit), 1, 0},
                                        {u("towns"_unit), u("edu"_unit), 1, 1},
                                        {u("towns"_unit), u("finance"_unit), 1, 0}}));
}

// The ledger takes Thursday, Friday and Monday; edu leads the survey and the archive.
TEST_CASE("The load of a unit is counted in task-days by week", "[graph]") {
  const plan p = small_plan();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  const auto load = [&](const unit_key& u, groups how) {
    return load_by_week(s, p.find(u).value(), how);
  };
  using weeks = std::vector<week_load>;
  const date first = day("2025-06-30");
  const date second = day("2025-07-07");
  CHECK((load("towns"_unit, groups::as_named) ==
         weeks{{first, workdays(2), workdays(0)}, {second, workdays(1), workdays(0)}}));
  CHECK((load("edu"_unit, groups::as_named) ==
         weeks{{first, workdays(2), workdays(0)}, {second, workdays(2), workdays(0)}}));
  CHECK((load("t1"_unit, groups::expanded) ==
         weeks{{first, workdays(3), workdays(2)}, {second, workdays(1), workdays(2)}}));
}

TEST_CASE("The whole load of a plan is the work of its tasks", "[graph]") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const plan p = tests::plan_maker(seed, {.progress = false}).make(20);
    const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
    std::int32_t loaded = 0;
    for (std::size_t u = 0; u < p.units().size(); ++u) {
      for (const week_load& w : load_by_week(s, unit_id(u), groups::as_named)) {
        loaded += w.leading.count();
      }
    }
    std::int32_t work = 0;
    for (std::size_t t = 0; t < p.tasks().size(); ++t) {
      if (p.lead(task_id(t))) work += p.tasks()[t].duration.count();
    }
    CHECK(loaded == work);
  }
}
