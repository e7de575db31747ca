/// Which indicators will still be unmet on a date, by whom, and why.
#ifndef DAOPAI_READINESS_UNMET_THEN_HPP
#define DAOPAI_READINESS_UNMET_THEN_HPP

#include <daopai/readiness/expected.hpp>
#include <daopai/scoring/lost.hpp>
#include <daopai/scoring/unmet.hpp>

#include <cstdint>
#include <vector>

namespace daopai::readiness {

enum class unmet_because : std::uint8_t {
  nobody_raises_it,  ///< no open task does
  too_late,          ///< a task does, but is not done by then
  not_enough,        ///< its tasks are done by then, and it is unmet all the same
};

struct unmet_indicator_then {
  scoring::unmet_indicator unmet;  ///< the value and the gap of that morning
  unmet_because because;
  std::vector<task_id> tasks;            ///< open ones that raise it, in the order of the plan
  std::vector<unit_key> units;           ///< responsible for the indicator
  std::vector<scoring::effect> effects;  ///< what it does to the grade
};

/// The leaves of one object that are unmet on the morning of `on`, in the order of the system.
[[nodiscard]] std::vector<unmet_indicator_then> unmet_on(const campaign& c, const timeline& line,
                                                         object_id object, const date& on);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Open tasks that raise a leaf, in the order of the plan.
[[nodiscard]] inline std::vector<task_id> tasks_that_raise(const campaign& c, object_id object,
                                                           indicator_id leaf) {
  std::vector<task_id> tasks;
  for (const raise_link& r : c.raises()) {
    if (r.object == object && r.indicator == leaf && !c.is_done(r.task)) tasks.push_back(r.task);
  }
  std::sort(tasks.begin(), tasks.end());
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  return tasks;
}

[[nodiscard]] inline unmet_because reason_of(const std::vector<task_id>& tasks,
                                             const timeline& line, const date& on) {
  if (tasks.empty()) return unmet_because::nobody_raises_it;
  const bool all_done = std::all_of(tasks.begin(), tasks.end(), [&](task_id t) {
    return line[t] && counts_from(*line[t], line.status) <= on;
  });
  return all_done ? unmet_because::not_enough : unmet_because::too_late;
}

}  // namespace detail

inline std::vector<unmet_indicator_then> unmet_on(const campaign& c, const timeline& line,
                                                  object_id object, const date& on) {
  const scoring::scores then = scores_on(c, line, on);
  std::vector<unmet_indicator_then> all;
  for (const scoring::unmet_indicator& u : unmet_of(then, object)) {
    if (!c.system().is_leaf(u.indicator)) continue;
    auto tasks = detail::tasks_that_raise(c, object, u.indicator);
    const unmet_because why = detail::reason_of(tasks, line, on);
    unmet_indicator_then found{u, why, std::move(tasks), {}, {}};
    for (const auto& share : c.system().responsible(u.indicator)) found.units.push_back(share.unit);
    for (const auto& e : then.of(object).effects) {
      if (e.indicator == u.indicator) found.effects.push_back(e.what);
    }
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_UNMET_THEN_HPP
