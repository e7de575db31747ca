/// Collects a plan, validates it once, reports every problem it finds, and freezes it.
#ifndef DAOPAI_PLAN_BUILDER_HPP
#define DAOPAI_PLAN_BUILDER_HPP

#include <daopai/plan/detail/validate.hpp>
#include <daopai/plan/plan.hpp>

namespace daopai {

/// What build() throws: all the problems of the plan.
class DAOPAI_EXPORT invalid_plan : public invalid_input {
public:
  using invalid_input::invalid_input;
};

/// Things may be added in any order and may name things that are added later.
class plan_builder {
public:
  /// @param plan_calendar  what a task works on that has no calendar and whose lead unit has none
  explicit plan_builder(calendar plan_calendar, std::string title = {}) {
    content_.title = std::move(title);
    content_.calendars.push_back({calendar_key("calendar"), std::move(plan_calendar)});
  }

  /// The day from which the plan is seen; a schedule may be asked for any other.
  plan_builder& today(date d) { return content_.today = d, *this; }

  plan_builder& add(named_calendar c) { return content_.calendars.push_back(std::move(c)), *this; }
  plan_builder& add(unit u) { return content_.units.push_back(std::move(u)), *this; }
  plan_builder& add(task t) { return content_.tasks.push_back(std::move(t)), *this; }
  plan_builder& add(phase p);
  plan_builder& add(inspection i) { return content_.inspections.push_back(std::move(i)), *this; }

  /// Everything that is wrong with the plan so far, in the order of the file format's sections.
  /// O(all that was added).
  [[nodiscard]] std::vector<problem> problems() const {
    detail::plan_content copy = content_;
    return detail::validate(copy, without_duration_);
  }

  /// @throws invalid_plan with problems(), if there are any. O(all that was added).
  [[nodiscard]] plan build() const& { return plan_builder(*this).freeze(); }
  [[nodiscard]] plan build() && { return freeze(); }

private:
  plan freeze() {
    auto content = std::make_shared<detail::plan_content>(std::move(content_));
    std::vector<problem> problems = detail::validate(*content, without_duration_);
    if (!problems.empty()) throw invalid_plan(std::move(problems));
    return plan(std::move(content));
  }

  detail::plan_content content_{};
  std::vector<bool> without_duration_{};  // by task: it came as a phase
};

inline plan_builder& plan_builder::add(phase p) {
  without_duration_.resize(content_.tasks.size(), false);
  without_duration_.push_back(true);
  return add(task{.id = std::move(p.id),
                  .name = std::move(p.name),
                  .duration = workdays(0),
                  .lead = std::move(p.lead),
                  .assist = std::move(p.assist),
                  .after = std::move(p.after),
                  .deadline = p.deadline,
                  .not_before = p.not_before,
                  .parent = std::move(p.parent),
                  .calendar = std::move(p.calendar),
                  .progress = p.progress,
                  .evidence = std::move(p.evidence),
                  .indicators = std::move(p.indicators)});
}

}  // namespace daopai

#endif  // DAOPAI_PLAN_BUILDER_HPP
