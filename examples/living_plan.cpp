// A plan under way: what is late, why the inspection cannot be met, and what would help.
//   living_plan [PLAN.json]
#include <daopai/explain.hpp>
#include <daopai/io/lights.hpp>
#include <daopai/io/plan.hpp>
#include <daopai/schedule.hpp>
#include <daopai/schedule/light_text.hpp>
#include <daopai/schedule/reschedule.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

using namespace daopai;

constexpr language tongue = language::english;

void show_lights(const schedule& s, const light_policy& policy) {
  const std::vector<task_light> lights = lights_of(s, progress_of(s), policy);
  for (std::size_t i = 0; i < lights.size(); ++i) {
    const task_id t(i);
    if (s.plan().is_phase(t) || lights[i].colour < light::yellow) continue;
    std::cout << word_for(lights[i].colour, tongue) << "  " << s.plan()[t].name << ": "
              << sentence(s.plan(), t, lights[i], tongue) << '\n';
  }
}

/// Shortens each task that would help by a day, and takes it back.
void try_a_day_less(const plan& p, const date& today, const schedule& s, const shortfall& f) {
  living_schedule living(p, status_date(today));
  for (const lever& l : levers(s, f, why_not_met(s, f))) {
    const task& that = p[l.task];
    if (that.progress.started) continue;
    const what_if attempt(living);
    const std::size_t moved =
        living.change(plan_change::duration(l.task, that.duration - workdays(1))).tasks.size();
    std::cout << "  if " << that.name << " took a day less: "
              << (shortfalls(living.now()).size() < shortfalls(s).size() ? "met" : "not met")
              << ", " << moved << " tasks move\n";
  }
}

int main(int count, char** arguments) {
  const std::string file = count > 1 ? arguments[1] : "examples/plans/plan-0-a-month-in.json";
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    const plan p = io::read_plan(text, file);
    const date today = p.today().value();
    const schedule s = compute_schedule(p, status_date(today));
    show_lights(s, io::read_light_policy(text, file));
    for (const shortfall& f : shortfalls(s)) {
      std::cout << '\n' << headline(s, f, tongue) << '\n';
      try_a_day_less(p, today, s, f);
    }
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
