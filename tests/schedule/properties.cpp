// Laws that hold for every plan, checked on random ones. What a dependency means is written here a
// second time, on dates and by walking over days, so that it shares nothing with the library's own.
#include "random_plan.hpp"

using namespace daopai;
using daopai::tests::plan_shape;
using daopai::tests::random_plan;
using enum dependency_kind;

namespace {

struct shown_work {
  day_number start;
  day_number finish;  // inclusive
};

/// How many days `c` works in [first, last], by walking.
int worked(const calendar& c, day_number first, day_number last) {
  int count = 0;
  for (day_number d = first; d <= last; ++d) count += c.is_worked(d) ? 1 : 0;
  return count;
}

/// Whether working days of `c` from `end` on reach `start`: `amount` of them lie in [end, start),
/// or for a lead no more than that many in [start, end).
bool working_lag_holds(const calendar& c, int amount, day_number end, day_number start) {
  if (start < end) return amount < 0 && worked(c, start, end - 1) <= -amount;
  return worked(c, end, start - 1) >= amount;
}

/// `own` is the successor's calendar, `other` the predecessor's; neither task is a milestone.
bool holds(const dependency& d, const shown_work& before, const shown_work& after,
           const calendar& own, const calendar& other) {
  const bool from_start = d.kind == start_to_start || d.kind == start_to_finish;
  const bool to_start = d.kind == finish_to_start || d.kind == start_to_start;
  const day_number end = from_start ? before.start : before.finish + 1;  // a morning
  const day_number held = to_start ? after.start : after.finish + 1;     // a morning
  const int amount = d.lag.amount();
  if (d.lag.in_calendar_days() && amount != 0) {
    if (d.kind != start_to_finish) return held >= end + amount;
    return working_lag_holds(own, 0, end + amount, held) ||
           worked(own, held, end + amount - 1) == 0;
  }
  if (amount != 0) return working_lag_holds(own, amount, end, held);
  if (d.kind != start_to_finish) return held >= end;
  day_number eve = end - 1;  // the last day on which the predecessor did not yet work
  while (!other.is_worked(eve)) --eve;
  return after.finish >= eve;
}

shown_work early_work(const schedule& s, task_id t) {
  return {to_day(s.early_start(t)), to_day(s.early_finish(t))};
}
shown_work late_work(const schedule& s, task_id t) {
  return {to_day(s.late_start(t)), to_day(s.late_finish(t))};
}

/// The same work one working day earlier (-1) or later (+1).
shown_work shifted(const calendar& c, shown_work d, int by) {
  const auto move = [&](day_number day) {
    do day += by;
    while (!c.is_worked(day));
    return day;
  };
  return {move(d.start), move(d.finish)};
}

const calendar& calendar_of(const plan& p, task_id t) { return p[p.calendar_of(t)]; }

bool link_holds(const plan& p, const dependency& d, const shown_work& before,
                const shown_work& after) {
  return holds(d, before, after, calendar_of(p, d.after.task()), calendar_of(p, d.before.task()));
}

bool is_between_tasks(const dependency& d) { return d.before.is_task() && d.after.is_task(); }

constexpr plan_shape no_milestones{.milestones = false};

/// Calls `law` with a schedule of each of 2,000 random plans.
template <class Law>
void for_random_plans(plan_shape shape, Law law) {
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    INFO("seed " << seed);
    law(compute_schedule(random_plan(seed, shape).make(), status_date(random_plan::today)));
  }
}

}  // namespace

TEST_CASE("Early and late dates keep every dependency, and no task can come earlier or later",
          "[schedule]") {
  for_random_plans(no_milestones, [](const schedule& s) {
    const plan& p = s.plan();
    for (std::size_t i = 0; i < p.tasks().size(); ++i) {
      const task_id t(i);
      const calendar& c = calendar_of(p, t);
      const task& that = p[t];
      REQUIRE(worked(c, early_work(s, t).start, early_work(s, t).finish) == that.duration.count());
      REQUIRE(worked(c, late_work(s, t).start, late_work(s, t).finish) == that.duration.count());
      REQUIRE(early_work(s, t).start >= to_day(random_plan::today));

      const shown_work sooner = shifted(c, early_work(s, t), -1);
      const shown_work later = shifted(c, late_work(s, t), 1);
      bool could_be_sooner = sooner.start >= to_day(random_plan::today);
      if (that.not_before) {
        REQUIRE(early_work(s, t).start >= to_day(that.not_before->first_day));
        could_be_sooner &= sooner.start >= to_day(that.not_before->first_day);
      }
      bool could_be_later = s.late_driver(t).by == driven_by::task;
      if (that.deadline) {
        REQUIRE(late_work(s, t).finish <= to_day(that.deadline->last_day));
      }
      for (const dependency& d : p.dependencies()) {
        if (!is_between_tasks(d)) continue;
        if (d.after.task() == t) {
          REQUIRE(link_holds(p, d, early_work(s, d.before.task()), early_work(s, t)));
          could_be_sooner &= link_holds(p, d, early_work(s, d.before.task()), sooner);
        }
        if (d.before.task() == t) {
          REQUIRE(link_holds(p, d, late_work(s, t), late_work(s, d.after.task())));
          could_be_later &= link_holds(p, d, later, late_work(s, d.after.task()));
        }
      }
      REQUIRE_FALSE(could_be_sooner);
      REQUIRE_FALSE(could_be_later);
    }
  });
}

TEST_CASE("What an inspection waits for is done the day before it", "[schedule]") {
  for_random_plans(no_milestones, [](const schedule& s) {
    const plan& p = s.plan();
    for (const dependency& d : p.dependencies()) {
      if (!d.after.is_inspection() || !d.before.is_task()) continue;
      REQUIRE(s.late_finish(d.before.task()) < p[d.after.inspection()].window.first);
    }
  });
}

TEST_CASE("Total float is the working days between early and late finish", "[schedule]") {
  for_random_plans(no_milestones, [](const schedule& s) {
    const plan& p = s.plan();
    for (std::size_t i = 0; i < p.tasks().size(); ++i) {
      const task_id t(i);
      const calendar& c = calendar_of(p, t);
      const day_number from = early_work(s, t).finish;
      const day_number to = late_work(s, t).finish;
      const int total = from <= to ? worked(c, from + 1, to) : -worked(c, to + 1, from);
      REQUIRE(s.total_float(t).count() == total);
      REQUIRE(s.free_float(t).count() >= 0);
      if (s.least_float()->count() >= 0 && s.late_driver(t).by == driven_by::task) {
        REQUIRE(s.free_float(t).count() <= total);
      }
      REQUIRE(s.independent_float(t) <= s.free_float(t));
    }
  });
}

TEST_CASE("Using up a task's free float moves no other task's early dates", "[schedule]") {
  for_random_plans(no_milestones, [](const schedule& s) {
    const plan& p = s.plan();
    for (std::size_t i = 0; i < p.tasks().size(); ++i) {
      const task_id t(i);
      shown_work slipped = early_work(s, t);
      for (int n = s.free_float(t).count(); n > 0; --n)
        slipped = shifted(calendar_of(p, t), slipped, 1);
      for (const dependency& d : p.dependencies()) {
        if (!is_between_tasks(d) || d.before.task() != t) continue;
        REQUIRE(link_holds(p, d, slipped, early_work(s, d.after.task())));
      }
    }
  });
}

namespace {

/// Time reversed about a Wednesday, so that weeks keep their shape.
date mirrored(const date& d) {
  const day_number wednesday = to_day(date(2025, 6, 4));
  return to_date(2 * wednesday - to_day(d));
}

calendar mirrored(const calendar& c) {
  calendar_rules rules = c.rules();
  const week_pattern week = rules.week;  // Monday <-> Friday, Saturday <-> Sunday
  for (std::size_t d = 0; d < 7; ++d) rules.week[d] = week[d < 5 ? 4 - d : 11 - d];
  for (auto* windows : {&rules.off, &rules.worked}) {
    for (date_window& w : *windows) w = {mirrored(w.last), mirrored(w.first)};
  }
  return calendar(rules);
}

dependency_kind mirrored(dependency_kind k) {
  if (k == start_to_start) return finish_to_finish;
  return k == finish_to_finish ? start_to_start : k;
}

plan mirrored(const plan& p) {
  plan_builder builder(mirrored(p.calendars().front().calendar));
  for (std::size_t i = 0; i < p.tasks().size(); ++i) {
    task t = p.tasks()[i];
    t.after.clear();
    for (const dependency& d : p.dependencies()) {
      if (d.before.task() != task_id(i)) continue;
      t.after.emplace_back(p[d.after.task()].id, mirrored(d.kind), d.lag);
    }
    builder.add(t);
  }
  return std::move(builder).build();
}

}  // namespace

/// The latest of all late finishes, as an instant.
static detail::instant latest(const schedule& s) {
  return *std::max_element(s.late_dates().finish.begin(), s.late_dates().finish.end());
}

static bool has_start_to_finish_in_calendar_days(const plan& p) {
  return std::any_of(p.dependencies().begin(), p.dependencies().end(), [](const dependency& d) {
    return d.kind == start_to_finish && d.lag.in_calendar_days();
  });
}

/// Two sorts of plan have no mirror: where a lead lets tasks run past the finish, as today holds
/// every early start, but the finish only the last tasks; and where calendar days lie between a
/// start and a finish, which count from a morning one way and from an evening the other.
static void check_against_mirror(const schedule& s) {
  const plan& p = s.plan();
  if (has_start_to_finish_in_calendar_days(p)) return;
  const plan q = mirrored(p);
  const schedule m = compute_schedule(q, status_date(mirrored(*s.finish())));
  if (latest(s) > to_day(*s.finish()) + 1 || latest(m) > to_day(*m.finish()) + 1) return;
  if (*m.finish() != mirrored(p[calendar_id(0)].on_or_after(random_plan::today))) return;
  for (std::size_t i = 0; i < p.tasks().size(); ++i) {
    const task_id t(i);
    REQUIRE(m.total_float(t) == s.total_float(t));
    if (p[t].duration.count() == 0) continue;
    REQUIRE(m.early_start(t) == mirrored(s.late_finish(t)));
    REQUIRE(m.late_finish(t) == mirrored(s.early_start(t)));
  }
}

TEST_CASE("Reversing time and every dependency swaps early and late dates", "[schedule]") {
  for_random_plans({.calendars = 0, .milestones = false, .dates = false}, check_against_mirror);
  // An instant has no length, so a lag in calendar days from a milestone may begin before or after
  // a weekend, whichever way time runs.
  for_random_plans({.calendars = 0, .calendar_day_lags = false, .dates = false},
                   check_against_mirror);
}

TEST_CASE("The order in which tasks are added does not matter", "[schedule]") {
  for_random_plans({.milestones = true}, [](const schedule& s) {
    const plan& p = s.plan();
    plan_builder backwards(p.calendars().front().calendar);
    for (std::size_t c = 1; c < p.calendars().size(); ++c) backwards.add(p.calendars()[c]);
    for (std::size_t t = p.tasks().size(); t-- > 0;) backwards.add(p.tasks()[t]);
    for (const inspection& i : p.inspections()) backwards.add(i);
    const schedule r = compute_schedule(std::move(backwards).build(), status_date(s.status()));
    for (const task& t : p.tasks()) {
      REQUIRE(daopai::tests::row(r, t.id) == daopai::tests::row(s, t.id));
      REQUIRE(r.is_critical(r.plan().find(t.id).value()) == s.is_critical(p.find(t.id).value()));
    }
  });
}

/// The most working days on any chain of dependencies that ends with `t`, by trying every chain.
static int longest_chain_to(const plan& p, task_id t) {
  int longest = 0;
  for (const dependency& d : p.dependencies()) {
    if (d.after.task() == t) longest = std::max(longest, longest_chain_to(p, d.before.task()));
  }
  return longest + p[t].duration.count();
}

TEST_CASE("Finish-to-start plans are as long as their longest chain", "[schedule]") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    plan_builder builder{calendar()};
    random_plan dice(seed, {});
    for (int t = 0; t < 10; ++t) {
      task made{
          .id = task_key(std::to_string(t)), .name = "", .duration = workdays(dice.roll(0, 9))};
      for (int b = 0; b < t; ++b) {
        if (dice.roll(0, 2) == 0) made.after.emplace_back(task_key(std::to_string(b)));
      }
      builder.add(made);
    }
    const schedule s = compute_schedule(std::move(builder).build(), status_date(date(2025, 6, 2)));
    int longest = 0;
    for (std::size_t i = 0; i < 10; ++i) {
      const task_id t(i);
      const int chain = longest_chain_to(s.plan(), t);
      longest = std::max(longest, chain);
      if (s.plan()[t].duration.count() == 0) continue;
      INFO("seed " << seed << " task " << i);
      REQUIRE(worked(calendar(), to_day(date(2025, 6, 2)), early_work(s, t).finish) == chain);
    }
    for (std::size_t i = 0; i < 10; ++i) {
      const task_id t(i);
      if (s.plan()[t].duration.count() == 0) continue;
      REQUIRE(worked(calendar(), to_day(date(2025, 6, 2)), late_work(s, t).finish) <= longest);
    }
  }
}
