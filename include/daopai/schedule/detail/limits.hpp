/// The dates that bind tasks: their own, and those of the phases above them.
#ifndef DAOPAI_SCHEDULE_DETAIL_LIMITS_HPP
#define DAOPAI_SCHEDULE_DETAIL_LIMITS_HPP

#include <daopai/schedule/network.hpp>

namespace daopai::detail {

/// Tasks in an order in which each comes after its parent. O(tasks).
[[nodiscard]] inline std::vector<task_id> from_the_top(const plan& p) {
  std::vector<task_id> order;
  order.reserve(p.tasks().size());
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    if (!p.parent(task_id(t))) order.emplace_back(t);
  }
  for (std::size_t head = 0; head < order.size(); ++head) {
    for (const task_id child : p.children(order[head])) order.push_back(child);
  }
  return order;
}

using limits_by_task = std::vector<std::optional<date_limit>>;

/// The earliest deadline and the latest not_before among a task's own and those of all its phases.
struct inherited_limits {
  limits_by_task earliest;
  limits_by_task latest;

  explicit inherited_limits(const plan& p) : earliest(p.tasks().size()), latest(p.tasks().size()) {
    for (const task_id t : from_the_top(p)) {
      auto& early = earliest[t.index()];
      auto& late = latest[t.index()];
      if (const auto above = p.parent(t)) {
        early = earliest[above->index()];
        late = latest[above->index()];
      }
      if (const auto& own = p[t].not_before) {
        const day_number day = to_day(own->first_day);
        if (!early || day >= early->day) early = date_limit{day, t};
      }
      if (const auto& own = p[t].deadline) {
        const day_number day = to_day(own->last_day);
        if (!late || day <= late->day) late = date_limit{day, t};
      }
    }
  }
};

/// The latest of all deadlines and eves of inspections; an inspection wins a tie.
[[nodiscard]] inline std::optional<date_limit> find_last_anchor(const plan& p) {
  std::optional<date_limit> last;
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    const day_number eve = to_day(p.inspections()[i].window.first) - 1;
    if (!last || eve > last->day) last = date_limit{eve, inspection_id(i)};
  }
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    const auto& own = p.tasks()[t].deadline;
    if (!own) continue;
    const day_number day = to_day(own->last_day);
    if (!last || day > last->day) last = date_limit{day, task_id(t)};
  }
  return last;
}

/// The task itself, or for a phase all tasks at the bottom of it. O(tasks below).
[[nodiscard]] inline std::vector<node> nodes_below(const plan& p, task_id top) {
  std::vector<task_id> below{top};
  std::vector<node> nodes;
  for (std::size_t head = 0; head < below.size(); ++head) {
    const task_id t = below[head];
    if (!p.is_phase(t)) nodes.push_back(link_graph::node_of(t));
    for (const task_id child : p.children(t)) below.push_back(child);
  }
  return nodes;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_LIMITS_HPP
