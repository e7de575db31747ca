/// The two passes by hand over any graph that can walk the links out of a task: what an expert
/// writes on top of a graph library. C++17, as LEMON 1.3 does not compile as C++20.
#ifndef DAOPAI_BENCH_HAND_LOOPS_HPP
#define DAOPAI_BENCH_HAND_LOOPS_HPP

#include "answer.hpp"

#include <algorithm>

namespace daopai::bench {

/// Forward the finish of each task is pushed along its links, backward the starts of its successors
/// are pulled, so links out are enough and the graph need not keep those in. Order and durations
/// lie in plain arrays.
/// @param order       each task after its predecessors
/// @param each_link   each_link(task, f) calls f(successor, lag)
template <class EachLink>
void pass_both_ways(const std::vector<std::uint32_t>& order,
                    const std::vector<std::int32_t>& durations, EachLink each_link, answer& a) {
  std::fill(a.early_finish.begin(), a.early_finish.end(),
            0);  // holds the start until it is visited
  std::int32_t end = 0;
  for (const std::uint32_t t : order) {
    const std::int32_t finish = a.early_finish[t] + durations[t];
    a.early_finish[t] = finish;
    end = std::max(end, finish);
    each_link(t, [&](std::uint32_t successor, std::int32_t lag) {
      a.early_finish[successor] = std::max(a.early_finish[successor], finish + lag);
    });
  }
  for (std::size_t i = order.size(); i-- > 0;) {
    const std::uint32_t t = order[i];
    std::int32_t finish = end;
    each_link(t, [&](std::uint32_t successor, std::int32_t lag) {
      finish = std::min(finish, a.late_finish[successor] - durations[successor] - lag);
    });
    a.late_finish[t] = finish;
    a.total_float[t] = finish - a.early_finish[t];
  }
}

}  // namespace daopai::bench

#endif  // DAOPAI_BENCH_HAND_LOOPS_HPP
