#include "program/readiness/sections.hpp"
#include <daopai/readiness/below.hpp>
#include <daopai/readiness/late.hpp>
#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/light_text.hpp>

namespace daopai::program {
namespace {

/// "3/9": how many tasks below a phase are done, and how many there are.
std::string done_below(const readiness_page& page, task_id phase) {
  const std::vector<task_id> tasks = readiness::tasks_below(page.plan, phase);
  const auto done = std::ranges::count_if(tasks, [&](task_id t) { return page.c.is_done(t); });
  return std::to_string(done) + "/" + std::to_string(tasks.size());
}

/// A phase to show, and how many stand over it.
struct phase_row {
  task_id phase;
  std::size_t depth;
};

/// Phases with something to do in them, below this one; below no other for nothing.
std::vector<phase_row> phases_below(const readiness_page& page, std::optional<task_id> above) {
  std::vector<phase_row> rows;
  for (std::size_t t = 0; t < page.plan.tasks().size(); ++t) {
    const task_id phase(t);
    if (!page.plan.is_phase(phase) || page.plan.parent(phase) != above) continue;
    if (readiness::tasks_below(page.plan, phase).empty()) continue;
    rows.push_back({phase, above ? 1U : 0U});
  }
  return rows;
}

/// Those at the top; where all stands below one of them, also its own.
std::vector<phase_row> top_phases(const readiness_page& page) {
  std::vector<phase_row> rows = phases_below(page, std::nullopt);
  if (rows.size() != 1) return rows;
  const std::vector<phase_row> below = phases_below(page, rows.front().phase);
  rows.insert(rows.end(), below.begin(), below.end());
  return rows;
}

style look_of(light colour) {
  return colour == light::red ? style::late : (colour == light::blue ? style::faint : style::plain);
}

void add_phase(const readiness_page& page, table& t, const phase_row& row) {
  const task_light& light = page.o.lights[row.phase.index()];
  const bool has_culprit = light.colour == light::red || light.colour == light::yellow;
  t.add({std::string(word_for(light.colour, page.w.sentences)),
         std::string(2 * row.depth, ' ') + page.name(row.phase), done_below(page, row.phase),
         page.short_date(page.s.early_finish(row.phase)),
         page.short_date(page.s.late_finish(row.phase)),
         has_culprit ? page.name(light.of) : std::string()},
        look_of(light.colour));
}

/// What an inspection that is still to come waits for ends with the last of its longest chain.
void add_inspection(const readiness_page& page, table& t, inspection_id i) {
  const auto& light = page.o.inspection_lights[i.index()];
  const inspection& that = page.plan[i];
  if (!light || that.window.last < page.s.status()) return;
  const std::vector<task_id> path = critical_path(page.s, i);
  const date eve = page.plan[calendar_id(0)].on_or_before(that.window.first -
                                                          boost::gregorian::date_duration(1));
  t.add({std::string(word_for(light->colour, page.w.sentences)), named(that), "",
         path.empty() ? std::string("-") : page.short_date(page.s.early_finish(path.back())),
         page.short_date(eve), light->of ? page.name(*light->of) : std::string()},
        look_of(light->colour));
}

}  // namespace

void add_phases(readiness_page& page) {
  const std::vector<phase_row> phases = top_phases(page);
  const readiness_words& w = page.w;
  table rows({plain_column(w.light), name_column(w.phase), number_column(w.done_of),
              plain_column(w.by_plan), plain_column(w.must_be_done), name_column(w.because_of)});
  for (std::size_t i = 0; i < page.plan.inspections().size(); ++i) {
    add_inspection(page, rows, inspection_id(i));
  }
  if (phases.empty() && rows.empty()) return;
  page.section(w.phases);
  page.list(rows, phases, [&](table& t, const phase_row& row) { add_phase(page, t, row); });
}

void add_late_tasks(readiness_page& page) {
  const std::vector<readiness::late_task> all = readiness::late_tasks(page.s);
  const readiness_words& w = page.w;
  page.section(w.late);
  if (all.empty()) return page.item(w.nobody_late);
  table rows({unit_column(w.unit), name_column(w.task), plain_column(w.must_be_done),
              plain_column(w.by_plan), number_column(w.days_late)});
  page.list(rows, all, [&](table& t, const readiness::late_task& l) {
    t.add({page.lead(l.task), page.name(l.task), page.short_date(l.finish_by),
           page.short_date(l.expected), count(l.by)},
          style::late);
  });
}

void add_chain(readiness_page& page) {
  if (!page.o.towards) return;
  const std::vector<task_id> path = chain_to(page.s, *page.o.towards);
  if (path.empty()) return;
  const readiness_words& w = page.w;
  page.section(say(w.chain, page.goal_name()));
  table rows(
      {plain_column(w.from), plain_column(w.until), unit_column(w.unit), name_column(w.task)});
  page.list(rows, path, [&](table& t, task_id step) {
    t.add({page.short_date(page.s.early_start(step)), page.short_date(page.s.early_finish(step)),
           page.lead(step), page.name(step)});
  });
}

}  // namespace daopai::program
