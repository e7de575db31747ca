/// From a network to all that a schedule holds.
#ifndef DAOPAI_SCHEDULE_DETAIL_COMPUTE_HPP
#define DAOPAI_SCHEDULE_DETAIL_COMPUTE_HPP

#include <daopai/plan/detail/words.hpp>
#include <daopai/schedule/detail/compile.hpp>
#include <daopai/schedule/detail/content.hpp>
#include <daopai/schedule/detail/full_dates.hpp>
#include <daopai/schedule/detail/phase_spans.hpp>

namespace daopai::detail {

[[nodiscard]] inline bool is_inside(const event_dates& dates, position p) {
  return dates.start[p] > first_day && dates.finish[p] < last_day;
}

/// Whether all dates of the event are dates; hubs show none, and what is done need have no
/// late ones.
[[nodiscard]] inline bool is_in_range(const schedule_content& c, position p) {
  if (c.net[p].kind == event_kind::hub) return true;
  const bool is_free = is_done(c.net, p) && c.late.finish[p] == never;
  return is_inside(c.early, p) && (is_free || is_inside(c.late, p));
}

template <class Network>
class schedule_computer {
public:
  schedule_computer(Network net, const date& status)
      : it_{.net = std::move(net), .status = status} {}

  schedule_content run() {
    if (it_.status.is_special()) throw error("the status date is not a date");
    compute_early_dates(it_);
    find_finish();
    compute_late_dates(it_);
    check_range();
    const std::vector<std::int32_t> floats = open_floats(it_.net, it_.early, it_.late);
    it_.critical = find_critical(it_.net, it_.early, it_.late, floats);
    find_least_float(floats);
    span_phases(it_);
    return std::move(it_);
  }

private:
  void find_finish() {
    for (position p = 0; p < it_.net.size(); ++p) {
      it_.finish = std::max(it_.finish, finish_at(it_, p));
    }
  }

  void check_range() const {
    for (position p = 0; p < it_.net.size(); ++p) {
      if (is_in_range(it_, p)) continue;
      throw error("the dates of " + in_quotes(name_of(p)) + " fall outside the years 1400 to 9999");
    }
  }

  [[nodiscard]] const std::string& name_of(position p) const {
    const Network& net = it_.net;
    return net.is_task(p) ? net.plan[net.task_of(p)].id.text()
                          : net.plan[net.inspection_of(p)].id.text();
  }

  void find_least_float(const std::vector<std::int32_t>& floats) {
    std::int32_t least = no_float;
    for (const std::int32_t one : floats) least = std::min(least, one);
    if (least != no_float) it_.least_float = least;
  }

  schedule_content it_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_COMPUTE_HPP
