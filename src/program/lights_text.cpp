#include "program/lights_text.hpp"

#include "program/table.hpp"
#include "program/titled.hpp"
#include <daopai/schedule/light_text.hpp>

#include <algorithm>

namespace daopai::program {
namespace {

constexpr std::size_t most_lights = 40;
constexpr std::size_t least_task = 16;
constexpr std::size_t least_light_unit = 8;
constexpr std::size_t most_light_unit = 12;
constexpr std::size_t least_why = 46;

std::string percent(double share) { return daopai::detail::one_decimal(100 * share) + '%'; }

/// Tasks, not phases, with a red or yellow light; the worst first, then by float.
std::vector<task_id> to_note(const schedule& s, const std::vector<task_light>& lights) {
  std::vector<task_id> tasks;
  for (std::size_t t = 0; t < lights.size(); ++t) {
    if (s.plan().is_phase(task_id(t)) || lights[t].colour < light::yellow) continue;
    tasks.emplace_back(t);
  }
  std::ranges::stable_sort(tasks, [&](task_id a, task_id b) {
    const light of_a = lights[a.index()].colour;
    const light of_b = lights[b.index()].colour;
    return of_a != of_b ? of_a > of_b : s.total_float(a) < s.total_float(b);
  });
  return tasks;
}

}  // namespace

std::string standing_text(const work_progress& work, const light_counts& counts, const words& w) {
  if (!work.done_share()) return {};
  const auto number = [&](light l) { return std::to_string(counts[l]); };
  return say(w.standing, percent(*work.done_share()), percent(*work.scheduled_share()),
             number(light::red), number(light::yellow), number(light::green), number(light::blue));
}

std::string lights_text(const schedule& s, const standing& how, const words& w, bool colour) {
  const plan& p = s.plan();
  const std::vector<task_id> tasks = to_note(s, how.lights);
  if (tasks.empty()) return {};
  table lines({{std::string(w.light)},
               {std::string(w.task), align::left, least_task},
               {std::string(w.unit), align::left, least_light_unit, most_light_unit},
               {std::string(w.state)},
               {std::string(w.why), align::left, least_why}});
  for (std::size_t i = 0; i < std::min(tasks.size(), most_lights); ++i) {
    const task_id t = tasks[i];
    const task_light& l = how.lights[t.index()];
    const auto lead = p.lead(t);
    lines.add({std::string(word_for(l.colour, w.tongue)), titled(p[t]),
               lead ? p[*lead].name : std::string(),
               std::string(word_for(how.progress.tasks[t.index()].state, w.tongue)),
               sentence(p, t, l, w.tongue)},
              l.colour == light::red ? style::late : style::plain);
  }
  std::string text = lines.text(colour, 2);
  if (tasks.size() > most_lights) {
    text += "  " + say(w.more_lights, std::to_string(tasks.size() - most_lights)) + '\n';
  }
  return text;
}

}  // namespace daopai::program
