/// Random plans for property tests, reproducible from a seed.
#ifndef DAOPAI_TESTS_SCHEDULE_RANDOM_PLAN_HPP
#define DAOPAI_TESTS_SCHEDULE_RANDOM_PLAN_HPP

#include "support.hpp"

#include <random>

namespace daopai::tests {

struct plan_shape {
  int tasks = 12;
  int calendars = 3;  ///< beside the plan's own
  bool milestones = true;
  bool lags = true;
  bool calendar_day_lags = true;
  bool dates = true;  ///< deadlines, not_before, an inspection
  bool inspections = true;
  bool phases = false;
  bool progress = false;  ///< some tasks done, some under way, in any order
};

class random_plan {
public:
  random_plan(std::uint32_t seed, plan_shape shape) : dice_(seed), shape_(shape) {}

  [[nodiscard]] int roll(int first, int last) {
    return std::uniform_int_distribution<int>(first, last)(dice_);
  }

  [[nodiscard]] plan make() {
    plan_builder builder(random_calendar());
    for (int c = 0; c < shape_.calendars; ++c) {
      builder.add(named_calendar{calendar_key(std::to_string(c)), random_calendar()});
    }
    std::vector<task> tasks;
    for (int t = 0; t < shape_.tasks; ++t) tasks.push_back(random_task(t));
    if (shape_.dates && shape_.inspections) add_inspection(builder);
    std::shuffle(tasks.begin(), tasks.end(), dice_);
    for (task& t : tasks) builder.add(std::move(t));
    return std::move(builder).build();
  }

  static inline const date today = date(2025, 6, 4);

private:
  calendar random_calendar() {
    calendar_rules rules;
    if (roll(0, 3) == 0) rules.week = every_day;
    if (roll(0, 3) == 0) rules.week = {true, false, true, false, false, true, false};
    for (int n = roll(0, 3); n > 0; --n) {
      const day_number first = to_day(today) + roll(-20, 60);
      rules.off.push_back({to_date(first), to_date(first + roll(0, 9))});
    }
    if (roll(0, 1) == 0) {
      const day_number first = to_day(today) + roll(-20, 60);
      rules.worked.push_back({to_date(first), to_date(first)});
    }
    return calendar(rules);
  }

  predecessor random_link(int before) {
    const auto kind = static_cast<dependency_kind>(roll(0, 2) == 0 ? roll(0, 3) : 0);
    const int amount = shape_.lags && roll(0, 2) == 0 ? roll(-4, 6) : 0;
    const lag l = shape_.calendar_day_lags && roll(0, 2) == 0 ? lag(calendar_days(amount))
                                                              : lag(workdays(amount));
    return {task_key(std::to_string(before)), kind, l};
  }

  task random_task(int t) {
    const bool milestone = shape_.milestones && roll(0, 5) == 0;
    task made{.id = task_key(std::to_string(t)),
              .name = "",
              .duration = workdays(milestone ? 0 : roll(1, 7))};
    for (int n = t == 0 ? 0 : roll(0, 3); n > 0; --n)
      made.after.push_back(random_link(roll(0, t - 1)));
    if (shape_.calendars > 0 && roll(0, 1) == 0) {
      made.calendar = calendar_key(std::to_string(roll(0, shape_.calendars - 1)));
    }
    if (shape_.dates && roll(0, 4) == 0) {
      made.not_before = not_before(to_date(to_day(today) + roll(-5, 40)));
    }
    if (shape_.dates && roll(0, 4) == 0) {
      made.deadline = deadline(to_date(to_day(today) + roll(5, 60)));
    }
    if (shape_.progress && roll(0, 1) == 0) made.progress = random_progress(made.duration);
    return made;
  }

  progress random_progress(workdays duration) {
    const date started = to_date(to_day(today) - roll(8, 20));
    if (roll(0, 1) == 0)
      return {.started = started, .remaining = workdays(roll(0, duration.count()))};
    return {.started = started, .finished = to_date(to_day(today) - roll(1, 8))};
  }

  void add_inspection(plan_builder& builder) {
    const date first = to_date(to_day(today) + roll(10, 60));
    inspection made{.id = inspection_key("inspection"), .name = "", .window = {first, first}};
    for (int n = roll(0, 3); n > 0; --n) {
      made.after.emplace_back(task_key(std::to_string(roll(0, shape_.tasks - 1))));
    }
    builder.add(made);
  }

  std::mt19937 dice_;
  plan_shape shape_;
};

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SCHEDULE_RANDOM_PLAN_HPP
