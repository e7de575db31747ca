/// Small plans whose links already run from lower to higher numbers: computed as they stand.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP

#include <daopai/schedule/kernel/detail/check.hpp>
#include <daopai/schedule/kernel/results.hpp>

namespace daopai::kernel::detail {

/// Both passes straight over the caller's arrays. Of a plan of 200 tasks sorting is two thirds of
/// the work; the loops over links of unknown number cost less than it, as long as all of the plan
/// is in the first-level cache.
class in_order_solver {
public:
  in_order_solver(const plan_arrays& plan, network& net, results& r)
      : plan_(plan), net_(net), r_(r) {}

  /// Whether it could; if not, the plan is for the compiler, which also says what is wrong with it.
  bool run() {
    if (!is_plain() || !is_short()) return false;
    make_room();
    if (!sweep_forward()) return false;
    sweep_back();
    return true;
  }

private:
  static constexpr std::size_t most_tasks = 2'000;

  [[nodiscard]] bool is_plain() const {
    const std::size_t n = plan_.size();
    return n > 0 && n <= most_tasks && !plan_.tables && plan_.kinds.empty() &&
           plan_.not_before.empty() && plan_.deadlines.empty() && plan_.calendars.empty() &&
           plan_.first_link.size() == n + 1 && plan_.first_link[n] == plan_.links.size() &&
           is_date(plan_.start) && is_date(plan_.finish_by.value_or(0));
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

  /// Stops at the first task that waits for one not before it, or whose row is none.
  bool sweep_forward() {
    std::int32_t* finish = r_.early_finish.data();
    r_.finish = plan_.start;
    std::uint32_t end = 0;
    for (std::uint32_t t = 0; t < plan_.size(); ++t) {
      const std::uint32_t begin = end;
      end = plan_.first_link[t + 1];
      if (plan_.first_link[t] != begin || end < begin || end > plan_.links.size()) return false;
      std::int32_t start = plan_.start;
      for (std::uint32_t l = begin; l < end; ++l) {
        const link& before = plan_.links[l];
        if (before.predecessor >= t) return false;
        start = std::max(start, finish[before.predecessor] + before.lag);
      }
      finish[t] = start + plan_.durations[t];
      r_.finish = std::max(r_.finish, finish[t]);
    }
    return true;
  }

  void sweep_back() {
    std::int32_t* finish = r_.late_finish.data();
    const std::int32_t finish_by = plan_.finish_by.value_or(r_.finish);
    for (std::uint32_t t = static_cast<std::uint32_t>(plan_.size()); t-- > 0;) {
      finish[t] = finish[t] == never ? finish_by : finish[t];
      r_.total_float[t] = finish[t] - r_.early_finish[t];
      const std::int32_t start = finish[t] - plan_.durations[t];
      for (std::uint32_t l = plan_.first_link[t]; l < plan_.first_link[t + 1]; ++l) {
        std::int32_t& before = finish[plan_.links[l].predecessor];
        before = std::min(before, start - plan_.links[l].lag);
      }
    }
  }

  const plan_arrays& plan_;
  network& net_;
  results& r_;
};

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_IN_ORDER_HPP
