/// Today's pace: how fast the work has gone so far, and the plan if it goes on like that.
#ifndef DAOPAI_READINESS_PACE_HPP
#define DAOPAI_READINESS_PACE_HPP

#include <daopai/readiness/detail/changed_network.hpp>
#include <daopai/schedule/schedule.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace daopai::readiness {

/// Working days of planned work that were done, and working days that this took.
struct pace {
  std::int64_t done = 0;
  std::int64_t spent = 0;

  /// How long work of `length` takes at this pace: length x (spent + 1) / (done + 1), rounded up,
  /// and never less than `length`.
  ///
  /// The one day more on either side is a day that went as planned: work that has just begun says
  /// little, and work without any progress takes longer rather than for ever. That some work went
  /// faster than planned is not counted on for the rest.
  [[nodiscard]] workdays stretched(workdays length) const;
};

/// The pace of every lead unit, by unit, over the tasks it has begun: of a finished task its
/// duration and the days from its start to its finish, of one under way what is no longer remaining
/// and the days from its start to the eve of the status date. Days are those of the task's
/// calendar. A finished task that does not say when it started, and phases, do not count. A unit
/// that has not begun anything goes at the pace of all units together, which is the last entry.
/// O(tasks + units).
[[nodiscard]] std::vector<pace> paces(const plan& p, const date& status);

/// The schedule if all that is left to do takes as long as the pace of its lead unit says.
/// O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] schedule at_todays_pace(const Schedule& s);

// ---------------------------------------------------------------------------------------------

inline workdays pace::stretched(workdays length) const {
  const std::int64_t days = length.count();
  const std::int64_t at_pace = (days * (spent + 1) + done) / (done + 1);  // rounded up
  constexpr std::int64_t most = 1'000'000;
  return workdays(static_cast<std::int32_t>(std::min(std::max(days, at_pace), most)));
}

namespace detail {

/// What one task says about the pace.
[[nodiscard]] inline pace pace_of(const plan& p, task_id t, const date& status) {
  const progress& known = p[t].progress;
  if (p.is_phase(t) || !known.started || *known.started > status) return {};
  const calendar& c = p[p.calendar_of(t)];
  const std::int32_t planned = p[t].duration.count();
  if (known.finished) {
    const auto after = *known.finished + boost::gregorian::date_duration(1);
    return {planned, c.between(*known.started, after).count()};
  }
  const std::int32_t left = known.remaining.value_or(p[t].duration).count();
  return {std::max(0, planned - left), c.between(*known.started, status).count()};
}

}  // namespace detail

inline std::vector<pace> paces(const plan& p, const date& status) {
  std::vector<pace> of(p.units().size() + 1);
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    const pace here = detail::pace_of(p, task_id(t), status);
    const auto add = [&here](pace& to) { to = {to.done + here.done, to.spent + here.spent}; };
    add(of.back());
    if (const auto lead = p.lead(task_id(t))) add(of[lead->index()]);
  }
  for (pace& unit : of) {
    if (unit.spent == 0 && unit.done == 0) unit = of.back();
  }
  return of;
}

template <only<schedule> Schedule>
schedule at_todays_pace(const Schedule& s) {
  const plan& p = s.plan();
  const std::vector<pace> of = paces(p, s.status());
  network net = s.network();
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    const task_id id(t);
    if (!detail::is_open_work(net, p, id)) continue;
    const auto lead = p.lead(id);
    std::int32_t& left = net.events[net.at(id)].duration;
    left = of[lead ? lead->index() : p.units().size()].stretched(workdays(left)).count();
  }
  return compute_schedule(std::move(net), status_date(s.status()));
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_PACE_HPP
