/// Plans as arrays for the tests of the kernels, and the textbook's way to compute them.
#ifndef DAOPAI_TESTS_SCHEDULE_KERNEL_PLANS_HPP
#define DAOPAI_TESTS_SCHEDULE_KERNEL_PLANS_HPP

#include <daopai/kernel.hpp>

#include <random>

namespace daopai::tests {

using daopai::kernel::plan_arrays;
using daopai::kernel::task_result;

/// Owns what plan_arrays looks at.
struct array_plan {
  std::vector<std::uint32_t> first_link{0};
  std::vector<kernel::link> links{};
  std::vector<std::int32_t> durations{};
  std::vector<dependency_kind> kinds{};
  std::vector<std::int32_t> not_before{};
  std::vector<std::int32_t> deadlines{};
  std::int32_t start = 0;
  std::optional<std::int32_t> finish_by{};

  [[nodiscard]] plan_arrays view() const {
    return {.first_link = first_link,
            .links = links,
            .durations = durations,
            .kinds = kinds,
            .not_before = not_before,
            .deadlines = deadlines,
            .start = start,
            .finish_by = finish_by};
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(durations.size()); }
};

struct array_shape {
  int tasks = 30;
  int most_links = 4;
  int reach = 30;  ///< how far back in the order a link may go; 1 makes chains
  bool lags = true;
  bool kinds = true;
  bool dates = true;     ///< deadlines and earliest starts
  bool shuffled = true;  ///< the numbers of tasks say nothing about their order
};

class array_maker {
public:
  array_maker(std::uint32_t seed, array_shape shape) : dice_(seed), shape_(shape) {}

  [[nodiscard]] array_plan make() {
    const auto n = static_cast<std::size_t>(shape_.tasks);
    std::vector<std::uint32_t> number(n);
    for (std::size_t i = 0; i < n; ++i) number[i] = static_cast<std::uint32_t>(i);
    if (shape_.shuffled) std::shuffle(number.begin(), number.end(), dice_);
    std::vector<std::size_t> place(n);
    for (std::size_t i = 0; i < n; ++i) place[number[i]] = i;
    array_plan made;
    for (std::size_t t = 0; t < n; ++t) add_task(made, static_cast<int>(place[t]), number);
    if (shape_.kinds && made.kinds.empty()) made.kinds.assign(0, {});
    made.start = roll(-3, 10);
    if (shape_.dates && roll(0, 1) == 0) made.finish_by = roll(0, 60);
    return made;
  }

  [[nodiscard]] int roll(int first, int last) {
    return std::uniform_int_distribution<int>(first, last)(dice_);
  }

private:
  void add_task(array_plan& made, int place, const std::vector<std::uint32_t>& number) {
    const int links = place == 0 ? 0 : roll(0, roll(0, 9) == 0 ? 20 : shape_.most_links);
    const bool lagged = shape_.lags && roll(0, 1) == 0;
    for (int l = 0; l < links; ++l) {
      const int before = roll(std::max(0, place - shape_.reach), place - 1);
      made.links.push_back({number[static_cast<std::size_t>(before)], lagged ? roll(-4, 6) : 0});
      if (!shape_.kinds) continue;
      made.kinds.push_back(static_cast<dependency_kind>(roll(0, 3) == 0 ? roll(0, 3) : 0));
      if (made.kinds.back() != dependency_kind::finish_to_start)
        made.links.back().lag = roll(-4, 6);
    }
    made.first_link.push_back(static_cast<std::uint32_t>(made.links.size()));
    made.durations.push_back(roll(0, 5) == 0 ? 0 : roll(1, 9));
    if (!shape_.dates) return;
    made.not_before.push_back(roll(0, 3) == 0 ? roll(0, 40) : -1000);
    made.deadlines.push_back(roll(0, 3) == 0 ? roll(0, 60) : kernel::no_deadline);
  }

  std::mt19937 dice_;
  array_shape shape_;
};

/// The critical path method as a textbook has it (e.g. PMBOK Guide, precedence diagrams): every
/// date from its definition, by recursion, with nothing laid out or sorted.
class textbook {
public:
  explicit textbook(const array_plan& plan)
      : plan_(plan), early_(plan.size()), late_(plan.size()), out_(plan.size()) {
    for (std::uint32_t t = 0; t < plan.size(); ++t) {
      for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
        out_[plan.links[l].predecessor].push_back({t, l});
      }
    }
    finish_ = plan.start;
    for (std::uint32_t t = 0; t < plan.size(); ++t) finish_ = std::max(finish_, early_finish(t));
    if (plan.finish_by) finish_ = *plan.finish_by;
  }

  [[nodiscard]] std::int32_t early_start(std::uint32_t t) {
    if (early_[t]) return *early_[t];
    std::int32_t start = plan_.start;
    if (!plan_.not_before.empty()) start = std::max(start, plan_.not_before[t]);
    for (std::uint32_t l = plan_.first_link[t]; l < plan_.first_link[t + 1]; ++l) {
      start = std::max(start, allowed_start(t, l));
    }
    early_[t] = start;
    return start;
  }
  [[nodiscard]] std::int32_t early_finish(std::uint32_t t) {
    return early_start(t) + plan_.durations[t];
  }
  /// What link `l` into task `t` allows.
  [[nodiscard]] std::int32_t allowed_start(std::uint32_t t, std::uint32_t l) {
    using enum dependency_kind;
    const kernel::link& from = plan_.links[l];
    const bool leaves_start = kind(l) == start_to_start || kind(l) == start_to_finish;
    const bool to_finish = kind(l) == finish_to_finish || kind(l) == start_to_finish;
    const std::int32_t end =
        leaves_start ? early_start(from.predecessor) : early_finish(from.predecessor);
    return end + from.lag - (to_finish ? plan_.durations[t] : 0);
  }

  [[nodiscard]] std::int32_t late_finish(std::uint32_t t) {
    if (late_[t]) return *late_[t];
    late_[t] = held(t, [&](std::uint32_t to) { return late_finish(to); });
    return *late_[t];
  }
  [[nodiscard]] std::int32_t total_float(std::uint32_t t) {
    return late_finish(t) - early_finish(t);
  }
  [[nodiscard]] std::int32_t free_float(std::uint32_t t) {
    if (out_[t].empty()) return std::max(0, total_float(t));
    const std::int32_t harmless =
        held_by_successors(t, [&](std::uint32_t to) { return early_finish(to); });
    return std::max(0, harmless - early_finish(t));
  }

private:
  struct outgoing {
    std::uint32_t to;
    std::uint32_t link;
  };

  [[nodiscard]] dependency_kind kind(std::uint32_t l) const {
    return plan_.kinds.empty() ? dependency_kind::finish_to_start : plan_.kinds[l];
  }

  template <class FinishOf>
  [[nodiscard]] std::int32_t held(std::uint32_t t, FinishOf finish_of) {
    const std::int32_t own = plan_.deadlines.empty() ? kernel::no_deadline : plan_.deadlines[t];
    const std::int32_t finish = std::min(own, held_by_successors(t, finish_of));
    return finish == kernel::never ? finish_ : finish;
  }
  template <class FinishOf>
  [[nodiscard]] std::int32_t held_by_successors(std::uint32_t t, FinishOf finish_of) {
    using enum dependency_kind;
    std::int32_t finish = kernel::never;
    for (const outgoing& o : out_[t]) {
      const dependency_kind k = kind(o.link);
      const bool to_finish = k == finish_to_finish || k == start_to_finish;
      const bool leaves_start = k == start_to_start || k == start_to_finish;
      const std::int32_t end = finish_of(o.to) - (to_finish ? 0 : plan_.durations[o.to]);
      const std::int32_t allowed = end - plan_.links[o.link].lag;
      finish = std::min(finish, allowed + (leaves_start ? plan_.durations[t] : 0));
    }
    return finish;
  }

  const array_plan& plan_;
  std::vector<std::optional<std::int32_t>> early_;
  std::vector<std::optional<std::int32_t>> late_;
  std::vector<std::vector<outgoing>> out_;
  std::int32_t finish_ = 0;
};

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SCHEDULE_KERNEL_PLANS_HPP
