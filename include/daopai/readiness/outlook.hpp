/// The outlook: one look at a campaign on one day, with all that the day's answers rest on.
#ifndef DAOPAI_READINESS_OUTLOOK_HPP
#define DAOPAI_READINESS_OUTLOOK_HPP

#include <daopai/readiness/close_out.hpp>
#include <daopai/readiness/gates.hpp>
#include <daopai/readiness/goal.hpp>
#include <daopai/readiness/inspection_light.hpp>
#include <daopai/readiness/pace.hpp>
#include <daopai/readiness/priorities.hpp>
#include <daopai/readiness/unmet_then.hpp>
#include <daopai/schedule/lights.hpp>

#include <optional>
#include <vector>

namespace daopai::readiness {

/// The scores to expect at one inspection, or at the goal.
struct expected_scores {
  goal at;
  scoring::score_card by_early_dates;
  scoring::score_card by_late_dates;
  scoring::score_card at_todays_pace;
};

/// What depends on the indicators; for one object.
struct score_outlook {
  object_id object;
  scoring::score_card now;
  std::vector<expected_scores> inspections;  ///< in the order of the plan
  std::vector<score_change> curve;           ///< by the early dates
  /// At the goal, or without one when all raises are done; what follows is of that morning, by the
  /// early dates.
  std::optional<expected_scores> at_goal;
  date morning;
  std::vector<unmet_indicator_then> unmet;
  priority_list priorities;
  decimal unproven;  ///< points that rest on evidence which is not there today
};

/// A raise that was promised by a task which is done, and has not been observed.
struct broken_promise {
  raise_link raise;
  std::optional<decimal> observed;
};

struct outlook {
  std::optional<goal> towards;  ///< what everybody is working towards
  schedule dates;
  schedule at_pace;                ///< the same work at today's pace
  std::vector<task_light> lights;  ///< by task
  std::vector<std::optional<inspection_light>> inspection_lights;  ///< in the order of the plan
  std::vector<evidence_status> archive;
  std::vector<gate_status> gates;
  std::vector<finding_status> findings;
  std::optional<score_outlook> score;  ///< nothing without indicators
  std::vector<broken_promise> broken;
};

/// What an outlook may be asked for.
struct outlook_options {
  std::optional<object_id> object{};  ///< whose score it is about; the first object without one
  light_policy lights{};
};

/// All answers for one day.
template <only<schedule> Schedule>
[[nodiscard]] outlook outlook_on(const campaign& c, const Schedule& s,
                                 const outlook_options& options = {});

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline std::vector<broken_promise> broken_promises(const campaign& c) {
  std::vector<broken_promise> broken;
  for (const raise_link& r : c.raises()) {
    if (!c.is_done(r.task)) continue;
    const auto seen = c.now().observed(r.object, r.indicator);
    const auto target = c.now().target(r.object, r.indicator);
    if (improves(c.system().at(r.indicator), target, seen, r.to)) broken.push_back({r, seen});
  }
  return broken;
}

/// The three courses that the work may take.
struct courses {
  timeline early;
  timeline late;
  timeline paced;
};

[[nodiscard]] inline expected_scores expected_at(const campaign& c, const courses& of,
                                                 object_id object, const goal& g) {
  return {g, scores_on(c, of.early, g.morning).of(object),
          scores_on(c, of.late, g.morning).of(object),
          scores_on(c, of.paced, g.morning).of(object)};
}

template <class Schedule>
[[nodiscard]] score_outlook score_outlook_on(const campaign& c, const Schedule& s, const outlook& o,
                                             object_id object) {
  const courses of{by_early_dates(s), by_late_dates(s), by_early_dates(o.at_pace)};
  std::vector<expected_scores> inspections;
  for (std::size_t i = 0; i < c.plan().inspections().size(); ++i) {
    const date& day = c.plan().inspections()[i].window.first;
    inspections.push_back(expected_at(c, of, object, {inspection_id(i), day, day}));
  }
  std::optional<expected_scores> at_goal;
  if (o.towards) at_goal = expected_at(c, of, object, *o.towards);
  const date morning = o.towards ? o.towards->morning : end_of_raises(c, of.early);
  return {object,
          c.now().of(object),
          std::move(inspections),
          expected_curve(c, of.early, object),
          std::move(at_goal),
          morning,
          unmet_on(c, of.early, object, morning),
          priorities(c, s, object, morning),
          unproven_points(c, scores_on(c, of.early, morning), object, o.archive)};
}

}  // namespace detail

template <only<schedule> Schedule>
outlook outlook_on(const campaign& c, const Schedule& s, const outlook_options& options) {
  outlook o{next_goal(c.plan(), s.status()),
            s,
            at_todays_pace(s),
            lights_of(s, progress_of(s), options.lights),
            {},
            evidence_statuses(c, s),
            {},
            finding_statuses(c, s),
            {},
            {}};
  for (std::size_t i = 0; i < c.plan().inspections().size(); ++i) {
    o.inspection_lights.push_back(light_of(s, inspection_id(i), o.lights, options.lights));
  }
  o.gates = gate_statuses(c, s, o.archive);
  if (!c.is_scored()) return o;
  o.score = detail::score_outlook_on(c, s, o, options.object.value_or(object_id(0)));
  o.broken = detail::broken_promises(c);
  return o;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_OUTLOOK_HPP
