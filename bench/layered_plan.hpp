/// The layered shape: what large projects look like, blocks of work with some links across.
#ifndef DAOPAI_BENCH_LAYERED_PLAN_HPP
#define DAOPAI_BENCH_LAYERED_PLAN_HPP

#include <daopai/plan.hpp>

#include <random>
#include <string>

namespace daopai::bench {

/// Blocks of 100 tasks in ten layers of ten; 2.8 finish-to-start links a task, nine in ten of them
/// from the layer before, the others from an earlier block. Durations of 1 to 10 days, one
/// calendar, no deadlines: the finish of the plan holds all of it.
[[nodiscard]] inline plan layered_plan(std::size_t tasks, std::uint32_t seed) {
  std::mt19937 dice(seed);
  const auto roll = [&](std::size_t first, std::size_t last) {
    return std::uniform_int_distribution<std::size_t>(first, last)(dice);
  };
  const auto key = [](std::size_t t) { return task_key("t" + std::to_string(t)); };
  plan_builder builder{calendar()};
  for (std::size_t t = 0; t < tasks; ++t) {
    task made{.id = key(t), .name = {}, .duration = workdays(static_cast<int>(roll(1, 10)))};
    const std::size_t block = t / 100 * 100;
    const std::size_t layer = t / 10 * 10;
    const std::size_t links = roll(1, 5) + (roll(1, 10) <= 1 ? 1 : 0);  // 3.1 outside first layers
    for (std::size_t l = 0; l < links; ++l) {
      const bool across = block > 0 && roll(1, 10) == 1;
      if (across) {
        made.after.emplace_back(key(roll(0, block - 1)));
      } else if (layer > block) {
        made.after.emplace_back(key(roll(layer - 10, layer - 1)));
      }
    }
    builder.add(std::move(made));
  }
  return std::move(builder).build();
}

}  // namespace daopai::bench

#endif  // DAOPAI_BENCH_LAYERED_PLAN_HPP
