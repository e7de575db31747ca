/// From a plan to its network.
#ifndef DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP
#define DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP

#include <daopai/plan/detail/loops.hpp>
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
      const auto at = std::ranges::find_if(distinct, same);
      row.push_back(static_cast<std::uint16_t>(at - distinct.begin()));
      if (at == distinct.end()) distinct.push_back(&c.calendar);
    }
    if (distinct.size() > std::numeric_limits<std::uint16_t>::max()) {
      throw error("a plan may hold at most 65535 different calendars");
    }
  }
};

/// Tasks in an order in which each comes after its parent. O(tasks).
[[nodiscard]] inline std::vector<task_id> from_the_top(const plan& p) {
  std::vector<task_id> order;
  order.reserve(p.tasks().size());
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    if (!p.parent(task_id(t))) order.emplace_back(t);
  }
  for (std::size_t head = 0; head < order.size(); ++head) {
    const auto below = p.children(order[head]);
    order.insert(order.end(), below.begin(), below.end());
  }
  return order;
}

using limits_by_task = std::vector<std::optional<date_limit>>;

/// The earliest deadline and the latest not_before among a task's own and those of all its phases.
struct inherited_limits {
  limits_by_task earliest;
  limits_by_task latest;

  explicit inherited_limits(const plan& p) : earliest(p.tasks().size()), latest(p.tasks().size()) {
    for (const task_id t : from_the_top(p)) {
      auto& early = earliest[t.index()];
      auto& late = latest[t.index()];
      if (const auto above = p.parent(t)) {
        early = earliest[above->index()];
        late = latest[above->index()];
      }
      if (const auto& own = p[t].not_before) {
        const day_number day = to_day(own->first_day);
        if (!early || day >= early->day) early = date_limit{day, t};
      }
      if (const auto& own = p[t].deadline) {
        const day_number day = to_day(own->last_day);
        if (!late || day <= late->day) late = date_limit{day, t};
      }
    }
  }
};

/// Fixed events first, then the rest in topological order (Kahn 1962, first in, first out).
[[nodiscard]] inline std::vector<node> topological_order(const link_graph& graph,
                                                         const std::vector<event_kind>& kind) {
  std::vector<arc> arcs;
  std::vector<std::uint32_t> waits_for(graph.node_count(), 0);
  arcs.reserve(graph.links.size());
  for (const link& l : graph.links) {
    arcs.emplace_back(l.from, l.to);
    ++waits_for[l.to];
  }
  const successor_lists successors(graph.node_count(), arcs);
  std::vector<node> order;
  order.reserve(graph.node_count());
  for (node n = 0; n < graph.node_count(); ++n) {
    if (waits_for[n] == 0) order.push_back(n);
  }
  for (std::size_t head = 0; head < order.size(); ++head) {
    for (const node to : successors[order[head]]) {
      if (--waits_for[to] == 0) order.push_back(to);
    }
  }
  const auto is_fixed = [&](node n) {
    return kind[n] == event_kind::inspection || kind[n] == event_kind::finished;
  };
  std::stable_partition(order.begin(), order.end(), is_fixed);
  return order;
}

[[nodiscard]] inline event_kind kind_of(const task& t) {
  if (t.progress.finished) return event_kind::finished;
  const workdays left = t.progress.remaining.value_or(t.duration);
  return left.count() > 0 ? event_kind::work : event_kind::milestone;
}

/// By node of the link graph.
[[nodiscard]] inline std::vector<event_kind> kinds(const plan& p, const link_graph& graph) {
  std::vector<event_kind> kind(graph.node_count(), event_kind::hub);
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    if (!p.is_phase(task_id(t))) kind[t] = kind_of(p.tasks()[t]);
  }
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    kind[graph.node_of(inspection_id(i))] = event_kind::inspection;
  }
  return kind;
}

/// Which nodes come after the given one, directly or not. O(nodes + links).
[[nodiscard]] inline std::vector<bool> downstream_of(const link_graph& graph, node start) {
  std::vector<arc> arcs;
  arcs.reserve(graph.links.size());
  for (const link& l : graph.links) arcs.emplace_back(l.from, l.to);
  const successor_lists successors(graph.node_count(), arcs);
  std::vector<bool> reached(graph.node_count(), false);
  std::vector<node> open{start};
  while (!open.empty()) {
    const node n = open.back();
    open.pop_back();
    for (const node to : successors[n]) {
      if (reached[to]) continue;
      reached[to] = true;
      open.push_back(to);
    }
  }
  return reached;
}

/// Builds a network step by step; each step fills the arrays it names.
class network_compiler {
public:
  explicit network_compiler(const plan& p) : net_{.plan = p} {}

  network run() {
    const distinct_calendars calendars(net_.plan);
    const inherited_limits limits(net_.plan);
    make_graph();
    const std::vector<event_kind> kind = kinds(net_.plan, net_.graph);
    find_last_anchor(limits);
    find_unheld(kind, limits);
    place(kind);
    fill_events(kind, calendars, limits);
    fill_links();
    check_length();
    return std::move(net_);
  }

private:
  void make_graph() {
    std::vector<task_links> links(net_.plan.tasks().size());
    for (std::size_t t = 0; t < links.size(); ++t) {
      const auto below = net_.plan.children(task_id(t));
      links[t].children.assign(below.begin(), below.end());
    }
    net_.graph = make_link_graph(links, net_.plan.inspections().size(), net_.plan.dependencies());
  }

  /// The latest of all inspections and deadlines; an inspection wins a tie.
  void find_last_anchor(const inherited_limits& limits) {
    day_number last = std::numeric_limits<day_number>::min();  // the day by which all must be done
    for (std::size_t t = 0; t < net_.plan.tasks().size(); ++t) {
      const auto& own = limits.latest[t];
      if (!own || own->from != task_id(t) || own->day <= last) continue;
      last = own->day;
      net_.last_anchor = *own;
    }
    for (std::size_t i = 0; i < net_.plan.inspections().size(); ++i) {
      const day_number eve = to_day(net_.plan.inspections()[i].window.first) - 1;
      const bool ties = eve == last && !std::holds_alternative<inspection_id>(*net_.last_anchor);
      if (eve <= last && !ties) continue;
      last = eve;
      net_.last_anchor = inspection_id(i);
    }
  }

  /// A task that nothing waits for and no deadline binds is linked to the last inspection, unless
  /// it comes after it.
  void find_unheld(const std::vector<event_kind>& kind, const inherited_limits& limits) {
    std::vector<bool> held(net_.graph.node_count(), false);
    for (const link& l : net_.graph.links) held[l.from] = true;
    for (node n = 0; n < net_.plan.tasks().size(); ++n) {
      const bool open = kind[n] == event_kind::work || kind[n] == event_kind::milestone;
      if (open && !held[n] && !limits.latest[n]) net_.unheld.emplace_back(n);
    }
    const auto* last = net_.last_anchor ? std::get_if<inspection_id>(&*net_.last_anchor) : nullptr;
    if (!last) {
      after_anchor_.assign(net_.graph.node_count(), false);
      return;
    }
    const node anchor = net_.graph.node_of(*last);
    after_anchor_ = downstream_of(net_.graph, anchor);
    for (const task_id t : net_.unheld) {
      const node n = link_graph::node_of(t);
      if (after_anchor_[n]) continue;
      net_.graph.links.push_back({n, anchor, dependency_kind::finish_to_start, workdays(0)});
    }
  }

  void place(const std::vector<event_kind>& kind) {
    net_.node = topological_order(net_.graph, kind);
    net_.position_of.assign(net_.graph.node_count(), nowhere);
    for (position p = 0; p < net_.node.size(); ++p) net_.position_of[net_.node[p]] = p;
  }

  void fill_events(const std::vector<event_kind>& kind, const distinct_calendars& calendars,
                   const inherited_limits& limits) {
    net_.calendars = calendars.distinct;
    for (const node n : net_.node) {
      const bool is_inspection = net_.graph.is_inspection(n);
      const calendar_id c =
          is_inspection ? calendar_id(0) : net_.plan.calendar_of(net_.graph.task_of(n));
      const bool limited = net_.graph.is_task(n) && kind[n] != event_kind::hub;
      net_.kind.push_back(kind[n]);
      net_.calendar_row.push_back(calendars.row[c.index()]);
      net_.duration.push_back(limited ? work_left(net_.plan.tasks()[n]) : 0);
      net_.earliest.push_back(limited ? limits.earliest[n] : std::nullopt);
      net_.latest.push_back(limited ? limits.latest[n] : std::nullopt);
      net_.comes_after_anchor.push_back(after_anchor_[n]);
    }
  }

  static std::int32_t work_left(const task& t) {
    return t.progress.remaining.value_or(t.duration).count();
  }

  void fill_links() {
    const auto& links = net_.graph.links;
    fill_rows(net_.first_in, net_.in, [](const link& l) { return std::pair(l.to, l.from); });
    fill_rows(net_.first_out, net_.out, [](const link& l) { return std::pair(l.from, l.to); });
    longest_lag_ = 0;
    for (const link& l : links) longest_lag_ = std::max(longest_lag_, std::abs(l.lag.amount()));
    net_.graph.links.clear();
    net_.graph.links.shrink_to_fit();
  }

  /// Compressed sparse rows; links of one row keep the order in which the plan gives them.
  template <class Ends>
  void fill_rows(std::vector<std::uint32_t>& first, std::vector<network_link>& row, Ends ends) {
    const auto& links = net_.graph.links;
    first.assign(net_.size() + 1, 0);
    for (const link& l : links) ++first[net_.position_of[ends(l).first] + 1];
    for (std::size_t p = 0; p < net_.size(); ++p) first[p + 1] += first[p];
    std::vector<std::uint32_t> at(first.begin(), first.end() - 1);
    row.resize(links.size(), {nowhere, 0, dependency_kind::finish_to_start, false});
    for (const link& l : links) {
      const auto [here, there] = ends(l);
      row[at[net_.position_of[here]]++] = {net_.position_of[there], l.lag.amount(), l.kind,
                                           l.lag.in_calendar_days() && l.lag.amount() != 0};
    }
  }

  /// No chain is longer than all durations and lags together, nor than its links times the longest.
  void check_length() const {
    constexpr std::int64_t most = 200'000'000;
    std::int64_t sum = 0;
    std::int64_t longest = 0;
    for (const std::int32_t d : net_.duration) {
      sum += d;
      longest = std::max<std::int64_t>(longest, d);
    }
    sum += std::int64_t{longest_lag_} * static_cast<std::int64_t>(net_.in.size());
    if (sum <= most || (longest + longest_lag_) * depth() <= most) return;
    throw error("the plan is too long: its longest chain may pass " + std::to_string(most) +
                " working days");
  }

  /// The number of events on the longest chain of links.
  [[nodiscard]] std::int64_t depth() const {
    std::vector<std::int64_t> level(net_.size(), 1);
    std::int64_t deepest = 0;
    for (position p = 0; p < net_.size(); ++p) {
      for (const network_link& l : net_.predecessors(p)) {
        if (l.other < p) level[p] = std::max(level[p], level[l.other] + 1);
      }
      deepest = std::max(deepest, level[p]);
    }
    return deepest;
  }

  network net_;
  std::vector<bool> after_anchor_{};  // by node
  std::int32_t longest_lag_ = 0;
};

}  // namespace daopai::detail

namespace daopai {

inline network compile(const plan& p) { return detail::network_compiler(p).run(); }

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DETAIL_COMPILE_HPP
