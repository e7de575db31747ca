/// Watching over the last deadline or inspection of a plan, which holds what nothing else holds.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_LAST_ANCHOR_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_LAST_ANCHOR_HPP

#include <daopai/schedule/plan_change.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai::detail {

/// Knows which events bear the date of the last anchor: what comes after these is not held by it.
class last_anchor {
public:
  last_anchor() = default;
  /// O(tasks).
  explicit last_anchor(const network& net) : bearers_(find_bearers(net, net.last_anchor)) {}

  void start() { days_.clear(); }

  /// Notes the day that the deadline or the window stands for: to be called before and after it is
  /// written.
  void note(const plan_content& plan, const plan_change& c) {
    if (c.what() == plan_change::of::deadline) {
      const auto& own = plan.tasks[c.task().index()].deadline;
      if (own && !own->last_day.is_special()) days_.push_back(to_day(own->last_day));
    } else if (c.what() == plan_change::of::window) {
      const date& first = plan.inspections[c.inspection().index()].window.first;
      if (!first.is_special()) days_.push_back(to_day(first) - 1);
    }
  }

  enum class outcome : std::uint8_t {
    same,
    moved,  ///< the same one, for the same events, on another day
    other,  ///< another one, or for other events: the network must be compiled anew
  };

  /// What has become of it; a new day is written into the network. O(1) unless a date was noted
  /// that is no earlier than the last anchor's; then O(tasks).
  [[nodiscard]] outcome update(network& net) const {
    if (!is_touched(net)) return outcome::same;
    const std::optional<date_limit> last = find_last_anchor(net.plan, own_dates(net.plan));
    if (!last || !net.last_anchor || last->from != net.last_anchor->from) return outcome::other;
    if (find_bearers(net, last) != bearers_) return outcome::other;
    const bool has_moved = last->day != net.last_anchor->day;
    net.last_anchor = last;
    return has_moved ? outcome::moved : outcome::same;
  }

private:
  [[nodiscard]] bool is_touched(const network& net) const {
    for (const day_number day : days_) {
      if (!net.last_anchor || day >= net.last_anchor->day) return true;
    }
    return false;
  }

  [[nodiscard]] static std::vector<node> find_bearers(const network& net,
                                                      const std::optional<date_limit>& anchor) {
    if (!anchor) return {};
    std::vector<node> bearers = bearers_of(net.graph, net.plan, own_dates(net.plan), anchor->day);
    std::sort(bearers.begin(), bearers.end());
    return bearers;
  }

  std::vector<node> bearers_{};     // ascending
  std::vector<day_number> days_{};  // of the dates that were changed: before and after
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_LAST_ANCHOR_HPP
