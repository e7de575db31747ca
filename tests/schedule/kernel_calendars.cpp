// Kernels with calendars against compute_schedule(): the same dates for the same plan, though the
// one goes by link_rules.hpp event by event and the other by tables, typed links and runs.
#include "kernel_plans.hpp"
#include "random_plan.hpp"

#include <rapidcheck.h>

using namespace daopai;
using daopai::kernel::extent;
using daopai::kernel::task_result;
using daopai::tests::array_plan;
using daopai::tests::plan_shape;
using daopai::tests::random_plan;

namespace {

constexpr day_number first_day_of_tables = 19'000;  // 2022-01-08
constexpr day_number last_day_of_tables = 22'000;   // 2030-03-26

/// A plan of tasks alone as arrays of days, counted from the first day of the tables.
struct dated_arrays {
  array_plan arrays{};
  std::vector<std::uint16_t> calendars{};
  std::optional<kernel::calendar_tables> tables{};

  dated_arrays(const plan& p, const date& today, bool bounded) {
    std::vector<calendar> all;
    for (const named_calendar& c : p.calendars()) all.push_back(c.calendar);
    tables.emplace(all, first_day_of_tables, last_day_of_tables);
    for (std::size_t t = 0; t < p.tasks().size(); ++t) {
      const task& made = p.tasks()[t];
      for (const dependency& d : p.dependencies()) {
        if (d.after.task() == task_id(t)) add(d);
      }
      arrays.first_link.push_back(static_cast<std::uint32_t>(arrays.links.size()));
      arrays.durations.push_back(made.duration.count());
      calendars.push_back(static_cast<std::uint16_t>(p.calendar_of(task_id(t)).index()));
      const auto& from = made.not_before;
      arrays.not_before.push_back(from ? offset(to_day(from->first_day)) : 0);
      const auto& to = made.deadline;
      arrays.deadlines.push_back(to ? offset(to_day(to->last_day) + 1) : kernel::no_deadline);
    }
    arrays.start = offset(to_day(today));
    if (!bounded) arrays.not_before.clear();
  }

  [[nodiscard]] kernel::plan_arrays view() const {
    kernel::plan_arrays all = arrays.view();
    all.calendars = calendars;
    all.tables = &*tables;
    return all;
  }

  static std::int32_t offset(day_number d) { return d - first_day_of_tables; }

private:
  void add(const dependency& d) {
    arrays.links.push_back({static_cast<std::uint32_t>(d.before.task().index()), d.lag.amount()});
    arrays.kinds.push_back(d.kind);
  }
};

/// What compute_schedule() has at task `t`, in the kernel's terms.
task_result expected(const schedule& s, task_id t) {
  const position p = s.network().at(t);
  const auto offset = &dated_arrays::offset;
  return {.early_start = offset(s.early_dates().start[p]),
          .early_finish = offset(s.early_dates().finish[p]),
          .late_start = offset(s.late_dates().start[p]),
          .late_finish = offset(s.late_dates().finish[p]),
          .total_float = s.total_float(t).count(),
          .free_float = s.free_float(t).count(),
          .driver = kernel::no_task};
}

/// What compute_schedule() lets hold the tasks that lead to nothing dated is a deadline to kernels.
void hold_unheld(dated_arrays& dated, const schedule& s) {
  for (const task_id t : s.network().unheld) {
    dated.arrays.deadlines[t.index()] =
        dated_arrays::offset(s.late_dates().finish[s.network().at(t)]);
  }
}

bool same_driver(const schedule& s, task_id t, const task_result& r) {
  const driver d = s.early_driver(t);
  return (d.by == driven_by::task) == (r.driver != kernel::no_task);
}

void check_plans(plan_shape shape) {
  kernel::workspace memory;
  CHECK(rc::check([&](std::uint32_t seed) {
    const plan p = random_plan(seed, shape).make();
    const schedule s = compute_schedule(p, status_date(random_plan::today));
    dated_arrays dated(p, random_plan::today, shape.dates);
    hold_unheld(dated, s);
    kernel::solve(dated.view(), extent::all, memory);
    for (std::size_t t = 0; t < p.tasks().size(); ++t) {
      task_result r = memory[static_cast<std::uint32_t>(t)];
      RC_ASSERT(same_driver(s, task_id(t), r));
      r.driver = kernel::no_task;
      RC_ASSERT(r == expected(s, task_id(t)));
    }
  }));
}

}  // namespace

TEST_CASE("Kernels and compute_schedule agree on plans of several calendars", "[kernel]") {
  check_plans({.calendar_day_lags = false, .dates = false});
  check_plans({.milestones = false, .calendar_day_lags = false, .dates = false});
}

TEST_CASE("Kernels and compute_schedule agree on plans with deadlines and earliest starts",
          "[kernel]") {
  check_plans({.calendar_day_lags = false, .inspections = false});
  check_plans({.tasks = 120, .calendar_day_lags = false, .inspections = false});
}

TEST_CASE("A date beyond the calendar tables is an error, on either side", "[kernel]") {
  const std::vector<std::uint32_t> first{0, 0, 1};
  const std::vector<kernel::link> links{{0, 0}};
  const std::vector<std::int32_t> durations{5, 5};
  const std::vector<std::int32_t> early{kernel::no_deadline, 3};
  const kernel::calendar_tables tables({calendar({.week = every_day})}, 100, 111);
  kernel::plan_arrays plan{
      .first_link = first, .links = links, .durations = durations, .tables = &tables};
  kernel::workspace memory;
  CHECK_NOTHROW(kernel::solve(plan, extent::dates, memory));
  CHECK(memory[1].early_finish == 10);
  plan.deadlines = early;
  CHECK_THROWS_AS(kernel::solve(plan, extent::dates, memory), error);
  plan.deadlines = {};
  plan.start = 3;
  CHECK_THROWS_AS(kernel::solve(plan, extent::all, memory), error);
  plan.start = 200;
  CHECK_THROWS_AS(kernel::solve(plan, extent::all, memory), error);
}

TEST_CASE("Calendar tables number days as the calendar does", "[kernel]") {
  const calendar c(calendar_rules{.off = {{date(2025, 5, 1), date(2025, 5, 5)}}});
  const day_number first = to_day(date(2025, 4, 26));  // a Saturday
  const kernel::calendar_tables tables({calendar(), c}, first, first + 30);
  const auto table = tables[1];
  for (std::int32_t day = 0; day < tables.days(); ++day) {
    CHECK(table.number_of(day) == c.number_of(first + day) - c.number_of(first) + 1);
    if (c.is_worked(first + day)) CHECK(table.day_of(table.number_of(day)) == day);
  }
  CHECK(table.day_of(0) == -1);
  CHECK(table.day_of(-5) == -1);
  CHECK(table.day_of(1000) == tables.days());
  CHECK(table.number_of(-7) == 1);
}
