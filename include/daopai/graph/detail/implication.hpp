/// Whether the other dependencies of a plan imply a given one.
#ifndef DAOPAI_GRAPH_DETAIL_IMPLICATION_HPP
#define DAOPAI_GRAPH_DETAIL_IMPLICATION_HPP

#include <daopai/graph/plan_graph.hpp>

#include <boost/graph/topological_sort.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <limits>
#include <queue>

namespace daopai::detail {

/// Looks for the path of greatest lag from one end of a dependency to the other, event by event in
/// topological order, among the links that are left.
class implication_search {
public:
  using vertex = plan_graph::vertex;
  using edge = plan_graph::edge;

  explicit implication_search(const plan_graph& g)
      : g_(g), order_(g.size()), reached_(g.size()), left_out_(g.all().size(), false) {
    std::vector<vertex> from_the_end;
    const auto index = boost::make_function_property_map<vertex>([](vertex v) { return v; });
    boost::topological_sort(g, std::back_inserter(from_the_end), boost::vertex_index_map(index));
    for (std::size_t i = 0; i < from_the_end.size(); ++i) {
      order_[from_the_end[i]] = static_cast<std::uint32_t>(from_the_end.size() - i);
    }
  }

  void leave_out(const edge& e) { left_out_[e.index] = true; }

  /// O(links between its two events).
  [[nodiscard]] bool is_implied(const edge& e) {
    if (g_.out(e.from).size() < 2 || g_.in(e.to).size() < 2) return false;
    if (has_equal(e) || implies(e, [&](const edge& f) { return lag_in_order(e, f); })) return true;
    return adds_up(e) && implies(e, [&](const edge& f) { return lag_as_it_stands(e, f); });
  }

private:
  [[nodiscard]] bool has_equal(const edge& e) const {
    return std::ranges::any_of(g_.out(e.from), [&](const edge& f) {
      return f.to == e.to && f != e && !left_out_[f.index] && g_.kind(f) == g_.kind(e) &&
             g_.lag(f) == g_.lag(e);
    });
  }

  /// The greatest lag by which each end of an event is known to come after the end in question.
  struct ends {
    std::int64_t start = unknown;
    std::int64_t finish = unknown;
  };
  static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();

  // --- what a link is worth -------------------------------------------------------------------

  /// The lag by which `f` keeps the order of instants, counted as the lag of `e` is; nothing if it
  /// may not.
  [[nodiscard]] std::optional<std::int64_t> lag_in_order(const edge& e, const edge& f) const {
    using enum dependency_kind;
    const lag& l = g_.lag(f);
    if (l.amount() < 0 || g_.kind(f) == start_to_finish) return std::nullopt;
    if (loses_days_off(f)) return std::nullopt;
    if (g_.lag(e).in_calendar_days()) return l.amount();
    const bool same_days = !l.in_calendar_days() && calendar_at(f.to) == calendar_at(e.to);
    return same_days ? l.amount() : 0;
  }

  /// Two kinds of link see no difference between the days off that two calendars put at one end:
  /// from the finish of an instant to that of work, and from a start to an instant.
  [[nodiscard]] bool loses_days_off(const edge& f) const {
    using enum dependency_kind;
    if (g_.kind(f) == finish_to_finish) return !is_plain_work(f.from) && !is_instant(f.to);
    return g_.kind(f) == start_to_start && !is_plain_work(f.to) && g_.lag(f).amount() == 0;
  }

  /// Whether the lag of `e` may be compared with sums of working days.
  [[nodiscard]] bool adds_up(const edge& e) const {
    if (calendar_at(e.from) != calendar_at(e.to)) return false;
    if (g_.lag(e).amount() != 0) return !g_.lag(e).in_calendar_days();
    return is_plain_work(e.from) && is_plain_work(e.to);
  }
  [[nodiscard]] std::optional<std::int64_t> lag_as_it_stands(const edge& e, const edge& f) const {
    const lag& l = g_.lag(f);
    const bool in_days = l.in_calendar_days() && l.amount() != 0;
    if (in_days || calendar_at(f.to) != calendar_at(e.to)) return std::nullopt;
    return l.amount();
  }

  // --- the search -----------------------------------------------------------------------------

  template <class Worth>
  [[nodiscard]] bool implies(const edge& e, Worth worth) {
    forget();
    reach(e.from, leaves_start(g_.kind(e)), 0);
    while (!open_.empty() && open_.top().second != e.to) {
      const vertex v = open_.top().second;
      open_.pop();
      if (v != e.from && is_opaque(v)) continue;
      follow_all(v, e, worth);
    }
    const ends& at = reached_[e.to];
    const std::int64_t held = holds_start(g_.kind(e)) ? at.start : at.finish;
    return held != unknown && held >= g_.lag(e).amount();
  }

  /// Follows every edge out of `v` that may stand on a path beside `e`.
  template <class Worth>
  void follow_all(vertex v, const edge& e, Worth worth) {
    for (const edge& f : g_.out(v)) {
      if (f == e || left_out_[f.index] || order_[f.to] > order_[e.to]) continue;
      if (const auto lag = worth(f)) follow(f, *lag);
    }
  }

  void follow(const edge& f, std::int64_t lag) {
    const ends& from = reached_[f.from];
    const std::int64_t end = leaves_start(g_.kind(f)) ? from.start : from.finish;
    if (end != unknown) reach(f.to, holds_start(g_.kind(f)), end + lag);
  }

  /// What is known of a start is known of the finish, and in an instant the other way round.
  void reach(vertex v, bool at_start, std::int64_t lag) {
    ends& known = reached_[v];
    if (known.start == unknown && known.finish == unknown) {
      open_.emplace(order_[v], v);
      touched_.push_back(v);
    }
    const bool both_ways = is_instant(v);
    if (at_start || both_ways) known.start = std::max(known.start, lag);
    known.finish = std::max(known.finish, lag);
  }

  void forget() {
    for (const vertex v : touched_) reached_[v] = {};
    touched_.clear();
    open_ = {};
  }

  // --- events ---------------------------------------------------------------------------------

  [[nodiscard]] static bool leaves_start(dependency_kind k) {
    return k == dependency_kind::start_to_start || k == dependency_kind::start_to_finish;
  }
  [[nodiscard]] static bool holds_start(dependency_kind k) {
    return k == dependency_kind::finish_to_start || k == dependency_kind::start_to_start;
  }
  [[nodiscard]] bool has_progress(vertex v) const {
    const progress& done = g_.plan()[g_.task_of(v)].progress;
    return done.started || done.finished || done.remaining;
  }
  /// Keeps its dates, or some of them, whatever comes before it.
  [[nodiscard]] bool is_opaque(vertex v) const {
    return g_.is_inspection(v) || (g_.is_task(v) && has_progress(v));
  }
  [[nodiscard]] bool is_plain_work(vertex v) const {
    return g_.is_task(v) && !is_opaque(v) && g_.plan()[g_.task_of(v)].duration.count() > 0;
  }
  [[nodiscard]] bool is_instant(vertex v) const { return !is_opaque(v) && !is_plain_work(v); }
  [[nodiscard]] calendar_id calendar_at(vertex v) const {
    return g_.is_inspection(v) ? calendar_id(0) : g_.plan().calendar_of(g_.task_of(v));
  }

  const plan_graph& g_;
  std::vector<std::uint32_t> order_;  // by vertex
  std::vector<ends> reached_;         // by vertex
  std::vector<bool> left_out_;        // by edge
  std::vector<vertex> touched_{};
  using by_order = std::pair<std::uint32_t, vertex>;
  std::priority_queue<by_order, std::vector<by_order>, std::greater<>> open_{};
};

}  // namespace daopai::detail

#endif  // DAOPAI_GRAPH_DETAIL_IMPLICATION_HPP
