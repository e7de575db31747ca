/// Out-of-sequence progress: work that was begun or done before the plan allows it.
#ifndef DAOPAI_SCHEDULE_OUT_OF_SEQUENCE_HPP
#define DAOPAI_SCHEDULE_OUT_OF_SEQUENCE_HPP

#include <daopai/schedule/schedule.hpp>

namespace daopai {

/// A dependency that progress has overtaken and that still holds: what remains of the task, or what
/// comes after it if it is done, waits for the predecessor (retained logic).
struct out_of_sequence_progress {
  task_id task;
  event_id predecessor;  ///< through phases, the task or inspection that holds
  dependency_kind kind;
  date actual;  ///< when the task started; for a dependency that holds its finish, when it finished
  date expected;  ///< of the predecessor: its earliest finish; or start, if the kind leaves that
  date allowed;   ///< the first day on which the predecessor allows what happened on `actual`
};

/// By task, then in the order of its dependencies; each predecessor once for each kind. A
/// predecessor that is done holds only by a lag that has not run out, and only work under way.
/// O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<out_of_sequence_progress> out_of_sequence(const Schedule& s);

// ---------------------------------------------------------------------------------------------

namespace detail {

template <class Schedule>
class sequence_checker {
public:
  explicit sequence_checker(const Schedule& s)
      : s_(s), net_(s.network()), early_(s.early_dates()), today_(to_day(s.status())) {}

  std::vector<out_of_sequence_progress> run() {
    for (std::size_t t = 0; t < s_.plan().tasks().size(); ++t) {
      const position p = net_.at(task_id(t));
      const bool has_begun = is_done(net_, p) || (is_open_task(net_, p) && has_started(p));
      if (has_begun) check(p);
    }
    return std::move(found_);
  }

private:
  [[nodiscard]] bool has_started(position p) const {
    return progress_at(net_, p).started.has_value();
  }

  void check(position p) {
    for (const network_link& l : net_.predecessors(p)) {
      const instant bound = earliest_start(l, end_at(net_, early_, l.other), instant_end(p));
      if (still_holds(p, l, bound) && is_overtaken(p, l, bound)) add(p, l, bound);
    }
  }

  /// As if nothing were left to do: then a bound on the finish is the finish itself.
  [[nodiscard]] link_end instant_end(position p) const { return {net_.calendar_of(p), 0, 0, 0}; }

  [[nodiscard]] bool still_holds(position p, const network_link& l, instant bound) const {
    if (is_done(net_, l.other) && is_held_up(net_, early_, l.other)) return false;
    if (is_done(net_, p)) return holds_what_is_done(net_, early_, l, today_);
    const bool is_to_come = is_open_task(net_, l.other) && !is_spent(net_, l.other, l);
    return is_to_come || bound > today_;
  }

  [[nodiscard]] bool is_overtaken(position p, const network_link& l, instant bound) const {
    if (!holds_start(l.kind) && !is_done(net_, p)) return false;
    const instant actual = actual_end(p, l);
    const calendar& c = net_.calendar_of(p);
    return bound > actual && c.number_of(bound) > c.number_of(actual);
  }

  /// When that happened which the link holds.
  [[nodiscard]] instant actual_end(position p, const network_link& l) const {
    if (!is_done(net_, p)) return early_.start[p];
    const done_work work = work_done(net_, p);
    return holds_start(l.kind) ? work.start : work.finish;
  }

  void add(position p, const network_link& l, instant bound) {
    const network_link* from = &l;
    while (from && net_[from->other].kind == event_kind::hub) {
      from = tight_predecessor(net_, early_, from->other);
    }
    if (!from || is_held_up(net_, early_, from->other)) return;
    if (!is_new(p, from->other, kind_between(*from, l))) return;
    const bool of_start = holds_start(l.kind);
    const instant actual = actual_end(p, l);
    const calendar& c = net_.calendar_of(p);
    const day_number allowed = of_start ? c.day_of(c.number_of(bound)) : bound - 1;
    found_.push_back({net_.task_of(p), event_at(from->other), kind_between(*from, l),
                      to_date(of_start ? actual : actual - 1), expected(*from), to_date(allowed)});
  }

  /// Whether it is the first time that `before` is found to hold `p` by this kind of dependency:
  /// both may be joined through phases as well.
  [[nodiscard]] bool is_new(position p, position before, dependency_kind kind) {
    constexpr std::size_t kinds = 4;
    if (last_found_.empty()) last_found_.assign(kinds * net_.size(), nowhere);
    position& last = last_found_[kinds * before + static_cast<std::size_t>(kind)];
    if (last == p) return false;
    last = p;
    return true;
  }

  /// Of the dependency of which `first` leaves the one end and `last` holds the other.
  [[nodiscard]] static dependency_kind kind_between(const network_link& first,
                                                    const network_link& last) {
    using enum dependency_kind;
    if (holds_start(last.kind)) return leaves_start(first.kind) ? start_to_start : finish_to_start;
    return leaves_start(first.kind) ? start_to_finish : finish_to_finish;
  }

  [[nodiscard]] event_id event_at(position p) const {
    if (net_[p].kind == event_kind::inspection) return net_.inspection_of(p);
    return net_.task_of(p);
  }

  [[nodiscard]] date expected(const network_link& l) const {
    if (net_[l.other].kind == event_kind::inspection) return to_date(early_.start[l.other]);
    const task_id t = net_.task_of(l.other);
    return leaves_start(l.kind) ? s_.early_start(t) : s_.early_finish(t);
  }

  const Schedule& s_;
  const network& net_;
  const event_dates& early_;
  day_number today_;
  std::vector<out_of_sequence_progress> found_{};
  std::vector<position> last_found_{};  // by predecessor and kind
};

}  // namespace detail

template <only<schedule> Schedule>
std::vector<out_of_sequence_progress> out_of_sequence(const Schedule& s) {
  return detail::sequence_checker<Schedule>(s).run();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_OUT_OF_SEQUENCE_HPP
