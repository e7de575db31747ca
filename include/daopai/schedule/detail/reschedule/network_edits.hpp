/// Carrying changed facts from the plan into its network.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_NETWORK_EDITS_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_NETWORK_EDITS_HPP

#include <daopai/plan/detail/leaves.hpp>
#include <daopai/schedule/detail/reschedule/link_places.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai::detail {

/// The latest not_before among the task's own and those above it; at one date the lower one's.
/// As in inherited_limits. O(depth).
[[nodiscard]] inline binding_limit earliest_of(const plan& p, task_id t) {
  binding_limit limit;
  for (std::optional<task_id> at = t; at; at = p.parent(*at)) {
    const auto& own = p[*at].not_before;
    if (!own) continue;
    const day_number day = to_day(own->first_day);
    if (!limit || day > limit->day) limit = date_limit{day, *at};
  }
  return limit;
}

/// The earliest deadline among the task's own and those above it; at one date the lower one's.
[[nodiscard]] inline binding_limit latest_of(const plan& p, task_id t) {
  binding_limit limit;
  for (std::optional<task_id> at = t; at; at = p.parent(*at)) {
    const auto& own = p[*at].deadline;
    if (!own) continue;
    const day_number day = to_day(own->last_day);
    if (!limit || day < limit->day) limit = date_limit{day, *at};
  }
  return limit;
}

/// Keeps a network as compile() would make it, as long as its links stay the same: which tasks are
/// linked to the last inspection for want of anything else that is dated hangs on the deadlines and
/// on the dates of the inspections.
class network_edits {
public:
  network_edits() = default;
  /// O(events + links).
  explicit network_edits(const network& net) : leads_nowhere_(net.size(), 0) {
    for (position p = 0; p < net.size(); ++p) {
      leads_nowhere_[p] = net.successors(p).empty() ? 1 : 0;
      work_ += net[p].duration;
      longest_ = std::max(longest_, net[p].duration);
    }
    for (const network_link& l : net.in) longest_lag_ = std::max(longest_lag_, std::abs(l.lag));
    mark_linked_to_anchor(net);
  }

  /// Forgets what it has seen of other links.
  void start() { has_other_links_ = false; }

  /// Brings the events at and below the task of the change up to date; calls `seed` with each.
  template <class Seed>
  void update_tasks(network& net, const plan_change& change, Seed seed) {
    for_each_leaf(net.plan, change.task(), [&](task_id t) {
      update_event(net, t);
      seed(net.at(t));
    });
  }

  /// Calls `seed` with both ends of the changed dependency.
  template <class Seed>
  void update_lag(network& net, const plan_change& change, Seed seed) {
    if (places_.empty()) places_ = find_link_places(net);
    const auto [before, after] =
        write_lag(net, places_[change.dependency().index()], change.new_lag());
    longest_lag_ = std::max(longest_lag_, std::abs(change.new_lag().amount()));
    seed(before);
    seed(after);
  }

  /// Whether a task must be linked to the last inspection that is not, or no longer.
  [[nodiscard]] bool has_other_links() const { return has_other_links_; }

  /// Whether compile() is sure to find the plan short enough.
  [[nodiscard]] bool is_short_enough(const network& net) {
    constexpr std::int64_t most = longest_plan;
    const auto links = static_cast<std::int64_t>(net.in.size());
    if (work_ + std::int64_t{longest_lag_} * links <= most) return true;
    if (depth_ == 0) depth_ = depth_of(net);
    return (std::int64_t{longest_} + longest_lag_) * depth_ <= most;
  }

private:
  /// In the row of the last inspection, links for want of anything else come after dependencies.
  void mark_linked_to_anchor(const network& net) {
    if (!net.last_anchor || net.last_anchor->from.is_task()) return;
    const inspection_id anchor = net.last_anchor->from.inspection();
    const auto row = net.predecessors(net.at(anchor));
    for (std::size_t l = net.plan[anchor].after.size(); l < row.size(); ++l) {
      leads_nowhere_[row[l].other] = 1;
    }
  }

  void update_event(network& net, task_id t) {
    network_event& event = net.events[net.at(t)];
    const binding_limit latest = latest_of(net.plan, t);
    work_ -= event.duration;
    set_facts(event, net.plan[t]);
    set_limits(event, earliest_of(net.plan, t), latest);
    work_ += event.duration;
    longest_ = std::max(longest_, event.duration);
    if (leads_nowhere_[net.at(t)] != 0) update_unheld(net, t, latest.has_value());
  }

  void update_unheld(network& net, task_id t, bool has_deadline) {
    const position p = net.at(t);
    const bool is_unheld = is_open_task(net, p) && !has_deadline;
    const auto at = std::lower_bound(net.unheld.begin(), net.unheld.end(), t);
    const bool was_unheld = at != net.unheld.end() && *at == t;
    if (was_unheld && !is_unheld) net.unheld.erase(at);
    if (is_unheld && !was_unheld) net.unheld.insert(at, t);
    const bool to_inspection = net.last_anchor && net.last_anchor->from.is_inspection();
    const bool is_linked = !net.successors(p).empty();
    const bool must_be_linked = to_inspection && !has_deadline && !net[p].comes_after_anchor;
    if (is_linked != must_be_linked) has_other_links_ = true;
  }

  std::vector<char>
      leads_nowhere_{};               // by position: has no successor, or the last inspection alone
  std::vector<link_place> places_{};  // by dependency; filled when first needed
  bool has_other_links_ = false;
  std::int64_t work_ = 0;  // all durations
  // The greatest there ever were, so never too small.
  std::int32_t longest_ = 0;
  std::int32_t longest_lag_ = 0;
  std::int64_t depth_ = 0;  // 0 until first needed
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_NETWORK_EDITS_HPP
