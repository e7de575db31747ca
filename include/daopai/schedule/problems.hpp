/// What a reader of a schedule must know besides its dates.
#ifndef DAOPAI_SCHEDULE_PROBLEMS_HPP
#define DAOPAI_SCHEDULE_PROBLEMS_HPP

#include <daopai/plan/detail/words.hpp>
#include <daopai/schedule/detail/dated_end.hpp>
#include <daopai/schedule/out_of_sequence.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai {

/// In this order, with these codes: the notes on the plan (`phase-duration`, `phase-progress`),
/// inspections that are missed (`cannot-be-met`), deadlines that fall on a day off
/// (`deadline-on-day-off`), progress after the status date (`progress-in-the-future`), progress
/// that has overtaken a dependency (`out-of-sequence`), tasks that lead to nothing dated and
/// restate none (`no-dated-successor`) and years whose days off are not known
/// (`calendar-not-published`). O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<problem> problems(const Schedule& s);

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline const char* weekday_name(const date& d) {
  constexpr const char* names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                   "Friday", "Saturday", "Sunday"};
  return names[weekday_of(to_day(d))];
}

template <class Schedule>
class problem_finder {
public:
  explicit problem_finder(const Schedule& s) : s_(s), plan_(s.plan()) {}

  std::vector<problem> run() {
    problems_ = plan_.notes();
    missed_inspections();
    each_task();
    overtaken_dependencies();
    no_dated_successor();
    unpublished_years();
    return std::move(problems_);
  }

private:
  void missed_inspections() {
    for (std::size_t i = 0; i < plan_.inspections().size(); ++i) {
      const inspection_outlook outlook = s_[inspection_id(i)];
      if (!outlook.total_float || outlook.total_float->count() >= 0) continue;
      add("cannot-be-met", place("inspections", i),
          "inspection " + in_quotes(plan_.inspections()[i].id.text()) + " on " +
              to_string(outlook.first_day) + " cannot be met: short by " +
              count_of(-outlook.total_float->count(), "working day"));
    }
  }

  void each_task() {
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      if (plan_.is_restatement(task_id(t))) continue;
      missed_deadline(t);
      deadline_on_day_off(t);
    }
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) future_progress(t);
  }

  /// A milestone may show the morning after its deadline and still be in time: it falls between
  /// the two days.
  void missed_deadline(std::size_t t) {
    const auto& deadline = plan_.tasks()[t].deadline;
    if (!deadline || s_.early_finish(task_id(t)) <= deadline->last_day) return;
    if (plan_.tasks()[t].progress.finished) return;
    if (dated_end(s_.network(), task_id(t)).short_by(s_.early_dates()) <= 0) return;
    add("cannot-be-met", place("tasks", t) + ".deadline",
        "the deadline of " + in_quotes(plan_.tasks()[t].id.text()) + ", " +
            to_string(deadline->last_day) + ", cannot be met: its earliest finish is " +
            to_string(s_.early_finish(task_id(t))));
  }

  void deadline_on_day_off(std::size_t t) {
    const auto& deadline = plan_.tasks()[t].deadline;
    const calendar& c = plan_[plan_.calendar_of(task_id(t))];
    if (!deadline || c.is_worked(deadline->last_day)) return;
    const date before = c.on_or_before(deadline->last_day);
    add("deadline-on-day-off", place("tasks", t) + ".deadline",
        "the deadline of " + in_quotes(plan_.tasks()[t].id.text()) + ", " +
            to_string(deadline->last_day) + ", is a " + weekday_name(deadline->last_day) +
            " that is not worked; the last working day before it is " + weekday_name(before) + ' ' +
            to_string(before));
  }

  void future_progress(std::size_t t) {
    const auto& [started, finished, remaining] = plan_.tasks()[t].progress;
    const auto& last = finished ? finished : started;
    if (!last || *last <= s_.status()) return;
    add("progress-in-the-future", place("tasks", t),
        in_quotes(plan_.tasks()[t].id.text()) + " is said to have " +
            (finished ? "finished" : "started") + " on " + to_string(*last) +
            ", after the status date " + to_string(s_.status()));
  }

  void overtaken_dependencies() {
    for (const out_of_sequence_progress& found : out_of_sequence(s_)) {
      add("out-of-sequence", place("tasks", found.task.index()), sentence(found));
    }
  }

  [[nodiscard]] std::string sentence(const out_of_sequence_progress& found) const {
    const bool is_done = plan_[found.task].progress.finished.has_value();
    return in_quotes(plan_[found.task].id.text()) +
           (holds_start(found.kind) ? " started on " : " finished on ") + to_string(found.actual) +
           ", out of sequence: its predecessor " + in_quotes(key_text(plan_, found.predecessor)) +
           (leaves_start(found.kind) ? " starts on " : " finishes on ") +
           to_string(found.expected) + " and allows that on " + to_string(found.allowed) +
           " at the earliest; what " + (is_done ? "comes after it" : "remains of it") + " waits";
  }

  void no_dated_successor() {
    const auto& net = s_.network();
    for (const task_id t : net.unheld) {
      if (plan_.is_restatement(t)) continue;
      add("no-dated-successor", place("tasks", t.index()),
          in_quotes(plan_[t].id.text()) +
              " has no deadline and leads to no inspection; it is held by " + holder(net.at(t)));
    }
  }

  [[nodiscard]] std::string holder(position p) const {
    const auto& net = s_.network();
    if (!net.last_anchor || net[p].comes_after_anchor) {
      return "the finish of the plan, " + to_string(*s_.finish());
    }
    const date_limit& last = *net.last_anchor;
    if (last.from.is_inspection()) {
      return "the last inspection, " + in_quotes(plan_[last.from.inspection()].id.text());
    }
    return "the last deadline, " + to_string(to_date(last.day)) + " of " +
           in_quotes(plan_[last.from.task()].id.text());
  }

  void unpublished_years() {
    std::vector<char> years(10'000, 0);
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      const calendar& c = plan_[plan_.calendar_of(task_id(t))];
      if (!c.rules().published_years || plan_.is_phase(task_id(t))) continue;
      note_years(c, s_.early_start(task_id(t)), s_.early_finish(task_id(t)), years);
      note_years(c, s_.late_start(task_id(t)), s_.late_finish(task_id(t)), years);
    }
    for (const inspection& i : plan_.inspections()) {
      note_years(plan_[calendar_id(0)], i.window.first, i.window.last, years);
    }
    for (std::size_t year = 0; year < years.size(); ++year) {
      if (years[year] == 0) continue;
      add("calendar-not-published", std::to_string(year),
          "the days off and make-up days of " + std::to_string(year) +
              " are not known to the calendar; its dates in that year follow the plain week");
    }
  }

  static void note_years(const calendar& c, const date& first, const date& last,
                         std::vector<char>& years) {
    for (int year = first.year(); year <= static_cast<int>(last.year()); ++year) {
      if (!c.is_published(year)) years[static_cast<std::size_t>(year)] = 1;
    }
  }

  void add(const char* code, std::string where, std::string message) {
    problems_.push_back({code, std::move(where), std::move(message)});
  }

  const Schedule& s_;
  const plan& plan_;
  std::vector<problem> problems_{};
};

}  // namespace detail

template <only<schedule> Schedule>
std::vector<problem> problems(const Schedule& s) {
  return detail::problem_finder<Schedule>(s).run();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_PROBLEMS_HPP
