/// A shortest loop in each strongly connected part of a directed graph.
#ifndef DAOPAI_GRAPH_DETAIL_SHORTEST_LOOPS_HPP
#define DAOPAI_GRAPH_DETAIL_SHORTEST_LOOPS_HPP

#include <daopai/plan/detail/loops.hpp>

#include <algorithm>

namespace daopai::detail {

struct found_loop {
  std::vector<std::uint32_t> nodes;
  bool is_shortest;
};

/// Breadth-first searches from the nodes where a part branches: a loop that meets none of them is
/// the whole part. No search goes deeper than the shortest loop found so far.
class shortest_loop_finder {
public:
  explicit shortest_loop_finder(const successor_lists& graph)
      : graph_(graph), parts_(graph), came_from_(graph.size(), unseen) {}

  /// Each begins with its first node; the loops are in the order of these.
  [[nodiscard]] std::vector<found_loop> run() {
    std::vector<std::vector<std::uint32_t>> members(parts_.count());
    for (std::uint32_t n = 0; n < graph_.size(); ++n) members[parts_.part_of(n)].push_back(n);
    std::vector<found_loop> loops;
    for (const auto& part : members) {
      found_loop loop = shortest_of(part);
      if (loop.nodes.empty()) continue;
      std::rotate(loop.nodes.begin(), std::ranges::min_element(loop.nodes), loop.nodes.end());
      loops.push_back(std::move(loop));
    }
    std::ranges::sort(loops, {}, [](const found_loop& l) { return l.nodes.front(); });
    return loops;
  }

private:
  [[nodiscard]] found_loop shortest_of(const std::vector<std::uint32_t>& part) {
    found_loop best{{}, true};
    steps_left_ = most_steps;
    search_from(part.front(), best);
    for (const std::uint32_t n : part) {
      if (best.nodes.empty() || best.nodes.size() == 1) break;
      if (steps_left_ < 0) {
        best.is_shortest = false;
        break;
      }
      if (branches(n)) search_from(n, best);
    }
    return best;
  }

  [[nodiscard]] bool branches(std::uint32_t n) const {
    return std::ranges::count_if(graph_[n], [&](std::uint32_t to) {
             return parts_.part_of(to) == parts_.part_of(n);
           }) > 1;
  }

  /// Replaces `best` if a shorter loop goes through `start`.
  void search_from(std::uint32_t start, found_loop& best) {
    std::vector<std::uint32_t> queue{start};
    std::size_t end_of_level = 1;
    std::size_t length = 1;  // of a loop that closes at the node in hand
    for (std::size_t head = 0; head < queue.size(); ++head) {
      if (head == end_of_level) {
        end_of_level = queue.size();
        ++length;
      }
      const bool too_long = !best.nodes.empty() && length >= best.nodes.size();
      if (too_long || visit(start, queue[head], queue, best)) break;
    }
    for (const std::uint32_t n : queue) came_from_[n] = unseen;
  }

  /// @returns whether a loop was closed.
  bool visit(std::uint32_t start, std::uint32_t n, std::vector<std::uint32_t>& queue,
             found_loop& best) {
    for (const std::uint32_t to : graph_[n]) {
      --steps_left_;
      if (to == start) {
        best.nodes = back_to(start, n);
        return true;
      }
      if (parts_.part_of(to) != parts_.part_of(start) || came_from_[to] != unseen) continue;
      came_from_[to] = n;
      queue.push_back(to);
    }
    return false;
  }

  [[nodiscard]] std::vector<std::uint32_t> back_to(std::uint32_t start, std::uint32_t end) const {
    std::vector<std::uint32_t> loop;
    for (std::uint32_t n = end; n != start; n = came_from_[n]) loop.push_back(n);
    loop.push_back(start);
    return {loop.rbegin(), loop.rend()};
  }

  static constexpr std::uint32_t unseen = ~std::uint32_t{0};
  static constexpr std::int64_t most_steps = 100'000'000;
  const successor_lists& graph_;
  strong_parts parts_;
  std::vector<std::uint32_t> came_from_;
  std::int64_t steps_left_ = most_steps;
};

[[nodiscard]] inline std::vector<found_loop> shortest_loops(std::size_t nodes,
                                                            const std::vector<arc>& arcs) {
  const successor_lists graph(nodes, arcs);
  return shortest_loop_finder(graph).run();
}

}  // namespace daopai::detail

#endif  // DAOPAI_GRAPH_DETAIL_SHORTEST_LOOPS_HPP
