/// A plan as a Boost.Graph graph: any algorithm of Boost.Graph runs on it.
#ifndef DAOPAI_GRAPH_PLAN_GRAPH_HPP
#define DAOPAI_GRAPH_PLAN_GRAPH_HPP

#include <daopai/graph/detail/dependency_rows.hpp>
#include <daopai/plan/plan.hpp>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/counting_iterator.hpp>

#include <span>

namespace daopai {

/// Models Boost.Graph's VertexListGraph, EdgeListGraph, BidirectionalGraph, AdjacencyGraph and
/// AdjacencyMatrix (the last in O(degree)). Immutable; copies are cheap and share their content.
///
/// Vertices are numbered: tasks, then inspections, then hubs. There are two views of one plan:
///
///   plan_graph(p)     the dependencies as they are written. A phase is a vertex with the
///                     dependencies of its own; which tasks lie below it is no edge
///                     (plan::children).
///   network_graph(p)  the dependencies as they are computed. A phase's vertex bears no edge;
///                     instead it has hubs, instants that gather the tasks below it or spread to
///                     them. The graph that the passes run on, but for the links by which they
///                     hold tasks that lead to nothing dated.
///
/// Parallel edges are kept. Neither view of a valid plan has a loop.
class plan_graph {
public:
  using vertex = std::uint32_t;
  using edge = detail::dependency_edge;

  /// O(tasks + dependencies).
  explicit plan_graph(const daopai::plan& p)
      : plan_graph(p, std::make_shared<detail::dependency_rows>(detail::written_links(p))) {}

  [[nodiscard]] const daopai::plan& plan() const { return plan_; }

  [[nodiscard]] std::size_t size() const { return rows_->nodes.node_count(); }
  [[nodiscard]] vertex vertex_of(task_id t) const { return rows_->nodes.node_of(t); }
  [[nodiscard]] vertex vertex_of(inspection_id i) const { return rows_->nodes.node_of(i); }
  [[nodiscard]] bool is_task(vertex v) const { return rows_->nodes.is_task(v); }
  [[nodiscard]] bool is_inspection(vertex v) const { return rows_->nodes.is_inspection(v); }
  [[nodiscard]] bool is_hub(vertex v) const { return rows_->nodes.is_hub(v); }
  /// The task of a vertex, or the phase that a hub belongs to; `v` is no inspection.
  [[nodiscard]] task_id task_of(vertex v) const { return rows_->nodes.task_of(v); }
  [[nodiscard]] inspection_id inspection_of(vertex v) const {
    return rows_->nodes.inspection_of(v);
  }
  /// The user's string for the task, inspection, or phase of the hub.
  [[nodiscard]] const std::string& id_of(vertex v) const {
    return is_inspection(v) ? plan_[inspection_of(v)].id.text() : plan_[task_of(v)].id.text();
  }

  [[nodiscard]] dependency_kind kind(const edge& e) const { return rows_->kind[e.index]; }
  [[nodiscard]] const daopai::lag& lag(const edge& e) const { return rows_->lag[e.index]; }
  /// Which of plan().dependencies() the edge is; nothing for an edge between a hub and the tasks
  /// below its phase.
  [[nodiscard]] std::optional<std::size_t> dependency(const edge& e) const {
    const std::uint32_t row = rows_->dependency[e.index];
    return row == detail::no_dependency ? std::nullopt : std::optional<std::size_t>(row);
  }

  [[nodiscard]] std::span<const edge> all() const { return rows_->out; }
  [[nodiscard]] std::span<const edge> out(vertex v) const { return rows_->out_of(v); }
  [[nodiscard]] std::span<const edge> in(vertex v) const { return rows_->in_of(v); }

private:
  friend plan_graph network_graph(const daopai::plan& p);
  plan_graph(daopai::plan p, std::shared_ptr<const detail::dependency_rows> rows)
      : plan_(std::move(p)), rows_(std::move(rows)) {}

  daopai::plan plan_;
  std::shared_ptr<const detail::dependency_rows> rows_;
};

/// The plan's graph with phases resolved to hubs; see plan_graph. O(tasks + dependencies).
[[nodiscard]] inline plan_graph network_graph(const plan& p) {
  return {p, std::make_shared<detail::dependency_rows>(detail::computed_links(p))};
}

}  // namespace daopai

// --- what Boost.Graph asks of a graph ----------------------------------------------------------

namespace boost {

template <>
struct graph_traits<daopai::plan_graph> {
  struct traversal_category : bidirectional_graph_tag,
                              adjacency_graph_tag,
                              vertex_list_graph_tag,
                              edge_list_graph_tag,
                              adjacency_matrix_tag {};
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using vertex_descriptor = daopai::plan_graph::vertex;
  using edge_descriptor = daopai::plan_graph::edge;
  using vertex_iterator = counting_iterator<vertex_descriptor>;
  using edge_iterator = const edge_descriptor*;
  using out_edge_iterator = const edge_descriptor*;
  using in_edge_iterator = const edge_descriptor*;
  using adjacency_iterator =
      adjacency_iterator_generator<daopai::plan_graph, vertex_descriptor, out_edge_iterator>::type;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return ~vertex_descriptor{0}; }
};

}  // namespace boost

namespace daopai {

using plan_graph_traits = boost::graph_traits<plan_graph>;

[[nodiscard]] inline auto vertices(const plan_graph& g) {
  using iterator = plan_graph_traits::vertex_iterator;
  return std::pair(iterator(0), iterator(static_cast<plan_graph::vertex>(g.size())));
}
[[nodiscard]] inline std::size_t num_vertices(const plan_graph& g) { return g.size(); }

namespace detail {
[[nodiscard]] inline auto ends_of(std::span<const plan_graph::edge> edges) {
  return std::pair(edges.data(), edges.data() + edges.size());
}
}  // namespace detail

[[nodiscard]] inline auto edges(const plan_graph& g) { return detail::ends_of(g.all()); }
[[nodiscard]] inline std::size_t num_edges(const plan_graph& g) { return g.all().size(); }
[[nodiscard]] inline auto out_edges(plan_graph::vertex v, const plan_graph& g) {
  return detail::ends_of(g.out(v));
}
[[nodiscard]] inline auto in_edges(plan_graph::vertex v, const plan_graph& g) {
  return detail::ends_of(g.in(v));
}
[[nodiscard]] inline std::size_t out_degree(plan_graph::vertex v, const plan_graph& g) {
  return g.out(v).size();
}
[[nodiscard]] inline std::size_t in_degree(plan_graph::vertex v, const plan_graph& g) {
  return g.in(v).size();
}
[[nodiscard]] inline std::size_t degree(plan_graph::vertex v, const plan_graph& g) {
  return out_degree(v, g) + in_degree(v, g);
}
[[nodiscard]] inline plan_graph::vertex source(const plan_graph::edge& e, const plan_graph&) {
  return e.from;
}
[[nodiscard]] inline plan_graph::vertex target(const plan_graph::edge& e, const plan_graph&) {
  return e.to;
}
[[nodiscard]] inline auto adjacent_vertices(plan_graph::vertex v, const plan_graph& g) {
  using iterator = plan_graph_traits::adjacency_iterator;
  const auto [first, last] = out_edges(v, g);
  return std::pair(iterator(first, &g), iterator(last, &g));
}
/// The first edge from `u` to `v`, and whether there is one. O(degree of u).
[[nodiscard]] inline std::pair<plan_graph::edge, bool> edge(plan_graph::vertex u,
                                                            plan_graph::vertex v,
                                                            const plan_graph& g) {
  for (const plan_graph::edge& e : g.out(u)) {
    if (e.to == v) return {e, true};
  }
  return {plan_graph::edge{}, false};
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_PLAN_GRAPH_HPP
