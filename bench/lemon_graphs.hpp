/// LEMON's digraphs behind a wall: LEMON 1.3 compiles as C++17 only, daopai as C++20 only.
#ifndef DAOPAI_BENCH_LEMON_GRAPHS_HPP
#define DAOPAI_BENCH_LEMON_GRAPHS_HPP

#include "answer.hpp"

#include <memory>
#include <utility>

namespace daopai::bench {

/// Links as LEMON takes them, and the durations of the tasks.
struct lemon_plan {
  std::vector<std::pair<int, int>> ends{};  ///< predecessor and successor
  std::vector<std::int32_t> lags{};
  const std::vector<std::int32_t>* durations = nullptr;
};

/// A digraph that is built and sorted.
class lemon_graph {
public:
  virtual ~lemon_graph() = default;
  virtual void compute() = 0;
  [[nodiscard]] virtual const answer& found() const = 0;
};

/// lemon::StaticDigraph; the links must be in the order of their predecessors.
[[nodiscard]] std::unique_ptr<lemon_graph> make_static_digraph(const lemon_plan& plan);

/// lemon::SmartDigraph.
[[nodiscard]] std::unique_ptr<lemon_graph> make_smart_digraph(const lemon_plan& plan);

}  // namespace daopai::bench

#endif  // DAOPAI_BENCH_LEMON_GRAPHS_HPP
