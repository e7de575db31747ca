/// What stands behind an inspection, and what leads to none.
#ifndef DAOPAI_GRAPH_REACH_HPP
#define DAOPAI_GRAPH_REACH_HPP

#include <daopai/graph/plan_graph.hpp>
#include <daopai/graph/property_maps.hpp>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>

namespace daopai {

/// Every task that must be done before inspection `i`, directly or not, through phases and earlier
/// inspections; in the order of the plan, without phases. O(tasks + dependencies).
[[nodiscard]] std::vector<task_id> tasks_behind(const plan& p, inspection_id i);

/// Every task that leads to no inspection, in the order of the plan, without phases and without
/// tasks that restate others.
/// O(tasks + dependencies).
[[nodiscard]] std::vector<task_id> tasks_leading_nowhere(const plan& p);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Marks all vertices from which an inspection is reached. Searches that start later stop where
/// earlier ones have been.
class reach_marker {
public:
  explicit reach_marker(const plan& p)
      : graph_(network_graph(p)), colour_(graph_.size(), boost::white_color) {}

  void mark_behind(inspection_id i) {
    const plan_graph::vertex start = graph_.vertex_of(i);
    if (colour_[start] != boost::white_color) return;
    const auto colours =
        boost::make_iterator_property_map(colour_.begin(), get(boost::vertex_index, graph_));
    boost::queue<plan_graph::vertex> open;
    boost::breadth_first_visit(boost::make_reverse_graph(graph_), start, open,
                               boost::default_bfs_visitor(), colours);
  }

  [[nodiscard]] std::vector<task_id> tasks(bool marked) const {
    std::vector<task_id> found;
    for (std::size_t t = 0; t < graph_.plan().tasks().size(); ++t) {
      const bool is_marked = colour_[t] != boost::white_color;
      if (!graph_.plan().is_phase(task_id(t)) && is_marked == marked) found.emplace_back(t);
    }
    return found;
  }

private:
  plan_graph graph_;
  std::vector<boost::default_color_type> colour_;
};

}  // namespace detail

inline std::vector<task_id> tasks_behind(const plan& p, inspection_id i) {
  detail::reach_marker marker(p);
  marker.mark_behind(i);
  return marker.tasks(true);
}

inline std::vector<task_id> tasks_leading_nowhere(const plan& p) {
  detail::reach_marker marker(p);
  for (std::size_t i = 0; i < p.inspections().size(); ++i) marker.mark_behind(inspection_id(i));
  std::vector<task_id> found = marker.tasks(false);
  std::erase_if(found, [&](task_id t) { return p.is_restatement(t); });
  return found;
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_REACH_HPP
