/// The score to expect on a date: what was observed, and what the tasks done by then have raised.
///
/// The score of a date is that of its morning: work counts from the day after it was done. So the
/// score of the status date is that of the observations, whatever they rest on, and what an
/// inspection sees is what was done on its eve.
#ifndef DAOPAI_READINESS_EXPECTED_HPP
#define DAOPAI_READINESS_EXPECTED_HPP

#include <daopai/readiness/below.hpp>
#include <daopai/readiness/campaign.hpp>
#include <daopai/readiness/detail/goodness.hpp>
#include <daopai/readiness/timeline.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace daopai::readiness {

/// What the open tasks will have raised by the morning of `on`, where that is better than what was
/// observed; by object and leaf. A task that is finished raises nothing any more: the observations
/// say what came of it. O(raises log raises).
[[nodiscard]] std::vector<scoring::assumed_value> raised_by(const campaign& c, const timeline& line,
                                                            const date& on);

/// The scores of that morning, grades and vetoes included; they point into the campaign.
[[nodiscard]] inline scoring::scores scores_on(const campaign& c, const timeline& line,
                                               const date& on) {
  return scoring::score(c.system(), c.table(), c.now().seen(), raised_by(c, line, on));
}

/// A date from whose morning on the score is another one.
struct score_change {
  date on;
  scoring::score_card card;
};

/// From the status date to the last raise: how things stand at the status date, and every date on
/// which the score, the grade or a veto changes. O(dates on which a raise moves x scoring).
[[nodiscard]] std::vector<score_change> expected_curve(const campaign& c, const timeline& line,
                                                       object_id object);

/// The first date by which every raise of the timeline is done.
[[nodiscard]] date end_of_raises(const campaign& c, const timeline& line);

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline date next_day(const date& d) { return d + boost::gregorian::date_duration(1); }

/// The morning from which the whole raise counts.
[[nodiscard]] inline date counts_from(const work_left& work, const date& status) {
  return next_day(std::max(work.finish, status));
}

/// How much of a task's working days lie behind on a morning, in whole days.
struct days_done {
  std::int32_t done;
  std::int32_t all;
};

/// @param whole  over the whole task, else over what is left of it today
[[nodiscard]] inline days_done days_of(const plan& p, task_id t, const work_left& work,
                                       const date& on, bool whole) {
  const calendar& c = p[p.calendar_of(t)];
  const std::int32_t left = c.between(work.from, next_day(work.finish)).count();
  const std::int32_t done = std::clamp(c.between(work.from, on).count(), 0, left);
  const auto& known = p[t].progress;
  if (!whole || !known.started) return {done, left};
  const std::int32_t planned = std::max(p[t].duration.count(), 1);
  const std::int32_t before = planned - known.remaining.value_or(p[t].duration).count();
  return {std::max(before, 0) + done, std::max(before, 0) + left};
}

/// The same of a phase, in tasks: how many below it are done on a morning, and how many there are.
/// @param whole  with those that are finished today
[[nodiscard]] inline days_done tasks_done(const plan& p, task_id phase, const timeline& line,
                                          const date& on, bool whole) {
  days_done tasks{0, 0};
  for (const task_id t : tasks_below(p, phase)) {
    const bool was_done = p[t].progress.finished.has_value();
    if (was_done && !whole) continue;
    ++tasks.all;
    if (was_done || (line[t] && on >= counts_from(*line[t], line.status))) ++tasks.done;
  }
  return tasks;
}

/// The value of a raise in proportion when so much of the work is done.
[[nodiscard]] inline std::optional<decimal> value_in_proportion(const raise_link& r,
                                                                const campaign& c,
                                                                const days_done& of) {
  if (of.done == 0 || of.all == 0) return std::nullopt;
  if (of.done == of.all) return r.to;
  const auto start = r.from ? r.from : c.now().observed(r.object, r.indicator);
  if (!start) return std::nullopt;
  return *start + mul_div(r.to - *start, of.done, of.all);
}

/// The value that one raise has brought by the morning of `on`; nothing before it moves.
[[nodiscard]] inline std::optional<decimal> value_of(const raise_link& r, const campaign& c,
                                                     const timeline& line, const date& on) {
  const auto& work = line[r.task];
  if (!work || c.is_done(r.task) || on <= line.status) return std::nullopt;
  if (r.when == raised::in_proportion && c.plan().is_phase(r.task)) {
    return value_in_proportion(r, c, tasks_done(c.plan(), r.task, line, on, r.from.has_value()));
  }
  if (on >= counts_from(*work, line.status)) return r.to;
  if (r.when == raised::on_finish || on <= work->from) return std::nullopt;
  return value_in_proportion(r, c, days_of(c.plan(), r.task, *work, on, r.from.has_value()));
}

[[nodiscard]] inline bool is_below(const plan& p, task_id t, task_id phase) {
  for (auto above = p.parent(t); above; above = p.parent(*above)) {
    if (*above == phase) return true;
  }
  return false;
}

/// The value that a raise would bring if one open task were done now: its own, or one below its
/// phase.
[[nodiscard]] inline std::optional<decimal> value_if_done(const raise_link& r, const campaign& c,
                                                          task_id t) {
  if (r.task == t) return r.to;
  if (!is_below(c.plan(), t, r.task)) return std::nullopt;
  days_done tasks{0, 0};
  for (const task_id below : tasks_below(c.plan(), r.task)) {
    const bool was_done = c.is_done(below);
    if (was_done && !r.from) continue;
    ++tasks.all;
    if (was_done || below == t) ++tasks.done;
  }
  if (r.when == raised::on_finish && tasks.done != tasks.all) return std::nullopt;
  return value_in_proportion(r, c, tasks);
}

/// Adds the mornings after what lies below the phase is done.
inline void add_mornings_below(std::set<date>& all, const campaign& c, const timeline& line,
                               task_id phase) {
  for (const task_id t : tasks_below(c.plan(), phase)) {
    if (line[t] && !c.is_done(t)) all.insert(counts_from(*line[t], line.status));
  }
}

/// Adds the morning after each working day of the task.
inline void add_mornings_during(std::set<date>& all, const calendar& days, const work_left& work) {
  const std::int32_t end = days.number_of(to_day(work.finish) + 1);
  for (std::int32_t n = days.number_of(to_day(work.from)); n < end; ++n) {
    all.insert(to_date(days.day_of(n) + 1));
  }
}

/// Every morning on which something raised may be another value than on the one before.
[[nodiscard]] inline std::set<date> mornings(const campaign& c, const timeline& line) {
  std::set<date> all{line.status};
  for (const raise_link& r : c.raises()) {
    const auto& work = line[r.task];
    if (!work || c.is_done(r.task)) continue;
    all.insert(counts_from(*work, line.status));
    if (r.when == raised::on_finish) continue;
    if (c.plan().is_phase(r.task)) {
      add_mornings_below(all, c, line, r.task);
    } else {
      add_mornings_during(all, c.plan()[c.plan().calendar_of(r.task)], *work);
    }
  }
  return all;
}

[[nodiscard]] inline bool is_same_result(const scoring::score_card& a,
                                         const scoring::score_card& b) {
  const auto same_effect = [](const auto& x, const auto& y) {
    return x.indicator == y.indicator && x.what == y.what;
  };
  return a.exact == b.exact && a.score == b.score && a.grade == b.grade && a.passed == b.passed &&
         std::equal(a.effects.begin(), a.effects.end(), b.effects.begin(), b.effects.end(),
                    same_effect);
}

}  // namespace detail

inline std::vector<scoring::assumed_value> raised_by(const campaign& c, const timeline& line,
                                                     const date& on) {
  std::map<std::pair<object_id, indicator_id>, decimal> best;
  for (const raise_link& r : c.raises()) {
    const auto value = detail::value_of(r, c, line, on);
    if (!value) continue;
    const auto known = best.find({r.object, r.indicator});
    const auto before =
        known != best.end() ? known->second : c.now().observed(r.object, r.indicator);
    const auto target = c.now().target(r.object, r.indicator);
    if (detail::improves(c.system().at(r.indicator), target, before, *value)) {
      best[{r.object, r.indicator}] = *value;
    }
  }
  std::vector<scoring::assumed_value> values;
  values.reserve(best.size());
  for (const auto& [leaf, value] : best) values.push_back({leaf.first, leaf.second, value});
  return values;
}

inline std::vector<score_change> expected_curve(const campaign& c, const timeline& line,
                                                object_id object) {
  std::vector<score_change> curve;
  std::vector<scoring::assumed_value> last;
  for (const date& on : detail::mornings(c, line)) {
    auto values = raised_by(c, line, on);
    if (!curve.empty() && values == last) continue;
    const scoring::scores then = scoring::score(c.system(), c.table(), c.now().seen(), values);
    const scoring::score_card& card = then.of(object);
    if (curve.empty() || !detail::is_same_result(curve.back().card, card)) {
      curve.push_back({on, card});
    }
    last = std::move(values);
  }
  return curve;
}

inline date end_of_raises(const campaign& c, const timeline& line) {
  return *detail::mornings(c, line).rbegin();
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_EXPECTED_HPP
