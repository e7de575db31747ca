/// All loops of a plan that cannot be built: a shortest one for each knot of dependencies.
#ifndef DAOPAI_GRAPH_LOOPS_HPP
#define DAOPAI_GRAPH_LOOPS_HPP

#include <daopai/graph/detail/dependency_rows.hpp>
#include <daopai/graph/detail/shortest_loops.hpp>
#include <daopai/plan/builder.hpp>

namespace daopai {

/// Each event waits for the one before it, and the first for the last.
struct dependency_loop {
  struct step {
    event_id event;  ///< by the order in which the builder was given it
    std::string id;  ///< the user's string
    friend bool operator==(const step&, const step&) = default;
  };
  std::vector<step> steps;
  bool is_shortest;  ///< false only where the search was cut off; see loops()
};

/// One loop for each strongly connected part of the dependencies, shortest in events, in the order
/// of their first events. Dependencies on names that are not known are left out. A phase stands
/// for the tasks below it; where parents form a loop themselves (problems() names these), it
/// stands for itself alone. O(branching events of a part x its dependencies), which is cut off
/// after 100 million steps a part: what is found by then is a loop, if not the shortest.
[[nodiscard]] std::vector<dependency_loop> loops(const plan_builder& builder);

/// "a -> b -> a"
[[nodiscard]] std::string to_string(const dependency_loop& loop);

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline bool has_parent_loop(const plan_content& draft) {
  std::vector<arc> parentage;
  for (std::uint32_t t = 0; t < draft.links.size(); ++t) {
    if (const auto& above = draft.links[t].parent) {
      parentage.push_back({t, static_cast<std::uint32_t>(above->index())});
    }
  }
  return !find_loops(draft.tasks.size(), parentage).empty();
}

[[nodiscard]] inline dependency_loop::step step_at(const plan_content& draft,
                                                   const link_graph& graph, node n) {
  if (!graph.is_inspection(n)) {
    const task_id t = graph.task_of(n);
    return {t, draft.tasks[t.index()].id.text()};
  }
  const inspection_id i = graph.inspection_of(n);
  return {i, draft.inspections[i.index()].id.text()};
}

/// Neighbouring hubs of one phase are one step.
[[nodiscard]] inline std::vector<dependency_loop::step> steps_of(const plan_content& draft,
                                                                 const link_graph& graph,
                                                                 const std::vector<node>& loop) {
  std::vector<dependency_loop::step> steps;
  for (const node n : loop) {
    dependency_loop::step next = step_at(draft, graph, n);
    if (steps.empty() || steps.back() != next) steps.push_back(std::move(next));
  }
  if (steps.size() > 1 && steps.front() == steps.back()) steps.pop_back();
  return steps;
}

}  // namespace detail

inline std::vector<dependency_loop> loops(const plan_builder& builder) {
  const detail::plan_content draft = builder.draft();
  const std::size_t inspections = draft.inspections.size();
  const detail::link_graph graph =
      detail::has_parent_loop(draft)
          ? detail::written_links(draft.tasks.size(), inspections, draft.dependencies)
          : detail::make_link_graph(draft.links, inspections, draft.dependencies);
  std::vector<detail::arc> arcs;
  arcs.reserve(graph.links.size());
  for (const detail::link& l : graph.links) arcs.push_back({l.from, l.to});
  std::vector<dependency_loop> found;
  for (const detail::found_loop& loop : detail::shortest_loops(graph.node_count(), arcs)) {
    found.push_back({detail::steps_of(draft, graph, loop.nodes), loop.is_shortest});
  }
  return found;
}

inline std::string to_string(const dependency_loop& loop) {
  std::string text;
  for (const auto& step : loop.steps) text += step.id + " -> ";
  return text + loop.steps.front().id;
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_LOOPS_HPP
