/// Collects a plan, validates it once, reports every problem it finds, and freezes it.
#ifndef DAOPAI_PLAN_BUILDER_HPP
#define DAOPAI_PLAN_BUILDER_HPP

#include <daopai/plan/detail/large_memory.hpp>
#include <daopai/plan/detail/validate.hpp>
#include <daopai/plan/plan.hpp>

namespace daopai {

namespace detail {
class open_builder;
}

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

  /// Makes room, so that adding that many tasks moves none of those that are there.
  plan_builder& reserve_tasks(std::size_t tasks) {
    return detail::reserve_large(content_.tasks, tasks), *this;
  }

  /// The day from which the plan is seen; a schedule may be asked for any other.
  plan_builder& today(date d) { return content_.today = d, *this; }

  /// A sentence of the plan's author on the plan itself, such as what it can say only in part.
  plan_builder& remark(std::string text) {
    return content_.remarks.push_back(std::move(text)), *this;
  }

  plan_builder& add(named_calendar c) { return content_.calendars.push_back(std::move(c)), *this; }
  plan_builder& add(unit u) { return content_.units.push_back(std::move(u)), *this; }
  plan_builder& add(const task& t) { return content_.tasks.push_back(t), *this; }
  plan_builder& add(task&& t) { return content_.tasks.push_back(std::move(t)), *this; }
  plan_builder& add(phase p);
  plan_builder& add(inspection i) { return content_.inspections.push_back(std::move(i)), *this; }

  /// What `t` would work on, by what was added so far: its own calendar, else that of its lead
  /// unit, else the plan's. A name that is not known yet is passed over. O(calendars + units).
  [[nodiscard]] const calendar& calendar_for(const task& t) const;

  /// Everything that is wrong with the plan so far, in the order of the file format's sections.
  /// O(all that was added).
  [[nodiscard]] std::vector<problem> problems() const {
    detail::plan_content copy = content_;
    return detail::validate(copy, without_duration_);
  }

  /// What of the plan can be resolved, whether or not it is valid: for tools that look into a
  /// broken plan. Names that are not known are left out. O(all that was added).
  [[nodiscard]] detail::plan_content draft() const {
    detail::plan_content copy = content_;
    static_cast<void>(detail::validate(copy, without_duration_));
    return copy;
  }

  /// @throws invalid_plan with problems(), if there are any. O(all that was added).
  [[nodiscard]] plan build() const& { return plan_builder(*this).freeze(); }
  [[nodiscard]] plan build() && { return freeze(); }

private:
  friend class detail::open_builder;
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
                  .indicators = std::move(p.indicators),
                  .number = std::move(p.number),
                  .leader = std::move(p.leader),
                  .restates = std::move(p.restates)});
}

inline const calendar& plan_builder::calendar_for(const task& t) const {
  const auto by_id = [](const auto& list, const auto& id) {
    return std::ranges::find(
        list, id, [](const auto& thing) -> const auto& { return thing.id; });
  };
  std::optional<calendar_key> name = t.calendar;
  if (!name && t.lead) {
    const auto lead = by_id(content_.units, *t.lead);
    if (lead != content_.units.end()) name = lead->calendar;
  }
  const auto& all = content_.calendars;
  const auto own = name ? by_id(all, *name) : all.begin();
  return own == all.end() ? all.front().calendar : own->calendar;
}

}  // namespace daopai

#endif  // DAOPAI_PLAN_BUILDER_HPP
