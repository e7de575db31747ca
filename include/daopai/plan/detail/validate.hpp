/// Resolves every name of a plan and finds everything that is wrong with it.
#ifndef DAOPAI_PLAN_DETAIL_VALIDATE_HPP
#define DAOPAI_PLAN_DETAIL_VALIDATE_HPP

#include <daopai/plan/detail/check_values.hpp>
#include <daopai/plan/detail/large_memory.hpp>
#include <daopai/plan/detail/link_graph.hpp>
#include <daopai/plan/detail/loop_words.hpp>
#include <daopai/plan/detail/loops.hpp>
#include <daopai/plan/detail/name_register.hpp>
#include <daopai/plan/detail/resolve_after.hpp>
#include <daopai/plan/detail/restatements.hpp>
#include <daopai/plan/plan.hpp>

#include <algorithm>

namespace daopai::detail {

/// Fills the resolved part of a plan_content, collecting problems and notes on its way.
class validator {
public:
  validator(plan_content& content, const std::vector<bool>& without_duration)
      : content_(content), without_duration_(without_duration) {}

  std::vector<problem> run() {
    names_.enter_all();
    resolve_units();
    resolve_tasks();
    check_inspections();
    after_resolver(content_, without_duration_, names_, values_).run(dependency_count_);
    check_acyclic();
    return std::move(problems_);
  }

private:
  static arc arc_of(std::size_t from, std::size_t to) {
    return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  }

  // --- units ---------------------------------------------------------------------------------

  void resolve_units() {
    content_.members.resize(content_.units.size());
    std::vector<arc> membership;
    std::vector<arc> parentage;
    for (std::size_t u = 0; u < content_.units.size(); ++u) {
      const unit& that = content_.units[u];
      const place_in_plan where("units", u);
      check_unit(that, where);
      if (that.parent) {
        const auto above = names_.find_unit(*that.parent, where / "parent");
        if (above) parentage.push_back(arc_of(u, above->index()));
      }
      for (std::size_t m = 0; m < that.members.size(); ++m) {
        const auto member = names_.find_unit(that.members[m], (where / "members")[m]);
        if (!member) continue;
        content_.members[u].push_back(*member);
        membership.push_back(arc_of(u, member->index()));
      }
    }
    report_unit_loops("group-contains-itself", "members", membership);
    report_unit_loops("unit-above-itself", "parent", parentage);
  }

  void check_unit(const unit& that, const place_in_plan& where) {
    if (that.calendar) names_.find_calendar(*that.calendar, where / "calendar");
    if (!that.capacity || *that.capacity >= 0) return;
    report("negative-capacity", (where / "capacity").text(),
           "the capacity of unit " + in_quotes(that.id.text()) + " must not be negative");
  }

  void report_unit_loops(const char* code, const char* field, const std::vector<arc>& arcs) {
    for (const auto& loop : find_loops(content_.units.size(), arcs)) {
      report(
          code, place("units", loop.front()) + "." + field,
          "the units form a loop: " + loop_words(loop, [&](std::uint32_t u) -> const std::string& {
            return content_.units[u].id.text();
          }));
    }
  }

  // --- tasks ---------------------------------------------------------------------------------

  void resolve_tasks() {
    reserve_large(content_.links, content_.tasks.size());
    content_.links.resize(content_.tasks.size());
    std::vector<arc> parentage;
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) {
      const place_in_plan where("tasks", t);
      look_over(content_.tasks[t]);
      resolve_units_of(t, where);
      resolve_calendar_of(t, where);
      values_.check_dates(content_.tasks[t], where);
      if (!content_.tasks[t].parent) continue;
      const auto above = names_.find_task(*content_.tasks[t].parent, where / "parent");
      if (!above) continue;
      content_.links[t].parent = *above;
      parentage.push_back(arc_of(t, above->index()));
    }
    resolve_children(parentage);
    if (has_restatements_) resolve_restated();
    if (!has_phases_ && !has_odd_lengths_ && without_duration_.empty()) return;
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) check_duration(t);
  }

  /// What to look at later: large plans are far from the processor, and most need no second look.
  void look_over(const task& that) {
    has_restatements_ |= !that.restates.empty();
    has_odd_lengths_ |= !value_checker::is_length(that.duration);
    dependency_count_ += that.after.size();
  }

  void resolve_restated() {
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) {
      const place_in_plan row("tasks", t);
      const auto& restates = content_.tasks[t].restates;
      for (std::size_t i = 0; i < restates.size(); ++i) {
        const auto body = names_.find_task(restates[i], (row / "restates")[i]);
        if (body) check_restated(task_id(t), *body, (row / "restates")[i]);
      }
    }
    if (!has_parent_loop_) complete_restatements(content_, without_duration_);
  }

  /// What is restated stands for itself: no chains, so no loops either.
  void check_restated(task_id row, task_id body, const place_in_plan& where) {
    if (row != body && content_.tasks[body.index()].restates.empty()) {
      return content_.links[row.index()].restates.push_back(body);
    }
    report("restates-a-restatement", where.text(),
           in_quotes(content_.tasks[row.index()].id.text()) + " restates " +
               in_quotes(content_.tasks[body.index()].id.text()) +
               ", which itself only restates; expected the task that is meant");
  }

  void resolve_units_of(std::size_t t, const place_in_plan& where) {
    const task& that = content_.tasks[t];
    task_links& links = content_.links[t];
    if (that.lead) links.lead = names_.find_unit(*that.lead, where / "lead");
    for (std::size_t i = 0; i < that.assist.size(); ++i) {
      const auto unit = names_.find_unit(that.assist[i], (where / "assist")[i]);
      if (unit) links.assist.push_back(*unit);
    }
  }

  void resolve_calendar_of(std::size_t t, const place_in_plan& where) {
    const task& that = content_.tasks[t];
    task_links& links = content_.links[t];
    std::optional<calendar_id> own;
    if (that.calendar) {
      own = names_.find_calendar(*that.calendar, where / "calendar");
    } else if (links.lead) {
      own = calendar_of_unit(*links.lead);
    }
    links.works_on = own.value_or(calendar_id(0));
  }

  std::optional<calendar_id> calendar_of_unit(unit_id u) const {
    const auto& name = content_.units[u.index()].calendar;
    if (!name) return std::nullopt;
    return names_.calendar_called(*name);
  }

  void resolve_children(const std::vector<arc>& parentage) {
    const auto loops = find_loops(content_.tasks.size(), parentage);
    has_parent_loop_ = !loops.empty();
    for (const auto& loop : loops) {
      report("task-above-itself", place("tasks", loop.front()) + ".parent",
             "the parents form a loop: " +
                 loop_words(loop, [&](std::uint32_t t) -> const std::string& {
                   return content_.tasks[t].id.text();
                 }));
    }
    has_phases_ = !parentage.empty();
    for (const arc& a : parentage) content_.links[a.to].children.emplace_back(a.from);
  }

  void check_duration(std::size_t t) {
    const task& that = content_.tasks[t];
    const bool is_phase = !content_.links[t].children.empty();
    const bool came_as_phase = t < without_duration_.size() && without_duration_[t];
    if (came_as_phase && !is_phase && that.restates.empty()) {
      report("missing-duration", place("tasks", t),
             "task " + in_quotes(that.id.text()) +
                 " has no duration, and no task names it as its parent; expected a duration in "
                 "working days (0 for a milestone)");
    }
    values_.check_length(that.duration, "duration", that, place_in_plan("tasks", t));
    if (is_phase) note_phase(that, place_in_plan("tasks", t), content_.notes);
  }

  void check_inspections() {
    if (content_.today && content_.today->is_special()) {
      report("impossible-date", "today", "this is not a date");
    }
    for (std::size_t i = 0; i < content_.inspections.size(); ++i) {
      check_steps(content_.inspections[i], i);
      values_.check_window(content_.inspections[i], place_in_plan("inspections", i));
    }
  }

  void check_steps(const inspection& that, std::size_t i) {
    for (std::size_t s = 0; s < that.steps.size(); ++s) {
      const auto& lead = that.steps[s].lead;
      if (!lead || content_.unit_keys.find(content_.units, hashed_key(lead->text()))) continue;
      report("unknown-unit", place(place("inspections", i) + ".steps", s) + ".lead",
             "there is no unit " + in_quotes(lead->text()));
    }
  }

  // --- dependencies --------------------------------------------------------------------------

  /// Whether every task waits for tasks before it in the plan alone: most plans are written so.
  [[nodiscard]] bool waits_for_earlier_tasks() const {
    if (has_phases_) return false;
    return std::all_of(
        content_.dependencies.begin(), content_.dependencies.end(), [](const dependency& d) {
          return d.before.is_task() &&
                 (d.after.is_inspection() || d.before.task().index() < d.after.task().index());
        });
  }

  /// Names each loop event by event; hubs stand for their phase.
  void check_acyclic() {
    if (has_parent_loop_ || waits_for_earlier_tasks()) return;
    const link_graph graph =
        make_link_graph(content_.links, content_.inspections.size(), content_.dependencies);
    std::vector<arc> arcs;
    arcs.reserve(graph.links.size());
    for (const link& l : graph.links) arcs.push_back({l.from, l.to});
    for (const auto& loop : find_loops(graph.node_count(), arcs)) {
      report("dependency-loop", place_of(graph, loop.front()),
             "these wait for each other in a loop: " +
                 loop_words(loop, [&](std::uint32_t n) -> const std::string& {
                   return name_of(graph, n);
                 }));
    }
  }

  static std::string place_of(const link_graph& graph, node n) {
    return graph.is_inspection(n) ? place("inspections", graph.inspection_of(n).index())
                                  : place("tasks", graph.task_of(n).index());
  }

  const std::string& name_of(const link_graph& graph, node n) const {
    return graph.is_inspection(n) ? content_.inspections[graph.inspection_of(n).index()].id.text()
                                  : content_.tasks[graph.task_of(n).index()].id.text();
  }

  void report(std::string code, std::string where, std::string message) {
    problems_.push_back({std::move(code), std::move(where), std::move(message)});
  }
  plan_content& content_;
  const std::vector<bool>& without_duration_;
  std::vector<problem> problems_{};
  value_checker values_{problems_};
  name_register names_{content_, problems_};
  bool has_parent_loop_ = false;
  bool has_phases_ = false;
  bool has_restatements_ = false;
  bool has_odd_lengths_ = false;
  std::size_t dependency_count_ = 0;
};

/// Resolves `content` in place. O(all that it holds).
[[nodiscard]] inline std::vector<problem> validate(plan_content& content,
                                                   const std::vector<bool>& without_duration) {
  return validator(content, without_duration).run();
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_VALIDATE_HPP
