/// Random plans with everything a plan can hold: phases within phases, progress in and out of
/// sequence, several inspections that wait and are waited for, lags of both sorts, calendars.
#ifndef DAOPAI_TESTS_SCHEDULE_RICH_PLAN_HPP
#define DAOPAI_TESTS_SCHEDULE_RICH_PLAN_HPP

#include "support.hpp"

#include <random>

namespace daopai::tests {

///   group 0          group 1            ...     tasks wait for tasks of their own group before
///   [phase p0]  -->  [phase p1]  -->            them, and for anything of the groups before
///    0 1 2 3          4 5 6 7
///   [phase over p0, p1]
class rich_plan {
public:
  explicit rich_plan(std::uint32_t seed) : dice_(seed) {}

  static inline const date today = date(2025, 6, 4);

  [[nodiscard]] plan make() {
    plan_builder builder(random_calendar());
    builder.today(today);
    for (int c = 0; c < calendars; ++c) {
      builder.add(named_calendar{calendar_key(std::to_string(c)), random_calendar()});
    }
    for (int g = 0; g < groups; ++g) add_group(builder, g);
    builder.add(phase{.id = task_key("top"), .name = "top"});
    return std::move(builder).build();
  }

private:
  static constexpr int calendars = 2;
  static constexpr int groups = 4;
  static constexpr int size = 4;

  int roll(int first, int last) { return std::uniform_int_distribution<int>(first, last)(dice_); }
  bool one_in(int n) { return roll(1, n) == 1; }
  date near_today(int first, int last) { return to_date(to_day(today) + roll(first, last)); }

  calendar random_calendar() {
    calendar_rules rules;
    if (one_in(4)) rules.week = every_day;
    if (one_in(4)) rules.week = {true, false, true, false, false, true, false};
    for (int n = roll(0, 3); n > 0; --n) {
      const day_number first = to_day(today) + roll(-20, 60);
      rules.off.push_back({to_date(first), to_date(first + roll(0, 9))});
    }
    if (one_in(2)) {
      const date day = near_today(-20, 60);
      rules.worked.push_back({day, day});
    }
    return calendar(rules);
  }

  static task_key phase_of(int group) { return task_key("p" + std::to_string(group)); }

  template <class Key>
  predecessor link_from(const Key& before) {
    const auto kind = static_cast<dependency_kind>(one_in(3) ? roll(0, 3) : 0);
    const int amount = one_in(3) ? roll(-4, 6) : 0;
    return {before, kind, one_in(3) ? lag(calendar_days(amount)) : lag(workdays(amount))};
  }

  /// Something of the groups before `group`, of which there is one.
  predecessor earlier_link(int group) {
    if (one_in(4)) return link_from(phase_of(roll(0, group - 1)));
    if (one_in(6)) return link_from(inspection_key("i" + std::to_string(roll(0, group - 1))));
    return link_from(task_key(std::to_string(roll(0, group * size - 1))));
  }

  void add_group(plan_builder& builder, int group) {
    phase whole{.id = phase_of(group), .name = "phase"};
    if (group < groups / 2) whole.parent = task_key("top");
    if (group > 0 && one_in(2)) whole.after.push_back(earlier_link(group));
    if (one_in(3)) whole.not_before = not_before(near_today(-5, 30));
    if (one_in(3)) whole.deadline = deadline(near_today(5, 60));
    if (one_in(3)) whole.calendar = calendar_key(std::to_string(roll(0, calendars - 1)));
    builder.add(whole);
    for (int t = group * size; t < (group + 1) * size; ++t) builder.add(random_task(group, t));
    add_inspection(builder, group);
  }

  task random_task(int group, int t) {
    task made{.id = task_key(std::to_string(t)),
              .name = "task",
              .duration = workdays(one_in(6) ? 0 : roll(1, 7))};
    if (t % size == 0 || !one_in(4)) made.parent = phase_of(group);
    for (int n = group == 0 ? 0 : roll(0, 2); n > 0; --n) made.after.push_back(earlier_link(group));
    if (t % size > 0 && one_in(2)) {
      made.after.push_back(link_from(task_key(std::to_string(roll(group * size, t - 1)))));
    }
    if (one_in(2)) made.calendar = calendar_key(std::to_string(roll(0, calendars - 1)));
    if (one_in(5)) made.not_before = not_before(near_today(-5, 40));
    if (one_in(5)) made.deadline = deadline(near_today(5, 60));
    add_progress(made);
    return made;
  }

  void add_progress(task& made) {
    if (!one_in(5)) return;
    made.progress.started = near_today(-20, -5);
    if (one_in(2))
      made.progress.finished = near_today(-5, -1);
    else if (one_in(2))
      made.progress.remaining = workdays(roll(0, 5));
  }

  void add_inspection(plan_builder& builder, int group) {
    const day_number first = to_day(today) + roll(10, 60);
    inspection made{.id = inspection_key("i" + std::to_string(group)),
                    .name = "inspection",
                    .window = {to_date(first), to_date(first + roll(0, 20))}};
    for (int n = roll(0, 3); n > 0; --n) made.after.push_back(earlier_link(group + 1));
    std::erase_if(made.after, [&](const predecessor& p) { return p.text() == made.id.text(); });
    builder.add(made);
  }

  std::mt19937 dice_;
};

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SCHEDULE_RICH_PLAN_HPP
