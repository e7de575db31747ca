#include "program/readiness/sections.hpp"

namespace daopai::program {

void add_steps(readiness_page& page) {
  if (!page.o.towards || !page.o.towards->what.is_inspection()) return;
  const auto& steps = page.plan[page.o.towards->what.inspection()].steps;
  if (steps.empty()) return;
  const readiness_words& w = page.w;
  page.section(say(w.steps, page.goal_name()));
  const bool is_led = std::ranges::any_of(steps, [](const auto& s) { return s.lead.has_value(); });
  std::vector<column> columns{number_column(""), name_column(w.step)};
  if (is_led) columns.push_back(unit_column(w.led_by));
  table rows(columns);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    std::vector<std::string> cells{std::to_string(i + 1), steps[i].name};
    if (is_led) cells.push_back(steps[i].lead ? page.name(*steps[i].lead) : std::string(w.nobody));
    rows.add(std::move(cells));
  }
  page.put(rows);
}

}  // namespace daopai::program
