#include "program/readiness/sections.hpp"
#include "program/score_format.hpp"

namespace daopai::program {
namespace {

using readiness::priority;

std::vector<task_id> open_tasks(const readiness_page& page) {
  std::vector<task_id> open;
  for (std::size_t t = 0; t < page.plan.tasks().size(); ++t) {
    const task_id task(t);
    if (page.plan.is_phase(task) || page.plan.is_restatement(task)) continue;
    if (!page.c.is_done(task)) open.push_back(task);
  }
  return open;
}

void add_by_float(readiness_page& page) {
  std::vector<task_id> open = open_tasks(page);
  if (open.empty()) return;
  const schedule& s = page.s;
  const readiness_words& w = page.w;
  std::ranges::stable_sort(open, {}, [&](task_id t) { return s.total_float(t); });
  page.section(w.first_by_float);
  table rows({name_column(w.task), unit_column(w.unit), plain_column(w.latest),
              number_column(w.days_to_spare)});
  page.list(rows, open, [&](table& t, task_id task) {
    t.add({page.name(task), page.lead(task), page.short_date(s.late_finish(task)),
           count(s.total_float(task))},
          s.total_float(task).count() < 0 ? style::late : style::plain);
  });
}

/// As the scores are shown; what would be shown as nothing is less than the last place.
std::string points_of(const readiness_page& page, scoring::decimal points) {
  const int places = page.c.system().config().places;
  const std::string text = to_fixed(points, places);
  if (rounded(points, places) != 0) return text;
  return say(page.w.less_than, text.substr(0, text.size() - 1) + '1');
}

void add_by_points(readiness_page& page) {
  const readiness::priority_list& list = page.o.score->priorities;
  const std::vector<priority> tasks = list.by_worth();
  if (tasks.empty()) return;
  const readiness_words& w = page.w;
  page.section(w.first_by_points);
  table rows({name_column(w.task), unit_column(w.unit), number_column(w.days_of_work),
              plain_column(w.latest), number_column(w.gains), number_column(w.costs)});
  const auto cell = [&](scoring::decimal d) {
    return d == 0 ? std::string("-") : points_of(page, d);
  };
  page.list(rows, tasks, [&](table& t, const priority& p) {
    t.add({page.name(p.task), page.lead(p.task), count(p.left),
           page.short_date(page.s.late_finish(p.task)), cell(p.gain), cell(p.at_risk)});
  });
  if (list.expected != list.if_all_slip) {
    page.item(say(w.joint, points_of(page, list.expected - list.if_all_slip), page.goal_day()));
  } else if (list.by_risk().empty()) {
    page.item(w.no_cost);
  }
}

}  // namespace

void add_first_things(readiness_page& page) {
  if (page.o.score) return add_by_points(page);
  add_by_float(page);
}

}  // namespace daopai::program
