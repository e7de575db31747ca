/// Reachability in the link graph.
#ifndef DAOPAI_SCHEDULE_DETAIL_DOWNSTREAM_HPP
#define DAOPAI_SCHEDULE_DETAIL_DOWNSTREAM_HPP

#include <daopai/plan/detail/link_graph.hpp>
#include <daopai/plan/detail/successor_lists.hpp>

namespace daopai::detail {

/// The nodes that come after any of `open`, directly or not, each once. O(nodes + links).
[[nodiscard]] inline std::vector<node> downstream_of(const successor_lists& successors,
                                                     std::vector<node> open) {
  std::vector<node> found;
  std::vector<char> reached(successors.size(), 0);
  while (!open.empty()) {
    const node n = open.back();
    open.pop_back();
    for (const node to : successors[n]) {
      if (reached[to] != 0) continue;
      reached[to] = 1;
      found.push_back(to);
      open.push_back(to);
    }
  }
  return found;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_DOWNSTREAM_HPP
