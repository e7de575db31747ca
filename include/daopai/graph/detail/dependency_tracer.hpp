/// Which dependencies of a schedule set dates, and between which tasks.
#ifndef DAOPAI_GRAPH_DETAIL_DEPENDENCY_TRACER_HPP
#define DAOPAI_GRAPH_DETAIL_DEPENDENCY_TRACER_HPP

#include <daopai/graph/plan_graph.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai::detail {

/// The tasks at both ends of a dependency, where phases stand for the tasks below them.
class dependency_tracer {
public:
  enum class only : std::uint8_t { all, critical };

  /// The schedule must outlive the tracer.
  explicit dependency_tracer(const schedule& s) : s_(s), graph_(network_graph(s.plan())) {}

  /// Its vertices are the nodes of the schedule's network.
  [[nodiscard]] const plan_graph& graph() const { return graph_; }

  /// The tasks that `e` waits for; none if that is an inspection. `critical`: only critical tasks
  /// that set the date of what gathers them. O(tasks of the phase).
  [[nodiscard]] std::vector<task_id> before(const plan_graph::edge& e, only which) const {
    return tasks_at(e.from, which, true);
  }
  /// The tasks that wait because of `e`, likewise.
  [[nodiscard]] std::vector<task_id> after(const plan_graph::edge& e, only which) const {
    return tasks_at(e.to, which, false);
  }

  /// Whether `e` sets the early dates of its successor, or the day on which an inspection is ready.
  [[nodiscard]] bool sets_dates(const plan_graph::edge& e) const {
    const network& net = s_.network();
    const position p = net.position_of[e.to];
    const lag& l = graph_.lag(e);
    const network_link as_link{net.position_of[e.from], l.amount(), graph_.kind(e),
                               l.in_calendar_days() && l.amount() != 0};
    const event_dates& early = s_.early_dates();
    if (!graph_.is_inspection(e.to)) return is_tight_before(net, early, p, as_link);
    const instant bound =
        earliest_start(as_link, end_at(net, early, as_link.other), open_end(net, p));
    const calendar& c = net.calendar_of(p);
    const instant ready = ready_for(net, early, graph_.inspection_of(e.to)).value_or(bound);
    return c.number_of(bound) == c.number_of(ready);
  }

  /// Whether `e` sets dates between critical tasks, or of an inspection by one.
  [[nodiscard]] bool is_critical(const plan_graph::edge& e) const {
    if (!sets_dates(e) || before(e, only::critical).empty()) return false;
    return graph_.is_inspection(e.to) || !after(e, only::critical).empty();
  }

private:
  [[nodiscard]] std::vector<task_id> tasks_at(plan_graph::vertex v, only which,
                                              bool is_before) const {
    std::vector<task_id> tasks;
    std::vector<plan_graph::vertex> open{v};
    while (!open.empty()) {
      const plan_graph::vertex here = open.back();
      open.pop_back();
      if (graph_.is_task(here)) {
        const task_id t = graph_.task_of(here);
        if (which == only::all || s_.is_critical(t)) tasks.push_back(t);
      }
      if (graph_.is_hub(here)) open_neighbours(here, which, is_before, open);
    }
    return tasks;
  }

  /// Adds what lies before or behind a hub.
  void open_neighbours(plan_graph::vertex hub, only which, bool is_before,
                       std::vector<plan_graph::vertex>& open) const {
    for (const plan_graph::edge& e : is_before ? graph_.in(hub) : graph_.out(hub)) {
      if (which == only::all || sets_dates(e)) open.push_back(is_before ? e.from : e.to);
    }
  }

  const schedule& s_;
  plan_graph graph_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_GRAPH_DETAIL_DEPENDENCY_TRACER_HPP
