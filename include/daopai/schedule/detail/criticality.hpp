/// Which events lie on a longest chain to the anchor that holds them.
#ifndef DAOPAI_SCHEDULE_DETAIL_CRITICALITY_HPP
#define DAOPAI_SCHEDULE_DETAIL_CRITICALITY_HPP

#include <daopai/schedule/driver.hpp>

namespace daopai::detail {

/// The float of the event at `p`, in working days of its own calendar.
[[nodiscard]] inline std::int32_t float_at(const network& net, const event_dates& early,
                                           const event_dates& late, position p) {
  const calendar& c = net.calendar_of(p);
  return c.number_of(late.finish[p]) - c.number_of(early.finish[p]);
}

[[nodiscard]] inline bool is_open_task(const network& net, position p) {
  return net[p].kind == event_kind::work || net[p].kind == event_kind::milestone;
}

/// The instant at which all that the inspection waits for is ready; nothing if it waits for
/// nothing.
[[nodiscard]] inline std::optional<instant> ready_for(const network& net, const event_dates& early,
                                                      inspection_id i) {
  std::optional<instant> ready;
  const position p = net.at(i);
  for (const network_link& l : net.predecessors(p)) {
    const instant bound = earliest_start(l, end_at(net, early, l.other), open_end(net, p));
    ready = std::max(ready.value_or(bound), bound);
  }
  return ready;
}

/// Anchors as numbers: an inspection is its position, a deadline size() + the task that bears it,
/// and the plan's own finish the number after all these.
class anchor_numbers {
public:
  anchor_numbers(const network& net, const event_dates& late)
      : net_(net), anchor_(net.size(), count() - 1) {
    for (position p = static_cast<position>(net.size()); p-- > 0;) {
      if (is_fixed(net, p) || late.finish[p] == never) continue;
      const network_link* l = tight_successor(net, late, p);
      anchor_[p] = l ? beyond(l->other) : of_fact(late_fact(net, p));
    }
  }
  [[nodiscard]] std::size_t count() const { return net_.size() + net_.plan.tasks().size() + 1; }
  [[nodiscard]] std::size_t operator[](position p) const { return anchor_[p]; }

private:
  [[nodiscard]] std::size_t beyond(position p) const {
    return net_[p].kind == event_kind::inspection ? p : anchor_[p];
  }
  [[nodiscard]] std::size_t of_fact(const driver& fact) const {
    if (!fact.what) return count() - 1;
    return fact.what->is_task() ? net_.size() + fact.what->task().index()
                                : net_.at(fact.what->inspection());
  }

  const network& net_;
  std::vector<std::size_t> anchor_;
};

/// By position. The tasks with the least float of all that an anchor holds are critical; where
/// calendars differ a chain may show different floats along its way, so the marks are spread along
/// the links that set the dates. O(tasks + dependencies).
[[nodiscard]] inline std::vector<char> find_critical(const network& net, const event_dates& early,
                                                     const event_dates& late) {
  const anchor_numbers anchor(net, late);
  std::vector<std::int32_t> least(anchor.count(), std::numeric_limits<std::int32_t>::max());
  for (position p = 0; p < net.size(); ++p) {
    if (!is_open_task(net, p)) continue;
    least[anchor[p]] = std::min(least[anchor[p]], float_at(net, early, late, p));
  }
  std::vector<char> critical(net.size(), 0);
  for (position p = 0; p < net.size(); ++p) {
    if (is_fixed(net, p) || late.finish[p] == never) continue;
    if (is_open_task(net, p) && float_at(net, early, late, p) == least[anchor[p]]) {
      critical[p] = 1;
    }
    if (critical[p] == 0) continue;
    if (const network_link* l = tight_successor(net, late, p)) critical[l->other] = 1;
  }
  for (position p = static_cast<position>(net.size()); p-- > 0;) {
    if (critical[p] == 0 || is_fixed(net, p)) continue;
    const network_link* l = tight_predecessor(net, early, p);
    if (l && anchor[l->other] == anchor[p]) critical[l->other] = 1;
  }
  return critical;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_CRITICALITY_HPP
