/// daopai units: who owes what by when, how much each has on its hands, and who waits for whom.
#include "io/json_writer.hpp"
#include "io/light_counts_json.hpp"
#include "program/answer_options.hpp"
#include "program/commands.hpp"
#include "program/counts.hpp"
#include "program/find_event.hpp"
#include "program/hand_offs_text.hpp"
#include "program/lights_text.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/table.hpp"
#include <daopai/graph/workload.hpp>

#include <algorithm>
#include <memory>

namespace daopai::program {
namespace {

struct units_arguments {
  plan_arguments plan{};
  std::string today{};
  std::string only{};
  bool expand = false;
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

/// What a unit still has to do, said once: rows that restate tasks are left out. The most pressing
/// first: by latest finish, then by float.
std::vector<assignment> owed_by(const schedule& s, unit_id u, groups how) {
  const plan& p = s.plan();
  std::vector<assignment> owed = assignments_of(p, u, how);
  std::erase_if(owed, [&](const assignment& a) {
    return p.is_phase(a.task) || p.is_restatement(a.task) ||
           p[a.task].progress.finished.has_value();
  });
  std::ranges::stable_sort(owed, {}, [&](const assignment& a) {
    return std::pair(s.late_finish(a.task), s.total_float(a.task));
  });
  return owed;
}

std::string word_for(part as) { return as == part::lead ? "lead" : "assist"; }

style look_of(const schedule& s, task_id t) {
  if (s.total_float(t).count() < 0) return style::late;
  return s.is_critical(t) ? style::critical : style::plain;
}

std::string owed_text(const schedule& s, const standing& now, const std::vector<assignment>& owed,
                      const unit_words& w, bool colour) {
  const plan& p = s.plan();
  table lines({{.title = std::string(w.by)},
               {.title = std::string(w.room), .side = align::right},
               {.title = ""},
               {.title = std::string(w.light)},
               {.title = std::string(w.part)},
               {.title = std::string(w.task), .least = 16},
               {.title = std::string(w.earliest)}});
  for (const assignment& a : owed) {
    const std::int32_t room = s.total_float(a.task).count();
    const std::string mark = room < 0 ? "!" : s.is_critical(a.task) ? "*" : "";
    const light colour_now = now.lights[a.task.index()].colour;
    lines.add({to_string(s.late_finish(a.task)), std::to_string(room), mark,
               std::string(daopai::word_for(colour_now, w.plain.tongue)),
               std::string(a.as == part::lead ? w.lead : w.assist),
               p[a.task].id.text() + ' ' + p[a.task].name,
               say(w.span, to_string(s.early_start(a.task)), to_string(s.early_finish(a.task)))},
              look_of(s, a.task));
  }
  return lines.text(colour, 2);
}

/// One character a day, up to half a page.
std::string bar_of(workdays days, char c) {
  constexpr std::int32_t longest = 50;
  return std::string(static_cast<std::size_t>(std::min(days.count(), longest)), c);
}

std::string load_text(const std::vector<week_load>& load, const unit_words& w, bool colour) {
  table lines({{.title = std::string(w.week_of)},
               {.title = std::string(w.leads), .side = align::right},
               {.title = std::string(w.assists), .side = align::right},
               {.title = ""}});
  for (const week_load& l : load) {
    lines.add({to_string(l.monday), count(l.leading), count(l.assisting),
               bar_of(l.leading, '#') + bar_of(l.assisting, '-')});
  }
  return lines.text(colour, 2);
}

/// The units to show: the one that was asked for, or all.
std::vector<unit_id> chosen(const plan& p, const std::string& only) {
  std::vector<unit_id> units;
  if (!only.empty()) {
    return {find_unit(p, only)};
  }
  for (std::size_t u = 0; u < p.units().size(); ++u) units.emplace_back(u);
  return units;
}

std::string units_text(const schedule& s, const standing& now, const units_arguments& arguments,
                       bool colour) {
  const plan& p = s.plan();
  const unit_words& w = arguments.language == "zh" ? chinese_units : english_units;
  const groups how = arguments.expand ? groups::expanded : groups::as_named;
  std::string text = p.title() + '\n' + say(w.seen_from, to_string(s.status())) + '\n';
  text += standing_text(now.progress.plan, count_lights(p, now.lights), w.plain) + '\n';
  const std::vector<light_counts> lights = count_lights_by_unit(p, now.lights);
  for (const unit_id u : chosen(p, arguments.only)) {
    const auto owed = owed_by(s, u, how);
    if (owed.empty()) continue;
    text += '\n' + painted(p[u].name + " (" + p[u].id.text() + ")", style::heading, colour) + '\n';
    const std::string standing =
        standing_text(now.progress.units[u.index()], lights[u.index()], w.plain);
    if (!standing.empty()) text += "  " + standing + '\n';
    text += owed_text(s, now, owed, w, colour);
    const auto load = load_by_week(s, u, how);
    if (!load.empty()) text += '\n' + load_text(load, w, colour);
  }
  return text + '\n' + hand_offs_text(s, w, colour);
}

/// What a unit has done of the tasks it leads, and their lights; the worst of them as its own.
void write_standing(io::json_writer& json, const work_progress& work, const light_counts& lights) {
  json.name("scheduled_progress").share(work.scheduled_share());
  json.name("actual_progress").share(work.done_share());
  const auto worst = lights.worst();
  json.name("light");
  worst ? json.text(daopai::word_for(*worst, language::english)) : json.null();
  io::write_light_counts(json, lights);
}

void write_unit(io::json_writer& json, const schedule& s, unit_id u, groups how) {
  const plan& p = s.plan();
  json.line().name("tasks").open('[');
  for (const assignment& a : owed_by(s, u, how)) {
    json.line().open('{').name("id").text(p[a.task].id.text()).name("part").text(word_for(a.as));
    json.name("early_start").value(s.early_start(a.task));
    json.name("early_finish").value(s.early_finish(a.task));
    json.name("late_finish").value(s.late_finish(a.task));
    json.name("total_float").number(s.total_float(a.task).count());
    json.name("critical").boolean(s.is_critical(a.task)).close('}');
  }
  json.close(']').line().name("load").open('[');
  for (const week_load& w : load_by_week(s, u, how)) {
    json.line().open('{').name("monday").value(w.monday);
    json.name("leading").number(w.leading.count());
    json.name("assisting").number(w.assisting.count()).close('}');
  }
  json.close(']').close('}');
}

std::string units_json(const schedule& s, const standing& now, const units_arguments& arguments) {
  const plan& p = s.plan();
  std::string text;
  io::json_writer json(text);
  json.open('{').name("title").text(p.title()).name("today").value(s.status());
  write_standing(json, now.progress.plan, count_lights(p, now.lights));
  const std::vector<light_counts> lights = count_lights_by_unit(p, now.lights);
  json.line().name("units").open('[');
  for (const unit_id u : chosen(p, arguments.only)) {
    json.line().open('{').name("id").text(p[u].id.text()).name("name").text(p[u].name);
    write_standing(json, now.progress.units[u.index()], lights[u.index()]);
    write_unit(json, s, u, arguments.expand ? groups::expanded : groups::as_named);
  }
  json.close(']').line().name("hand_offs");
  write_hand_offs(json, s);
  json.close('}');
  return text + '\n';
}

void run(const units_arguments& arguments) {
  const auto [p, policy] = load_plan_with_lights(arguments.plan);
  const schedule s = compute_schedule(p, status_date_of(p, arguments.today));
  const standing now(s, policy);
  if (arguments.format == "json") {
    return write_output(units_json(s, now, arguments), arguments.output);
  }
  const bool colour = arguments.output.empty() && colour_wanted();
  write_output(units_text(s, now, arguments, colour), arguments.output);
}

}  // namespace

void add_units_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<units_arguments>();
  CLI::App* command = app.add_subcommand(
      "units", "Show who owes what by when, the load by week, and who waits for whom");
  add_plan_arguments(*command, arguments->plan);
  add_today_option(*command, arguments->today);
  command->add_option("--unit", arguments->only, "This unit alone")->type_name("ID");
  command->add_flag("--expand", arguments->expand,
                    "What a group is named for, each of its members is");
  add_format_option(*command, arguments->format);
  add_language_option(*command, arguments->language);
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
