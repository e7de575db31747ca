// Every explanation adds up: counted again from its fact, link by link, it gives the date it
// explains; and every fact and link it names is one of the plan.
#include "chain_rules.hpp"
#include "rich_plan.hpp"
#include <daopai/schedule/explain.hpp>
#include <daopai/schedule/shortfall.hpp>

using namespace daopai;
using namespace daopai::tests;

namespace {

/// Calls `law` with a schedule of each of 2,500 random plans.
template <class Law>
void for_rich_plans(Law law) {
  for (std::uint32_t seed = 0; seed < 2'500; ++seed) {
    INFO("seed " << seed);
    law(compute_schedule(rich_plan(seed).make(), status_date(rich_plan::today)));
  }
}

bool is_below(const plan& p, task_id t, task_id phase) {
  for (std::optional<task_id> above = t; above; above = p.parent(*above)) {
    if (*above == phase) return true;
  }
  return false;
}

/// Whether the plan holds the link: a dependency, a phase and what is below it, or no link at all
/// where the last inspection holds what nothing else does.
bool is_of_the_plan(const plan& p, const chain_event& before, const chain_event& after,
                    const chain_link& l) {
  if (l.origin == link_origin::phase) {
    const auto upper =
        before.role == chain_role::phase_may_start || before.role == chain_role::phase_may_finish
            ? before
            : after;
    const auto lower = upper.event == before.event ? after : before;
    return p.parent(lower.event.task()) == upper.event.task() && l.lag == lag(workdays(0));
  }
  const bool stated = std::ranges::any_of(p.dependencies(), [&](const dependency& d) {
    const bool no_lag = d.lag.amount() == 0 && l.lag.amount() == 0;
    return d.before == before.event && d.after == after.event && d.kind == l.kind &&
           (d.lag == l.lag || no_lag);
  });
  if (l.origin == link_origin::dependency) return stated;
  return !stated && after.event.is_inspection();
}

bool is_done(const plan& p, const chain_event& e) {
  return e.event.is_task() && e.role == chain_role::itself &&
         p[e.event.task()].progress.finished.has_value();
}
bool is_begun(const plan& p, const chain_event& e) {
  return e.event.is_task() && e.role == chain_role::itself &&
         p[e.event.task()].progress.started.has_value();
}

/// The same dates; of work under way or done the rest alone, as its start is long past.
bool agree(const plan& p, const chain_event& e, const walked& counted) {
  if (is_begun(p, e)) return to_day(e.finish) == counted.finish;
  return to_day(e.start) == counted.start && to_day(e.finish) == counted.finish;
}

/// Whether the event takes its dates from a fact: the first working day on or after `on`.
bool starts_on(const plan& p, const chain_event& e, const date& on) {
  const walked found = walked_of(p, e);
  return agree(p, e, starting(on_or_after(found.c, to_day(on)), found));
}

/// Whether the chain begins with a start that has happened.
bool is_spent(const plan& p, const explanation& e) {
  const chain_event& first = e.events.front();
  return (is_begun(p, first) || is_done(p, first)) && !e.links.empty() &&
         from_start(e.links.front());
}

/// The fact is what it says, and sets the dates of the event beside it.
bool early_fact_holds(const schedule& s, const explanation& e) {
  const plan& p = s.plan();
  const chain_event& first = e.events.front();
  const date on = e.fact.on.value();
  switch (e.fact.by) {
    case driven_by::inspection:
      return e.fact.what == first.event && p[first.event.inspection()].window.first == on &&
             first.start == on;
    case driven_by::progress:
      if (is_spent(p, e))
        return p[first.event.task()].progress.started.value_or(on) == on && first.start == on;
      if (is_done(p, first)) return p[first.event.task()].progress.finished == on;
      return is_begun(p, first) && on >= s.status() && starts_on(p, first, on);
    case driven_by::today: return on == s.status() && starts_on(p, first, on);
    case driven_by::not_before:
    case driven_by::parent:
      return p[e.fact.what->task()].not_before->first_day == on &&
             is_below(p, first.event.task(), e.fact.what->task()) && starts_on(p, first, on);
    default: return false;
  }
}

bool late_fact_holds(const schedule& s, const explanation& e) {
  const plan& p = s.plan();
  const chain_event& last = e.events.back();
  const date on = e.fact.on.value();
  const auto held = finishing(to_day(on) + 1, walked_of(p, last));
  const bool by_it = to_day(last.start) == held.start && to_day(last.finish) == held.finish;
  switch (e.fact.by) {
    case driven_by::inspection:
      return e.fact.what == last.event && p[last.event.inspection()].window.first == on &&
             last.start == on;
    case driven_by::progress: return is_done(p, last) && last.shown.last == on;
    case driven_by::deadline:
    case driven_by::parent: return p[e.fact.what->task()].deadline->last_day == on && by_it;
    case driven_by::none: return on == s.finish() && by_it;
    default: return false;
  }
}

void check_early(const schedule& s, const explanation& e) {
  const plan& p = s.plan();
  REQUIRE(e.side == date_side::early);
  REQUIRE(e.links.size() + 1 == e.events.size());
  REQUIRE(early_fact_holds(s, e));
  for (std::size_t n = 0; n < e.links.size(); ++n) {
    const chain_event& after = e.events[n + 1];
    REQUIRE(is_of_the_plan(p, e.events[n], after, e.links[n]));
    if (after.event.is_inspection()) continue;  // fixed on its date
    const walked counted =
        earliest_after(e.links[n], walked_of(p, e.events[n]), walked_of(p, after));
    INFO("link " << n);
    REQUIRE(agree(p, after, counted));
  }
}

void check_late(const schedule& s, const explanation& e) {
  const plan& p = s.plan();
  REQUIRE(e.side == date_side::late);
  REQUIRE(e.links.size() + 1 == e.events.size());
  REQUIRE(late_fact_holds(s, e));
  for (std::size_t n = e.links.size(); n-- > 0;) {
    const chain_event& before = e.events[n];
    const chain_event& after = e.events[n + 1];
    REQUIRE(is_of_the_plan(p, before, after, e.links[n]));
    const walked counted = latest_before(e.links[n], walked_of(p, before), walked_of(p, after));
    INFO("link " << n);
    REQUIRE(to_day(before.finish) == counted.finish);
    REQUIRE(to_day(before.start) == counted.start);
  }
}

/// By how many working days what the last link demands comes after the first day of the inspection.
int short_by(const plan& p, const explanation& e) {
  const chain_event& last = e.events.back();
  const walked ready = earliest_after(e.links.back(), walked_of(p, e.events[e.events.size() - 2]),
                                      {0, 0, 0, p[last.calendar]});
  return p[last.calendar].between(last.start, to_date(ready.start)).count();
}

}  // namespace

TEST_CASE("Why a task starts early adds up", "[schedule]") {
  for_rich_plans([](const schedule& s) {
    for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
      const task_id t(i);
      const explanation e = why_early_start(s, t);
      check_early(s, e);
      REQUIRE(explained(e).shown.first == s.early_start(t));
      REQUIRE(is_below(s.plan(), explained(e).event.task(), t));
    }
  });
}

TEST_CASE("Why a task must start adds up", "[schedule]") {
  for_rich_plans([](const schedule& s) {
    for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
      const task_id t(i);
      const explanation e = why_late_start(s, t);
      check_late(s, e);
      REQUIRE(explained(e).shown.first == s.late_start(t));
      REQUIRE(is_below(s.plan(), explained(e).event.task(), t));
    }
  });
}

TEST_CASE("Why an inspection is ready when it is adds up", "[schedule]") {
  for_rich_plans([](const schedule& s) {
    for (std::size_t i = 0; i < s.plan().inspections().size(); ++i) {
      const inspection_id id(i);
      const auto e = why_ready(s, id);
      REQUIRE(e.has_value() == s[id].total_float.has_value());
      if (!e) continue;
      check_early(s, *e);
      REQUIRE(short_by(s.plan(), *e) == -s[id].total_float->count());
    }
  });
}

/// The driver that a chain shows for the event it explains, past the phases in between.
static std::optional<event_id> shown_driver(const explanation& e) {
  for (std::size_t n = 1; n < e.events.size(); ++n) {
    const std::size_t at = e.side == date_side::early ? e.events.size() - 1 - n : n;
    if (e.events[at].role == chain_role::itself) return e.events[at].event;
  }
  return std::nullopt;
}

TEST_CASE("A chain begins with the driver of what it explains", "[schedule]") {
  for_rich_plans([](const schedule& s) {
    for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
      const task_id t(i);
      if (s.plan().is_phase(t)) continue;
      const driver before = s.early_driver(t);
      const driver behind = s.late_driver(t);
      const bool by_event = before.by == driven_by::task || before.by == driven_by::inspection;
      if (by_event) REQUIRE(shown_driver(why_early_start(s, t)) == before.what);
      const explanation late = why_late_start(s, t);
      if (behind.by == driven_by::task || behind.by == driven_by::inspection) {
        REQUIRE(shown_driver(late) == behind.what);
      } else {
        REQUIRE(late.fact.by == behind.by);
        REQUIRE(late.fact.what == behind.what);
      }
    }
  });
}

TEST_CASE("A task is not critical because a longer chain leads to what holds it", "[schedule]") {
  std::size_t found = 0;
  for_rich_plans([&](const schedule& s) {
    const plan& p = s.plan();
    for (std::size_t i = 0; i < p.tasks().size(); ++i) {
      const task_id t(i);
      const auto why = why_not_critical(s, t);
      if (s.is_critical(t)) REQUIRE_FALSE(why);
      if (!why) {
        REQUIRE((s.is_critical(t) || p.is_phase(t) || p[t].progress.finished.has_value()));
        continue;
      }
      ++found;
      check_late(s, why->own);
      check_early(s, why->longer);
      REQUIRE(why->room == s.total_float(explained(why->own).event.task()));
      if (!why->joins) continue;
      const event_id joint = why->longer.events.back().event;
      REQUIRE(std::ranges::any_of(why->own.events,
                                  [&](const chain_event& e) { return e.event == joint; }));
    }
  });
  CHECK(found > 10'000);
}

/// The same plan with `days` less work left in one task.
static plan with_less_work(const plan& p, task_id t, int days) {
  plan_builder builder(p.calendars().front().calendar);
  for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
  for (std::size_t i = 0; i < p.tasks().size(); ++i) {
    task made = p.tasks()[i];
    if (task_id(i) == t && made.progress.started) {
      made.progress.remaining = made.progress.remaining.value_or(made.duration) - workdays(days);
    } else if (task_id(i) == t) {
      made.duration = made.duration - workdays(days);
    }
    builder.add(made);
  }
  for (const inspection& i : p.inspections()) builder.add(i);
  return std::move(builder).build();
}

static int short_by(const schedule& s, event_id of) {
  for (const shortfall& f : shortfalls(s)) {
    if (f.of == of) return f.short_by.count();
  }
  return 0;
}

static void check_lever(const schedule& s, const shortfall& f, const lever& l, int work) {
  int least = f.short_by.count();
  int for_least = 0;
  for (int n = 1; n <= work; ++n) {
    const schedule tried =
        compute_schedule(with_less_work(s.plan(), l.task, n), status_date(s.status()));
    const int now = short_by(tried, f.of);
    if (n == 1) REQUIRE(l.one_day.count() == f.short_by.count() - now);
    if (now < least) for_least = n;
    least = std::min(least, now);
  }
  INFO("task " << s.plan()[l.task].id.text());
  REQUIRE(l.most.count() == f.short_by.count() - least);
  REQUIRE(l.for_most.count() == for_least);
}

TEST_CASE("A date that cannot be met is explained by a chain that adds up", "[schedule]") {
  std::size_t found = 0;
  for_rich_plans([&](const schedule& s) {
    for (const shortfall& f : shortfalls(s)) {
      ++found;
      const explanation e = why_not_met(s, f);
      check_early(s, e);
      if (f.of.is_inspection()) {
        REQUIRE(-f.short_by == *s[f.of.inspection()].total_float);
        REQUIRE(short_by(s.plan(), e) == f.short_by.count());
        REQUIRE(e.links.size() <= why_ready(s, f.of.inspection())->links.size());
      } else {
        const chain_event& last = e.events.back();
        REQUIRE(is_below(s.plan(), last.event.task(), f.of.task()));
        const date after_due = to_date(to_day(f.due) + 1);
        REQUIRE(s.plan()[last.calendar].between(after_due, last.finish) == f.short_by);
      }
    }
  });
  CHECK(found > 5'000);
}

TEST_CASE("What a day saved helps is what a full computation says", "[schedule]") {
  std::size_t tried = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const schedule s = compute_schedule(rich_plan(seed).make(), status_date(rich_plan::today));
    for (const shortfall& f : shortfalls(s)) {
      const explanation e = why_not_met(s, f);
      for (const lever& l : levers(s, f, e)) {
        const auto at = std::ranges::find(e.events, event_id(l.task), &chain_event::event);
        check_lever(s, f, l, at->work.count());
        ++tried;
      }
    }
  }
  CHECK(tried > 1'000);
}
