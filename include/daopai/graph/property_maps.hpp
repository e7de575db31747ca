/// What Boost.Graph's algorithms may read from a plan_graph: indices, names, durations, lags, ...
#ifndef DAOPAI_GRAPH_PROPERTY_MAPS_HPP
#define DAOPAI_GRAPH_PROPERTY_MAPS_HPP

#include <daopai/graph/plan_graph.hpp>

#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

namespace daopai {

// Besides boost::vertex_index, boost::vertex_name (the user's id), boost::edge_index and
// boost::edge_weight, get(tag, graph) and get(tag, graph, key) know these:

inline constexpr struct vertex_duration_t {
} vertex_duration{};  ///< working days; 0 for inspections, phases and hubs
inline constexpr struct vertex_calendar_t {
} vertex_calendar{};  ///< calendar_id; the plan's own for inspections
inline constexpr struct edge_kind_t {
} edge_kind{};  ///< dependency_kind
inline constexpr struct edge_lag_t {
} edge_lag{};  ///< daopai::lag

namespace detail {

[[nodiscard]] inline workdays duration_of(const plan_graph& g, plan_graph::vertex v) {
  if (!g.is_task(v) || g.plan().is_phase(g.task_of(v))) return workdays(0);
  return g.plan()[g.task_of(v)].duration;
}
[[nodiscard]] inline calendar_id calendar_at(const plan_graph& g, plan_graph::vertex v) {
  return g.is_inspection(v) ? calendar_id(0) : g.plan().calendar_of(g.task_of(v));
}
[[nodiscard]] inline std::string name_of(const plan_graph& g, plan_graph::vertex v) {
  return g.id_of(v);
}
[[nodiscard]] inline std::uint32_t index_of(const plan_graph&, plan_graph::vertex v) { return v; }
[[nodiscard]] inline std::uint32_t place_of(const plan_graph&, const plan_graph::edge& e) {
  return e.index;
}
[[nodiscard]] inline dependency_kind kind_at(const plan_graph& g, const plan_graph::edge& e) {
  return g.kind(e);
}
[[nodiscard]] inline lag lag_at(const plan_graph& g, const plan_graph::edge& e) { return g.lag(e); }

/// How many days after the start of its predecessor an edge lets its successor start, where
/// calendars do not matter: what a longest path adds up.
[[nodiscard]] inline std::int32_t start_to_start_days(const plan_graph& g,
                                                      const plan_graph::edge& e) {
  using enum dependency_kind;
  const dependency_kind k = g.kind(e);
  std::int32_t days = g.lag(e).amount();
  if (k == finish_to_start || k == finish_to_finish) days += duration_of(g, e.from).count();
  if (k == finish_to_finish || k == start_to_finish) days -= duration_of(g, e.to).count();
  return days;
}

/// A readable property map that asks the graph. Holds the graph by address.
template <class Key, class Value, Value (*Read)(const plan_graph&, Key)>
class property_reader {
public:
  using key_type = std::remove_cvref_t<Key>;
  using value_type = Value;
  using reference = Value;
  using category = boost::readable_property_map_tag;

  explicit property_reader(const plan_graph& g) : graph_(&g) {}
  [[nodiscard]] Value operator[](Key k) const { return Read(*graph_, k); }
  [[nodiscard]] friend Value get(const property_reader& map, Key k) { return map[k]; }

private:
  const plan_graph* graph_;
};

template <class Value, Value (*Read)(const plan_graph&, plan_graph::vertex)>
using vertex_reader = property_reader<plan_graph::vertex, Value, Read>;
template <class Value, Value (*Read)(const plan_graph&, const plan_graph::edge&)>
using edge_reader = property_reader<const plan_graph::edge&, Value, Read>;

template <class Tag>
struct reader_for;
template <>
struct reader_for<boost::vertex_index_t> {
  using type = vertex_reader<std::uint32_t, index_of>;
};
template <>
struct reader_for<boost::vertex_name_t> {
  using type = vertex_reader<std::string, name_of>;
};
template <>
struct reader_for<vertex_duration_t> {
  using type = vertex_reader<workdays, duration_of>;
};
template <>
struct reader_for<vertex_calendar_t> {
  using type = vertex_reader<calendar_id, calendar_at>;
};
template <>
struct reader_for<boost::edge_index_t> {
  using type = edge_reader<std::uint32_t, place_of>;
};
template <>
struct reader_for<boost::edge_weight_t> {
  using type = edge_reader<std::int32_t, start_to_start_days>;
};
template <>
struct reader_for<edge_kind_t> {
  using type = edge_reader<dependency_kind, kind_at>;
};
template <>
struct reader_for<edge_lag_t> {
  using type = edge_reader<lag, lag_at>;
};

}  // namespace detail

/// The graph must outlive the map.
template <class Tag>
[[nodiscard]] typename detail::reader_for<Tag>::type get(Tag, const plan_graph& g) {
  return typename detail::reader_for<Tag>::type(g);
}
template <class Tag, class Key>
[[nodiscard]] auto get(Tag tag, const plan_graph& g, const Key& k) {
  return get(tag, g)[k];
}

}  // namespace daopai

namespace boost {

template <class Tag>
struct property_map<daopai::plan_graph, Tag> {
  using type = typename daopai::detail::reader_for<Tag>::type;
  using const_type = type;
};

}  // namespace boost

#endif  // DAOPAI_GRAPH_PROPERTY_MAPS_HPP
