/// Recurring duties: one task that comes again and again becomes dated instances under one phase.
#ifndef DAOPAI_SCHEDULE_DUTY_HPP
#define DAOPAI_SCHEDULE_DUTY_HPP

#include <daopai/plan/builder.hpp>
#include <daopai/schedule/recurrence.hpp>

namespace daopai {

/// A task that is due on each date of a rule.
struct duty {
  /// What each instance is: its duration, units, evidence and indicators. What it waits for, its
  /// own dates and its parent hold for the duty as a whole. A duty has no progress of its own.
  task each;
  recurrence rule;
  std::optional<date> until{};     ///< the last date to expand, inclusive; else the rule's own end
  rolling roll = rolling::before;  ///< where a due date goes that the task's calendar does not work
};

/// What a duty becomes in a plan. The phase bears the duty's id and name. The instance for a date
/// has the deadline of the rolled date, and its id and name are the duty's with the date behind
/// them, as short as the rule allows: "report-2025", "report-2025-07" or "report-2025-07-05".
/// It may start on the day after the one before it is due, the first one on the rule's `from` if
/// that comes before its deadline.
struct expanded_duty {
  phase parent;
  std::vector<task> instances;  ///< at least one, by date
};

/// @param c  the calendar by whose days dates are rolled: the one each instance works on
/// @throws invalid_input with all problems of the rule, if the duty has progress (`duty-progress`),
///         never ends (`endless-duty`), is never due (`never-due`) or has more than
///         most_recurrences instances (`too-many-recurrences`). `where` is "rule.BYMONTHDAY",
///         "until", "rule" or "progress".
[[nodiscard]] expanded_duty expand(const duty& d, const calendar& c);

/// Adds the phase and then its instances, on the calendar that plan_builder::calendar_for() names.
/// @returns how many instances there are.
/// @throws as expand(); the builder is left as it was.
std::size_t add_duty(plan_builder& builder, const duty& d);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Whether a rule has at most one date in a year, whatever its first date is.
[[nodiscard]] inline bool is_once_a_year(const recurrence& r) {
  if (r.freq != frequency::yearly) return false;
  if (r.by_set_pos.size() == 1) return true;
  if (r.by_day.size() == 1 && r.by_day[0].nth != 0) return r.by_month.size() <= 1;
  const bool every_month = r.by_month.empty() && !r.by_month_day.empty();
  return r.by_day.empty() && r.by_month.size() <= 1 && r.by_month_day.size() <= 1 && !every_month;
}

/// Whether a rule has at most one date in a month, whatever its first date is.
[[nodiscard]] inline bool is_once_a_month(const recurrence& r) {
  if (is_once_a_year(r)) return true;
  if (r.freq == frequency::monthly && r.by_set_pos.size() == 1) return true;
  if (r.freq != frequency::yearly && r.freq != frequency::monthly) return false;
  if (r.by_day.size() == 1 && r.by_day[0].nth != 0) return true;
  return r.by_day.empty() && r.by_month_day.size() <= 1;
}

/// How much of "2025-07-05" tells the dates of a rule apart.
[[nodiscard]] inline std::size_t suffix_length(const recurrence& r) {
  if (is_once_a_year(r)) return 4;
  return is_once_a_month(r) ? 7 : 10;
}

[[nodiscard]] inline date last_date(const duty& d) {
  return d.until ? *d.until : d.rule.until.value_or(to_date(last_day));
}

[[nodiscard]] inline std::vector<problem> problems_of(const duty& d) {
  std::vector<problem> wrong = problems(d.rule);
  for (problem& p : wrong) p.where = "rule." + p.where;
  const progress& done = d.each.progress;
  if (done.started || done.finished || done.remaining) {
    wrong.push_back({"duty-progress", "progress",
                     "the duty " + in_quotes(d.each.id.text()) +
                         " recurs, so progress is that of its instances, not its own"});
  }
  if (d.until && d.until->is_special()) {
    wrong.push_back({"impossible-date", "until", "this is not a date"});
  }
  if (!d.until && !d.rule.until && !d.rule.count) {
    wrong.push_back({"endless-duty", "until",
                     "the duty " + in_quotes(d.each.id.text()) +
                         " never ends; expected a last date, or UNTIL or COUNT in its rule"});
  }
  return wrong;
}

/// The dates of a valid duty.
[[nodiscard]] inline std::vector<date> dates_of_duty(const duty& d) {
  try {
    std::vector<date> dates = dates_of(d.rule, {d.rule.from, last_date(d)});
    if (!dates.empty()) return dates;
  } catch (const invalid_input& too_many) {
    problem p = too_many.problems().front();
    p.where = "rule";
    throw invalid_input({p});
  }
  throw invalid_input({{"never-due", "rule",
                        "the duty " + in_quotes(d.each.id.text()) + " has no date from " +
                            to_string(d.rule.from) + " to " + to_string(last_date(d))}});
}

[[nodiscard]] inline phase phase_of(const task& t) {
  return {.id = t.id,
          .name = t.name,
          .lead = t.lead,
          .assist = t.assist,
          .after = t.after,
          .deadline = t.deadline,
          .not_before = t.not_before,
          .parent = t.parent,
          .calendar = t.calendar,
          .number = t.number,
          .leader = t.leader,
          .restates = t.restates};
}

/// One instance without its dates.
[[nodiscard]] inline task instance_of(const task& each, const std::string& suffix) {
  task t = each;
  t.id = task_key(each.id.text() + '-' + suffix);
  if (!each.name.empty()) t.name = each.name + ' ' + suffix;
  t.parent = each.id;
  t.after.clear();
  t.not_before.reset();
  return t;
}

}  // namespace detail

inline expanded_duty expand(const duty& d, const calendar& c) {
  if (auto wrong = detail::problems_of(d); !wrong.empty()) throw invalid_input(std::move(wrong));
  expanded_duty expanded{detail::phase_of(d.each), {}};
  const std::size_t suffix = detail::suffix_length(d.rule);
  std::optional<date> opens;
  for (const date& on : detail::dates_of_duty(d)) {
    task t = detail::instance_of(d.each, to_string(on).substr(0, suffix));
    const date due = rolled(on, d.roll, c);
    t.deadline = deadline(due);
    if (opens ? *opens <= due : d.rule.from < due)
      t.not_before = not_before(opens.value_or(d.rule.from));
    opens = due + boost::gregorian::date_duration(1);
    expanded.instances.push_back(std::move(t));
  }
  return expanded;
}

inline std::size_t add_duty(plan_builder& builder, const duty& d) {
  expanded_duty expanded = expand(d, builder.calendar_for(d.each));
  builder.add(std::move(expanded.parent));
  for (task& t : expanded.instances) builder.add(std::move(t));
  return expanded.instances.size();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DUTY_HPP
