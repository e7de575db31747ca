#include "io/json_writer.hpp"
#include "io/light_counts_json.hpp"
#include "io/schedule_words.hpp"
#include <daopai/io/schedule.hpp>
#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/floats.hpp>
#include <daopai/schedule/light_text.hpp>
#include <daopai/schedule/problems.hpp>

namespace daopai::io {
namespace {

constexpr std::size_t most_floats = 64'000'000;
constexpr std::size_t most_paths = 16;

constexpr std::array<std::string_view, 5> task_states{"not-due", "due", "under-way", "late",
                                                      "done"};
constexpr std::array<std::string_view, 9> reason_words{
    "done",       "overdue",     "start-missed", "short-of-time", "far-behind",
    "start-near", "finish-near", "behind",       "on-track"};

/// Float per inspection: [inspection][task].
using float_table = std::vector<std::vector<std::optional<workdays>>>;

float_table floats_of(const schedule& s) {
  float_table floats;
  const std::size_t inspections = s.plan().inspections().size();
  if (inspections * s.plan().tasks().size() > most_floats) return floats;
  for (std::size_t i = 0; i < inspections; ++i) {
    floats.push_back(floats_to(s, inspection_id(i)));
  }
  return floats;
}

/// Writes the parts of the answer, each on lines of its own.
class schedule_writer {
public:
  schedule_writer(const schedule& s, const answer_options& options, std::string& out)
      : s_(s),
        plan_(s.plan()),
        progress_(progress_of(s)),
        lights_(lights_of(s, progress_, options.lights)),
        language_(options.sentences),
        floats_(floats_of(s)),
        json_(out) {}

  void write() {
    json_.open('{').name("title").text(plan_.title());
    json_.name("today").value(s_.status()).name("finish").value(s_.finish());
    json_.name("least_float").value(s_.least_float());
    write_shares(progress_.plan);
    write_light_counts(json_, count_lights(plan_, lights_));
    list("tasks", plan_.tasks().size(), [&](std::size_t t) { write_task(task_id(t)); });
    list("inspections", plan_.inspections().size(),
         [&](std::size_t i) { write_inspection(inspection_id(i)); });
    std::vector<problem> found = problems(s_);
    if (floats_.size() < plan_.inspections().size()) {
      found.push_back({"floats-left-out", "tasks",
                       "the plan has more than 64 million pairs of task and inspection; the floats "
                       "for each inspection alone are left out"});
    }
    list("problems", found.size(), [&](std::size_t p) { write_problem(found[p]); });
    json_.close('}');
  }

private:
  template <class WriteOne>
  void list(std::string_view name, std::size_t size, WriteOne write_one) {
    json_.line().name(name).open('[');
    for (std::size_t i = 0; i < size; ++i) {
      json_.line();
      write_one(i);
    }
    json_.close(']');
  }

  void write_task(task_id t) {
    const task& that = plan_[t];
    json_.open('{').name("id").text(that.id.text()).name("name").text(that.name);
    if (!that.number.empty()) json_.name("number").text(that.number);
    if (!that.leader.empty()) json_.name("leader").text(that.leader);
    if (plan_.is_restatement(t)) {
      json_.name("restates");
      write_path(plan_.restates(t));
    }
    if (const auto unit = plan_.lead(t)) json_.name("unit").text(plan_[*unit].id.text());
    json_.name("early_start").value(s_.early_start(t));
    json_.name("early_finish").value(s_.early_finish(t));
    json_.name("late_start").value(s_.late_start(t));
    json_.name("late_finish").value(s_.late_finish(t));
    json_.name("total_float").number(s_.total_float(t).count());
    json_.name("free_float").number(s_.free_float(t).count());
    json_.name("independent_float").number(s_.independent_float(t).count());
    json_.name("critical").boolean(s_.is_critical(t));
    write_driver("early_driver", s_.early_driver(t));
    write_driver("late_driver", s_.late_driver(t));
    write_standing(t);
    write_floats(t);
    json_.close('}');
  }

  void write_standing(task_id t) {
    const task_progress& own = progress_.tasks[t.index()];
    const task_light& light = lights_[t.index()];
    json_.name("state").text(task_states[static_cast<std::size_t>(own.state)]);
    json_.name("light").text(word_for(light.colour, language::english));
    json_.name("light_reason").text(reason_words[static_cast<std::size_t>(light.reason)]);
    json_.name("light_text").text(sentence(plan_, t, light, language_));
    if (light.of != t) json_.name("light_task").text(plan_[light.of].id.text());
    write_shares(own.work);
  }

  void write_shares(const work_progress& work) {
    json_.name("scheduled_progress").share(work.scheduled_share());
    json_.name("actual_progress").share(work.done_share());
  }

  void write_driver(std::string_view name, const driver& d) {
    json_.name(name);
    io::write_driver(json_, plan_, d);
  }

  void write_floats(task_id t) {
    json_.name("floats").open('{');
    for (std::size_t i = 0; i < floats_.size(); ++i) {
      const auto own = floats_[i][t.index()];
      if (own) json_.name(plan_.inspections()[i].id.text()).number(own->count());
    }
    json_.close('}');
  }

  void write_inspection(inspection_id i) {
    const inspection& that = plan_[i];
    const inspection_outlook outlook = s_[i];
    json_.open('{').name("id").text(that.id.text()).name("name").text(that.name);
    json_.name("date").value(that.window.first).name("last_date").value(that.window.last);
    if (!that.steps.empty()) {
      json_.name("steps").open('[');
      for (const inspection_step& step : that.steps) json_.text(step.name);
      json_.close(']');
    }
    json_.name("float").value(outlook.total_float);
    json_.name("float_to_last_day").value(outlook.float_to_last_day);
    const auto paths = critical_paths(s_, i, most_paths);
    json_.name("critical_path");
    write_path(paths.empty() ? std::vector<task_id>{} : paths.front());
    if (paths.size() > 1) {
      json_.name("critical_paths").open('[');
      for (const auto& path : paths) write_path(path);
      json_.close(']');
    }
    json_.close('}');
  }

  void write_path(const std::vector<task_id>& path) {
    json_.open('[');
    for (const task_id t : path) json_.text(plan_[t].id.text());
    json_.close(']');
  }

  void write_problem(const problem& p) {
    json_.open('{').name("code").text(p.code).name("where").text(p.where);
    json_.name("message").text(p.message).close('}');
  }

  const schedule& s_;
  const plan& plan_;
  progress_report progress_;
  std::vector<task_light> lights_;
  language language_;
  float_table floats_;
  json_writer json_;
};

}  // namespace

std::string to_json(const schedule& s, const answer_options& options) {
  constexpr std::size_t long_line = 640;  // room that is not used costs nothing, a move much
  std::string out;
  out.reserve((s.plan().tasks().size() + 1) * long_line);
  schedule_writer(s, options, out).write();
  return out += '\n';
}

std::string to_json(const schedule& s, inspection_id i) {
  const plan& p = s.plan();
  const inspection& that = p[i];
  const auto found = late_dates_to(s, i);
  std::string out;
  json_writer json(out);
  json.open('{').name("title").text(p.title()).name("today").value(s.status());
  json.line().name("inspection").open('{').name("id").text(that.id.text());
  json.name("name").text(that.name).name("date").value(that.window.first);
  json.name("last_date").value(that.window.last).name("float").value(s[i].total_float);
  json.name("float_to_last_day").value(s[i].float_to_last_day).close('}');
  json.line().name("tasks").open('[');
  for (std::size_t t = 0; t < found.size(); ++t) {
    if (!found[t]) continue;
    const task& of = p.tasks()[t];
    json.line().open('{').name("id").text(of.id.text()).name("name").text(of.name);
    json.name("early_start").value(s.early_start(task_id(t)));
    json.name("early_finish").value(s.early_finish(task_id(t)));
    json.name("late_start").value(found[t]->start).name("late_finish").value(found[t]->finish);
    json.name("total_float").number(found[t]->total_float.count()).close('}');
  }
  json.close(']').close('}');
  return out += '\n';
}

}  // namespace daopai::io
