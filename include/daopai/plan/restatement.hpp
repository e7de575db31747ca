/// Which rows of annexes say again what tasks of the body say, and where the two name other units.
#ifndef DAOPAI_PLAN_RESTATEMENT_HPP
#define DAOPAI_PLAN_RESTATEMENT_HPP

#include <daopai/plan/plan.hpp>

#include <algorithm>

namespace daopai {

/// One task that restates others.
struct restatement {
  task_id row;
  std::vector<task_id> tasks;            ///< what it restates
  std::vector<unit_id> only_in_row{};    ///< units that it names and none of the tasks does
  std::vector<unit_id> only_in_tasks{};  ///< units that a task names and it does not
};

/// By row, in the order of the plan. O(what rows and their tasks name, squared for each row).
[[nodiscard]] std::vector<restatement> restatements(const plan& p);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The units that the tasks name, each once, in their order.
[[nodiscard]] inline std::vector<unit_id> units_named_by(const plan& p,
                                                         const std::vector<task_id>& tasks) {
  std::vector<unit_id> units;
  const auto add = [&](unit_id u) {
    if (std::find(units.begin(), units.end(), u) == units.end()) units.push_back(u);
  };
  for (const task_id t : tasks) {
    if (p.lead(t)) add(*p.lead(t));
    for (const unit_id u : p.assist(t)) add(u);
  }
  return units;
}

[[nodiscard]] inline std::vector<unit_id> without(std::vector<unit_id> units,
                                                  const std::vector<unit_id>& others) {
  std::erase_if(
      units, [&](unit_id u) { return std::find(others.begin(), others.end(), u) != others.end(); });
  return units;
}

}  // namespace detail

inline std::vector<restatement> restatements(const plan& p) {
  std::vector<restatement> found;
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    const task_id row(t);
    if (!p.is_restatement(row)) continue;
    const auto in_row = detail::units_named_by(p, {row});
    const auto in_tasks = detail::units_named_by(p, p.restates(row));
    found.push_back({row, p.restates(row), detail::without(in_row, in_tasks),
                     detail::without(in_tasks, in_row)});
  }
  return found;
}

}  // namespace daopai

#endif  // DAOPAI_PLAN_RESTATEMENT_HPP
