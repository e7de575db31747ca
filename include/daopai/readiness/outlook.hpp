/// The outlook: one look at a campaign on one day, with all that the day's answers rest on.
#ifndef DAOPAI_READINESS_OUTLOOK_HPP
#define DAOPAI_READINESS_OUTLOOK_HPP

#include <daopai/readiness/close_out.hpp>
#include <daopai/readiness/gates.hpp>
#include <daopai/readiness/pace.hpp>
#include <daopai/readiness/priorities.hpp>
#include <daopai/readiness/unmet_then.hpp>

#include <optional>
#include <vector>

namespace daopai::readiness {

/// The scores to expect on the day of one inspection.
struct expected_scores {
  inspection_id inspection;
  scoring::score_card by_early_dates;
  scoring::score_card by_late_dates;
  scoring::score_card at_todays_pace;
};

/// What depends on the indicators; for one object.
struct score_outlook {
  object_id object;
  scoring::score_card now;
  std::vector<expected_scores> expected;    ///< of each inspection, in the order of the plan
  std::vector<score_change> curve;          ///< by the early dates
  std::optional<inspection_id> next;        ///< the next inspection, which the following is about
  date day;                                 ///< its first day; the end of all raises without one
  std::vector<unmet_indicator_then> unmet;  ///< on that day, by the early dates
  priority_list priorities;
  decimal unproven;  ///< points of that day that rest on evidence which is not there today
};

/// A raise that was promised by a task which is done, and has not been observed.
struct broken_promise {
  raise_link raise;
  std::optional<decimal> observed;
};

struct outlook {
  schedule dates;
  schedule at_pace;  ///< the same work at today's pace
  std::vector<evidence_status> archive;
  std::vector<gate_status> gates;
  std::vector<finding_status> findings;
  std::optional<score_outlook> score;  ///< nothing without indicators
  std::vector<broken_promise> broken;
};

/// The first inspection whose window has not passed; of several that begin on one day the first of
/// the plan.
[[nodiscard]] std::optional<inspection_id> next_inspection(const plan& p, const date& status);

/// All answers for one day.
/// @param object  whose score it is about; the first object without one
template <only<schedule> Schedule>
[[nodiscard]] outlook outlook_on(const campaign& c, const Schedule& s,
                                 std::optional<object_id> object = std::nullopt);

// ---------------------------------------------------------------------------------------------

inline std::optional<inspection_id> next_inspection(const plan& p, const date& status) {
  std::optional<inspection_id> next;
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    const date_window& window = p.inspections()[i].window;
    if (window.last < status) continue;
    if (!next || window.first < p[*next].window.first) next = inspection_id(i);
  }
  return next;
}

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

template <class Schedule>
[[nodiscard]] score_outlook score_outlook_on(const campaign& c, const Schedule& s,
                                             const schedule& at_pace, object_id object,
                                             const std::vector<evidence_status>& archive) {
  const timeline early = by_early_dates(s);
  const timeline late = by_late_dates(s);
  const timeline paced = by_early_dates(at_pace);
  const plan& p = c.plan();
  std::vector<expected_scores> expected;
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    const date& day = p.inspections()[i].window.first;
    expected.push_back({inspection_id(i), scores_on(c, early, day).of(object),
                        scores_on(c, late, day).of(object), scores_on(c, paced, day).of(object)});
  }
  const auto next = next_inspection(p, s.status());
  const date day = next ? p[*next].window.first : end_of_raises(c, early);
  return {object,
          c.now().of(object),
          std::move(expected),
          expected_curve(c, early, object),
          next,
          day,
          unmet_on(c, early, object, day),
          priorities(c, s, object, day),
          unproven_points(c, scores_on(c, early, day), object, archive)};
}

}  // namespace detail

template <only<schedule> Schedule>
outlook outlook_on(const campaign& c, const Schedule& s, std::optional<object_id> object) {
  outlook o{s, at_todays_pace(s), evidence_statuses(c, s), {}, finding_statuses(c, s), {}, {}};
  o.gates = gate_statuses(c, s, o.archive);
  if (!c.is_scored()) return o;
  o.score = detail::score_outlook_on(c, s, o.at_pace, object.value_or(object_id(0)), o.archive);
  o.broken = detail::broken_promises(c);
  return o;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_OUTLOOK_HPP
