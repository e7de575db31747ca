#include "program/readiness/sections.hpp"
#include <daopai/readiness/late.hpp>
#include <daopai/schedule/light_text.hpp>

namespace daopai::program {
namespace {

struct done_count {
  std::size_t done = 0;
  std::size_t all = 0;
};

/// Of the tasks below a phase; headings and tasks that restate others do not count.
done_count tasks_below(const readiness_page& page, task_id phase) {
  done_count count;
  std::vector<task_id> waiting{phase};
  while (!waiting.empty()) {
    const task_id t = waiting.back();
    waiting.pop_back();
    const auto& below = page.plan.children(t);
    waiting.insert(waiting.end(), below.begin(), below.end());
    if (page.plan.is_phase(t) || page.plan.is_restatement(t)) continue;
    ++count.all;
    if (page.c.is_done(t)) ++count.done;
  }
  return count;
}

/// Phases below no other phase, with something to do in them.
std::vector<task_id> top_phases(const readiness_page& page) {
  std::vector<task_id> top;
  for (std::size_t t = 0; t < page.plan.tasks().size(); ++t) {
    const task_id phase(t);
    if (!page.plan.is_phase(phase) || page.plan.parent(phase)) continue;
    if (tasks_below(page, phase).all > 0) top.push_back(phase);
  }
  return top;
}

/// The task below a phase that makes its light red or yellow.
std::string culprit(const readiness_page& page, const task_light& light) {
  return light.colour == light::red || light.colour == light::yellow ? page.name(light.of)
                                                                     : std::string();
}

style look_of(light colour) {
  return colour == light::red ? style::late : (colour == light::blue ? style::faint : style::plain);
}

}  // namespace

void add_phases(readiness_page& page) {
  const std::vector<task_id> top = top_phases(page);
  if (top.empty()) return;
  const readiness_words& w = page.w;
  page.section(w.phases);
  table rows({plain_column(w.light), name_column(w.phase), number_column(w.done_of),
              plain_column(w.by_plan), plain_column(w.must_be_done), name_column(w.because_of)});
  page.list(rows, top, [&](table& t, task_id phase) {
    const done_count tasks = tasks_below(page, phase);
    const task_light& light = page.o.lights[phase.index()];
    t.add({std::string(word_for(light.colour, w.sentences)), page.name(phase),
           std::to_string(tasks.done) + "/" + std::to_string(tasks.all),
           page.short_date(page.s.early_finish(phase)), page.short_date(page.s.late_finish(phase)),
           culprit(page, light)},
          look_of(light.colour));
  });
}

void add_late_tasks(readiness_page& page) {
  const std::vector<readiness::late_task> all = readiness::late_tasks(page.s);
  const readiness_words& w = page.w;
  page.section(w.late);
  if (all.empty()) return page.item(w.nobody_late);
  table rows({unit_column(w.unit), name_column(w.task), plain_column(w.had_to_begin),
              plain_column(w.will_be_done), number_column(w.days_late)});
  page.list(rows, all, [&](table& t, const readiness::late_task& l) {
    t.add({page.lead(l.task), page.name(l.task), page.short_date(l.start_by),
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
