/// Links of a plan as rows that can be walked both ways, each with an index of its own.
#ifndef DAOPAI_GRAPH_DETAIL_DEPENDENCY_ROWS_HPP
#define DAOPAI_GRAPH_DETAIL_DEPENDENCY_ROWS_HPP

#include <daopai/plan/detail/link_graph.hpp>

#include <algorithm>
#include <compare>
#include <span>

namespace daopai::detail {

/// An edge knows its ends; its index leads to everything else.
struct dependency_edge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t index = 0;
  friend auto operator<=>(const dependency_edge&, const dependency_edge&) = default;
};

inline constexpr std::uint32_t no_dependency = ~std::uint32_t{0};

/// Compressed sparse rows over the nodes of a link graph. An edge's index is its place in `out`;
/// edges of one row keep the order in which the plan gives them.
struct dependency_rows {
  link_graph nodes;  ///< whose links are moved out
  std::vector<std::uint32_t> first_out{};
  std::vector<dependency_edge> out{};
  std::vector<std::uint32_t> first_in{};
  std::vector<dependency_edge> in{};
  std::vector<dependency_kind> kind{};  // by index, as all that follow
  std::vector<daopai::lag> lag{};
  std::vector<std::uint32_t> dependency{};  ///< its place in the plan, or no_dependency

  explicit dependency_rows(link_graph graph) : nodes(std::move(graph)) {
    const std::vector<link> links = std::move(nodes.links);
    nodes.links.clear();
    std::vector<dependency_edge> unsorted;  // their index is that of their link until they are out
    unsorted.reserve(links.size());
    for (const link& l : links) {
      unsorted.push_back({l.from, l.to, static_cast<std::uint32_t>(unsorted.size())});
    }
    first_out = sort_into(out, unsorted, &dependency_edge::from);
    const std::vector<std::uint32_t> places = places_in_plan(links);
    for (dependency_edge& e : out) {
      const std::uint32_t l = e.index;
      e.index = static_cast<std::uint32_t>(kind.size());
      kind.push_back(links[l].kind);
      lag.push_back(links[l].lag);
      dependency.push_back(places[l]);
    }
    first_in = sort_into(in, out, &dependency_edge::to);
  }

  [[nodiscard]] std::span<const dependency_edge> out_of(node n) const {
    return {out.data() + first_out[n], first_out[n + 1] - first_out[n]};
  }
  [[nodiscard]] std::span<const dependency_edge> in_of(node n) const {
    return {in.data() + first_in[n], first_in[n + 1] - first_in[n]};
  }

private:
  /// A stable counting sort by one end. @returns where each node's row begins, and the end.
  [[nodiscard]] std::vector<std::uint32_t> sort_into(std::vector<dependency_edge>& row,
                                                     const std::vector<dependency_edge>& edges,
                                                     std::uint32_t dependency_edge::*end) const {
    std::vector<std::uint32_t> first(nodes.node_count() + 1, 0);
    for (const dependency_edge& e : edges) ++first[e.*end + 1];
    for (std::size_t n = 0; n + 1 < first.size(); ++n) first[n + 1] += first[n];
    std::vector<std::uint32_t> at(first.begin(), first.end() - 1);
    row.resize(edges.size());
    for (const dependency_edge& e : edges) row[at[e.*end]++] = e;
    return first;
  }

  /// Dependencies stand among the links in the order of the plan.
  [[nodiscard]] std::vector<std::uint32_t> places_in_plan(const std::vector<link>& links) const {
    std::vector<std::uint32_t> places;
    places.reserve(links.size());
    std::uint32_t next = 0;
    for (const link& l : links) places.push_back(nodes.is_structural(l) ? no_dependency : next++);
    return places;
  }
};

/// The dependencies between the events that they name.
[[nodiscard]] inline link_graph written_links(std::size_t task_count, std::size_t inspection_count,
                                              const std::vector<dependency>& dependencies) {
  link_graph graph{.task_count = task_count, .inspection_count = inspection_count};
  graph.links.reserve(dependencies.size());
  const auto node_of = [&](const event_id& e) {
    return e.is_task() ? graph.node_of(e.task()) : graph.node_of(e.inspection());
  };
  for (const dependency& d : dependencies) {
    graph.links.push_back({node_of(d.before), node_of(d.after), d.kind, d.lag});
  }
  return graph;
}

[[nodiscard]] inline link_graph written_links(const plan& p) {
  return written_links(p.tasks().size(), p.inspections().size(), p.dependencies());
}

/// The dependencies through the hubs of phases.
[[nodiscard]] inline link_graph computed_links(const plan& p) {
  return make_link_graph(p.resolved(), p.inspections().size(), p.dependencies());
}

}  // namespace daopai::detail

#endif  // DAOPAI_GRAPH_DETAIL_DEPENDENCY_ROWS_HPP
