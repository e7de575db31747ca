/// Float per inspection: how much room each task has if one inspection alone counts.
#ifndef DAOPAI_SCHEDULE_FLOATS_HPP
#define DAOPAI_SCHEDULE_FLOATS_HPP

#include <daopai/schedule/schedule.hpp>

namespace daopai {

/// Total float of every task to inspection `i`, as if no deadline and no other inspection counted;
/// nothing for tasks that are done or do not lead to it. By task; a phase shows the least below it.
/// O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::optional<workdays>> floats_to(const Schedule& s, inspection_id i);

// ---------------------------------------------------------------------------------------------

template <only<schedule> Schedule>
std::vector<std::optional<workdays>> floats_to(const Schedule& s, inspection_id i) {
  const network& net = s.network();
  const event_dates late = backward_pass(net, i);
  std::vector<std::optional<workdays>> floats(s.plan().tasks().size());
  const auto order = detail::from_the_top(s.plan());
  for (std::size_t row = order.size(); row-- > 0;) {
    const task_id t = order[row];
    auto& own = floats[t.index()];
    const position p = net.at(t);
    if (detail::is_open_task(net, p) && late.finish[p] != detail::never) {
      own = workdays(detail::float_at(net, s.early_dates(), late, p));
    }
    const auto above = s.plan().parent(t);
    if (!own || !above) continue;
    auto& least = floats[above->index()];
    least = std::min(least.value_or(*own), *own);
  }
  return floats;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_FLOATS_HPP
