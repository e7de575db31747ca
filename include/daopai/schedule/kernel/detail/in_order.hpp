/// Plans whose links already run from lower to higher numbers: computed as they stand.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP

#include <daopai/schedule/kernel/detail/check.hpp>
#include <daopai/schedule/kernel/results.hpp>

namespace daopai::kernel::detail {

/// Both passes straight over the caller's links. Sorting is two thirds of the work, of small plans
/// as of large ones: without it a plan takes a third of the time. The links of all tasks are one
/// loop, so that no end of a row is guessed, which is worth 2.5 times on plans of 200 tasks; which
/// task a link leads to is a running sum:
///
///   task            0      1      2         3
///   links                  a   b  c   d     e        1: a, b   2: c, d   3: e
///   rows that begin        1   0  1   0     1
///   leads to               1   1  2   2     3        the sum of them so far
class in_order_solver {
public:
  in_order_solver(const plan_arrays& plan, network& net, results& r,
                  buffer<std::uint32_t>& successors)
      : plan_(plan), net_(net), r_(r), successor_(successors) {}

  /// Whether it could; if not, the plan is for the compiler, which also says what is wrong with it.
  bool run() {
    if (!is_plain() || !is_short() || !find_rows()) return false;
    make_room();
    if (!sweep_forward()) return false;
    sweep_back();
    return true;
  }

private:
  [[nodiscard]] bool is_plain() const {
    const std::size_t n = plan_.size();
    return n > 0 && n < no_task && plan_.links.size() < no_task && !plan_.tables &&
           plan_.kinds.empty() && plan_.not_before.empty() && plan_.deadlines.empty() &&
           plan_.calendars.empty() && plan_.first_link.size() == n + 1 &&
           plan_.first_link[n] == plan_.links.size() && is_date(plan_.start) &&
           is_date(plan_.finish_by.value_or(0));
  }

  /// Whether durations are durations and no date can overflow.
  [[nodiscard]] bool is_short() const {
    std::int64_t length = 0;
    std::int32_t shortest = 0;
    for (const std::int32_t d : plan_.durations) {
      length += d;
      shortest = std::min(shortest, d);
    }
    for (const link& l : plan_.links) length += std::max(std::int64_t{l.lag}, -std::int64_t{l.lag});
    return shortest >= 0 && length <= most_length;
  }

  void make_room() {
    const std::size_t n = plan_.size();
    net_.duration.reset(n);
    net_.task.reset(n);
    net_.position_of.reset(n);
    for (std::uint32_t t = 0; t < n; ++t) {
      net_.duration[t] = plan_.durations[t];
      net_.task[t] = net_.position_of[t] = t;
    }
    r_.computed = extent::dates;
    r_.early_start.reset(0);
    r_.late_start.reset(0);
    r_.early_finish.reset(n);
    r_.late_finish.fill(n, never);
    r_.total_float.reset(n);
  }

  /// Counts how many rows begin at each link. Whether the offsets ascend.
  bool find_rows() {
    const array_view<std::uint32_t> first = plan_.first_link;
    const std::size_t n = plan_.size();
    bool ascends = first[0] == 0;
    for (std::size_t t = 0; t < n; ++t) ascends = ascends && first[t] <= first[t + 1];
    if (!ascends) return false;
    successor_.fill(plan_.links.size() + 1, 0);
    for (std::size_t t = 1; t < n; ++t) ++successor_[first[t]];
    return true;
  }

  /// Whether every task waits for tasks before it alone. The finish of a task stands when the last
  /// link to it has been seen.
  bool sweep_forward() {
    std::int32_t* finish = r_.early_finish.data();
    const std::int32_t* duration = net_.duration.data();
    for (std::size_t t = 0; t < plan_.size(); ++t) finish[t] = plan_.start + duration[t];
    std::uint32_t t = 0;
    for (std::size_t l = 0; l < plan_.links.size(); ++l) {
      const link before = plan_.links[l];
      successor_[l] = t += successor_[l];
      if (before.predecessor >= t) return false;
      finish[t] = std::max(finish[t], finish[before.predecessor] + before.lag + duration[t]);
    }
    r_.finish = plan_.start;
    for (std::size_t i = 0; i < plan_.size(); ++i) r_.finish = std::max(r_.finish, finish[i]);
    return true;
  }

  void sweep_back() {
    std::int32_t* finish = r_.late_finish.data();
    const std::int32_t* duration = net_.duration.data();
    const std::int32_t finish_by = plan_.finish_by.value_or(r_.finish);
    const auto settled = [&](std::size_t t) { return finish[t] == never ? finish_by : finish[t]; };
    for (std::size_t l = plan_.links.size(); l-- > 0;) {
      const link before = plan_.links[l];
      const std::uint32_t t = successor_[l];
      std::int32_t& end = finish[before.predecessor];
      end = std::min(end, settled(t) - duration[t] - before.lag);
    }
    for (std::size_t t = 0; t < plan_.size(); ++t) {
      finish[t] = settled(t);
      r_.total_float[t] = finish[t] - r_.early_finish[t];
    }
  }

  const plan_arrays& plan_;
  network& net_;
  results& r_;
  buffer<std::uint32_t>& successor_;  // by link
};

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP
