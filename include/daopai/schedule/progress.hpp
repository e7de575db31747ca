/// How far the work is: the state of each task, and what is done beside what should be done by now.
#ifndef DAOPAI_SCHEDULE_PROGRESS_HPP
#define DAOPAI_SCHEDULE_PROGRESS_HPP

#include <daopai/plan/builder.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai {

/// Where a task stands on the status date, whose morning it is: that day can still be worked on.
/// The first of these that fits, read from the bottom up; "latest" are the schedule's late dates.
enum class task_state : std::uint8_t {
  not_due,    ///< not begun: something before it, or a not_before, still holds it
  due,        ///< not begun, and it may begin on the status date (or the next day that is worked)
  under_way,  ///< begun
  late,  ///< its latest finish is over; or it has not begun and its latest start is over; or it
         ///< has begun and what remains of it cannot be done by its latest finish
  done,  ///< finished
};

/// The days on which a task is planned to be worked on, both inclusive.
struct planned_span {
  date first;
  date last;
};

/// The dates against which progress is measured, by task: the latest dates that the plan leaves
/// with nothing done yet. They are what a plan counted back from its deadlines (倒排) sets for each
/// task, they need no record of the day on which the plan was made, and they move neither with the
/// status date nor with progress. (Only what nothing dated holds is counted back from the finish of
/// the plan as it would be if all began on the status date.) O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<planned_span> planned_dates(const Schedule& s);

/// Work in working days of duration, so that parts add up: each task counts for its duration, under
/// the unit that leads it. A milestone weighs nothing but is counted.
struct work_progress {
  std::int64_t whole = 0;
  std::int64_t scheduled = 0;  ///< that should be done by the morning of the status date
  std::int64_t done = 0;       ///< of work under way all but what remains of it
  std::int64_t tasks = 0;
  std::int64_t tasks_scheduled = 0;  ///< whose last planned day lies before the status date
  std::int64_t tasks_done = 0;

  /// Scheduled progress (序时进度), from 0 to 1. Where nothing has a duration each task counts for
  /// one; nothing for no tasks.
  [[nodiscard]] std::optional<double> scheduled_share() const {
    return whole > 0 ? share(scheduled, whole) : share(tasks_scheduled, tasks);
  }
  /// What is done, likewise.
  [[nodiscard]] std::optional<double> done_share() const {
    return whole > 0 ? share(done, whole) : share(tasks_done, tasks);
  }

  friend bool operator==(const work_progress&, const work_progress&) = default;
  work_progress& operator+=(const work_progress& o) {
    whole += o.whole;
    scheduled += o.scheduled;
    done += o.done;
    tasks += o.tasks;
    tasks_scheduled += o.tasks_scheduled;
    tasks_done += o.tasks_done;
    return *this;
  }

private:
  [[nodiscard]] static std::optional<double> share(std::int64_t part, std::int64_t of) {
    if (of == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(of);
  }
};

struct task_progress {
  task_state state;
  work_progress work;  ///< of a phase: the sum of all below it
};

struct progress_report {
  std::vector<task_progress> tasks;  ///< by task
  std::vector<work_progress> units;  ///< by unit: the tasks it leads itself, not those of members
  work_progress plan;
};

/// A phase is done if all below it are done, late if something is, else under way if something has
/// begun, else due if something is, else not due.
/// @param planned  what should be done when: planned_dates(), or dates agreed and kept elsewhere.
/// A task's work is spread evenly over the days its calendar works from the first to the last; what
/// falls on days before the status date is scheduled, rounded down to whole days.
/// O(tasks).
template <only<schedule> Schedule>
[[nodiscard]] progress_report progress_of(const Schedule& s,
                                          const std::vector<planned_span>& planned);

/// Measured against planned_dates(). O(tasks + dependencies).
template <only<schedule> Schedule>
[[nodiscard]] progress_report progress_of(const Schedule& s) {
  return progress_of(s, planned_dates(s));
}

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline bool has_begun(const progress& p) { return p.started || p.finished; }

/// The same plan on the day before any of it began.
[[nodiscard]] inline plan without_progress(const plan& p) {
  plan_builder builder(p.calendars().front().calendar, p.title());
  for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
  for (const unit& u : p.units()) builder.add(u);
  for (task t : p.tasks()) {
    t.progress = {};
    builder.add(std::move(t));
  }
  for (const inspection& i : p.inspections()) builder.add(i);
  return std::move(builder).build();
}

/// The last day on which a task may be done. An instant between two days may show the second of
/// them, but a deadline on the first counts as such.
template <class Schedule>
[[nodiscard]] date latest_day(const Schedule& s, task_id t) {
  const date shown = s.late_finish(t);
  const auto& limit = s.network()[s.network().at(t)].latest;
  return limit && limit->day < to_day(shown) ? to_date(limit->day) : shown;
}

/// Of a task that is no phase.
template <class Schedule>
[[nodiscard]] bool is_late(const Schedule& s, task_id t) {
  if (latest_day(s, t) < s.status()) return true;
  if (s.plan()[t].progress.started) return s.total_float(t).count() < 0;
  return s.late_start(t) < s.status();
}

/// Of a task that is no phase.
template <class Schedule>
[[nodiscard]] task_state state_of(const Schedule& s, task_id t) {
  const progress& known = s.plan()[t].progress;
  if (known.finished) return task_state::done;
  if (is_late(s, t)) return task_state::late;
  if (known.started) return task_state::under_way;
  const calendar& c = s.plan()[s.plan().calendar_of(t)];
  return s.early_start(t) <= c.on_or_after(s.status()) ? task_state::due : task_state::not_due;
}

/// The state of a phase of which parts are in these states.
[[nodiscard]] inline task_state join(task_state a, task_state b) {
  if (a == b) return a;
  if (a == task_state::late || b == task_state::late) return task_state::late;
  const bool is_begun = a >= task_state::under_way || b >= task_state::under_way;
  return is_begun ? task_state::under_way : task_state::due;
}

/// How much of `task`, planned for `span`, should be and is done by the morning of `status`.
[[nodiscard]] inline work_progress work_of(const task& that, const planned_span& span,
                                           const calendar& c, const date& status) {
  const std::int64_t whole = that.duration.count();
  const std::int64_t days =
      c.between(span.first, span.last).count() + (c.is_worked(span.last) ? 1 : 0);
  const std::int64_t over =
      std::clamp<std::int64_t>(c.between(span.first, status).count(), 0, days);
  const bool is_over = span.last < status;
  const bool is_done = that.progress.finished.has_value();
  const std::int64_t left = that.progress.remaining.value_or(that.duration).count();
  return {.whole = whole,
          .scheduled = is_over    ? whole
                       : days > 0 ? whole * over / days
                                  : 0,
          .done = is_done ? whole : std::max<std::int64_t>(0, whole - left),
          .tasks = 1,
          .tasks_scheduled = is_over ? 1 : 0,
          .tasks_done = is_done ? 1 : 0};
}

template <class Schedule>
class progress_counter {
public:
  progress_counter(const Schedule& s, const std::vector<planned_span>& planned)
      : s_(s), plan_(s.plan()), planned_(planned) {}

  progress_report run() {
    const std::size_t tasks = plan_.tasks().size();
    report_.tasks.assign(tasks, {task_state::not_due, {}});
    report_.units.resize(plan_.units().size());
    for (std::size_t t = 0; t < tasks; ++t) {
      if (!plan_.is_phase(task_id(t))) count(task_id(t));
    }
    const std::vector<task_id> order = from_the_top(plan_);
    for (std::size_t i = order.size(); i-- > 0;) {
      if (plan_.is_phase(order[i])) sum_up(order[i]);
    }
    return std::move(report_);
  }

private:
  void count(task_id t) {
    const calendar& c = plan_[plan_.calendar_of(t)];
    const work_progress work = work_of(plan_[t], planned_[t.index()], c, s_.status());
    report_.tasks[t.index()] = {state_of(s_, t), work};
    if (plan_.is_restatement(t)) return;  // counted where it is said first
    report_.plan += work;
    if (const auto lead = plan_.lead(t)) report_.units[lead->index()] += work;
  }

  void sum_up(task_id phase) {
    task_progress& sum = report_.tasks[phase.index()];
    sum.state = report_.tasks[plan_.children(phase).front().index()].state;
    for (const task_id child : plan_.children(phase)) {
      sum.state = join(sum.state, report_.tasks[child.index()].state);
      if (!plan_.is_restatement(child)) sum.work += report_.tasks[child.index()].work;
    }
  }

  const Schedule& s_;
  const plan& plan_;
  const std::vector<planned_span>& planned_;
  progress_report report_{};
};

}  // namespace detail

template <only<schedule> Schedule>
std::vector<planned_span> planned_dates(const Schedule& s) {
  const auto& tasks = s.plan().tasks();
  const bool has_begun = std::any_of(tasks.begin(), tasks.end(),
                                     [](const task& t) { return detail::has_begun(t.progress); });
  const Schedule fresh =
      has_begun ? compute_schedule(detail::without_progress(s.plan()), status_date(s.status())) : s;
  std::vector<planned_span> planned;
  planned.reserve(tasks.size());
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    const date last = detail::latest_day(fresh, task_id(t));
    planned.push_back({std::min(fresh.late_start(task_id(t)), last), last});
  }
  return planned;
}

template <only<schedule> Schedule>
progress_report progress_of(const Schedule& s, const std::vector<planned_span>& planned) {
  return detail::progress_counter<Schedule>(s, planned).run();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_PROGRESS_HPP
