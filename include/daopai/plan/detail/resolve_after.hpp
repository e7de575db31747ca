/// From what tasks and inspections wait for by name to the dependencies of the plan.
#ifndef DAOPAI_PLAN_DETAIL_RESOLVE_AFTER_HPP
#define DAOPAI_PLAN_DETAIL_RESOLVE_AFTER_HPP

#include <daopai/plan/detail/check_values.hpp>
#include <daopai/plan/detail/large_memory.hpp>
#include <daopai/plan/detail/made_in_place.hpp>
#include <daopai/plan/detail/name_register.hpp>
#include <daopai/plan/detail/restatements.hpp>
#include <daopai/plan/plan.hpp>

#include <algorithm>

namespace daopai::detail {

/// Fills the dependencies of a plan_content whose tasks are resolved, those of the tasks in their
/// order, then those of the inspections. Names are looked up a few dozen at a time: see key_table.
class after_resolver {
public:
  after_resolver(plan_content& content, const std::vector<bool>& without_duration,
                 name_register& names, value_checker& values)
      : content_(content), without_duration_(without_duration), names_(names), values_(values) {}

  /// @param of_tasks  how many predecessors all tasks have together
  void run(std::size_t of_tasks) {
    std::size_t count = of_tasks;
    for (const inspection& i : content_.inspections) count += i.after.size();
    reserve_large(content_.dependencies, count);
    constexpr std::size_t together = 16;  // tasks with some key_table::together predecessors
    for (std::size_t first = 0; first < content_.tasks.size(); first += together) {
      const std::size_t end = std::min(first + together, content_.tasks.size());
      resolve_some(first, end);
    }
    for (std::size_t i = 0; i < content_.inspections.size(); ++i) {
      keys_.clear();
      fetch_slots(content_.inspections[i].after);
      resolve_after(content_.inspections[i].after, keys_.data(), inspection_id(i),
                    place_in_plan("inspections", i) / "after");
    }
  }

private:
  /// Resolves what the tasks in [first, end) wait for.
  void resolve_some(std::size_t first, std::size_t end) {
    keys_.clear();
    for (std::size_t t = first; t < end; ++t) fetch_slots(content_.tasks[t].after);
    const hashed_key* key = keys_.data();
    for (std::size_t t = first; t < end; ++t) {
      const auto& after = content_.tasks[t].after;
      resolve_after(after, key, task_id(t), place_in_plan("tasks", t) / "after");
      key += after.size();
      if (waits_for_restated(content_, without_duration_, t)) add_restated(task_id(t));
    }
  }

  void fetch_slots(const std::vector<predecessor>& after) {
    for (const predecessor& p : after) names_.fetch_slot(p, keys_.emplace_back(p.text()));
  }

  void add_restated(task_id row) {
    for (const task_id body : content_.links[row.index()].restates) {
      content_.dependencies.push_back({body, row, dependency_kind::finish_to_start, workdays(0)});
    }
  }

  void resolve_after(const std::vector<predecessor>& after, const hashed_key* keys,
                     event_id successor, const place_in_plan& where) {
    for (std::size_t i = 0; i < after.size(); ++i) {
      values_.check_lag(after[i].lag, where[i]);
      if (const auto before = names_.find_event(after[i], keys[i], where[i])) {
        content_.dependencies.emplace_back(made_in_place([&] {
          return dependency{*before, successor, after[i].kind, after[i].lag};
        }));
      }
    }
  }

  plan_content& content_;
  const std::vector<bool>& without_duration_;
  name_register& names_;
  value_checker& values_;
  std::vector<hashed_key> keys_{};  ///< of the predecessors that are looked up together
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_RESOLVE_AFTER_HPP
