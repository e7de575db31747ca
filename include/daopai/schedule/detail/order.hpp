/// Orders and reachability in the link graph.
#ifndef DAOPAI_SCHEDULE_DETAIL_ORDER_HPP
#define DAOPAI_SCHEDULE_DETAIL_ORDER_HPP

#include <daopai/plan/detail/successor_lists.hpp>
#include <daopai/schedule/network.hpp>

namespace daopai::detail {

[[nodiscard]] inline successor_lists successors_in(const link_graph& graph) {
  return {graph.node_count(), graph.links};
}

/// Each node after all its predecessors (Kahn 1962, first in, first out). O(nodes + links).
[[nodiscard]] inline std::vector<node> topological_order(const link_graph& graph) {
  const successor_lists successors = successors_in(graph);
  std::vector<std::uint32_t> waits_for(graph.node_count(), 0);
  for (const link& l : graph.links) ++waits_for[l.to];
  std::vector<node> order;
  order.reserve(graph.node_count());
  for (node n = 0; n < graph.node_count(); ++n) {
    if (waits_for[n] == 0) order.push_back(n);
  }
  for (std::size_t head = 0; head < order.size(); ++head) {
    for (const node to : successors[order[head]]) {
      if (--waits_for[to] == 0) order.push_back(to);
    }
  }
  return order;
}

/// The same order, but first the inspections, whose dates are known beforehand.
[[nodiscard]] inline std::vector<node> fixed_first(const std::vector<node>& order,
                                                   const std::vector<network_event>& by_node) {
  std::vector<node> fixed;
  std::vector<node> open;
  fixed.reserve(order.size());
  open.reserve(order.size());
  for (const node n : order) {
    (by_node[n].kind == event_kind::inspection ? fixed : open).push_back(n);
  }
  fixed.insert(fixed.end(), open.begin(), open.end());
  return fixed;
}

/// Marks the nodes that come after any of `open`, directly or not. O(nodes + links).
[[nodiscard]] inline std::vector<char> downstream_of(const link_graph& graph,
                                                     std::vector<node> open) {
  const successor_lists successors = successors_in(graph);
  std::vector<char> reached(graph.node_count(), 0);
  while (!open.empty()) {
    const node n = open.back();
    open.pop_back();
    for (const node to : successors[n]) {
      if (reached[to] != 0) continue;
      reached[to] = 1;
      open.push_back(to);
    }
  }
  return reached;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_ORDER_HPP
