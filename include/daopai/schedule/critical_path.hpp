/// Critical paths: the chains of tasks that set the date by which an inspection can be ready, or a
/// task can finish.
#ifndef DAOPAI_SCHEDULE_CRITICAL_PATH_HPP
#define DAOPAI_SCHEDULE_CRITICAL_PATH_HPP

#include <daopai/plan/detail/leaves.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai {

/// From the first task to the last before the inspection; where chains tie, the one whose links
/// come first in the plan. Empty if the inspection waits for nothing. O(links along the path).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<task_id> critical_path(const Schedule& s, inspection_id i);

/// Every such chain, the one of critical_path() first, up to `at_most` of them: their number can
/// grow exponentially with the length of the plan. Chains that differ only in the phases they pass
/// are one.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::vector<task_id>> critical_paths(const Schedule& s, inspection_id i,
                                                               std::size_t at_most);

/// The critical path to a task, whatever its float: the chain that sets its early dates, with the
/// task at its end. For a phase, to the task below it that finishes last. Empty for a task that is
/// done. O(links along the path); for a phase also what lies below it.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<task_id> critical_path(const Schedule& s, task_id t);

/// Every such chain, as for an inspection.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::vector<task_id>> critical_paths(const Schedule& s, task_id t,
                                                               std::size_t at_most);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The first of the tasks at the bottom of `t` for which `rank_of` is least; `t` itself if it is no
/// phase. O(tasks below it).
template <class RankOf>
[[nodiscard]] task_id least_below(const plan& p, task_id t, RankOf rank_of) {
  std::optional<task_id> least;
  for_each_leaf(p, t, [&](task_id leaf) {
    if (!least || rank_of(leaf) < rank_of(*least)) least = leaf;
  });
  return *least;
}

/// The predecessors whose links set the early dates at `p`, in the order of the plan; for an
/// inspection those that are ready last.
[[nodiscard]] inline std::vector<position> tight_predecessors(const network& net,
                                                              const event_dates& early,
                                                              position p) {
  std::vector<position> tight;
  const bool is_inspection = net[p].kind == event_kind::inspection;
  const calendar& c = net.calendar_of(p);
  const instant start = is_inspection ? ready_for(net, early, net.inspection_of(p)).value_or(always)
                                      : start_of_rest(net, early, p);
  for (const network_link& l : net.predecessors(p)) {
    const instant bound = earliest_start(l, end_at(net, early, l.other), open_end(net, p));
    const bool same = is_inspection ? c.number_of(bound) == c.number_of(start)
                                    : is_tight_before(net, early, p, l);
    if (same && net[l.other].kind != event_kind::inspection) tight.push_back(l.other);
  }
  return tight;
}

/// Walks back from one event along tight links, depth first, without recursion.
template <class Schedule>
class path_walker {
public:
  path_walker(const Schedule& s, position end, std::size_t at_most)
      : net_(s.network()), early_(s.early_dates()), at_most_(at_most) {
    descend(end);
    while (!stack_.empty() && paths_.size() < at_most_) step();
  }
  [[nodiscard]] std::vector<std::vector<task_id>> take() { return std::move(paths_); }

private:
  struct frame {
    position at;
    std::vector<position> before;
    std::size_t next = 0;
  };

  void descend(position p) {
    stack_.push_back({p, tight_predecessors(net_, early_, p)});
    if (stack_.back().before.empty()) record();
  }

  void step() {
    frame& top = stack_.back();
    if (top.next == top.before.size()) {
      stack_.pop_back();
    } else {
      descend(top.before[top.next++]);
    }
  }

  void record() {
    std::vector<task_id> path;
    for (std::size_t depth = stack_.size(); depth-- > 0;) {
      const position p = stack_[depth].at;
      if (is_open_task(net_, p)) path.push_back(net_.task_of(p));
    }
    if (!path.empty()) paths_.push_back(std::move(path));
  }

  const network& net_;
  const event_dates& early_;
  std::size_t at_most_;
  std::vector<frame> stack_{};
  std::vector<std::vector<task_id>> paths_{};
};

/// Chains that differ in what is no open task alone are one.
template <class Schedule>
[[nodiscard]] std::vector<std::vector<task_id>> distinct_paths(const Schedule& s, position end,
                                                               std::size_t at_most) {
  std::vector<std::vector<task_id>> distinct;
  for (auto& path : path_walker<Schedule>(s, end, at_most).take()) {
    const bool is_new = std::find(distinct.begin(), distinct.end(), path) == distinct.end();
    if (is_new) distinct.push_back(std::move(path));
  }
  return distinct;
}

[[nodiscard]] inline std::vector<task_id> first_of(std::vector<std::vector<task_id>> paths) {
  return paths.empty() ? std::vector<task_id>{} : std::move(paths.front());
}

}  // namespace detail

template <only<schedule> Schedule>
std::vector<std::vector<task_id>> critical_paths(const Schedule& s, inspection_id i,
                                                 std::size_t at_most) {
  return detail::distinct_paths(s, s.network().at(i), at_most);
}

template <only<schedule> Schedule>
std::vector<task_id> critical_path(const Schedule& s, inspection_id i) {
  return detail::first_of(critical_paths(s, i, 1));
}

template <only<schedule> Schedule>
std::vector<std::vector<task_id>> critical_paths(const Schedule& s, task_id t,
                                                 std::size_t at_most) {
  const auto is_done = [&](task_id below) { return s.plan()[below].progress.finished.has_value(); };
  const task_id last = detail::least_below(s.plan(), t, [&](task_id below) {
    return std::pair(is_done(below), -to_day(s.early_finish(below)));
  });
  if (is_done(last)) return {};
  return detail::distinct_paths(s, s.network().at(last), at_most);
}

template <only<schedule> Schedule>
std::vector<task_id> critical_path(const Schedule& s, task_id t) {
  return detail::first_of(critical_paths(s, t, 1));
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_CRITICAL_PATH_HPP
