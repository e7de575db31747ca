#include "random_plan.hpp"
#include <daopai/schedule/near_critical.hpp>

using namespace daopai;
using namespace daopai::literals;
using namespace daopai::tests;

namespace {

std::string keys(const plan& p, const std::vector<task_id>& tasks) { return names(p, tasks); }

//   a(5) ---> c(4) ---> [moe 2025-07-14]     a c: 9 days
//   b(4) ---/                                b c: 8 days
//   d(6) --------------/                     d: 6 days, and before it a milestone
plan three_chains() {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "", .duration = workdays(5)})
      .add(task{.id = "b"_task, .name = "", .duration = workdays(4)})
      .add(task{.id = "c"_task, .name = "", .duration = workdays(4), .after = {"a"_task, "b"_task}})
      .add(task{.id = "m"_task, .name = "", .duration = workdays(0)})
      .add(task{.id = "d"_task, .name = "", .duration = workdays(6), .after = {"m"_task}})
      .add(inspection{.id = "moe"_inspection,
                      .name = "",
                      .window = {day("2025-07-14"), day("2025-07-14")},
                      .after = {"c"_task, "d"_task}});
  return std::move(builder).build();
}

std::string chain_text(const plan& p, const std::vector<near_critical_path>& paths) {
  std::string lines;
  for (const near_critical_path& path : paths) {
    lines += keys(p, path.tasks) + ": " + std::to_string(path.total_float.count()) + '\n';
  }
  return lines;
}

}  // namespace

// From Tuesday 1 July to Friday 11 July there are nine working days.
TEST_CASE("Tasks and paths within n days of the longest chain", "[schedule]") {
  const schedule s = compute_schedule(three_chains(), status_date(day("2025-07-01")));
  const plan& p = s.plan();
  const inspection_id moe(0);
  CHECK(keys(p, near_critical_tasks(s, workdays(0))) == "a c");
  CHECK(keys(p, near_critical_tasks(s, workdays(1))) == "a b c");
  CHECK(keys(p, near_critical_tasks(s, moe, workdays(2))) == "a b c");
  CHECK(keys(p, near_critical_tasks(s, moe, workdays(3))) == "a b c m d");
  CHECK(chain_text(p, near_critical_paths(s, moe, workdays(0), 10)) == "a c: 0\n");
  CHECK(chain_text(p, near_critical_paths(s, moe, workdays(9), 10)) == "a c: 0\nb c: 1\nm d: 3\n");
  CHECK(chain_text(p, near_critical_paths(s, moe, workdays(9), 2)) == "a c: 0\nb c: 1\n");
}

TEST_CASE("The critical path to a task is the chain that sets its dates, whatever its float",
          "[schedule]") {
  const schedule s = compute_schedule(three_chains(), status_date(day("2025-07-01")));
  const plan& p = s.plan();
  CHECK(keys(p, critical_path(s, *p.find("c"_task))) == "a c");
  CHECK(keys(p, critical_path(s, *p.find("d"_task))) == "m d");
  CHECK(keys(p, critical_path(s, *p.find("b"_task))) == "b");
}

namespace {

/// Every chain of a plan of finish-to-start links, by trying all, with its working days.
void all_chains(const plan& p, std::vector<task_id> so_far, int days,
                std::vector<std::pair<int, std::vector<task_id>>>& found) {
  bool begins = true;
  for (const dependency& d : p.dependencies()) {
    if (d.after != event_id(so_far.front())) continue;
    begins = false;
    std::vector<task_id> longer{d.before.task()};
    longer.insert(longer.end(), so_far.begin(), so_far.end());
    all_chains(p, longer, days + p[d.before.task()].duration.count(), found);
  }
  if (begins) found.emplace_back(-days, so_far);
}

plan finish_to_start_plan(random_plan& dice) {
  plan_builder builder{calendar()};
  inspection made{
      .id = "i"_inspection, .name = "", .window = {day("2025-07-14"), day("2025-07-14")}};
  for (int t = 0; t < 8; ++t) {
    const task_key key(std::to_string(t));
    task that{.id = key, .name = "", .duration = workdays(dice.roll(1, 6))};
    for (int b = 0; b < t; ++b) {
      if (dice.roll(0, 2) == 0) that.after.emplace_back(task_key(std::to_string(b)));
    }
    builder.add(that);
    if (dice.roll(0, 2) == 0) made.after.emplace_back(key);
  }
  builder.add(made);
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("All chains of a plan come out, the longest first", "[schedule]") {
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    INFO("seed " << seed);
    random_plan dice(seed, {});
    const plan p = finish_to_start_plan(dice);
    const schedule s = compute_schedule(p, status_date(day("2025-06-02")));
    std::vector<std::pair<int, std::vector<task_id>>> chains;
    for (const dependency& d : p.dependencies()) {
      if (!d.after.is_inspection()) continue;
      all_chains(p, {d.before.task()}, p[d.before.task()].duration.count(), chains);
    }
    // A task that nothing waits for is held by the last inspection all the same.
    for (const task_id t : s.network().unheld) {
      all_chains(p, {t}, p[t].duration.count(), chains);
    }
    const auto paths = near_critical_paths(s, inspection_id(0), workdays(1'000), 10'000);
    REQUIRE(paths.size() == chains.size());
    const int days = calendar().between(day("2025-06-02"), day("2025-07-14")).count();
    for (std::size_t n = 0; n < paths.size(); ++n) {
      const auto& path = paths[n].tasks;
      const auto same =
          std::ranges::find(chains, path, &std::pair<int, std::vector<task_id>>::second);
      REQUIRE(same != chains.end());
      REQUIRE(paths[n].total_float.count() == days + same->first);
      if (n > 0) REQUIRE(paths[n].total_float >= paths[n - 1].total_float);
    }
  }
}
