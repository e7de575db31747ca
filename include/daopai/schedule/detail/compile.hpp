/// From a plan to its network.
#ifndef DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP
#define DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP

#include <daopai/schedule/detail/limits.hpp>
#include <daopai/schedule/detail/order.hpp>
#include <daopai/schedule/network.hpp>

#include <limits>

namespace daopai::detail {

/// Calendars with the same working days become one, so that kernels find few, hot tables.
struct distinct_calendars {
  std::vector<const calendar*> distinct{};
  std::vector<std::uint16_t> row{};  // by calendar_id

  explicit distinct_calendars(const plan& p) {
    for (const named_calendar& c : p.calendars()) {
      const auto same = [&](const calendar* other) { return *other == c.calendar; };
      std::size_t at = 0;
      while (at < distinct.size() && !same(distinct[at])) ++at;
      row.push_back(static_cast<std::uint16_t>(at));
      if (at == distinct.size()) distinct.push_back(&c.calendar);
    }
    if (distinct.size() > std::numeric_limits<std::uint16_t>::max()) {
      throw error("a plan may hold at most 65535 different calendars");
    }
  }
};

[[nodiscard]] inline event_kind kind_of(const task& t) {
  if (t.progress.finished) return event_kind::finished;
  const workdays left = t.progress.remaining.value_or(t.duration);
  return left.count() > 0 ? event_kind::work : event_kind::milestone;
}

/// What the facts of a task that is no phase say of its event: all but its place in the network.
/// @param earliest, latest  the limits that bind the task
inline void set_facts(network_event& event, const task& that,
                      const std::optional<date_limit>& earliest,
                      const std::optional<date_limit>& latest) {
  event.kind = kind_of(that);
  event.has_started = that.progress.started.has_value();
  const bool is_done = event.kind == event_kind::finished;
  event.duration = is_done ? 0 : that.progress.remaining.value_or(that.duration).count();
  event.earliest = is_done || that.progress.started ? std::nullopt : earliest;
  event.latest = is_done ? std::nullopt : latest;
}

/// No plan is longer, in working days: dates could overflow.
inline constexpr std::int64_t longest_plan = 200'000'000;

/// The number of events on the longest chain of links. O(events + links).
[[nodiscard]] inline std::int64_t depth_of(const network& net) {
  std::vector<std::int64_t> level(net.size(), 1);
  std::int64_t deepest = 0;
  for (position p = 0; p < net.size(); ++p) {
    for (const network_link& l : net.predecessors(p)) {
      if (l.other < p) level[p] = std::max(level[p], level[l.other] + 1);
    }
    deepest = std::max(deepest, level[p]);
  }
  return deepest;
}

/// Builds a network step by step; each step fills the arrays it names.
template <class Network>
class network_compiler {
public:
  explicit network_compiler(const plan& p) : net_{.plan = p} {}

  Network run() {
    const distinct_calendars calendars(net_.plan);
    const own_dates dates(net_.plan);
    const inherited_limits limits(net_.plan, dates);
    net_.graph = make_link_graph(net_.plan.resolved(), net_.plan.inspections().size(),
                                 net_.plan.dependencies());
    net_.calendars = calendars.distinct;
    std::vector<network_event> events = events_by_node(calendars, limits);
    net_.last_anchor = find_last_anchor(net_.plan, dates);
    find_unheld(events, dates, limits);
    place(events);
    fill_links();
    check_length();
    return std::move(net_);
  }

private:
  /// Tasks that nothing waits for and no deadline binds. Those that do not come after the last
  /// inspection are linked to it; so are those that are done, for what still holds them.
  void find_unheld(const std::vector<network_event>& events, const own_dates& dates,
                   const inherited_limits& limits) {
    std::vector<char> held(net_.graph.node_count(), 0);
    for (const link& l : net_.graph.links) held[l.from] = 1;
    mark_after_anchor(dates);
    for (node n = 0; n < net_.plan.tasks().size(); ++n) {
      if (events[n].kind == event_kind::hub || held[n] != 0 || limits.latest[n]) continue;
      if (events[n].kind != event_kind::finished) net_.unheld.emplace_back(n);
      link_to_anchor(n);
    }
  }

  void link_to_anchor(node n) {
    if (!net_.last_anchor || net_.last_anchor->from.is_task() || after_anchor_[n] != 0) return;
    const node anchor = net_.graph.node_of(net_.last_anchor->from.inspection());
    net_.graph.links.push_back({n, anchor, dependency_kind::finish_to_start, workdays(0)});
  }

  /// What comes after anything that bears the date of the last anchor.
  void mark_after_anchor(const own_dates& dates) {
    std::vector<node> bearers;
    if (net_.last_anchor) bearers = bearers_of(net_.graph, net_.plan, dates, net_.last_anchor->day);
    after_anchor_ = downstream_of(net_.graph, std::move(bearers));
  }

  /// The events in the order of the plan: tasks are large, and reading them in the network's order
  /// would fetch each from afar.
  [[nodiscard]] std::vector<network_event> events_by_node(const distinct_calendars& calendars,
                                                          const inherited_limits& limits) const {
    std::vector<network_event> events;
    events.reserve(net_.graph.node_count());
    for (node n = 0; n < net_.graph.node_count(); ++n) {
      const bool is_inspection = net_.graph.is_inspection(n);
      const calendar_id c =
          is_inspection ? calendar_id(0) : net_.plan.calendar_of(net_.graph.task_of(n));
      const event_kind kind = is_inspection ? event_kind::inspection : event_kind::hub;
      events.push_back({kind, false, false, calendars.row[c.index()], 0, 0, 0, n});
      if (!net_.graph.is_task(n) || net_.plan.is_phase(task_id(n))) continue;
      set_facts(events[n], net_.plan.tasks()[n], limits.earliest[n], limits.latest[n]);
    }
    return events;
  }

  void place(const std::vector<network_event>& by_node) {
    net_.position_of.assign(net_.graph.node_count(), nowhere);
    net_.events.reserve(net_.graph.node_count() + 1);
    for (const node n : fixed_first(topological_order(net_.graph), by_node)) {
      net_.position_of[n] = static_cast<position>(net_.events.size());
      net_.events.push_back(by_node[n]);
      net_.events.back().comes_after_anchor = after_anchor_[n] != 0;
    }
    net_.events.push_back({event_kind::hub, false, false, 0, 0, 0, 0, 0});
  }

  void fill_links() {
    fill_rows(&network_event::first_in, net_.in, &link::to, &link::from);
    fill_rows(&network_event::first_out, net_.out, &link::from, &link::to);
    for (const link& l : net_.graph.links) {
      longest_lag_ = std::max(longest_lag_, std::abs(l.lag.amount()));
    }
    net_.graph.links.clear();
    net_.graph.links.shrink_to_fit();
  }

  /// Compressed sparse rows; links of one row keep the order in which the plan gives them.
  void fill_rows(std::uint32_t network_event::*first, std::vector<network_link>& row,
                 node link::*here, node link::*there) {
    const auto& links = net_.graph.links;
    std::vector<std::uint32_t> at(net_.size() + 1, 0);
    for (const link& l : links) ++at[net_.position_of[l.*here]];
    std::uint32_t begin = 0;
    for (position p = 0; p <= net_.size(); ++p) {
      net_.events[p].*first = begin;
      begin += at[p];
      at[p] = net_.events[p].*first;
    }
    row.resize(links.size(), {nowhere, 0, dependency_kind::finish_to_start, false});
    for (const link& l : links) {
      row[at[net_.position_of[l.*here]]++] = {net_.position_of[l.*there], l.lag.amount(), l.kind,
                                              l.lag.in_calendar_days() && l.lag.amount() != 0};
    }
  }

  /// No chain is longer than all durations and lags together, nor than its links times the longest.
  void check_length() const {
    std::int64_t sum = 0;
    std::int64_t longest = 0;
    for (const network_event& e : net_.events) {
      sum += e.duration;
      longest = std::max<std::int64_t>(longest, e.duration);
    }
    sum += std::int64_t{longest_lag_} * static_cast<std::int64_t>(net_.in.size());
    if (sum <= longest_plan || (longest + longest_lag_) * depth_of(net_) <= longest_plan) return;
    throw error("the plan is too long: its longest chain may pass " + std::to_string(longest_plan) +
                " working days");
  }

  Network net_;
  std::vector<char> after_anchor_{};  // by node
  std::int32_t longest_lag_ = 0;
};

}  // namespace daopai::detail

namespace daopai {

template <only<plan> Plan>
network compile(const Plan& p) {
  return detail::network_compiler<network>(p).run();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP
