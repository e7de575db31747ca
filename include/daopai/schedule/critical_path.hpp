/// Critical paths: the chains of tasks that set the date by which an inspection can be ready.
#ifndef DAOPAI_SCHEDULE_CRITICAL_PATH_HPP
#define DAOPAI_SCHEDULE_CRITICAL_PATH_HPP

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

// ---------------------------------------------------------------------------------------------

namespace detail {

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

/// Walks back from one inspection along tight links, depth first, without recursion.
template <class Schedule>
class path_walker {
public:
  path_walker(const Schedule& s, inspection_id i, std::size_t at_most)
      : net_(s.network()), early_(s.early_dates()), at_most_(at_most) {
    descend(net_.at(i));
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
    if (stack_.back().before.empty() && stack_.size() > 1) record();
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

}  // namespace detail

template <only<schedule> Schedule>
std::vector<std::vector<task_id>> critical_paths(const Schedule& s, inspection_id i,
                                                 std::size_t at_most) {
  std::vector<std::vector<task_id>> distinct;
  for (auto& path : detail::path_walker<Schedule>(s, i, at_most).take()) {
    const bool is_new = std::find(distinct.begin(), distinct.end(), path) == distinct.end();
    if (is_new) distinct.push_back(std::move(path));
  }
  return distinct;
}

template <only<schedule> Schedule>
std::vector<task_id> critical_path(const Schedule& s, inspection_id i) {
  auto paths = critical_paths(s, i, 1);
  return paths.empty() ? std::vector<task_id>{} : std::move(paths.front());
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_CRITICAL_PATH_HPP
