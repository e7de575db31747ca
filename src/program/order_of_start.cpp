#include "program/order_of_start.hpp"

#include <algorithm>

namespace daopai::program {

std::vector<shown_task> in_order_of_start(const schedule& s) {
  const plan& p = s.plan();
  std::vector<shown_task> waiting;  // a stack: the next to show is the last
  const auto push = [&](std::vector<task_id> siblings, std::size_t depth) {
    std::ranges::stable_sort(siblings, [&](task_id a, task_id b) {
      const auto key = [&](task_id t) { return std::pair(s.early_start(t), s.late_start(t)); };
      return key(a) < key(b);
    });
    std::ranges::reverse(siblings);
    for (const task_id t : siblings) waiting.push_back({t, depth});
  };
  std::vector<task_id> top;
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    if (!p.parent(task_id(t))) top.emplace_back(t);
  }
  push(std::move(top), 0);
  std::vector<shown_task> shown;
  while (!waiting.empty()) {
    shown.push_back(waiting.back());
    waiting.pop_back();
    const auto& below = p.children(shown.back().id);
    push({below.begin(), below.end()}, shown.back().depth + 1);
  }
  return shown;
}

}  // namespace daopai::program
