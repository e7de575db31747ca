/// Why a date is what it is, why a task is not critical, and why a date cannot be met.
#ifndef DAOPAI_SCHEDULE_EXPLAIN_HPP
#define DAOPAI_SCHEDULE_EXPLAIN_HPP

#include <daopai/schedule/detail/chain.hpp>
#include <daopai/schedule/explanation.hpp>

#include <optional>

namespace daopai {

/// The chain of drivers that sets the early start of `t`: from an inspection, progress, today or a
/// not_before to the task. A phase is explained by the task below it that starts first. For work
/// under way it is the start of what is left to do.
/// O(links of the events on the chain); for a phase also what lies below it.
template <only<schedule> Schedule>
[[nodiscard]] explanation why_early_start(const Schedule& s, task_id t);

/// The chain of drivers that sets the late start of `t`: from the task to a deadline, an inspection
/// or the finish of the plan. A phase is explained by the task below it that must start first. Of a
/// task that was done out of sequence it is the latest that what it still waits for may pass on.
/// O(links of the events on the chain); for a phase also what lies below it.
template <only<schedule> Schedule>
[[nodiscard]] explanation why_late_start(const Schedule& s, task_id t);

/// The chain that sets when all is ready that the inspection waits for: from the first fact to the
/// inspection, whose own dates stand at the end. Nothing if it waits for nothing.
/// O(links of the events on the chain).
template <only<schedule> Schedule>
[[nodiscard]] std::optional<explanation> why_ready(const Schedule& s, inspection_id i);

/// Why a task is not critical: the chain from it to what holds it is shorter than another one.
struct not_critical {
  workdays room;        ///< the total float of the task; negative if even this chain is too long
  explanation own;      ///< on late dates: from the task to what holds it
  explanation longer;   ///< on early dates: where it joins `own`, it ends with that event;
                        ///< otherwise with the last task before the date that holds both
  workdays least_room;  ///< the float at the end of the longer chain, less than `room` unless
                        ///< calendars differ
  bool joins;           ///< whether `longer` ends on `own`
};

/// Nothing for a task that is critical or finished. A phase is explained by the task below it that
/// has the least float. O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::optional<not_critical> why_not_critical(const Schedule& s, task_id t);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The link that sets when the inspection at `p` is ready: the first of those that are ready last.
[[nodiscard]] inline const network_link* last_ready(const network& net, const event_dates& early,
                                                    position p) {
  const auto ready = ready_for(net, early, net.inspection_of(p));
  if (!ready) return nullptr;
  const calendar& c = net.calendar_of(p);
  for (const network_link& l : net.predecessors(p)) {
    const instant bound = earliest_start(l, end_at(net, early, l.other), open_end(net, p));
    if (c.number_of(bound) == c.number_of(*ready)) return &l;
  }
  return nullptr;
}

/// The chain that makes the inspection at `p` ready when it is; it waits for something.
[[nodiscard]] inline chain chain_to_inspection(const network& net, const event_dates& early,
                                               position p) {
  const network_link* last = last_ready(net, early, p);
  chain c = chain_before(net, early, last->other);
  c.links.push_back(*last);
  c.at.push_back(p);
  return c;
}

/// Compares a task with the longest chain to the anchor that holds it.
template <class Schedule>
class critical_rival {
public:
  critical_rival(const Schedule& s, task_id of)
      : s_(s), of_(of), at_(net_.at(least_below(s.plan(), of, [&](task_id t) {
          return std::pair(done(t), s.total_float(t));
        }))) {
    const anchor_ranks rank(net_.plan);
    anchor_ = find_anchors(net_, s.late_dates(), rank);
    critical_ = find_critical(net_, s.early_dates(), s.late_dates(),
                              open_floats(net_, s.early_dates(), s.late_dates()));
  }

  [[nodiscard]] std::optional<not_critical> run() const {
    if (!is_open_task(net_, at_) || s_.is_critical(of_)) return std::nullopt;
    const chain own = chain_behind(net_, s_.late_dates(), at_, [&](const network_link& l) {
      return anchor_[l.other] == anchor_[at_];
    });
    const auto joint =
        std::find_if(own.at.begin(), own.at.end(), [&](position p) { return critical_[p] != 0; });
    const bool joins = joint != own.at.end();
    const position end = joins ? *joint : last_critical();
    const chain_writer<Schedule> write(s_);
    return not_critical{.room = room_at(at_),
                        .own = write.late(of_, own),
                        .longer = write.early(event_at(end), chain_to(end)),
                        .least_room = room_at(end),
                        .joins = joins};
  }

private:
  [[nodiscard]] bool done(task_id t) const { return !is_open_task(net_, net_.at(t)); }

  /// Of the critical tasks that the same anchor holds, the one that finishes last.
  [[nodiscard]] position last_critical() const {
    position last = nowhere;
    for (position p = 0; p < net_.size(); ++p) {
      if (critical_[p] == 0 || anchor_[p] != anchor_[at_] || !is_open_task(net_, p)) continue;
      if (last == nowhere || s_.early_dates().finish[p] >= s_.early_dates().finish[last]) last = p;
    }
    return last;
  }

  [[nodiscard]] bool is_inspection(position p) const {
    return net_[p].kind == event_kind::inspection;
  }
  [[nodiscard]] chain chain_to(position p) const {
    return is_inspection(p) ? chain_to_inspection(net_, s_.early_dates(), p)
                            : chain_before(net_, s_.early_dates(), p);
  }
  [[nodiscard]] workdays room_at(position p) const {
    if (is_inspection(p)) return *s_[net_.inspection_of(p)].total_float;
    return workdays(float_at(net_, s_.early_dates(), s_.late_dates(), p));
  }
  [[nodiscard]] event_id event_at(position p) const {
    return is_inspection(p) ? event_id(net_.inspection_of(p)) : event_id(net_.task_of(p));
  }

  const Schedule& s_;
  const daopai::network& net_ = s_.network();
  task_id of_;
  position at_;
  std::vector<std::uint32_t> anchor_{};
  std::vector<char> critical_{};
};

}  // namespace detail

template <only<schedule> Schedule>
explanation why_early_start(const Schedule& s, task_id t) {
  const task_id first =
      detail::least_below(s.plan(), t, [&](task_id below) { return s.early_start(below); });
  const network& net = s.network();
  return detail::chain_writer<Schedule>(s).early(
      t, detail::chain_before(net, s.early_dates(), net.at(first)));
}

template <only<schedule> Schedule>
explanation why_late_start(const Schedule& s, task_id t) {
  const task_id first =
      detail::least_below(s.plan(), t, [&](task_id below) { return s.late_start(below); });
  const network& net = s.network();
  const position p = net.at(first);
  const bool is_settled = detail::is_done(net, p) && !detail::is_held_up(net, s.early_dates(), p);
  const auto takes = [&](const network_link&) { return !is_settled; };
  return detail::chain_writer<Schedule>(s).late(
      t, detail::chain_behind(net, s.late_dates(), p, takes));
}

template <only<schedule> Schedule>
std::optional<explanation> why_ready(const Schedule& s, inspection_id i) {
  const network& net = s.network();
  if (net.predecessors(net.at(i)).empty()) return std::nullopt;
  return detail::chain_writer<Schedule>(s).early(
      i, detail::chain_to_inspection(net, s.early_dates(), net.at(i)));
}

template <only<schedule> Schedule>
std::optional<not_critical> why_not_critical(const Schedule& s, task_id t) {
  return detail::critical_rival<Schedule>(s, t).run();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_EXPLAIN_HPP
