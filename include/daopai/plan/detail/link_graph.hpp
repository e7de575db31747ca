/// The plan's dependencies between single events: a phase becomes a few hubs, not pairs of tasks.
#ifndef DAOPAI_PLAN_DETAIL_LINK_GRAPH_HPP
#define DAOPAI_PLAN_DETAIL_LINK_GRAPH_HPP

#include <daopai/plan/plan.hpp>

namespace daopai::detail {

using node = std::uint32_t;

struct link {
  node from;
  node to;
  dependency_kind kind;
  daopai::lag lag;
};

/// Nodes are the tasks, then the inspections, then the hubs. A hub is an instant that belongs to a
/// phase and gathers or spreads what is said of the phase:
///
///     x ---> [ hub: all below may start ] ---> each task below     (the phase waits for x)
///     each task below ---> [ hub: all below have finished ] ---> y (y waits for the phase)
///
/// so a dependency between two phases of a and b tasks costs a + b + 1 links, not a * b.
/// The node of a phase itself carries no link.
struct link_graph {
  std::size_t task_count = 0;
  std::size_t inspection_count = 0;
  std::vector<task_id> hub_owner{};  ///< the phase of each hub
  std::vector<char> hub_gathers{};   ///< by hub: its phase's tasks lead to it, not it to them
  std::vector<link> links{};

  [[nodiscard]] std::size_t node_count() const {
    return task_count + inspection_count + hub_owner.size();
  }
  [[nodiscard]] bool is_task(node n) const { return n < task_count; }
  [[nodiscard]] bool is_hub(node n) const { return n >= task_count + inspection_count; }
  [[nodiscard]] bool is_inspection(node n) const { return !is_task(n) && !is_hub(n); }

  [[nodiscard]] static node node_of(task_id t) { return static_cast<node>(t.index()); }
  [[nodiscard]] node node_of(inspection_id i) const {
    return static_cast<node>(task_count + i.index());
  }
  [[nodiscard]] inspection_id inspection_of(node n) const { return inspection_id(n - task_count); }
  /// Whether a link joins a hub to what lies below its phase; all others are dependencies.
  [[nodiscard]] bool is_structural(const link& l) const {
    return (is_hub(l.to) && gathers(l.to)) || (is_hub(l.from) && !gathers(l.from));
  }
  [[nodiscard]] bool gathers(node hub) const {
    return hub_gathers[hub - task_count - inspection_count] != 0;
  }
  /// The task of a node, or the phase a hub belongs to; `n` is no inspection.
  [[nodiscard]] task_id task_of(node n) const {
    return is_task(n) ? task_id(n) : hub_owner[n - task_count - inspection_count];
  }
};

/// The hubs a phase may need, made when first asked for.
class hub_maker {
public:
  enum role : std::uint8_t { may_start, may_finish, have_started, have_finished };
  static constexpr std::size_t roles = 4;

  hub_maker(link_graph& graph, const std::vector<task_links>& tasks)
      : graph_(graph), tasks_(tasks) {}

  /// The node that stands for the given end of `t`: its own, or the hub of a phase.
  node end_of(task_id t, role r) {
    if (tasks_[t.index()].children.empty()) return link_graph::node_of(t);
    const node hub = hub_of(t, r);
    while (!unlinked_.empty()) {  // a work list, as phases may be nested deeply
      const auto [phase, phase_hub] = unlinked_.back();
      unlinked_.pop_back();
      for (const task_id child : tasks_[phase.index()].children) link_child(child, phase_hub, r);
    }
    return hub;
  }

private:
  node hub_of(task_id t, role r) {
    if (hubs_.empty()) hubs_.assign(tasks_.size() * roles, none);
    node& hub = hubs_[t.index() * roles + r];
    if (hub != none) return hub;
    hub = static_cast<node>(graph_.node_count());
    graph_.hub_owner.push_back(t);
    graph_.hub_gathers.push_back(r == have_started || r == have_finished ? 1 : 0);
    unlinked_.push_back({t, hub});
    return hub;
  }

  void link_child(task_id child, node hub, role r) {
    using enum dependency_kind;
    const bool nested = !tasks_[child.index()].children.empty();
    const node below = nested ? hub_of(child, r) : link_graph::node_of(child);
    const workdays no_lag(0);
    switch (r) {
      case may_start: graph_.links.push_back({hub, below, finish_to_start, no_lag}); break;
      case may_finish: graph_.links.push_back({hub, below, finish_to_finish, no_lag}); break;
      case have_started: graph_.links.push_back({below, hub, start_to_start, no_lag}); break;
      case have_finished: graph_.links.push_back({below, hub, finish_to_start, no_lag}); break;
    }
  }

  static constexpr node none = ~node{0};
  link_graph& graph_;
  const std::vector<task_links>& tasks_;
  std::vector<node> hubs_{};  // by task and role
  struct open_hub {
    task_id phase;
    node hub;
  };
  std::vector<open_hub> unlinked_{};
};

/// O(tasks + dependencies). The parents must form a forest.
[[nodiscard]] inline link_graph make_link_graph(const std::vector<task_links>& tasks,
                                                std::size_t inspection_count,
                                                const std::vector<dependency>& dependencies) {
  using enum dependency_kind;
  link_graph graph{.task_count = tasks.size(), .inspection_count = inspection_count};
  graph.links.reserve(dependencies.size());
  hub_maker hubs(graph, tasks);
  const auto end_of = [&](const event_id& event, hub_maker::role r) {
    return event.is_task() ? hubs.end_of(event.task(), r) : graph.node_of(event.inspection());
  };
  for (const dependency& d : dependencies) {
    const bool from_start = d.kind == start_to_start || d.kind == start_to_finish;
    const bool to_start = d.kind == finish_to_start || d.kind == start_to_start;
    const node from =
        end_of(d.before, from_start ? hub_maker::have_started : hub_maker::have_finished);
    const node to = end_of(d.after, to_start ? hub_maker::may_start : hub_maker::may_finish);
    graph.links.push_back({from, to, d.kind, d.lag});
  }
  return graph;
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_LINK_GRAPH_HPP
