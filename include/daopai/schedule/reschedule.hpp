/// The living plan: change one fact, recompute only what moves, and take it back again.
#ifndef DAOPAI_SCHEDULE_RESCHEDULE_HPP
#define DAOPAI_SCHEDULE_RESCHEDULE_HPP

#include <daopai/schedule/detail/reschedule/rescheduler.hpp>
#include <daopai/schedule/plan_change.hpp>
#include <daopai/schedule/schedule.hpp>
#include <daopai/schedule/schedule_changes.hpp>

namespace daopai {

/// A schedule of a plan of its own that follows each change of a fact: what it holds is, bit for
/// bit, what compute_schedule() would give for the plan as it then is. Most changes move a few
/// tasks and cost some microseconds whatever the size of the plan; one that moves more than a tenth
/// of all tasks costs no more than some full passes.
///
///     living_schedule s(plan, status_date(day));
///     s.change(plan_change::duration(survey, workdays(8)));   // what changed, to be drawn again
///     {
///       what_if attempt(s);                                   // undone at the end of the block
///       s.change(plan_change::deadline(report, deadline(later)));
///       s.now().is_critical(survey);
///     }
///
/// For one thread at a time.
class living_schedule {
public:
  /// O(tasks + dependencies).
  /// @throws daopai::error where compute_schedule() does
  living_schedule(const plan& p, status_date today) : machine_(p, today.value) {}

  /// @returns what that changed; overwritten by the next change
  /// @throws invalid_plan with the problems that the builder would find, or daopai::error where
  ///   compute_schedule() does; then nothing has changed
  /// O(what moves) as a rule. O(tasks + dependencies) where the status date changes, where more
  /// than a tenth of the plan moves, and where other tasks than before must be held by the last
  /// inspection or deadline of the plan; O(tasks) where that one is moved.
  const schedule_changes& change(const plan_change& c) {
    return change(detail::row_view<plan_change>(&c, 1));
  }

  /// Several changes at once: the plan need only be valid after the last of them.
  const schedule_changes& change(const std::vector<plan_change>& all) {
    return change(detail::row_view<plan_change>(all.data(), all.size()));
  }

  /// The schedule as it now is, to be read and given to whatever reads schedules. A copy is O(1)
  /// and stays as it is, at a price: the next change then copies the plan, O(tasks + dependencies).
  /// O(what moved since the last call) for the critical marks, O(tasks + dependencies) if these may
  /// have changed: if a critical task, a neighbour of one, a deadline or an inspection was touched.
  [[nodiscard]] const schedule& now() { return machine_.now(); }

  // The same without the price of critical marks. All O(1).

  [[nodiscard]] const daopai::plan& plan() const { return machine_.content().net.plan; }
  [[nodiscard]] task_dates dates(task_id t) const { return detail::dates_of(machine_.row(t)); }
  [[nodiscard]] std::optional<date> finish() const {
    return detail::finish_date(machine_.content().finish);
  }
  /// O(1) as a rule; O(tasks) if the last task with the least float has gained some.
  [[nodiscard]] std::optional<workdays> least_float() {
    const auto least = machine_.least_float();
    return least ? std::optional(workdays(*least)) : std::nullopt;
  }

  /// Begins a try: all changes from here on can be undone. Tries may be nested. See what_if.
  void begin() { tries_.push_back(machine_.history()); }

  /// Ends the innermost try and puts everything back, bit for bit.
  /// @returns what that changed
  /// @throws daopai::error if there is no try. O(what the changes moved).
  const schedule_changes& undo() {
    machine_.take_back_to(end(), changes_);
    forget();
    return changes_;
  }

  /// Ends the innermost try; its changes stay, unless a try around it is undone.
  /// @throws daopai::error if there is no try
  void keep() {
    static_cast<void>(end());
    forget();
  }

  /// How many tries have begun and not ended.
  [[nodiscard]] std::size_t tries() const { return tries_.size(); }

private:
  const schedule_changes& change(detail::row_view<plan_change> all) {
    machine_.apply(all, changes_);
    forget();
    return changes_;
  }

  std::size_t end() {
    if (tries_.empty()) throw error("there is no try to end");
    const std::size_t first = tries_.back();
    tries_.pop_back();
    return first;
  }

  void forget() {
    if (tries_.empty()) machine_.forget_history();
  }

  detail::rescheduler machine_;
  std::vector<std::size_t> tries_{};  // numbers of their first transactions
  schedule_changes changes_{};
};

/// A try for the length of a block: undone at its end, unless it is kept.
class what_if {
public:
  explicit what_if(living_schedule& s) : schedule_(&s) { s.begin(); }
  what_if(const what_if&) = delete;
  what_if& operator=(const what_if&) = delete;
  ~what_if() {
    if (schedule_) schedule_->undo();
  }

  /// Undoes it now. @returns what that changed; nothing must be done with the try after that
  const schedule_changes& undo() { return std::exchange(schedule_, nullptr)->undo(); }
  /// Lets its changes stay.
  void keep() { std::exchange(schedule_, nullptr)->keep(); }

private:
  living_schedule* schedule_;
};

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_RESCHEDULE_HPP
