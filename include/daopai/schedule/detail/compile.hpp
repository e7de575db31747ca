/// From a plan to its network.
#ifndef DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP
#define DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP

#include <daopai/schedule/detail/distinct_calendars.hpp>
#include <daopai/schedule/detail/downstream.hpp>
#include <daopai/schedule/detail/limits.hpp>
#include <daopai/schedule/detail/local_order.hpp>
#include <daopai/schedule/network.hpp>

namespace daopai::detail {

[[nodiscard]] inline event_kind kind_of(const task& t) {
  if (t.progress.finished) return event_kind::finished;
  const workdays left = t.progress.remaining.value_or(t.duration);
  return left.count() > 0 ? event_kind::work : event_kind::milestone;
}

/// What the facts of a task that is no phase say of its event: all but its place in the network and
/// the limits that bind it.
inline void set_facts(network_event& event, const task& that) {
  event.kind = kind_of(that);
  event.has_started = that.progress.started.has_value();
  const bool is_done = event.kind == event_kind::finished;
  event.duration = is_done ? 0 : that.progress.remaining.value_or(that.duration).count();
}

/// Binds an event whose facts are set. What has begun is bound no longer.
inline void set_limits(network_event& event, binding_limit earliest, binding_limit latest) {
  const bool is_done = event.kind == event_kind::finished;
  event.earliest = is_done || event.has_started ? binding_limit() : earliest;
  event.latest = is_done ? binding_limit() : latest;
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

/// Builds a network step by step. Of 100,000 tasks the time goes to reading them, 416 bytes each,
/// and to memory that is touched for the first time; so tasks are read once, and dependencies go
/// from the plan to the rows where they stay:
///
///   plan.tasks()         ->  events         in their first places: inspections, tasks, hubs
///   plan.dependencies()  ->  in, out        counted, then put into rows
///
/// Where all dependencies lead from lower to higher places, as in most plans, these places are
/// a topological order already; else the events are sorted before the rows are filled.
template <class Network>
class network_compiler {
public:
  explicit network_compiler(const plan& p)
      : net_{.plan = p},
        inspections_(static_cast<node>(p.inspections().size())),
        tasks_(static_cast<node>(p.tasks().size())) {}

  Network run() {
    place_events(distinct_calendars(net_.plan));
    count_links();
    if (!runs_forward_) sort_events();
    const inherited_limits limits(net_.plan, dates_, net_.has_phases);
    net_.last_anchor = find_last_anchor(net_.plan, dates_);
    mark_after_anchor();
    find_unheld(limits);
    set_all_limits(limits);
    fill_rows();
    check_length();
    return std::move(net_);
  }

private:
  [[nodiscard]] position place_of(node n) const { return net_.position_of[n]; }

  /// Calls `visit` with each link in its order: see link_graph. Where no phase asks for hubs the
  /// dependencies are the links, and are not copied.
  template <class Visit>
  void for_each_link(Visit visit) const {
    if (!net_.has_phases) {
      for (const dependency& d : net_.plan.dependencies()) visit(link_of(d));
    }
    for (const link& l : net_.graph.links) visit(l);
  }

  [[nodiscard]] link link_of(const dependency& d) const {
    const auto node_of = [&](event_id e) {
      return e.is_task() ? link_graph::node_of(e.task()) : net_.graph.node_of(e.inspection());
    };
    return {node_of(d.before), node_of(d.after), d.kind, d.lag};
  }

  void place_events(const distinct_calendars& calendars) {
    net_.calendars = calendars.distinct;
    net_.events.reserve(std::size_t{inspections_} + tasks_ + 1);
    for (node i = 0; i < inspections_; ++i) {
      add_event(event_kind::inspection, calendars.row[0], tasks_ + i);
    }
    place_tasks(calendars);
    net_.graph = net_.has_phases
                     ? make_link_graph(net_.plan.resolved(), inspections_, net_.plan.dependencies())
                     : link_graph{.task_count = tasks_, .inspection_count = inspections_};
    for (node n = tasks_ + inspections_; n < net_.graph.node_count(); ++n) {
      const calendar_id c = net_.plan.calendar_of(net_.graph.task_of(n));
      add_event(event_kind::hub, calendars.row[c.index()], n);
    }
    net_.events.push_back(end_of_rows);
    net_.position_of.resize(net_.size());
    for (position p = 0; p < net_.size(); ++p) net_.position_of[net_.events[p].node] = p;
  }

  void place_tasks(const distinct_calendars& calendars) {
    const std::vector<task>& tasks = net_.plan.tasks();
    const std::vector<task_links>& links = net_.plan.resolved();
    dates_.reserve(tasks_);
    for (node n = 0; n < tasks_; ++n) {
      add_event(event_kind::hub, calendars.row[links[n].works_on.index()], n);
      dates_.add(tasks[n]);
      const bool is_phase = !links[n].children.empty();
      net_.has_phases = net_.has_phases || is_phase;
      if (!is_phase) set_facts(net_.events.back(), tasks[n]);
    }
  }

  void add_event(event_kind kind, std::uint16_t calendar_row, node n) {
    net_.events.push_back({kind, false, false, calendar_row, 0, 0, 0, n});
  }

  /// How many links each event has, by place, and whether any leads back.
  void count_links() {
    ins_.assign(net_.size(), 0);
    outs_.assign(net_.size(), 0);
    for_each_link([&](const link& l) {
      const position from = place_of(l.from);
      const position to = place_of(l.to);
      ++outs_[from];
      ++ins_[to];
      runs_forward_ = runs_forward_ && (from < to || to < inspections_);
      longest_lag_ = std::max(longest_lag_, std::abs(l.lag.amount()));
    });
  }

  /// Gives the events other places. O(events + links).
  void sort_events() {
    predecessor_lists<position> before;
    before.first = ins_;
    before.predecessor.resize(begin_rows(before.first));
    before.first.push_back(static_cast<std::uint32_t>(before.predecessor.size()));
    std::vector<std::uint32_t> at = before.first;
    for_each_link(
        [&](const link& l) { before.predecessor[at[place_of(l.to)]++] = place_of(l.from); });
    const std::vector<position> order = local_order(before, inspections_).take();
    for (position p = 0; p < order.size(); ++p) {
      net_.position_of[net_.events[order[p]].node] = p;
    }
    net_.events = in_order(net_.events, order);
    net_.events.push_back(end_of_rows);
    ins_ = in_order(ins_, order);
    outs_ = in_order(outs_, order);
  }

  template <class Array>
  [[nodiscard]] static Array in_order(const Array& all, const std::vector<position>& order) {
    Array sorted;
    sorted.reserve(all.size());
    for (const position p : order) sorted.push_back(all[p]);
    return sorted;
  }

  /// What comes after anything that bears the date of the last anchor.
  void mark_after_anchor() {
    if (!net_.last_anchor) return;
    const auto bearers = bearers_of(net_.graph, net_.plan, dates_, net_.last_anchor->day);
    const bool leads_on = std::any_of(bearers.begin(), bearers.end(),
                                      [&](node n) { return outs_[place_of(n)] != 0; });
    if (!leads_on) return;
    std::vector<arc> arcs;
    for_each_link([&](const link& l) { arcs.push_back({l.from, l.to}); });
    for (const node n : downstream_of({net_.graph.node_count(), arcs}, bearers)) {
      net_.events[place_of(n)].comes_after_anchor = true;
    }
  }

  /// Tasks that nothing waits for and no deadline binds. Those that do not come after the last
  /// inspection are linked to it; so are those that are done, for what still holds them.
  void find_unheld(const inherited_limits& limits) {
    for (node n = 0; n < tasks_; ++n) {
      const network_event& event = net_.events[place_of(n)];
      if (event.kind == event_kind::hub || outs_[place_of(n)] != 0) continue;
      if (limits.latest(task_id(n))) continue;
      if (event.kind != event_kind::finished) net_.unheld.emplace_back(n);
      if (!event.comes_after_anchor) link_to_anchor(n);
    }
  }

  void link_to_anchor(node n) {
    if (!net_.last_anchor || net_.last_anchor->from.is_task()) return;
    const node anchor = net_.graph.node_of(net_.last_anchor->from.inspection());
    net_.graph.links.push_back({n, anchor, dependency_kind::finish_to_start, workdays(0)});
    ++outs_[place_of(n)];
    ++ins_[place_of(anchor)];
  }

  void set_all_limits(const inherited_limits& limits) {
    for (node n = 0; n < tasks_; ++n) {
      network_event& event = net_.events[place_of(n)];
      if (event.kind == event_kind::hub) continue;
      set_limits(event, limits.earliest(task_id(n)), limits.latest(task_id(n)));
    }
  }

  /// Compressed sparse rows; links of one row keep the order in which the plan gives them.
  void fill_rows() {
    net_.in.resize(begin_rows(ins_));
    net_.out.resize(begin_rows(outs_));
    for (position p = 0; p < net_.size(); ++p) {
      net_.events[p].first_in = ins_[p];
      net_.events[p].first_out = outs_[p];
    }
    net_.events.back().first_in = net_.events.back().first_out =
        static_cast<std::uint32_t>(net_.in.size());
    for_each_link([&](const link& l) {
      const position from = place_of(l.from);
      const position to = place_of(l.to);
      const bool elapsed = l.lag.in_calendar_days() && l.lag.amount() != 0;
      net_.in[ins_[to]++] = {from, l.lag.amount(), l.kind, elapsed};
      net_.out[outs_[from]++] = {to, l.lag.amount(), l.kind, elapsed};
    });
    net_.graph.links = {};
  }

  /// Turns lengths of rows into where they begin. @return where the last one ends
  static std::uint32_t begin_rows(std::vector<std::uint32_t>& rows) {
    std::uint32_t begin = 0;
    for (std::uint32_t& row : rows) begin += std::exchange(row, begin);
    return begin;
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

  static constexpr network_event end_of_rows{event_kind::hub, false, false, 0, 0, 0, 0, 0};

  Network net_;
  node inspections_;
  node tasks_;
  own_dates dates_{};
  std::vector<std::uint32_t> ins_{};  // by place: how many links, then where the next one goes
  std::vector<std::uint32_t> outs_{};
  bool runs_forward_ = true;
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
