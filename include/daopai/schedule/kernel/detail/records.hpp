/// What sorting knows of each task, gathered in one streaming pass over the plan.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_RECORDS_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_RECORDS_HPP

#include <daopai/schedule/kernel/detail/check.hpp>

namespace daopai::kernel::detail {

/// What decides the run of a task, packed: how many links it has in all, and its bucket.
///
///   bucket = milestone * 64 + lagged * 32 + finish-to-start links (15: that many or more) * 2
///            + whether it has links of other kinds
class shape {
public:
  static constexpr std::uint32_t many = 15;
  static constexpr std::uint32_t lagged_bit = 32;
  static constexpr std::uint32_t buckets = 128;
  static constexpr std::uint32_t most_links = std::uint32_t{1} << 25;

  shape() = default;
  shape(std::uint32_t links, std::uint32_t straight, bool lagged, bool milestone)
      : bits_(links * buckets + (milestone ? 64u : 0u) + (lagged ? lagged_bit : 0u) +
              std::min(straight, many) * 2 + (straight != links ? 1u : 0u)) {}

  [[nodiscard]] std::uint32_t links() const { return bits_ / buckets; }
  [[nodiscard]] std::uint32_t bucket() const { return bits_ % buckets; }
  /// Finish-to-start links; `many` or more if that.
  [[nodiscard]] std::uint32_t straight() const { return bits_ / 2 % 16; }
  [[nodiscard]] bool crossing() const { return (bits_ & 1u) != 0; }
  [[nodiscard]] bool lagged() const { return (bits_ & lagged_bit) != 0; }
  [[nodiscard]] bool milestone() const { return (bits_ & 64u) != 0; }

private:
  std::uint32_t bits_;
};

/// One task in 16 bytes: whatever is done to a task touches one cache line. Against an array for
/// each member: building a million tasks takes 33 instead of 45 ns a task.
struct record {
  std::uint32_t first_link;
  detail::shape shape;
  std::uint32_t waiting;  ///< links to successors that have no place yet
  std::int32_t duration;
};

/// What all links and durations together say.
struct totals {
  std::int64_t durations = 0;
  std::int64_t lags = 0;  ///< of either sign
  std::int64_t longest_duration = 0;
  std::int64_t longest_lag = 0;
  std::uint32_t unlagged_links = 0;  ///< finish-to-start links by the run they will lie in
  std::uint32_t lagged_links = 0;
  std::uint32_t crossing_links = 0;
};

/// Fills the records block by block. Whether any of a task's links has a lag is the difference of
/// two running counts, so that no loop runs over the links of one task (degree.hpp says why).
class record_maker {
public:
  record_maker(const plan_arrays& plan, buffer<record>& records, buffer<std::uint32_t>& counts)
      : plan_(plan), records_(records), counts_(counts) {}

  /// @throws daopai::invalid_input
  totals run() {
    if (!copy_tasks()) throw invalid_input(problem_list(plan_).run());
    constexpr std::size_t block = 512;
    for (std::size_t t = 0; t < plan_.size(); t += block) {
      const std::size_t end = std::min(t + block, plan_.size());
      if (!count_links(plan_.first_link[t], plan_.first_link[end])) {
        throw invalid_input(problem_list(plan_).run());
      }
      set_shapes(t, end);
    }
    return totals_;
  }

private:
  /// Whether offsets ascend and durations are none below zero.
  bool copy_tasks() {
    const std::size_t n = plan_.size();
    records_.reset(n);
    if (n == 0) return plan_.links.empty();
    if (plan_.first_link[0] != 0 || plan_.first_link[n] != plan_.links.size()) return false;
    bool good = true;
    for (std::size_t t = 0; t < n; ++t) {
      const std::uint32_t first = plan_.first_link[t];
      const std::int32_t duration = plan_.durations[t];
      good = good && first <= plan_.first_link[t + 1];
      totals_.durations += duration;
      totals_.longest_duration = std::max<std::int64_t>(totals_.longest_duration, duration);
      good = good && duration >= 0;
      records_[t] = {first, {}, 0, duration};
    }
    return good && totals_.longest_duration <= most_length;
  }

  /// Counts the successors of all predecessors in [first, end). Whether these exist.
  bool count_links(std::uint32_t first, std::uint32_t end) {
    std::uint32_t greatest = 0;
    for (std::uint32_t l = first; l < end; ++l) {
      greatest = std::max(greatest, plan_.links[l].predecessor);
    }
    if (end > first && greatest >= plan_.size()) return false;
    plan_.kinds.empty() ? count<false>(first, end) : count<true>(first, end);
    return totals_.longest_lag <= most_length &&
           greatest_kind_ <= static_cast<std::uint8_t>(dependency_kind::start_to_finish);
  }

  /// counts[i]: how many of the block's first i links have a lag, and beside it how many cross.
  template <bool Crossing>
  void count(std::uint32_t first, std::uint32_t end) {
    counts_.reset((Crossing ? 2 : 1) * (std::size_t{end} - first + 1));
    std::uint32_t* running = counts_.data();
    std::uint32_t lagged = 0;
    std::uint32_t crossing = 0;
    for (std::uint32_t l = first; l < end; ++l) {
      *running++ = lagged;
      if constexpr (Crossing) *running++ = crossing;
      const bool crosses = Crossing && is_crossing(plan_.kinds[l]);
      crossing += crosses ? 1u : 0u;
      lagged += !crosses && plan_.links[l].lag != 0 ? 1u : 0u;
      add_lag(plan_.links[l].lag);
      ++records_[plan_.links[l].predecessor].waiting;
    }
    *running++ = lagged;
    if constexpr (Crossing) *running++ = crossing;
    totals_.crossing_links += crossing;
  }

  /// Whether a link is not finish-to-start; notes the greatest kind, which may be none at all.
  bool is_crossing(dependency_kind k) {
    const auto kind = static_cast<std::uint8_t>(k);
    greatest_kind_ = std::max(greatest_kind_, kind);
    return kind != 0;
  }

  void add_lag(std::int64_t lag) {
    totals_.lags += std::max(lag, -lag);
    totals_.longest_lag = std::max({totals_.longest_lag, lag, -lag});
  }

  void set_shapes(std::size_t first, std::size_t end) {
    const std::uint32_t origin = plan_.first_link[first];
    const std::size_t step = plan_.kinds.empty() ? 1 : 2;
    for (std::size_t t = first; t < end; ++t) {
      const std::uint32_t links = plan_.first_link[t + 1] - plan_.first_link[t];
      if (links >= shape::most_links) throw error("a task must have fewer than 2^25 predecessors");
      const std::uint32_t* here = &counts_[step * (plan_.first_link[t] - origin)];
      const std::uint32_t* next = here + step * links;
      const bool lagged = next[0] != here[0];
      const std::uint32_t straight = step == 1 ? links : links - (next[1] - here[1]);
      totals_.lagged_links += lagged ? straight : 0;
      totals_.unlagged_links += lagged ? 0 : straight;
      const bool milestone = plan_.tables && plan_.durations[t] == 0;
      records_[t].shape = shape(links, straight, lagged, milestone);
    }
  }

  const plan_arrays& plan_;
  buffer<record>& records_;
  buffer<std::uint32_t>& counts_;
  totals totals_{};
  std::uint8_t greatest_kind_ = 0;
};

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_RECORDS_HPP
