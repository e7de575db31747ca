/// Loops in directed graphs, found without recursion.
#ifndef DAOPAI_PLAN_DETAIL_LOOPS_HPP
#define DAOPAI_PLAN_DETAIL_LOOPS_HPP

#include <daopai/plan/detail/successor_lists.hpp>

namespace daopai::detail {

/// The strongly connected part each node belongs to (Tarjan 1972, with an explicit stack).
class strong_parts {
public:
  explicit strong_parts(const successor_lists& graph)
      : graph_(graph), order_(graph.size(), 0), low_(graph.size(), 0), part_(graph.size(), open) {
    for (std::uint32_t n = 0; n < graph.size(); ++n) {
      if (order_[n] == 0) visit_from(n);
    }
  }
  [[nodiscard]] std::uint32_t part_of(std::uint32_t n) const { return part_[n]; }
  [[nodiscard]] std::size_t count() const { return parts_; }

private:
  struct step {
    std::uint32_t at;
    std::size_t next;  // index of the successor to visit next
  };

  void visit_from(std::uint32_t root) {
    enter(root);
    while (!path_.empty()) {
      const std::uint32_t n = path_.back().at;
      const auto successors = graph_[n];
      if (path_.back().next == successors.size()) {
        leave(n);
        continue;
      }
      const std::uint32_t to = successors[path_.back().next++];
      if (order_[to] == 0) {
        enter(to);
      } else if (part_[to] == open && order_[to] < low_[n]) {
        low_[n] = order_[to];
      }
    }
  }
  void enter(std::uint32_t n) {
    order_[n] = low_[n] = ++entered_;
    path_.push_back({n, 0});
    open_.push_back(n);
  }
  void leave(std::uint32_t n) {
    path_.pop_back();
    if (!path_.empty() && low_[n] < low_[path_.back().at]) low_[path_.back().at] = low_[n];
    if (low_[n] != order_[n]) return;
    std::uint32_t member = 0;
    do {
      member = open_.back();
      open_.pop_back();
      part_[member] = parts_;
    } while (member != n);
    ++parts_;
  }

  static constexpr std::uint32_t open = ~std::uint32_t{0};
  const successor_lists& graph_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> part_;
  std::vector<step> path_{};
  std::vector<std::uint32_t> open_{};
  std::uint32_t entered_ = 0;
  std::uint32_t parts_ = 0;
};

/// Finds concrete loops by breadth-first search inside the strongly connected parts.
class loop_finder {
public:
  explicit loop_finder(const successor_lists& graph)
      : graph_(graph), parts_(graph), came_from_(graph.size(), unseen) {}

  /// One loop for each part of the graph that has one, in the order of their first nodes. Each is a
  /// shortest one through the part's first node. O(nodes + arcs).
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> one_in_each_part() {
    std::vector<std::vector<std::uint32_t>> loops;
    std::vector<char> seen(parts_.count(), 0);
    for (std::uint32_t n = 0; n < graph_.size(); ++n) {
      if (seen[parts_.part_of(n)] != 0) continue;
      seen[parts_.part_of(n)] = 1;
      if (auto loop = through(n); !loop.empty()) loops.push_back(std::move(loop));
    }
    return loops;
  }

  /// A shortest loop through `start`, `start` first; empty if there is none. O(its part).
  [[nodiscard]] std::vector<std::uint32_t> through(std::uint32_t start) {
    std::vector<std::uint32_t> queue{start};
    std::vector<std::uint32_t> loop;
    for (std::size_t head = 0; head < queue.size() && loop.empty(); ++head) {
      for (const std::uint32_t to : graph_[queue[head]]) {
        if (to == start) {
          loop = back_to(start, queue[head]);
          break;
        }
        if (parts_.part_of(to) != parts_.part_of(start) || came_from_[to] != unseen) continue;
        came_from_[to] = queue[head];
        queue.push_back(to);
      }
    }
    for (const std::uint32_t n : queue) came_from_[n] = unseen;
    return loop;
  }

private:
  [[nodiscard]] std::vector<std::uint32_t> back_to(std::uint32_t start, std::uint32_t end) const {
    std::size_t length = 1;
    for (std::uint32_t n = end; n != start; n = came_from_[n]) ++length;
    std::vector<std::uint32_t> loop(length, start);
    for (std::uint32_t n = end; n != start; n = came_from_[n]) loop[--length] = n;
    return loop;
  }

  static constexpr std::uint32_t unseen = ~std::uint32_t{0};
  const successor_lists& graph_;
  strong_parts parts_;
  std::vector<std::uint32_t> came_from_;
};

/// Whether all arcs lead to later nodes, or all to earlier ones: then there is no loop.
[[nodiscard]] inline bool leads_one_way(const std::vector<arc>& arcs) {
  std::size_t later = 0;
  std::size_t earlier = 0;
  for (const arc& a : arcs) {
    later += a.from < a.to ? 1U : 0U;
    earlier += a.from > a.to ? 1U : 0U;
  }
  return later == arcs.size() || earlier == arcs.size();
}

/// Whether every node comes after all its predecessors in some order (Kahn 1962): a third of the
/// time of looking for the strongly connected parts. O(nodes + arcs).
[[nodiscard]] inline bool has_no_loop(const successor_lists& graph, const std::vector<arc>& arcs) {
  std::vector<std::uint32_t> waits_for(graph.size(), 0);
  for (const arc& a : arcs) ++waits_for[a.to];
  std::vector<std::uint32_t> ready;
  ready.reserve(graph.size());
  for (std::uint32_t n = 0; n < graph.size(); ++n) {
    if (waits_for[n] == 0) ready.push_back(n);
  }
  for (std::size_t head = 0; head < ready.size(); ++head) {
    for (const std::uint32_t to : graph[ready[head]]) {
      if (--waits_for[to] == 0) ready.push_back(to);
    }
  }
  return ready.size() == graph.size();
}

/// One loop for each strongly connected part that has one; see loop_finder.
[[nodiscard]] inline std::vector<std::vector<std::uint32_t>> find_loops(
    std::size_t nodes, const std::vector<arc>& arcs) {
  if (leads_one_way(arcs)) return {};
  const successor_lists graph(nodes, arcs);
  if (has_no_loop(graph, arcs)) return {};
  return loop_finder(graph).one_in_each_part();
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_LOOPS_HPP
