/// Which events lie on a longest chain to the anchor that holds them.
#ifndef DAOPAI_SCHEDULE_DETAIL_CRITICALITY_HPP
#define DAOPAI_SCHEDULE_DETAIL_CRITICALITY_HPP

#include <daopai/schedule/driver.hpp>

#include <algorithm>

namespace daopai::detail {

/// The float of the event at `p`, in working days of its own calendar; none of a task that is done.
[[nodiscard]] inline std::int32_t float_at(const network& net, const event_dates& early,
                                           const event_dates& late, position p) {
  if (is_done(net, p)) return 0;
  const calendar& c = net.calendar_of(p);
  return c.number_of(late.finish[p]) - c.number_of(early.finish[p]);
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

/// Everything dated that can hold a task, ranked by date; at one date deadlines come before
/// inspections, and then keys decide, so that the order of the plan does not matter. Rank 0 is the
/// plan's own finish.
class anchor_ranks {
public:
  template <only<plan> Plan>
  explicit anchor_ranks(const Plan& p) : of_inspection_(p.inspections().size(), 0) {
    std::vector<date_limit> anchors;
    for (std::size_t t = 0; t < p.tasks().size(); ++t) {
      const auto& deadline = p.tasks()[t].deadline;
      if (deadline) anchors.push_back({to_day(deadline->last_day), task_id(t)});
    }
    for (std::size_t i = 0; i < p.inspections().size(); ++i) {
      anchors.push_back({to_day(p.inspections()[i].window.first) - 1, inspection_id(i)});
    }
    if (anchors.size() > of_inspection_.size()) of_task_.assign(p.tasks().size(), 0);
    std::sort(anchors.begin(), anchors.end(),
              [&](const date_limit& a, const date_limit& b) { return precedes(p, a, b); });
    for (const date_limit& anchor : anchors) (*this)[anchor.from] = ++count_;
  }

  [[nodiscard]] std::uint32_t operator[](event_id e) const {
    return e.is_task() ? of_task_[e.task().index()] : of_inspection_[e.inspection().index()];
  }
  [[nodiscard]] std::size_t count() const { return count_ + 1; }

private:
  std::uint32_t& operator[](event_id e) {
    return e.is_task() ? of_task_[e.task().index()] : of_inspection_[e.inspection().index()];
  }
  [[nodiscard]] static bool precedes(const plan& p, const date_limit& a, const date_limit& b) {
    if (a.day != b.day) return a.day < b.day;
    if (a.from.is_task() != b.from.is_task()) return a.from.is_task();
    return key_text(p, a.from) < key_text(p, b.from);
  }

  std::vector<std::uint32_t> of_inspection_;
  std::vector<std::uint32_t> of_task_{};
  std::uint32_t count_ = 0;
};

/// The rank of what holds the event at `p`, which is not fixed; where several things hold it, of
/// the last of them. `anchor` holds this of all events after it.
[[nodiscard]] inline std::uint32_t anchor_of(const network& net, const event_dates& late,
                                             const anchor_ranks& rank,
                                             const std::vector<std::uint32_t>& anchor, position p) {
  if (late.finish[p] == never) return 0;
  std::uint32_t last = 0;
  bool held_by_link = false;
  for (const network_link& l : net.successors(p)) {
    const bool adds_nothing = held_by_link && anchor[l.other] <= last;
    if (adds_nothing || !is_tight_after(net, late, p, l)) continue;
    held_by_link = true;
    last = std::max(last, anchor[l.other]);
  }
  const bool held_by_fact =
      !held_by_link || (net[p].latest && sets(net, p, net[p].latest->day + 1, late.finish[p]));
  if (!held_by_fact) return last;
  const driver fact = late_fact(net, p);
  return fact.what ? std::max(last, rank[*fact.what]) : last;
}

/// By position.
[[nodiscard]] inline std::vector<std::uint32_t> find_anchors(const network& net,
                                                             const event_dates& late,
                                                             const anchor_ranks& rank) {
  std::vector<std::uint32_t> anchor(net.size(), 0);
  if (rank.count() == 1) return anchor;  // nothing is dated: the plan's own finish holds everything
  for (std::size_t i = 0; i < net.plan.inspections().size(); ++i) {
    anchor[net.at(inspection_id(i))] = rank[inspection_id(i)];
  }
  for (position p = static_cast<position>(net.size()); p-- > 0 && !is_fixed(net, p);) {
    anchor[p] = anchor_of(net, late, rank, anchor, p);
  }
  return anchor;
}

inline constexpr std::int32_t no_float = std::numeric_limits<std::int32_t>::max();

/// The float of each open task, by position; of all else `no_float`.
[[nodiscard]] inline std::vector<std::int32_t> open_floats(const network& net,
                                                           const event_dates& early,
                                                           const event_dates& late) {
  std::vector<std::int32_t> floats(net.size(), no_float);
  for (position p = 0; p < net.size(); ++p) {
    if (is_open_task(net, p)) floats[p] = float_at(net, early, late, p);
  }
  return floats;
}

/// The least float of all open tasks that each anchor holds, by rank.
/// @param floats  of open_floats()
[[nodiscard]] inline std::vector<std::int32_t> least_floats(
    const std::vector<std::int32_t>& floats, const std::vector<std::uint32_t>& anchor,
    std::size_t anchors) {
  std::vector<std::int32_t> least(anchors, no_float);
  for (position p = 0; p < floats.size(); ++p) {
    least[anchor[p]] = std::min(least[anchor[p]], floats[p]);
  }
  return least;
}

/// Marks what the late dates of marked events hang on.
inline void spread_forward(const network& net, const event_dates& late,
                           const std::vector<std::uint32_t>& anchor, std::vector<char>& critical) {
  for (position p = 0; p < net.size(); ++p) {
    if (critical[p] == 0 || is_fixed(net, p)) continue;
    for (const network_link& l : net.successors(p)) {
      if (anchor[l.other] == anchor[p] && is_tight_after(net, late, p, l)) critical[l.other] = 1;
    }
  }
}

/// Marks what the early dates of marked events hang on.
inline void spread_backward(const network& net, const event_dates& early,
                            const std::vector<std::uint32_t>& anchor, std::vector<char>& critical) {
  for (position p = static_cast<position>(net.size()); p-- > 0;) {
    if (critical[p] == 0 || is_fixed(net, p)) continue;
    for (const network_link& l : net.predecessors(p)) {
      if (anchor[l.other] == anchor[p] && is_tight_before(net, early, p, l)) critical[l.other] = 1;
    }
  }
}

/// Marks the tasks with the least float of all that their anchor holds. By position.
/// @param floats  of open_floats()
/// @param least   of least_floats()
[[nodiscard]] inline std::vector<char> with_least_float(const std::vector<std::int32_t>& floats,
                                                        const std::vector<std::uint32_t>& anchor,
                                                        const std::vector<std::int32_t>& least) {
  std::vector<char> critical(floats.size(), 0);
  for (position p = 0; p < floats.size(); ++p) {
    if (floats[p] != no_float && floats[p] == least[anchor[p]]) critical[p] = 1;
  }
  return critical;
}

/// Marks the whole chains of the marked tasks: where calendars differ a chain may show different
/// floats along its way, so the marks are spread along the links that set the dates. Tasks that are
/// done let the marks through. O(tasks + dependencies).
inline void spread_along_chains(const network& net, const event_dates& early,
                                const event_dates& late, const std::vector<std::uint32_t>& anchor,
                                std::vector<char>& critical) {
  spread_forward(net, late, anchor, critical);
  spread_backward(net, early, anchor, critical);
}

/// What is done is on no critical path.
inline void unmark_done(const network& net, std::vector<char>& critical) {
  for (position p = 0; p < net.size(); ++p) {
    if (is_done(net, p)) critical[p] = 0;
  }
}

/// The tasks on critical paths, without what is done. By position.
/// O(tasks + dependencies + anchors log anchors).
/// @param floats  of open_floats()
template <only<network> Network>
[[nodiscard]] std::vector<char> find_critical(const Network& net, const event_dates& early,
                                              const event_dates& late,
                                              const std::vector<std::int32_t>& floats) {
  const anchor_ranks rank(net.plan);
  const std::vector<std::uint32_t> anchor = find_anchors(net, late, rank);
  const std::vector<std::int32_t> least = least_floats(floats, anchor, rank.count());
  std::vector<char> critical = with_least_float(floats, anchor, least);
  spread_along_chains(net, early, late, anchor, critical);
  unmark_done(net, critical);
  return critical;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_CRITICALITY_HPP
