/// A valid, immutable plan: what was added to the builder, with every name resolved.
#ifndef DAOPAI_PLAN_PLAN_HPP
#define DAOPAI_PLAN_PLAN_HPP

#include <daopai/error.hpp>
#include <daopai/plan/detail/key_table.hpp>
#include <daopai/plan/task.hpp>
#include <daopai/plan/unit.hpp>
#include <daopai/time/calendar.hpp>

#include <memory>

namespace daopai {

/// A calendar that units and tasks refer to by name.
struct named_calendar {
  calendar_key id;
  daopai::calendar calendar;
};

namespace detail {

/// The references of one task, resolved.
struct task_links {
  std::optional<unit_id> lead{};
  std::vector<unit_id> assist{};
  std::optional<task_id> parent{};
  std::vector<task_id> children{};
  calendar_id works_on{0};
};

class open_plan;

struct plan_content {
  std::string title{};
  std::optional<date> today{};
  std::vector<named_calendar> calendars{};  // the first is the plan's own
  std::vector<unit> units{};
  std::vector<task> tasks{};
  std::vector<inspection> inspections{};

  std::vector<std::vector<unit_id>> members{};  // by unit
  std::vector<task_links> links{};              // by task
  std::vector<dependency> dependencies{};
  key_table unit_keys{};
  key_table task_keys{};
  key_table inspection_keys{};
  std::vector<problem> notes{};
};

}  // namespace detail

/// Copies are cheap and share the content, so a result can keep the plan it belongs to.
/// Ids are those of this plan; an id of another plan is a caller's bug.
class plan {
public:
  [[nodiscard]] const std::string& title() const { return content_->title; }
  /// The day the plan says it is seen from, if it says so.
  [[nodiscard]] const std::optional<date>& today() const { return content_->today; }

  // In the order in which they were added; the id of an element is its index.
  [[nodiscard]] const std::vector<unit>& units() const { return content_->units; }
  [[nodiscard]] const std::vector<task>& tasks() const { return content_->tasks; }
  [[nodiscard]] const std::vector<inspection>& inspections() const { return content_->inspections; }
  /// The plan's own calendar comes first.
  [[nodiscard]] const std::vector<named_calendar>& calendars() const { return content_->calendars; }
  /// Those of the tasks in their order, then those of the inspections.
  [[nodiscard]] const std::vector<dependency>& dependencies() const {
    return content_->dependencies;
  }

  [[nodiscard]] const unit& operator[](unit_id u) const { return content_->units[u.index()]; }
  [[nodiscard]] const task& operator[](task_id t) const { return content_->tasks[t.index()]; }
  [[nodiscard]] const inspection& operator[](inspection_id i) const {
    return content_->inspections[i.index()];
  }
  [[nodiscard]] const calendar& operator[](calendar_id c) const {
    return content_->calendars[c.index()].calendar;
  }

  // By the user's string; nothing if there is no such thing. O(1).
  [[nodiscard]] std::optional<unit_id> find(const unit_key& k) const {
    return content_->unit_keys.find(content_->units, detail::hashed_key(k.text()));
  }
  [[nodiscard]] std::optional<task_id> find(const task_key& k) const {
    return content_->task_keys.find(content_->tasks, detail::hashed_key(k.text()));
  }
  [[nodiscard]] std::optional<inspection_id> find(const inspection_key& k) const {
    return content_->inspection_keys.find(content_->inspections, detail::hashed_key(k.text()));
  }

  /// The unit that answers for the task, if one is named.
  [[nodiscard]] std::optional<unit_id> lead(task_id t) const { return links(t).lead; }
  [[nodiscard]] const std::vector<unit_id>& assist(task_id t) const { return links(t).assist; }
  [[nodiscard]] std::optional<task_id> parent(task_id t) const { return links(t).parent; }
  [[nodiscard]] const std::vector<task_id>& children(task_id t) const { return links(t).children; }
  /// Whether other tasks lie below it.
  [[nodiscard]] bool is_phase(task_id t) const { return !links(t).children.empty(); }
  /// The calendar a task works on: its own, else its lead unit's, else the plan's.
  [[nodiscard]] calendar_id calendar_of(task_id t) const { return links(t).works_on; }
  /// Direct members of a group; empty for an office.
  [[nodiscard]] const std::vector<unit_id>& members(unit_id u) const {
    return content_->members[u.index()];
  }

  /// For algorithms over the whole plan: the resolved references of each task, by task.
  [[nodiscard]] const std::vector<detail::task_links>& resolved() const { return content_->links; }

  /// What is odd but no error, such as a phase that was given a duration.
  [[nodiscard]] const std::vector<problem>& notes() const { return content_->notes; }

private:
  friend class plan_builder;
  friend class detail::open_plan;
  explicit plan(std::shared_ptr<const detail::plan_content> content)
      : content_(std::move(content)) {}

  [[nodiscard]] const detail::task_links& links(task_id t) const {
    return content_->links[t.index()];
  }

  std::shared_ptr<const detail::plan_content> content_;
};

/// The key of a task or an inspection, as text.
[[nodiscard]] inline const std::string& key_text(const plan& p, event_id e) {
  return e.is_task() ? p[e.task()].id.text() : p[e.inspection()].id.text();
}

}  // namespace daopai

#endif  // DAOPAI_PLAN_PLAN_HPP
