/// Random plans of all shapes, for properties that must hold of any plan.
#ifndef DAOPAI_TESTS_GRAPH_PLANS_HPP
#define DAOPAI_TESTS_GRAPH_PLANS_HPP

#include "support.hpp"
#include <daopai/graph.hpp>

#include <random>

namespace daopai::tests {

/// What a random plan may hold besides tasks and plain finish-to-start dependencies.
struct variety {
  bool kinds_and_lags = true;
  bool calendars = true;
  bool progress = true;
  bool phases = true;
};

/// Plans that always build: dependencies run from lower to higher numbers, and the tasks of a phase
/// are neighbours. Two inspections close the plan.
class plan_maker {
public:
  plan_maker(unsigned seed, variety v) : dice_(seed), v_(v) {}

  [[nodiscard]] int roll(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(dice_);
  }

  [[nodiscard]] plan make(int tasks) {
    plan_builder builder{calendar()};
    builder.add(named_calendar{calendar_key("all-days"), calendar({.week = every_day})});
    for (int u = 0; u < 3; ++u) {
      builder.add(unit{.id = unit_key("u" + std::to_string(u)), .name = ""});
    }
    for (int t = 0; t < tasks; ++t) {
      const bool in_phase = !phases_.empty() && t < phases_.back().second;
      if (v_.phases && !in_phase && roll(0, 3) == 0) add_phase(builder, t, tasks);
      builder.add(make_task(t));
    }
    for (int i = 0; i < 2; ++i) {
      const date on = day("2025-09-01") + boost::gregorian::date_duration(30 * i);
      builder.add(inspection{.id = inspection_key("i" + std::to_string(i)),
                             .name = "",
                             .window = {on, on},
                             .after = links_before(tasks)});
    }
    return builder.build();
  }

private:
  void add_phase(plan_builder& builder, int t, int tasks) {
    phase p{.id = task_key("p" + std::to_string(t)), .name = ""};
    if (t > 0 && roll(0, 1) == 0) p.after = links_before(t);
    phases_.emplace_back(t, std::min(tasks, t + roll(1, 4)));
    builder.add(std::move(p));
  }

  task make_task(int t) {
    task made{.id = task_key(std::to_string(t)), .name = "", .duration = workdays(roll(0, 5))};
    if (t > 0) made.after = links_before(t);
    if (!phases_.empty() && t < phases_.back().second) {
      made.parent = task_key("p" + std::to_string(phases_.back().first));
    }
    if (roll(0, 4) > 0) made.lead = unit_key("u" + std::to_string(roll(0, 2)));
    if (v_.calendars && roll(0, 3) == 0) made.calendar = calendar_key("all-days");
    if (v_.progress && roll(0, 7) == 0) {
      made.progress.started = day("2025-06-02");
      if (roll(0, 1) == 0) made.progress.finished = day("2025-06-20");
    }
    return made;
  }

  /// Up to four links from tasks below `t` and from phases that end at or before it.
  std::vector<predecessor> links_before(int t) {
    std::vector<predecessor> links;
    for (int n = roll(0, 4); n-- > 0;) {
      std::string from = std::to_string(roll(0, t - 1));
      if (!phases_.empty() && roll(0, 3) == 0) {
        const int last = static_cast<int>(phases_.size()) - 1;
        const auto& [first, end] = phases_[static_cast<std::size_t>(roll(0, last))];
        if (end <= t) from = "p" + std::to_string(first);
      }
      links.emplace_back(task_key(from), any_kind(), any_lag());
    }
    return links;
  }
  dependency_kind any_kind() {
    if (!v_.kinds_and_lags || roll(0, 1) == 0) return dependency_kind::finish_to_start;
    return static_cast<dependency_kind>(roll(0, 3));
  }
  lag any_lag() {
    if (!v_.kinds_and_lags || roll(0, 1) == 0) return workdays(0);
    if (roll(0, 3) == 0) return calendar_days(roll(-2, 4));
    return workdays(roll(-2, 3));
  }

  std::mt19937 dice_;
  variety v_;
  std::vector<std::pair<int, int>> phases_{};  // first task, and the one behind the last
};

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_GRAPH_PLANS_HPP
