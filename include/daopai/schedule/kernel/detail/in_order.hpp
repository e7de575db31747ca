/// Plans whose links already run from lower to higher numbers: computed as they stand.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP

#include <daopai/schedule/kernel/detail/check.hpp>
#include <daopai/schedule/kernel/results.hpp>

#include <algorithm>
#include <numeric>

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
    if (!is_plain()) return false;
    const extremes found = find_extremes();
    if (!is_short(found) || !find_rows()) return false;
    make_room();
    if (!sweep_forward()) return false;
    found.least_lag < 0 ? sweep_back<true>() : sweep_back<false>();
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

  /// The least and greatest of all durations and lags, 0 included; found in vector registers.
  struct extremes {
    std::int32_t least_duration = 0;
    std::int32_t greatest_duration = 0;
    std::int32_t least_lag = 0;
    std::int32_t greatest_lag = 0;
  };
  [[nodiscard]] extremes find_extremes() const {
    extremes e;
    for (const std::int32_t d : plan_.durations) {
      e.least_duration = std::min(e.least_duration, d);
      e.greatest_duration = std::max(e.greatest_duration, d);
    }
    for (const link& l : plan_.links) {
      e.least_lag = std::min(e.least_lag, l.lag);
      e.greatest_lag = std::max(e.greatest_lag, l.lag);
    }
    return e;
  }

  /// Whether durations are durations and no date can overflow: nearly always no date could even if
  /// all durations and lags were as long as the longest.
  [[nodiscard]] bool is_short(const extremes& e) const {
    const std::int64_t duration = e.greatest_duration;
    const std::int64_t lag = std::max(std::int64_t{e.greatest_lag}, -std::int64_t{e.least_lag});
    const bool is_bounded =
        duration <= most_length && lag <= most_length &&
        duration * count(plan_.durations) + lag * count(plan_.links) <= most_length;
    return e.least_duration >= 0 && (is_bounded || total_length() <= most_length);
  }

  template <class T>
  [[nodiscard]] static std::int64_t count(array_view<T> all) {
    return static_cast<std::int64_t>(all.size());
  }

  /// Of all durations, lags and leads.
  [[nodiscard]] std::int64_t total_length() const {
    std::int64_t length = 0;
    for (const std::int32_t d : plan_.durations) length += d;
    for (const link& l : plan_.links) length += std::max(std::int64_t{l.lag}, -std::int64_t{l.lag});
    return length;
  }

  void make_room() {
    const std::size_t n = plan_.size();
    net_.duration.reset(n);
    net_.task.reset(n);
    net_.position_of.reset(n);
    std::copy(plan_.durations.begin(), plan_.durations.end(), net_.duration.data());
    std::iota(net_.task.data(), net_.task.data() + n, 0U);
    std::iota(net_.position_of.data(), net_.position_of.data() + n, 0U);
    r_.computed = extent::dates;
    r_.early_start.reset(0);
    r_.late_start.reset(0);
    r_.early_finish.reset(n);
    r_.late_finish.reset(n);
    r_.total_float.reset(n);
  }

  /// Counts how many rows begin at each link. Whether the offsets ascend.
  bool find_rows() {
    const array_view<std::uint32_t> first = plan_.first_link;
    const std::size_t n = plan_.size();
    unsigned descents = first[0] == 0 ? 0 : 1;
    for (std::size_t t = 0; t < n; ++t) descents |= first[t] > first[t + 1] ? 1U : 0U;
    if (descents != 0) return false;
    successor_.fill(plan_.links.size() + 1, 0);
    for (std::size_t t = 1; t < n; ++t) ++successor_[first[t]];
    return true;
  }

  /// Whether every task waits for tasks before it alone. The finish of a task stands when the last
  /// link to it has been seen.
  bool sweep_forward() {
    std::int32_t* finish = r_.early_finish.data();
    const std::int32_t* duration = net_.duration.data();
    const std::int32_t start = plan_.start;
    for (std::size_t t = 0; t < plan_.size(); ++t) finish[t] = start + duration[t];
    std::uint32_t t = 0;
    for (std::size_t l = 0; l < plan_.links.size(); ++l) {
      const link before = plan_.links[l];
      successor_[l] = t += successor_[l];
      if (before.predecessor >= t) return false;
      finish[t] = std::max(finish[t], finish[before.predecessor] + before.lag + duration[t]);
    }
    std::int32_t last = start;
    for (std::size_t i = 0; i < plan_.size(); ++i) last = std::max(last, finish[i]);
    r_.finish = last;
    return true;
  }

  /// Without leads no task may end later than what holds the last ones, so that all may begin with
  /// that; else it is put where nothing was pushed to, as each task is reached.
  template <bool Leads>
  void sweep_back() {
    const std::int32_t finish_by = plan_.finish_by.value_or(r_.finish);
    r_.late_finish.fill(plan_.size(), Leads ? never : finish_by);
    std::int32_t* finish = r_.late_finish.data();
    const std::int32_t* duration = net_.duration.data();
    const auto settled = [&](std::size_t t) {
      return Leads && finish[t] == never ? finish_by : finish[t];
    };
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
