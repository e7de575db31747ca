/// Near-critical tasks and paths: what becomes critical if a few days are lost.
#ifndef DAOPAI_SCHEDULE_NEAR_CRITICAL_HPP
#define DAOPAI_SCHEDULE_NEAR_CRITICAL_HPP

#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/floats.hpp>

namespace daopai {

/// The tasks whose float is at most `within` above that of the longest chain to the anchor that
/// holds them, in the order of the plan; 0 gives the critical ones. Phases and tasks that are done
/// are left out. O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<task_id> near_critical_tasks(const Schedule& s, workdays within);

/// The same as if inspection `i` alone counted: by floats_to(), against the inspection's own float.
/// O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<task_id> near_critical_tasks(const Schedule& s, inspection_id i,
                                                       workdays within);

/// A chain of tasks to an inspection.
struct near_critical_path {
  std::vector<task_id> tasks;
  workdays total_float;  ///< of the inspection if this chain alone counted, in the plan's calendar
};

/// The chains to inspection `i` whose float is at most `within` above the inspection's, the longest
/// chain first, up to `at_most` of them: their number can grow exponentially with the length of the
/// plan. A chain begins with a task that waits for nothing that is not done, or that an inspection
/// or a not_before after the status date holds. Chains that differ only in the phases they pass are
/// one. O(at_most x events on a chain x (their links + events on a chain)), and O(tasks) of memory.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<near_critical_path> near_critical_paths(const Schedule& s,
                                                                  inspection_id i, workdays within,
                                                                  std::size_t at_most);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Extends chains back from an inspection, always the one that makes it ready last. What the early
/// dates of its first event do to the inspection through the chain alone is what the longest of all
/// its extensions does, so whole chains come out in order.
template <class Schedule>
class path_search {
public:
  path_search(const Schedule& s, inspection_id i, workdays within)
      : net_(s.network()),
        early_(s.early_dates()),
        today_(to_day(s.status())),
        trial_{std::vector<instant>(net_.size(), 0), std::vector<instant>(net_.size(), 0)} {
    const workdays least = s[i].total_float.value_or(workdays(0));
    most_float_ = least.count() + within.count();
    branches_.push_back({net_.at(i), nobody, nullptr});
    extend(0);
  }

  [[nodiscard]] std::vector<near_critical_path> run(std::size_t at_most) {
    std::vector<near_critical_path> found;
    for (std::size_t whole = 0; whole < at_most && !waiting_.empty();) {
      std::pop_heap(waiting_.begin(), waiting_.end(), comes_later);
      const candidate next = waiting_.back();
      waiting_.pop_back();
      if (!next.is_whole) {
        extend(next.branch);
        continue;
      }
      ++whole;
      near_critical_path path{tasks_from(next.branch), workdays(next.total_float)};
      const auto same = [&](const near_critical_path& other) { return other.tasks == path.tasks; };
      const bool is_new = std::none_of(found.begin(), found.end(), same);
      if (is_new && !path.tasks.empty()) found.push_back(std::move(path));
    }
    return found;
  }

private:
  static constexpr std::uint32_t nobody = ~std::uint32_t{0};

  /// An event, and the link from it to the branch that was extended.
  struct branch {
    position at;
    std::uint32_t behind;
    const network_link* link;  // in the row of predecessors of `behind`
  };
  struct candidate {
    std::int32_t total_float;
    std::uint32_t branch;
    bool is_whole;
  };

  /// For a heap with the least float on top; where it ties whole chains, then the older branch.
  static bool comes_later(const candidate& a, const candidate& b) {
    if (a.total_float != b.total_float) return a.total_float > b.total_float;
    if (a.is_whole != b.is_whole) return b.is_whole;
    return a.branch > b.branch;
  }

  /// One event more at the front, in every way.
  void extend(std::uint32_t number) {
    const position p = branches_[number].at;
    for (const network_link& l : net_.predecessors(p)) {
      if (is_done(net_, p) && !holds_what_is_done(net_, early_, l, today_)) continue;
      const auto longer = static_cast<std::uint32_t>(branches_.size());
      branches_.push_back({l.other, number, &l});
      keep(l.other, early_.start[l.other], early_.finish[l.other]);
      push(longer, is_set_beforehand(l));
      if (is_set_beforehand(l) || !may_begin(l.other)) continue;
      start_at(net_, trial_, l.other, own_earliest(net_, l.other, today_));
      push(longer, true);
    }
  }

  /// Whether nothing before the link's predecessor matters to what the link demands.
  [[nodiscard]] bool is_set_beforehand(const network_link& l) const {
    const position p = l.other;
    const bool is_settled = is_done(net_, p) && !is_held_up(net_, early_, p);
    return is_fixed(net_, p) || is_spent(net_, p, l) || is_settled ||
           (net_.predecessors(p).empty() && net_[p].kind != event_kind::hub);
  }

  /// Whether a chain may begin with the task although it waits for others.
  [[nodiscard]] bool may_begin(position p) const {
    return is_open_task(net_, p) && net_[p].earliest && net_[p].earliest->day > today_;
  }

  void keep(position p, instant start, instant finish) {
    trial_.start[p] = start;
    trial_.finish[p] = finish;
  }

  /// A candidate, if the dates on trial of its first event leave little enough float.
  void push(std::uint32_t number, bool is_whole) {
    const std::int32_t total_float = float_through(number);
    if (total_float > most_float_) return;
    waiting_.push_back({total_float, number, is_whole});
    std::push_heap(waiting_.begin(), waiting_.end(), comes_later);
  }

  /// The float of the inspection if the dates on trial reached it through the branch alone.
  [[nodiscard]] std::int32_t float_through(std::uint32_t number) {
    for (;;) {
      const branch& here = branches_[number];
      const branch& next = branches_[here.behind];
      const link_end before = end_at(net_, trial_, here.at);
      const instant bound = earliest_start(*here.link, before, open_end(net_, next.at));
      if (here.behind == 0) {
        const calendar& c = net_.calendar_of(next.at);
        return c.number_of(early_.start[next.at]) - c.number_of(bound);
      }
      pass_on(next.at, bound);
      number = here.behind;
    }
  }

  void pass_on(position p, instant bound) {
    if (!is_done(net_, p)) return start_at(net_, trial_, p, bound);
    const done_work work = work_done(net_, p);
    keep(p, work.start, std::max(work.finish, bound));
  }

  [[nodiscard]] std::vector<task_id> tasks_from(std::uint32_t number) const {
    std::vector<task_id> tasks;
    for (; number != nobody; number = branches_[number].behind) {
      const position p = branches_[number].at;
      if (is_open_task(net_, p)) tasks.push_back(net_.task_of(p));
    }
    return tasks;
  }

  const daopai::network& net_;
  const event_dates& early_;
  day_number today_;
  event_dates trial_;  // of the events of one branch at a time
  std::int32_t most_float_ = 0;
  std::vector<branch> branches_{};
  std::vector<candidate> waiting_{};
};

}  // namespace detail

template <only<schedule> Schedule>
std::vector<task_id> near_critical_tasks(const Schedule& s, workdays within) {
  const network& net = s.network();
  const detail::anchor_ranks rank(net.plan);
  const auto anchor = detail::find_anchors(net, s.late_dates(), rank);
  const auto floats = detail::open_floats(net, s.early_dates(), s.late_dates());
  const auto least = detail::least_floats(floats, anchor, rank.count());
  std::vector<task_id> near;
  for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
    const task_id t(i);
    const position p = net.at(t);
    if (!detail::is_open_task(net, p)) continue;
    const std::int32_t above = s.total_float(t).count() - least[anchor[p]];
    if (s.is_critical(t) || above <= within.count()) near.push_back(t);
  }
  return near;
}

template <only<schedule> Schedule>
std::vector<task_id> near_critical_tasks(const Schedule& s, inspection_id i, workdays within) {
  const auto floats = floats_to(s, i);
  const workdays most = s[i].total_float.value_or(workdays(0)) + within;
  std::vector<task_id> near;
  for (std::size_t t = 0; t < floats.size(); ++t) {
    const bool is_phase = s.plan().is_phase(task_id(t));
    if (!is_phase && floats[t] && *floats[t] <= most) near.emplace_back(t);
  }
  return near;
}

template <only<schedule> Schedule>
std::vector<near_critical_path> near_critical_paths(const Schedule& s, inspection_id i,
                                                    workdays within, std::size_t at_most) {
  return detail::path_search<Schedule>(s, i, within).run(at_most);
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_NEAR_CRITICAL_HPP
