/// Both passes over eight plans at once.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_LANE_SWEEPS_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_LANE_SWEEPS_HPP

#include <daopai/schedule/kernel/detail/check.hpp>
#include <daopai/schedule/kernel/detail/number_time.hpp>

namespace daopai::kernel {

/// How many plans lie side by side: 32-bit dates in one 256-bit register, or two of 128.
inline constexpr std::size_t lanes = 8;

/// Answers of eight plans, by position and then by plan.
struct lane_results {
  buffer<std::int32_t> duration{};
  buffer<std::int32_t> early_finish{};
  buffer<std::int32_t> late_finish{};
};

/// The dates and total float of a task of the plan in a lane. O(1).
[[nodiscard]] inline task_result result_of(const network& net, const lane_results& r,
                                           std::uint32_t task, std::size_t lane) {
  const std::size_t at = net.position_of[task] * lanes + lane;
  return {.early_start = r.early_finish[at] - r.duration[at],
          .early_finish = r.early_finish[at],
          .late_start = r.late_finish[at] - r.duration[at],
          .late_finish = r.late_finish[at],
          .total_float = r.late_finish[at] - r.early_finish[at],
          .free_float = 0,
          .driver = no_task};
}

namespace detail {

/// Eight numbers that are added and compared at once; g++ and clang++ know the type, and make of it
/// what the machine has. It may lie anywhere in memory. (A plain loop over eight is vectorised by
/// one compiler and not by the other.)
typedef std::int32_t lane_vector  // NOLINT(modernize-use-using): g++ takes attributes only here
    __attribute__((vector_size(32), aligned(4), may_alias));
static_assert(sizeof(lane_vector) == lanes * sizeof(std::int32_t));

inline void raise(lane_vector& a, const lane_vector& b) { a = a > b ? a : b; }
inline void lower(lane_vector& a, const lane_vector& b) { a = a < b ? a : b; }

inline void check_lanes(const network& net, const array_view<std::int32_t>* durations) {
  std::vector<problem> problems;
  if (net.tables) problems.push_back({"wrong-time", "tables", "expected a plan without calendars"});
  std::int64_t longest = 0;
  for (std::size_t k = 0; k < lanes; ++k) {
    const std::string place = "durations[" + std::to_string(k) + ']';
    if (durations[k].size() != net.size()) {
      problems.push_back({"wrong-size", place, "expected " + std::to_string(net.size())});
      continue;
    }
    std::int32_t shortest = 0;
    for (const std::int32_t d : durations[k]) {
      shortest = std::min(shortest, d);
      longest = std::max<std::int64_t>(longest, d);
    }
    if (shortest < 0) problems.push_back({"out-of-range", place, "one is negative"});
  }
  if (!problems.empty()) throw invalid_input(std::move(problems));
  if ((longest + net.longest_lag) * std::max<std::int64_t>(net.levels, 1) <= most_length) return;
  throw error("a plan is too long: its longest chain may pass 2^29 working days");
}

/// The sweeps of forward.hpp and backward.hpp, eight plans wide. What a loop over links mispredicts
/// is shared by eight here, so nothing is unrolled.
class lane_sweeps {
public:
  lane_sweeps(const network& net, lane_results& r) : net_(net), r_(r) {}

  void run(const array_view<std::int32_t>* durations) {
    transpose(durations);
    set_bounds();
    walk_forward();
    set_late_ends();
    walk_back();
  }

private:
  [[nodiscard]] static lane_vector& at(buffer<std::int32_t>& numbers, position p) {
    return *reinterpret_cast<lane_vector*>(numbers.data() + p * lanes);
  }

  void transpose(const array_view<std::int32_t>* durations) {
    r_.duration.reset(net_.size() * lanes);
    for (position p = 0; p < net_.size(); ++p) {
      for (std::size_t k = 0; k < lanes; ++k) {
        r_.duration[p * lanes + k] = durations[k][net_.task[p]];
      }
    }
  }

  void set_bounds() {
    r_.early_finish.reset(net_.size() * lanes);
    for (position p = 0; p < net_.size(); ++p) {
      at(r_.early_finish, p) =
          lane_vector{} + (net_.earliest.empty() ? net_.start : net_.earliest[p]);
    }
  }

  void walk_forward() {
    last_ += net_.start;
    position p = 0;
    const position* target = net_.targets.data();
    const link* l = net_.links.data();
    const cross_link* crossing = net_.crossing.data();
    for (const kernel::run& r : net_.runs) {
      const bool crosses = r.kind != run_kind::unlagged && r.kind != run_kind::lagged;
      for (std::uint32_t i = 0; i < r.count; ++i) {
        if (crosses) {
          pull(r.kind, *crossing++);
          continue;
        }
        lane_vector& here = at(r_.early_finish, p);
        for (std::uint32_t k = 0; k < r.degree; ++k) {
          const link from = r.kind == run_kind::lagged ? *l++ : link{*target++, 0};
          raise(here, at(r_.early_finish, from.predecessor) + from.lag);
        }
        here += at(r_.duration, p++);
        raise(last_, here);
      }
    }
  }

  void pull(run_kind kind, const cross_link& l) {
    lane_vector end = at(r_.early_finish, l.from) + l.lag;
    if (leaves_start(kind)) end -= at(r_.duration, l.from);
    if (holds_finish(kind)) end -= at(r_.duration, l.to);
    raise(at(r_.early_finish, l.to), end);
  }

  void set_late_ends() {
    r_.late_finish.reset(net_.size() * lanes);
    for (position p = 0; p < net_.size(); ++p) {
      at(r_.late_finish, p) = lane_vector{} + (net_.latest.empty() ? never : net_.latest[p]);
    }
    if (net_.finish_by) last_ = lane_vector{} + *net_.finish_by;
    for (position p = net_.last_level; p < net_.size(); ++p) {
      lane_vector& here = at(r_.late_finish, p);
      here = here == never ? last_ : here;
    }
  }

  void walk_back() {
    auto p = static_cast<position>(net_.size());
    const position* target = net_.targets.data() + net_.targets.size();
    const link* l = net_.links.data() + net_.links.size();
    const cross_link* crossing = net_.crossing.data() + net_.crossing.size();
    for (std::size_t i = net_.runs.size(); i-- > 0;) {
      const kernel::run& r = net_.runs[i];
      const bool crosses = r.kind != run_kind::unlagged && r.kind != run_kind::lagged;
      for (std::uint32_t n = 0; n < r.count; ++n) {
        if (crosses) {
          push(r.kind, *--crossing);
          continue;
        }
        const lane_vector here = at(r_.late_finish, --p);
        const lane_vector start = here - at(r_.duration, p);
        for (std::uint32_t k = 0; k < r.degree; ++k) {
          const link from = r.kind == run_kind::lagged ? *--l : link{*--target, 0};
          lower(at(r_.late_finish, from.predecessor), start - from.lag);
        }
      }
    }
  }

  void push(run_kind kind, const cross_link& l) {
    lane_vector end = at(r_.late_finish, l.to) - l.lag;
    if (!holds_finish(kind)) end -= at(r_.duration, l.to);
    if (leaves_start(kind)) end += at(r_.duration, l.from);
    lower(at(r_.late_finish, l.from), end);
  }

  const network& net_;
  lane_results& r_;
  lane_vector last_{};
};

}  // namespace detail
}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_LANE_SWEEPS_HPP
