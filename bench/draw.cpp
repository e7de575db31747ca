// Writes a drawn plan and its answer for the peers in other languages: bench_draw SHAPE TASKS
//
// The first line is the number of tasks, then each task has one:
//   duration early-finish late-finish [predecessor:lag ...]
#include "plans.hpp"

#include <cstdlib>
#include <iostream>

using namespace daopai;

namespace {

void write(const bench::drawn_plan& plan) {
  const kernel::network net = kernel::compile(plan.arrays());
  const kernel::results r = kernel::compute(net);
  std::cout << plan.size() << '\n';
  for (std::uint32_t t = 0; t < plan.size(); ++t) {
    const kernel::task_result one = kernel::result_of(net, r, t);
    std::cout << plan.durations[t] << ' ' << one.early_finish << ' ' << one.late_finish;
    for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
      std::cout << ' ' << plan.links[l].predecessor << ':' << plan.links[l].lag;
    }
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string wanted = argc == 3 ? argv[1] : "";
  for (const bench::shape s : {bench::shape::layered, bench::shape::shuffled, bench::shape::random,
                               bench::shape::chain, bench::shape::unlagged}) {
    if (wanted != bench::name_of(s)) continue;
    write(bench::draw_plan(s, static_cast<std::size_t>(std::atoll(argv[2])), 1));
    return 0;
  }
  std::cerr << "usage: bench_draw layered|shuffled|random|chain|unlagged TASKS\n";
  return 2;
}
