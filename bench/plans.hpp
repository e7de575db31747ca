/// Plans drawn by a seed: the same on every machine and for every peer.
#ifndef DAOPAI_BENCH_PLANS_HPP
#define DAOPAI_BENCH_PLANS_HPP

#include <daopai/kernel.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

namespace daopai::bench {

/// Whole numbers that look random (splitmix64, Steele, Lea and Flood 2014).
class draws {
public:
  explicit draws(std::uint64_t seed) : state_(seed) {}
  /// A number in [0, below).
  std::uint32_t operator()(std::size_t below) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return static_cast<std::uint32_t>((z ^ (z >> 31U)) % below);
  }

private:
  std::uint64_t state_;
};

/// A plan as the peers build it too; its arrays are those of the kernels.
struct drawn_plan {
  std::vector<std::uint32_t> first_link{0};
  std::vector<kernel::link> links{};
  std::vector<std::int32_t> durations{};
  std::vector<dependency_kind> kinds{};    // empty: all finish-to-start
  std::vector<std::int32_t> deadlines{};   // empty: none
  std::vector<std::uint16_t> calendars{};  // empty: one for all

  [[nodiscard]] std::size_t size() const { return durations.size(); }
  [[nodiscard]] kernel::plan_arrays arrays() const {
    return {.first_link = first_link,
            .links = links,
            .durations = durations,
            .kinds = kinds,
            .deadlines = deadlines,
            .calendars = calendars};
  }
};

/// What a plan looks like:
///   layered   blocks of 100 tasks in 10 layers of 10; a task waits for some of the layer above it,
///             and one link in ten goes to a task of any earlier block; 2.8 links a task
///   shuffled  the same, the tasks in a random order
///   random    a task waits for any of the tasks before it
///   chain     a task waits for the one before it
///   unlagged  layered, no link has a lag
///   counties  layered, 150 to 250 tasks each
enum class shape { layered, shuffled, random, chain, unlagged, counties };

[[nodiscard]] inline const char* name_of(shape s) {
  constexpr std::array<const char*, 6> names{"layered", "shuffled", "random",
                                             "chain",   "unlagged", "counties"};
  return names[static_cast<std::size_t>(s)];
}

namespace detail {

/// Draws one task after another, links to tasks that are there already.
class plan_drawer {
public:
  plan_drawer(std::size_t tasks, std::uint64_t seed) : tasks_(tasks), draw_(seed) {
    plan_.first_link.reserve(tasks + 1);
    plan_.durations.reserve(tasks);
    plan_.links.reserve(tasks * 3);
  }

  drawn_plan layered() && {
    constexpr std::uint32_t block = 100;
    constexpr std::uint32_t layer = 10;
    for (std::uint32_t t = 0; t < tasks_; ++t) {
      const std::uint32_t above = t / layer * layer;  // where its layer begins
      const bool is_first_layer = t % block < layer;
      const std::uint32_t links = is_first_layer ? draw_(2) : 1 + draw_(6);
      for (std::uint32_t l = 0; l < links; ++l) {
        const bool crosses = is_first_layer || draw_(10) == 0;
        if (!crosses) add_link(above - layer + draw_(layer));
        if (crosses && t >= block) add_link(draw_(t / block * block));
      }
      add_task();
    }
    return std::move(plan_);
  }

  drawn_plan random() && {
    for (std::uint32_t t = 0; t < tasks_; ++t) {
      const std::uint32_t links = t == 0 ? 0 : draw_(6);
      for (std::uint32_t l = 0; l < links; ++l) add_link(draw_(t));
      add_task();
    }
    return std::move(plan_);
  }

  drawn_plan chain() && {
    for (std::uint32_t t = 0; t < tasks_; ++t) {
      if (t > 0) add_link(t - 1);
      add_task();
    }
    return std::move(plan_);
  }

private:
  /// One link in ten has a lag. A predecessor that was drawn for this task already is passed over:
  /// not every peer takes two links between the same tasks.
  void add_link(std::uint32_t predecessor) {
    const auto own = plan_.links.begin() + plan_.first_link.back();
    const auto same = [&](const kernel::link& l) { return l.predecessor == predecessor; };
    if (std::any_of(own, plan_.links.end(), same)) return;
    const bool has_lag = draw_(10) == 0;
    plan_.links.push_back({predecessor, has_lag ? static_cast<std::int32_t>(1 + draw_(5)) : 0});
  }
  void add_task() {
    plan_.durations.push_back(static_cast<std::int32_t>(1 + draw_(20)));
    plan_.first_link.push_back(static_cast<std::uint32_t>(plan_.links.size()));
  }

  std::size_t tasks_;
  draws draw_;
  drawn_plan plan_{};
};

[[nodiscard]] inline drawn_plan without_lags(drawn_plan plan) {
  for (kernel::link& l : plan.links) l.lag = 0;
  return plan;
}

/// The tasks of a plan in another order.
[[nodiscard]] inline drawn_plan shuffled(const drawn_plan& plan, std::uint64_t seed) {
  std::vector<std::uint32_t> old(plan.size());
  std::iota(old.begin(), old.end(), 0U);
  draws draw(seed);
  for (std::size_t i = old.size(); i > 1; --i) std::swap(old[i - 1], old[draw(i)]);
  std::vector<std::uint32_t> now(plan.size());
  for (std::uint32_t t = 0; t < old.size(); ++t) now[old[t]] = t;
  drawn_plan result;
  result.links.reserve(plan.links.size());
  for (const std::uint32_t t : old) {
    for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
      result.links.push_back({now[plan.links[l].predecessor], plan.links[l].lag});
    }
    result.durations.push_back(plan.durations[t]);
    result.first_link.push_back(static_cast<std::uint32_t>(result.links.size()));
  }
  return result;
}

}  // namespace detail

[[nodiscard]] inline drawn_plan draw_plan(shape s, std::size_t tasks, std::uint64_t seed) {
  switch (s) {
    case shape::layered: return detail::plan_drawer(tasks, seed).layered();
    case shape::shuffled:
      return detail::shuffled(detail::plan_drawer(tasks, seed).layered(), seed + 1);
    case shape::random: return detail::plan_drawer(tasks, seed).random();
    case shape::chain: return detail::plan_drawer(tasks, seed).chain();
    case shape::unlagged: return detail::without_lags(detail::plan_drawer(tasks, seed).layered());
    case shape::counties: break;
  }
  return detail::plan_drawer(150 + draws(seed)(101), seed).layered();
}

/// So many plans of the kind that a branch predictor cannot learn them by heart: 50,000 tasks
/// together. Of counties, 5,000.
[[nodiscard]] inline std::vector<drawn_plan> draw_plans(shape s, std::size_t tasks) {
  const std::size_t enough = s == shape::counties ? 5000 : 1 + 50'000 / tasks;
  std::vector<drawn_plan> plans;
  for (std::uint64_t seed = 1; seed <= enough; ++seed) plans.push_back(draw_plan(s, tasks, seed));
  return plans;
}

/// The day on which full plans start, of the range of their calendars; it leaves room for dates
/// that come too late.
inline constexpr std::int32_t full_start = 3000;

/// Adds what a full plan has: one link in ten of another kind, lags and leads, a deadline near its
/// date for one task in fifty, sixteen calendars.
[[nodiscard]] inline drawn_plan with_everything(drawn_plan plan, std::uint64_t seed) {
  const kernel::network net = kernel::compile(plan.arrays());
  const kernel::results dates = kernel::compute(net);
  draws draw(seed);
  for (kernel::link& l : plan.links) {
    const bool is_plain = draw(10) != 0;
    plan.kinds.push_back(is_plain ? dependency_kind::finish_to_start
                                  : static_cast<dependency_kind>(1 + draw(3)));
    if (l.lag == 0 && draw(10) == 0) l.lag = static_cast<std::int32_t>(draw(11)) - 5;
  }
  for (std::uint32_t t = 0; t < plan.size(); ++t) {
    const std::int32_t near = full_start + dates.early_finish[net.position_of[t]] * 7 / 5;
    const bool has_deadline = draw(50) == 0;
    plan.deadlines.push_back(has_deadline ? near + static_cast<std::int32_t>(draw(300))
                                          : kernel::no_deadline);
    plan.calendars.push_back(static_cast<std::uint16_t>(draw(16)));
  }
  return plan;
}

/// Sixteen calendars of different weeks and holidays.
[[nodiscard]] inline std::vector<calendar> sixteen_calendars(day_number first, day_number last) {
  std::vector<calendar> calendars;
  for (std::uint32_t c = 0; c < 16; ++c) {
    calendar_rules rules{.week = monday_to_friday};
    rules.week[5] = c % 2 == 1;
    draws draw(c);
    for (day_number day = first; day < last; day += 30 + static_cast<day_number>(draw(40))) {
      rules.off.push_back({to_date(day), to_date(day + static_cast<day_number>(draw(5)))});
    }
    calendars.emplace_back(std::move(rules));
  }
  return calendars;
}

}  // namespace daopai::bench

#endif  // DAOPAI_BENCH_PLANS_HPP
