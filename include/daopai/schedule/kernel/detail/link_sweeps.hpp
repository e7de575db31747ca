/// Both passes link by link, for networks whose runs are short.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_LINK_SWEEPS_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_LINK_SWEEPS_HPP

#include <daopai/schedule/kernel/results.hpp>

#include <algorithm>

namespace daopai::kernel::detail {

/// Two guesses go wrong at the ends of a run, which is little where runs are long. Where they hold
/// fewer than six tasks, one loop over all links has no end to guess but its own: 1,000 layered
/// tasks take 14 ns each instead of 23; 10,000, seven a run, as much either way.
///
///   links       a   b  c   d      of the tasks in their order
///   followers   1   2  2   3      the task that each leads to
inline constexpr std::size_t short_run = 6;

[[nodiscard]] inline bool has_short_runs(const network& net) {
  return net.runs.size() * short_run > net.size();
}

/// Fills net.followers, if all links are in one stream.
inline void find_followers(network& net) {
  const bool one_stream = net.targets.empty() && net.crossing.empty() && !net.tables;
  net.followers.reset(one_stream && has_short_runs(net) ? net.links.size() : 0);
  if (net.followers.empty()) return;
  position* to = net.followers.data();
  position next = 0;
  for (const run& r : net.runs) {
    for (const position end = next + r.count; next != end; ++next) {
      to = std::fill_n(to, r.degree, next);
    }
  }
}

/// @param into  whose early finishes are the earliest starts that tasks ask for themselves
/// @return the last early finish, or the plan's start
inline std::int32_t sweep_links_forward(const network& net, results& into) {
  std::int32_t* finish = into.early_finish.data();
  const std::int32_t* duration = net.duration.data();
  for (position p = 0; p < net.size(); ++p) finish[p] += duration[p];
  for (std::size_t l = 0; l < net.links.size(); ++l) {
    const position p = net.followers[l];
    const std::int32_t start = finish[net.links[l].predecessor] + net.links[l].lag;
    finish[p] = std::max(finish[p], start + duration[p]);
  }
  std::int32_t last = net.start;
  for (position p = 0; p < net.size(); ++p) last = std::max(last, finish[p]);
  return last;
}

/// @param into  whose late finishes hold the deadlines, or `never`, and of the tasks that nothing
///              follows what holds them
inline void sweep_links_back(const network& net, results& into) {
  std::int32_t* finish = into.late_finish.data();
  const std::int32_t* duration = net.duration.data();
  for (std::size_t l = net.links.size(); l-- > 0;) {
    const position p = net.followers[l];
    const std::int32_t left = finish[p] - duration[p] - net.links[l].lag;
    std::int32_t& end = finish[net.links[l].predecessor];
    end = std::min(end, left);
  }
  for (position p = 0; p < net.size(); ++p) {
    into.total_float[p] = finish[p] - into.early_finish[p];
  }
}

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_LINK_SWEEPS_HPP
