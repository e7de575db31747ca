/// Random plans of every kind, and random things that happen to them.
#ifndef DAOPAI_TESTS_SCHEDULE_RANDOM_LIFE_HPP
#define DAOPAI_TESTS_SCHEDULE_RANDOM_LIFE_HPP

#include "support.hpp"
#include <daopai/schedule/plan_change.hpp>

#include <random>

namespace daopai::tests {

/// Plans with several calendars, phases in phases, milestones, all kinds of dependency, lags both
/// ways in working and calendar days, deadlines, inspections in a row, and progress.
class random_life {
public:
  explicit random_life(std::uint32_t seed) : dice_(seed) {}

  [[nodiscard]] int roll(int first, int last) {
    return std::uniform_int_distribution<int>(first, last)(dice_);
  }
  [[nodiscard]] bool one_in(int n) { return roll(1, n) == 1; }

  [[nodiscard]] plan make_plan(int tasks) {
    tasks_ = tasks;
    phases_ = one_in(3) ? 0 : roll(1, tasks / 4);
    inspections_ = roll(0, 3);
    dates_ = !one_in(4);
    for (;;) {
      const plan_builder builder = random_builder();
      if (builder.problems().empty()) return builder.build();  // else there was a loop
    }
  }

  /// One that the builder may well refuse, if `wild`.
  [[nodiscard]] plan_change make_change(const plan& p, bool wild) {
    const task_id t(static_cast<std::size_t>(roll(0, tasks_ - 1)));
    switch (roll(0, 10)) {
      case 0: return plan_change::deadline(t, random_deadline());
      case 1: return plan_change::not_before(t, random_not_before());
      case 2:
      case 3: return plan_change::progress(t, random_progress(wild));
      case 4:
      case 5:
        if (p.dependencies().empty()) break;
        return plan_change::lag(dependency_id(static_cast<std::size_t>(
                                    roll(0, static_cast<int>(p.dependencies().size()) - 1))),
                                wild && one_in(4) ? lag(workdays(100'001)) : random_lag());
      case 6:
        if (inspections_ == 0) break;
        return plan_change::window(
            inspection_id(static_cast<std::size_t>(roll(0, inspections_ - 1))),
            random_window(wild));
      case 7:
        if (one_in(2)) return plan_change::status_date(near(-10, 20));
        break;
      default: break;
    }
    return plan_change::duration(t, workdays(wild && one_in(4) ? -3 : one_in(6) ? 0 : roll(1, 9)));
  }

  static inline const date today = date(2025, 6, 4);

private:
  plan_builder random_builder() {
    plan_builder builder(random_calendar());
    for (int c = 0; c < 3; ++c) {
      builder.add(named_calendar{calendar_key(std::to_string(c)), random_calendar()});
    }
    for (int t = 0; t < tasks_; ++t) builder.add(random_task(t));
    for (int i = 0; i < inspections_; ++i) builder.add(random_inspection(i));
    return builder;
  }

  date near(int first, int last) { return to_date(to_day(today) + roll(first, last)); }

  calendar random_calendar() {
    calendar_rules rules;
    if (one_in(3)) rules.week = every_day;
    if (one_in(4)) rules.week = {true, false, true, false, false, true, false};
    for (int n = roll(0, 3); n > 0; --n) {
      const date first = near(-20, 60);
      rules.off.push_back({first, to_date(to_day(first) + roll(0, 9))});
    }
    if (one_in(2)) {
      const date worked = near(-20, 60);
      rules.worked.push_back({worked, worked});
    }
    if (one_in(4)) rules.published_years = std::vector<int>{2024, 2025};
    return calendar(rules);
  }

  lag random_lag() {
    const int amount = one_in(2) ? roll(-4, 6) : 0;
    return one_in(3) ? lag(calendar_days(amount)) : lag(workdays(amount));
  }

  std::optional<deadline> random_deadline() {
    return one_in(3) ? std::nullopt : std::optional(deadline(near(0, 60)));
  }
  std::optional<not_before> random_not_before() {
    return one_in(3) ? std::nullopt : std::optional(not_before(near(-5, 40)));
  }

  progress random_progress(bool wild) {
    progress made;
    if (one_in(3)) return made;
    if (!one_in(4)) made.started = near(-20, 5);
    if (one_in(2)) made.finished = near(wild ? -20 : 5, 8);
    const bool may_remain = wild || (made.started && !made.finished);
    if (may_remain && one_in(2)) made.remaining = workdays(one_in(4) ? 0 : roll(1, 6));
    return made;
  }

  date_window random_window(bool wild) {
    const date first = near(5, 70);
    return {first, to_date(to_day(first) + roll(wild ? -2 : 0, 10))};
  }

  /// The first tasks are phases, each above some phases and tasks with greater numbers.
  task random_task(int t) {
    const bool is_phase = t < phases_;
    task made{.id = task_key(std::to_string(t)),
              .name = "",
              .duration = workdays(is_phase || one_in(6) ? 0 : roll(1, 7))};
    if (is_phase && t > 0 && one_in(2)) made.parent = task_key(std::to_string(roll(0, t - 1)));
    if (!is_phase && phases_ > 0 && !one_in(3)) {
      made.parent = task_key(std::to_string(roll(0, phases_ - 1)));
    }
    add_predecessors(made, t);
    if (one_in(2)) made.calendar = calendar_key(std::to_string(roll(0, 2)));
    if (one_in(5)) made.not_before = random_not_before();
    if (dates_ && one_in(5)) made.deadline = random_deadline();
    if (one_in(8)) made.progress = random_progress(false);
    return made;
  }

  /// Mostly tasks with lesser numbers; seldom phases and inspections, which may make a loop.
  void add_predecessors(task& made, int t) {
    for (int n = roll(0, 3); n > 0 && t > phases_; --n) {
      made.after.emplace_back(task_key(std::to_string(roll(phases_, t - 1))), random_kind(),
                              random_lag());
    }
    if (phases_ > 0 && one_in(tasks_ / 2)) {
      made.after.emplace_back(task_key(std::to_string(roll(0, phases_ - 1))), random_kind(),
                              random_lag());
    }
    if (inspections_ > 0 && one_in(tasks_ / 2)) {
      made.after.emplace_back(inspection_key("i" + std::to_string(roll(0, inspections_ - 1))),
                              random_kind(), random_lag());
    }
  }

  dependency_kind random_kind() { return static_cast<dependency_kind>(one_in(3) ? roll(0, 3) : 0); }

  inspection random_inspection(int i) {
    inspection made{
        .id = inspection_key("i" + std::to_string(i)), .name = "", .window = random_window(false)};
    for (int n = roll(0, 3); n > 0; --n) {
      made.after.emplace_back(task_key(std::to_string(roll(0, tasks_ - 1))),
                              dependency_kind::finish_to_start, random_lag());
    }
    return made;
  }

  std::mt19937 dice_;
  int tasks_ = 0;
  int phases_ = 0;
  int inspections_ = 0;
  bool dates_ = true;
};

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SCHEDULE_RANDOM_LIFE_HPP
