/// What a single duration, date, lag or window may be, whatever plan it stands in.
#ifndef DAOPAI_PLAN_DETAIL_CHECK_VALUES_HPP
#define DAOPAI_PLAN_DETAIL_CHECK_VALUES_HPP

#include <daopai/plan/detail/place_in_plan.hpp>
#include <daopai/plan/plan.hpp>

namespace daopai::detail {

/// No single duration or lag is longer: some 400 years.
inline constexpr std::int32_t longest_length = 100'000;

/// Adds to a list what is wrong with the values it is shown. Places are those of the builder, such
/// as "tasks[3].deadline".
class value_checker {
public:
  explicit value_checker(std::vector<problem>& problems) : problems_(problems) {}

  /// The dates and the remaining work of the task at `where`.
  void check_dates(const task& that, const place_in_plan& where) {
    if (that.deadline) check_date(that.deadline->last_day, where / "deadline");
    if (that.not_before) check_date(that.not_before->first_day, where / "not_before");
    const auto& [started, finished, remaining] = that.progress;
    if (started) check_date(*started, where / "started");
    if (finished) check_date(*finished, where / "finished");
    if (started && finished && *finished < *started) {
      report("finished-before-started", (where / "finished").text(),
             "task " + in_quotes(that.id.text()) + " finished on " + to_string(*finished) +
                 ", before it started on " + to_string(*started));
    }
    if (remaining) check_remaining(that, where);
  }

  [[nodiscard]] static bool is_length(workdays length) {
    return length.count() >= 0 && length.count() <= longest_length;
  }

  /// @param field  what of the task the length is, such as "duration"
  void check_length(workdays length, const char* field, const task& that,
                    const place_in_plan& where) {
    if (is_length(length)) return;
    report(length.count() < 0 ? std::string("negative-") + field : std::string(field) + "-too-long",
           (where / field).text(),
           std::string("the ") + field + " of task " + in_quotes(that.id.text()) + " is " +
               std::to_string(length.count()) + "; expected 0 to " +
               std::to_string(longest_length) + " working days");
  }

  /// The window of the inspection at `where`.
  void check_window(const inspection& that, const place_in_plan& where) {
    const bool real = check_date(that.window.first, where / "window") &&
                      check_date(that.window.last, where / "window");
    if (!real || that.window.first <= that.window.last) return;
    report("window-ends-first", (where / "window").text(),
           "the window of inspection " + in_quotes(that.id.text()) + " ends on " +
               to_string(that.window.last) + ", before it begins on " +
               to_string(that.window.first));
  }

  /// The lag of the predecessor at `where`.
  void check_lag(const lag& that, const place_in_plan& where) {
    if (that.amount() >= -longest_length && that.amount() <= longest_length) return;
    report("lag-too-long", where.text() + ".lag",
           "a lag of " + std::to_string(that.amount()) + " days; expected at most " +
               std::to_string(longest_length) + " either way");
  }

  bool check_date(const date& d, const place_in_plan& where) {
    if (!d.is_special()) return true;
    report("impossible-date", where.text(), "this is not a date");
    return false;
  }

private:
  void check_remaining(const task& that, const place_in_plan& where) {
    const workdays remaining = *that.progress.remaining;
    if (!that.progress.started) {
      report("remaining-without-start", (where / "remaining").text(),
             "task " + in_quotes(that.id.text()) +
                 " says what remains of it but not when it started; expected `started` beside it");
    }
    if (that.progress.finished && remaining.count() > 0) {
      report("remaining-when-finished", (where / "remaining").text(),
             "task " + in_quotes(that.id.text()) + " is finished, yet " +
                 std::to_string(remaining.count()) + " working days remain");
    }
    check_length(remaining, "remaining", that, where);
  }

  void report(std::string code, std::string where, std::string message) {
    problems_.push_back({std::move(code), std::move(where), std::move(message)});
  }

  std::vector<problem>& problems_;
};

/// What is odd about the task at `where`, below which other tasks lie.
inline void note_phase(const task& that, const place_in_plan& where, std::vector<problem>& notes) {
  if (that.duration.count() > 0) {
    notes.push_back({"phase-duration", (where / "duration").text(),
                     "tasks lie below " + in_quotes(that.id.text()) +
                         ", so its dates span theirs and its own duration is not used"});
  }
  if (that.progress.started || that.progress.finished || that.progress.remaining) {
    notes.push_back({"phase-progress", where.text(),
                     "tasks lie below " + in_quotes(that.id.text()) +
                         ", so its progress is theirs and its own is not used"});
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_CHECK_VALUES_HPP
