/// Who does what: the tasks of a unit with its part in them, and the units a task touches.
#ifndef DAOPAI_GRAPH_ASSIGNMENTS_HPP
#define DAOPAI_GRAPH_ASSIGNMENTS_HPP

#include <daopai/plan/plan.hpp>

#include <algorithm>
#include <span>

namespace daopai {

/// The part a unit has in a task.
enum class part : std::uint8_t { lead, assist };

struct assignment {
  task_id task;
  unit_id unit;
  part as;
  friend bool operator==(const assignment&, const assignment&) = default;
};

/// How groups of units (各镇) are read.
enum class groups : std::uint8_t {
  as_named,  ///< a group is a unit like any other
  expanded,  ///< what a group is named for, each of its members is, through groups of groups
};

/// What `u` leads or assists in, by task; phases too where they name it. A unit that is named twice
/// in one task is listed once, by its greater part. O(tasks + what they name + members of groups).
[[nodiscard]] std::vector<assignment> assignments_of(const plan& p, unit_id u, groups how);

/// Who leads and assists in `t`: the lead first, then the rest in the order of the plan. Expanded,
/// a group stands before its members. O(what it names, with members).
[[nodiscard]] std::vector<assignment> units_of(const plan& p, task_id t, groups how);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The groups that hold `u`, through groups of groups, and `u` itself, as marks by unit.
[[nodiscard]] inline std::vector<bool> unit_and_its_groups(const plan& p, unit_id u, groups how) {
  std::vector<bool> marked(p.units().size(), false);
  marked[u.index()] = true;
  if (how == groups::as_named) return marked;
  std::vector<std::vector<unit_id>> groups_of(p.units().size());
  for (std::size_t g = 0; g < p.units().size(); ++g) {
    for (const unit_id m : p.members(unit_id(g))) groups_of[m.index()].emplace_back(g);
  }
  std::vector<unit_id> open{u};
  while (!open.empty()) {
    const unit_id member = open.back();
    open.pop_back();
    for (const unit_id g : groups_of[member.index()]) {
      if (marked[g.index()]) continue;
      marked[g.index()] = true;
      open.push_back(g);
    }
  }
  return marked;
}

/// `named` and, where groups are expanded, their members behind each; none twice.
inline void append_units(const plan& p, const std::vector<unit_id>& named, groups how,
                         std::vector<unit_id>& units) {
  std::vector<unit_id> open(named.rbegin(), named.rend());
  while (!open.empty()) {
    const unit_id u = open.back();
    open.pop_back();
    if (std::ranges::find(units, u) != units.end()) continue;
    units.push_back(u);
    if (how == groups::as_named) continue;
    const auto& members = p.members(u);
    open.insert(open.end(), members.rbegin(), members.rend());
  }
}

}  // namespace detail

inline std::vector<assignment> assignments_of(const plan& p, unit_id u, groups how) {
  const std::vector<bool> counts = detail::unit_and_its_groups(p, u, how);
  std::vector<assignment> found;
  for (std::size_t i = 0; i < p.tasks().size(); ++i) {
    const task_id t(i);
    if (p.lead(t) && counts[p.lead(t)->index()]) {
      found.push_back({t, u, part::lead});
    } else if (std::ranges::any_of(p.assist(t), [&](unit_id a) { return counts[a.index()]; })) {
      found.push_back({t, u, part::assist});
    }
  }
  return found;
}

inline std::vector<assignment> units_of(const plan& p, task_id t, groups how) {
  std::vector<unit_id> units;
  if (const auto lead = p.lead(t)) detail::append_units(p, {*lead}, how, units);
  const std::size_t leads = units.size();
  detail::append_units(p, p.assist(t), how, units);
  std::vector<assignment> found;
  for (std::size_t i = 0; i < units.size(); ++i) {
    found.push_back({t, units[i], i < leads ? part::lead : part::assist});
  }
  return found;
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_ASSIGNMENTS_HPP
