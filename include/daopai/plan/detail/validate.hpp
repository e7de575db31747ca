/// Resolves every name of a plan and finds everything that is wrong with it.
#ifndef DAOPAI_PLAN_DETAIL_VALIDATE_HPP
#define DAOPAI_PLAN_DETAIL_VALIDATE_HPP

#include <daopai/plan/detail/link_graph.hpp>
#include <daopai/plan/detail/loops.hpp>
#include <daopai/plan/detail/restatements.hpp>
#include <daopai/plan/detail/words.hpp>
#include <daopai/plan/plan.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace daopai::detail {

/// No single duration or lag is longer: some 400 years.
inline constexpr std::int32_t longest_length = 100'000;

/// What a thing of the plan is called, to where it stands.
template <class Kind>
using key_index = std::unordered_map<std::string_view, id<Kind>>;

template <class Kind>
[[nodiscard]] key_order order_by_key(const std::vector<Kind>& things) {
  key_order order(things.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return things[a].id.text() < things[b].id.text();
  });
  return order;
}

/// Fills the resolved part of a plan_content, collecting problems and notes on its way.
class validator {
public:
  validator(plan_content& content, const std::vector<bool>& without_duration)
      : content_(content), without_duration_(without_duration) {}

  std::vector<problem> run() {
    index_all();
    resolve_units();
    resolve_tasks();
    check_inspections();
    resolve_dependencies();
    check_acyclic();
    return std::move(problems_);
  }

private:
  // --- names ---------------------------------------------------------------------------------

  void index_all() {
    index(content_.calendars, "calendars", calendar_index_);
    taken_.clear();  // calendars have names of their own
    index(content_.units, "units", unit_index_);
    index(content_.inspections, "inspections", inspection_index_);
    index(content_.tasks, "tasks", task_index_);
    content_.units_by_key = order_by_key(content_.units);
    content_.tasks_by_key = order_by_key(content_.tasks);
    content_.inspections_by_key = order_by_key(content_.inspections);
  }

  template <class Thing>
  void index(const std::vector<Thing>& things, const char* list, key_index<Thing>& index) {
    index.reserve(things.size());
    for (std::size_t i = 0; i < things.size(); ++i) {
      const std::string& text = things[i].id.text();
      if (text.empty()) report("empty-id", place(list, i), "an id must not be empty");
      const auto [earlier, is_new] = taken_.try_emplace(text, list, i);
      if (is_new) {
        index.emplace(text, id<Thing>(i));
      } else {
        report("duplicate-id", place(list, i),
               "the id " + in_quotes(text) + " is taken by " +
                   place(earlier->second.first, earlier->second.second) + "; ids must be unique");
      }
    }
  }

  template <class Thing>
  std::optional<id<Thing>> look_up(const key_index<Thing>& index, const key<Thing>& k,
                                   const std::string& where, const char* kind) {
    const auto at = index.find(k.text());
    if (at != index.end()) return at->second;
    report(std::string("unknown-") + kind, where,
           std::string("there is no ") + kind + " " + in_quotes(k.text()));
    return std::nullopt;
  }

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
      const std::string where = place("units", u);
      check_unit(that, where);
      if (that.parent) {
        const auto above = look_up(unit_index_, *that.parent, where + ".parent", "unit");
        if (above) parentage.push_back(arc_of(u, above->index()));
      }
      for (std::size_t m = 0; m < that.members.size(); ++m) {
        const auto member =
            look_up(unit_index_, that.members[m], place(where + ".members", m), "unit");
        if (!member) continue;
        content_.members[u].push_back(*member);
        membership.push_back(arc_of(u, member->index()));
      }
    }
    report_unit_loops("group-contains-itself", "members", membership);
    report_unit_loops("unit-above-itself", "parent", parentage);
  }

  void check_unit(const unit& that, const std::string& where) {
    if (that.calendar) look_up(calendar_index_, *that.calendar, where + ".calendar", "calendar");
    if (!that.capacity || *that.capacity >= 0) return;
    report("negative-capacity", where + ".capacity",
           "the capacity of unit " + in_quotes(that.id.text()) + " must not be negative");
  }

  void report_unit_loops(const char* code, const char* field, const std::vector<arc>& arcs) {
    for (const auto& loop : find_loops(content_.units.size(), arcs)) {
      report(code, place("units", loop.front()) + "." + field,
             "the units form a loop: " + chain(loop, [&](std::uint32_t u) -> const std::string& {
               return content_.units[u].id.text();
             }));
    }
  }

  // --- tasks ---------------------------------------------------------------------------------

  void resolve_tasks() {
    content_.links.resize(content_.tasks.size());
    std::vector<arc> parentage;
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) {
      const std::string where = place("tasks", t);
      resolve_units_of(t, where);
      resolve_calendar_of(t, where);
      check_dates(content_.tasks[t], where);
      if (!content_.tasks[t].parent) continue;
      const auto above = look_up(task_index_, *content_.tasks[t].parent, where + ".parent", "task");
      if (!above) continue;
      content_.links[t].parent = *above;
      parentage.push_back(arc_of(t, above->index()));
    }
    resolve_children(parentage);
    resolve_restated();
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) check_duration(t);
  }

  void resolve_restated() {
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) {
      const auto& restates = content_.tasks[t].restates;
      for (std::size_t i = 0; i < restates.size(); ++i) {
        const std::string where = place(place("tasks", t) + ".restates", i);
        if (const auto body = look_up(task_index_, restates[i], where, "task")) {
          check_restated(task_id(t), *body, where);
        }
      }
    }
    if (!has_parent_loop_) finish_restatements(content_, without_duration_);
  }

  /// What is restated stands for itself: no chains, so no loops either.
  void check_restated(task_id row, task_id body, const std::string& where) {
    if (row != body && content_.tasks[body.index()].restates.empty()) {
      return content_.links[row.index()].restates.push_back(body);
    }
    report("restates-a-restatement", where,
           in_quotes(content_.tasks[row.index()].id.text()) + " restates " +
               in_quotes(content_.tasks[body.index()].id.text()) +
               ", which itself only restates; expected the task that is meant");
  }

  void resolve_units_of(std::size_t t, const std::string& where) {
    const task& that = content_.tasks[t];
    task_links& links = content_.links[t];
    if (that.lead) links.lead = look_up(unit_index_, *that.lead, where + ".lead", "unit");
    for (std::size_t i = 0; i < that.assist.size(); ++i) {
      const auto unit = look_up(unit_index_, that.assist[i], place(where + ".assist", i), "unit");
      if (unit) links.assist.push_back(*unit);
    }
  }

  void resolve_calendar_of(std::size_t t, const std::string& where) {
    const task& that = content_.tasks[t];
    task_links& links = content_.links[t];
    std::optional<calendar_id> own;
    if (that.calendar) {
      own = look_up(calendar_index_, *that.calendar, where + ".calendar", "calendar");
    } else if (links.lead) {
      own = calendar_of_unit(*links.lead);
    }
    links.works_on = own.value_or(calendar_id(0));
  }

  std::optional<calendar_id> calendar_of_unit(unit_id u) const {
    const auto& name = content_.units[u.index()].calendar;
    if (!name) return std::nullopt;
    const auto at = calendar_index_.find(name->text());
    return at == calendar_index_.end() ? std::nullopt : std::optional(at->second);
  }

  void resolve_children(const std::vector<arc>& parentage) {
    const auto loops = find_loops(content_.tasks.size(), parentage);
    has_parent_loop_ = !loops.empty();
    for (const auto& loop : loops) {
      report("task-above-itself", place("tasks", loop.front()) + ".parent",
             "the parents form a loop: " + chain(loop, [&](std::uint32_t t) -> const std::string& {
               return content_.tasks[t].id.text();
             }));
    }
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
    check_length(that.duration, "duration", t);
    if (!is_phase) return;
    if (that.duration.count() > 0) {
      note("phase-duration", place("tasks", t) + ".duration",
           "tasks lie below " + in_quotes(that.id.text()) +
               ", so its dates span theirs and its own duration is not used");
    }
    if (that.progress.started || that.progress.finished || that.progress.remaining) {
      note("phase-progress", place("tasks", t),
           "tasks lie below " + in_quotes(that.id.text()) +
               ", so its progress is theirs and its own is not used");
    }
  }

  void check_length(workdays length, const char* field, std::size_t t) {
    if (length.count() >= 0 && length.count() <= longest_length) return;
    report(length.count() < 0 ? std::string("negative-") + field : std::string(field) + "-too-long",
           place("tasks", t) + "." + field,
           std::string("the ") + field + " of task " + in_quotes(content_.tasks[t].id.text()) +
               " is " + std::to_string(length.count()) + "; expected 0 to " +
               std::to_string(longest_length) + " working days");
  }

  // --- dates ---------------------------------------------------------------------------------

  void check_dates(const task& that, const std::string& where) {
    if (that.deadline) check_date(that.deadline->last_day, where + ".deadline");
    if (that.not_before) check_date(that.not_before->first_day, where + ".not_before");
    const auto& [started, finished, remaining] = that.progress;
    if (started) check_date(*started, where + ".started");
    if (finished) check_date(*finished, where + ".finished");
    if (started && finished && *finished < *started) {
      report("finished-before-started", where + ".finished",
             "task " + in_quotes(that.id.text()) + " finished on " + to_string(*finished) +
                 ", before it started on " + to_string(*started));
    }
    if (remaining && !started) {
      report("remaining-without-start", where + ".remaining",
             "task " + in_quotes(that.id.text()) +
                 " says what remains of it but not when it started; expected `started` beside it");
    }
    if (remaining && finished && remaining->count() > 0) {
      report("remaining-when-finished", where + ".remaining",
             "task " + in_quotes(that.id.text()) + " is finished, yet " +
                 std::to_string(remaining->count()) + " working days remain");
    }
    if (remaining) {
      check_length(*remaining, "remaining", static_cast<std::size_t>(&that - &content_.tasks[0]));
    }
  }

  bool check_date(const date& d, const std::string& where) {
    if (!d.is_special()) return true;
    report("impossible-date", where, "this is not a date");
    return false;
  }

  void check_inspections() {
    if (content_.today) check_date(*content_.today, "today");
    for (std::size_t i = 0; i < content_.inspections.size(); ++i) {
      const inspection& that = content_.inspections[i];
      check_steps(that, place("inspections", i) + ".steps");
      const std::string where = place("inspections", i) + ".window";
      const bool real = check_date(that.window.first, where) && check_date(that.window.last, where);
      if (!real || that.window.first <= that.window.last) continue;
      report("window-ends-first", where,
             "the window of inspection " + in_quotes(that.id.text()) + " ends on " +
                 to_string(that.window.last) + ", before it begins on " +
                 to_string(that.window.first));
    }
  }

  void check_steps(const inspection& that, const std::string& where) {
    for (std::size_t s = 0; s < that.steps.size(); ++s) {
      if (!that.steps[s].lead) continue;
      static_cast<void>(
          look_up(unit_index_, *that.steps[s].lead, place(where, s) + ".lead", "unit"));
    }
  }

  // --- dependencies --------------------------------------------------------------------------

  void resolve_dependencies() {
    for (std::size_t t = 0; t < content_.tasks.size(); ++t) {
      resolve_after(content_.tasks[t].after, task_id(t), place("tasks", t));
      if (waits_for_restated(content_, without_duration_, t)) add_restated(task_id(t));
    }
    for (std::size_t i = 0; i < content_.inspections.size(); ++i) {
      resolve_after(content_.inspections[i].after, inspection_id(i), place("inspections", i));
    }
  }

  void add_restated(task_id row) {
    for (const task_id body : content_.links[row.index()].restates) {
      content_.dependencies.push_back({body, row, dependency_kind::finish_to_start, workdays(0)});
    }
  }

  void resolve_after(const std::vector<predecessor>& after, event_id successor,
                     const std::string& where) {
    for (std::size_t i = 0; i < after.size(); ++i) {
      const std::string here = place(where + ".after", i);
      if (after[i].lag.amount() < -longest_length || after[i].lag.amount() > longest_length) {
        report("lag-too-long", here + ".lag",
               "a lag of " + std::to_string(after[i].lag.amount()) + " days; expected at most " +
                   std::to_string(longest_length) + " either way");
      }
      if (const auto before = event_of(after[i], here)) {
        content_.dependencies.push_back({*before, successor, after[i].kind, after[i].lag});
      }
    }
  }

  std::optional<event_id> event_of(const predecessor& p, const std::string& where) {
    const auto t = task_index_.find(p.text());
    if (p.is_task() && t != task_index_.end()) return t->second;
    const auto i = inspection_index_.find(p.text());
    if (!p.is_task() && i != inspection_index_.end()) return i->second;
    const std::string kind = p.is_task() ? "task" : "inspection";
    report("unknown-" + kind, where,
           "there is no " + kind + ' ' + in_quotes(p.text()) + " to wait for");
    return std::nullopt;
  }

  /// Names each loop event by event; hubs stand for their phase.
  void check_acyclic() {
    if (has_parent_loop_) return;
    const link_graph graph =
        make_link_graph(content_.links, content_.inspections.size(), content_.dependencies);
    std::vector<arc> arcs;
    arcs.reserve(graph.links.size());
    for (const link& l : graph.links) arcs.push_back({l.from, l.to});
    for (const auto& loop : find_loops(graph.node_count(), arcs)) {
      report("dependency-loop", place_of(graph, loop.front()),
             "these wait for each other in a loop: " +
                 chain(loop,
                       [&](std::uint32_t n) -> const std::string& { return name_of(graph, n); }));
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

  // --- words ---------------------------------------------------------------------------------

  /// "a -> b -> a"; neighbours of one name (a phase and its hub) are said once. Long loops are cut.
  template <class NameOf>
  static std::string chain(const std::vector<std::uint32_t>& loop, NameOf name_of) {
    constexpr std::size_t most = 20;
    std::string text = name_of(loop.front());
    const std::string* last = &name_of(loop.front());
    for (std::size_t i = 1; i <= loop.size(); ++i) {
      if (i == most && loop.size() > most) {
        text += " -> ... (" + std::to_string(loop.size() - most) + " more)";
        i = loop.size();
      }
      const std::string& name = name_of(loop[i % loop.size()]);
      if (&name == last && i < loop.size()) continue;
      text += " -> " + name;
      last = &name;
    }
    return text;
  }

  void report(std::string code, std::string where, std::string message) {
    problems_.push_back({std::move(code), std::move(where), std::move(message)});
  }
  void note(std::string code, std::string where, std::string message) {
    content_.notes.push_back({std::move(code), std::move(where), std::move(message)});
  }

  plan_content& content_;
  const std::vector<bool>& without_duration_;
  std::vector<problem> problems_{};
  key_index<named_calendar> calendar_index_{};
  key_index<unit> unit_index_{};
  key_index<task> task_index_{};
  key_index<inspection> inspection_index_{};
  std::unordered_map<std::string_view, std::pair<const char*, std::size_t>> taken_{};
  bool has_parent_loop_ = false;
};

/// Resolves `content` in place. O(all that it holds).
[[nodiscard]] inline std::vector<problem> validate(plan_content& content,
                                                   const std::vector<bool>& without_duration) {
  return validator(content, without_duration).run();
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_VALIDATE_HPP
