/// Writing changed facts into a plan, and holding them to what the builder accepts.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_FACTS_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_FACTS_HPP

#include <daopai/plan/builder.hpp>
#include <daopai/schedule/plan_change.hpp>

namespace daopai::detail {

/// Which entry of which `after` list a dependency was.
struct after_entry {
  event_id of;
  std::size_t index;
};

/// O(predecessors of the event).
[[nodiscard]] inline after_entry entry_of(const plan_content& plan, dependency_id d) {
  const event_id of = plan.dependencies[d.index()].after;
  std::size_t first = d.index();
  while (first > 0 && plan.dependencies[first - 1].after == of) --first;
  return {of, d.index() - first};
}

inline void write_lag(plan_content& plan, dependency_id d, lag value) {
  plan.dependencies[d.index()].lag = value;
  const after_entry entry = entry_of(plan, d);
  auto& after = entry.of.is_task() ? plan.tasks[entry.of.task().index()].after
                                   : plan.inspections[entry.of.inspection().index()].after;
  after[entry.index].lag = value;
}

/// What would put the fact back as it is now.
[[nodiscard]] inline plan_change opposite(const plan_content& plan, const date& status,
                                          const plan_change& change) {
  using enum plan_change::of;
  const auto that = [&]() -> const task& { return plan.tasks[change.task().index()]; };
  switch (change.what()) {
    case duration: return plan_change::duration(change.task(), that().duration);
    case deadline: return plan_change::deadline(change.task(), that().deadline);
    case not_before: return plan_change::not_before(change.task(), that().not_before);
    case progress: return plan_change::progress(change.task(), that().progress);
    case lag: {
      const dependency_id d = change.dependency();
      return plan_change::lag(d, plan.dependencies[d.index()].lag);
    }
    case window: {
      const inspection_id i = change.inspection();
      return plan_change::window(i, plan.inspections[i.index()].window);
    }
    case status_date: break;
  }
  return plan_change::status_date(status);
}

inline void write(plan_content& plan, date& status, const plan_change& change) {
  using enum plan_change::of;
  const auto that = [&]() -> task& { return plan.tasks[change.task().index()]; };
  switch (change.what()) {
    case duration: that().duration = change.new_duration(); break;
    case deadline: that().deadline = change.new_deadline(); break;
    case not_before: that().not_before = change.new_not_before(); break;
    case progress: that().progress = change.new_progress(); break;
    case lag: write_lag(plan, change.dependency(), change.new_lag()); break;
    case window: plan.inspections[change.inspection().index()].window = change.new_window(); break;
    case status_date: status = change.new_status_date(); break;
  }
}

/// The places at which some kind of change happened, each once, in the order of the plan.
template <class Changes, class Select>
[[nodiscard]] std::vector<std::size_t> places_of(const Changes& changes, Select select) {
  std::vector<std::size_t> places;
  for (const plan_change& c : changes) {
    if (const std::optional<std::size_t> at = select(c)) places.push_back(*at);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

[[nodiscard]] inline bool is_of_task(const plan_change& c) {
  return c.what() <= plan_change::of::progress;
}

[[nodiscard]] inline std::optional<std::size_t> task_place(const plan_change& c) {
  return is_of_task(c) ? std::optional(c.task().index()) : std::nullopt;
}
[[nodiscard]] inline std::optional<std::size_t> inspection_place(const plan_change& c) {
  const bool is_window = c.what() == plan_change::of::window;
  return is_window ? std::optional(c.inspection().index()) : std::nullopt;
}
[[nodiscard]] inline std::optional<std::size_t> lag_place(const plan_change& c) {
  const bool is_lag = c.what() == plan_change::of::lag;
  return is_lag ? std::optional(c.dependency().index()) : std::nullopt;
}

/// What the builder would say of a valid plan after these changes, in its order.
template <class Changes>
[[nodiscard]] std::vector<problem> problems_of(const plan_content& plan, const Changes& changes) {
  std::vector<problem> problems;
  value_checker values(problems);
  const auto tasks = places_of(changes, task_place);
  for (const std::size_t t : tasks) values.check_dates(plan.tasks[t], {"tasks", t});
  for (const std::size_t t : tasks) {
    values.check_length(plan.tasks[t].duration, "duration", plan.tasks[t], {"tasks", t});
  }
  for (const std::size_t i : places_of(changes, inspection_place)) {
    values.check_window(plan.inspections[i], {"inspections", i});
  }
  for (const std::size_t d : places_of(changes, lag_place)) {
    const after_entry entry = entry_of(plan, dependency_id(d));
    const place_in_plan of = entry.of.is_task()
                                 ? place_in_plan("tasks", entry.of.task().index())
                                 : place_in_plan("inspections", entry.of.inspection().index());
    values.check_lag(plan.dependencies[d].lag, (of / "after")[entry.index]);
  }
  return problems;
}

/// The builder's notes on phases, after something of a phase has changed. O(tasks).
inline void renew_notes(plan_content& plan) {
  plan.notes.clear();
  for (std::size_t t = 0; t < plan.tasks.size(); ++t) {
    if (plan.links[t].children.empty()) continue;
    note_phase(plan.tasks[t], {"tasks", t}, plan.notes);
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_FACTS_HPP
