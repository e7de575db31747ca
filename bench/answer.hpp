/// What every peer must find. C++17, as not every peer compiles as C++20.
#ifndef DAOPAI_BENCH_ANSWER_HPP
#define DAOPAI_BENCH_ANSWER_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

namespace daopai::bench {

/// By task, in working days from the start of the plan; finishes are half-open.
struct answer {
  std::vector<std::int32_t> early_finish{};
  std::vector<std::int32_t> late_finish{};
  std::vector<std::int32_t> total_float{};

  /// Makes room for so many tasks.
  void resize(std::size_t tasks) {
    early_finish.resize(tasks);
    late_finish.resize(tasks);
    total_float.resize(tasks);
  }
};

}  // namespace daopai::bench

#endif  // DAOPAI_BENCH_ANSWER_HPP
