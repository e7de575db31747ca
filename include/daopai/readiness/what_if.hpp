/// What if this task drops out and that one starts a week later? One call answers for dates and
/// scores.
#ifndef DAOPAI_READINESS_WHAT_IF_HPP
#define DAOPAI_READINESS_WHAT_IF_HPP

#include <daopai/readiness/detail/changed_network.hpp>
#include <daopai/readiness/expected.hpp>

#include <variant>
#include <vector>

namespace daopai::readiness {

/// The task is not done at all: it raises nothing, and what waits for it waits for what it waited
/// for.
struct drops_out {
  task_id task;
};

/// What is left of the task starts so many working days of its calendar later than it would.
struct starts_later {
  task_id task;
  workdays by;  ///< not negative: nothing can start before it can
};

/// The task takes so many working days more, or fewer.
struct takes_longer {
  task_id task;
  workdays by;
};

/// A change to a phase is one to each open task below it. Finished tasks stay as they are.
using change = std::variant<drops_out, starts_later, takes_longer>;

/// The dates as changed, and the early timeline in which what drops out is not there.
struct changed_course {
  schedule dates;
  timeline early;
};

/// All changes together, each counted from the schedule as it is. O(tasks + dependencies) and the
/// tasks below changed phases.
/// @throws daopai::error for a start that would be earlier
template <only<schedule> Schedule>
[[nodiscard]] changed_course course_if(const Schedule& s, const std::vector<change>& changes);

/// How a change moves the score that one object can expect on a date.
struct what_if_answer {
  scoring::score_card before;
  scoring::score_card after;
  decimal difference;  ///< exact: after - before
  changed_course course;
};

/// By the early dates. @throws as course_if().
template <only<schedule> Schedule>
[[nodiscard]] what_if_answer what_if(const campaign& c, const Schedule& s,
                                     const std::vector<change>& changes, object_id object,
                                     const date& on);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Applies changes to a network; a visitor of `change`.
class network_changer {
public:
  network_changer(network& net, const schedule& s) : net_(net), s_(s) {}

  void operator()(const drops_out& c) const {
    for (const task_id t : below(c.task)) empty_out(net_, t);
  }
  void operator()(const starts_later& c) const {
    if (c.by.count() < 0) throw error("a task can start later than it would, but not earlier");
    for (const task_id t : below(c.task)) put_off(net_, s_, t, c.by);
  }
  void operator()(const takes_longer& c) const {
    for (const task_id t : below(c.task)) lengthen(net_, t, c.by);
  }

private:
  [[nodiscard]] std::vector<task_id> below(task_id t) const {
    return open_below(s_.network(), s_.plan(), t);
  }
  network& net_;
  const schedule& s_;
};

/// A phase drops out with all that is open below it, so that it raises nothing either.
inline void leave_out(timeline& line, const schedule& s, const drops_out& c) {
  line.tasks[c.task.index()].reset();
  for (const task_id t : open_below(s.network(), s.plan(), c.task)) line.tasks[t.index()].reset();
}

}  // namespace detail

template <only<schedule> Schedule>
changed_course course_if(const Schedule& s, const std::vector<change>& changes) {
  network net = s.network();
  for (const change& c : changes) std::visit(detail::network_changer(net, s), c);
  const schedule changed = compute_schedule(std::move(net), status_date(s.status()));
  timeline early = by_early_dates(changed);
  for (const change& c : changes) {
    if (const auto* out = std::get_if<drops_out>(&c)) detail::leave_out(early, s, *out);
  }
  return {changed, std::move(early)};
}

template <only<schedule> Schedule>
what_if_answer what_if(const campaign& c, const Schedule& s, const std::vector<change>& changes,
                       object_id object, const date& on) {
  changed_course course = course_if(s, changes);
  scoring::score_card before = scores_on(c, by_early_dates(s), on).of(object);
  scoring::score_card after = scores_on(c, course.early, on).of(object);
  const decimal difference = after.exact - before.exact;
  return {std::move(before), std::move(after), difference, std::move(course)};
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_WHAT_IF_HPP
