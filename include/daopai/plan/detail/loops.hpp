/// Loops in directed graphs, found without recursion.
#ifndef DAOPAI_PLAN_DETAIL_LOOPS_HPP
#define DAOPAI_PLAN_DETAIL_LOOPS_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace daopai::detail {

using arc = std::pair<std::uint32_t, std::uint32_t>;  // from, to

/// Successors of each node as one flat list (compressed sparse rows).
class successor_lists {
public:
  successor_lists(std::size_t nodes, std::span<const arc> arcs)
      : first_(nodes + 1, 0), successor_(arcs.size()) {
    for (const auto& [from, to] : arcs) ++first_[from + 1];
    for (std::size_t n = 0; n < nodes; ++n) first_[n + 1] += first_[n];
    std::vector<std::size_t> at(first_.begin(), first_.end() - 1);
    for (const auto& [from, to] : arcs) successor_[at[from]++] = to;
  }
  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t n) const {
    return {successor_.data() + first_[n], first_[n + 1] - first_[n]};
  }

private:
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> successor_;
};

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
  void visit_from(std::uint32_t root) {
    enter(root);
    while (!path_.empty()) {
      auto& [n, next] = path_.back();
      const auto successors = graph_[n];
      if (next == successors.size()) {
        leave(n);
        continue;
      }
      const std::uint32_t to = successors[next++];
      if (order_[to] == 0) {
        enter(to);
      } else if (part_[to] == open && order_[to] < low_[n]) {
        low_[n] = order_[to];
      }
    }
  }
  void enter(std::uint32_t n) {
    order_[n] = low_[n] = ++entered_;
    path_.emplace_back(n, 0);
    open_.push_back(n);
  }
  void leave(std::uint32_t n) {
    path_.pop_back();
    if (!path_.empty() && low_[n] < low_[path_.back().first]) low_[path_.back().first] = low_[n];
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
  std::vector<std::pair<std::uint32_t, std::size_t>> path_{};
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
    std::vector<bool> seen(parts_.count(), false);
    for (std::uint32_t n = 0; n < graph_.size(); ++n) {
      if (seen[parts_.part_of(n)]) continue;
      seen[parts_.part_of(n)] = true;
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
    std::vector<std::uint32_t> loop;
    for (std::uint32_t n = end; n != start; n = came_from_[n]) loop.push_back(n);
    loop.push_back(start);
    return {loop.rbegin(), loop.rend()};
  }

  static constexpr std::uint32_t unseen = ~std::uint32_t{0};
  const successor_lists& graph_;
  strong_parts parts_;
  std::vector<std::uint32_t> came_from_;
};

/// One loop for each strongly connected part that has one; see loop_finder.
[[nodiscard]] inline std::vector<std::vector<std::uint32_t>> find_loops(std::size_t nodes,
                                                                        std::span<const arc> arcs) {
  const successor_lists graph(nodes, arcs);
  return loop_finder(graph).one_in_each_part();
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_LOOPS_HPP
