/// daopai graph: a plan's dependencies as a picture, and what is odd about them.
#include "io/json_writer.hpp"
#include "program/answer_options.hpp"
#include "program/commands.hpp"
#include "program/hand_offs_text.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/terminal.hpp"
#include <daopai/graph.hpp>

#include <memory>

namespace daopai::program {
namespace {

struct graph_arguments {
  plan_arguments plan{};
  std::string today{};
  bool dot = false;
  bool units = false;
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

/// "a -> b" with the user's ids.
std::string arrow(const plan& p, const dependency& d) {
  return key_text(p, d.before) + " -> " + key_text(p, d.after);
}

std::string graph_text(const schedule& s, const unit_words& w, bool colour) {
  const plan& p = s.plan();
  std::string text = p.title() + '\n';
  text += say(w.counts, std::to_string(p.tasks().size()), std::to_string(p.inspections().size()),
              std::to_string(p.dependencies().size())) +
          "\n\n";
  const std::string none = "  " + std::string(w.none) + '\n';
  text += painted(w.leading_nowhere, style::heading, colour) + '\n';
  const auto nowhere = tasks_leading_nowhere(p);
  for (const task_id t : nowhere) text += "  " + p[t].id.text() + ' ' + p[t].name + '\n';
  if (nowhere.empty()) text += none;
  text += '\n' + painted(w.redundant, style::heading, colour) + '\n';
  const auto redundant = redundant_dependencies(p);
  for (const std::size_t d : redundant) text += "  " + arrow(p, p.dependencies()[d]) + '\n';
  if (redundant.empty()) text += none;
  return text + '\n' + hand_offs_text(s, w, colour);
}

void write_dependency(io::json_writer& json, const plan& p, const dependency& d) {
  const auto event = [&](const event_id& e) {
    json.open('{').name("by").text(e.is_task() ? "task" : "inspection");
    json.name("id").text(key_text(p, e)).close('}');
  };
  json.line().open('{').name("before");
  event(d.before);
  json.name("after");
  event(d.after);
  json.close('}');
}

std::string graph_json(const schedule& s) {
  const plan& p = s.plan();
  std::string text;
  io::json_writer json(text);
  json.open('{').name("title").text(p.title()).line().name("leading_nowhere").open('[');
  for (const task_id t : tasks_leading_nowhere(p)) json.text(p[t].id.text());
  json.close(']').line().name("redundant").open('[');
  for (const std::size_t d : redundant_dependencies(p)) {
    write_dependency(json, p, p.dependencies()[d]);
  }
  json.close(']').line().name("hand_offs");
  write_hand_offs(json, s);
  json.close('}');
  return text + '\n';
}

void run(const graph_arguments& arguments) {
  const plan p = load_plan(arguments.plan);
  const schedule s = compute_schedule(p, status_date_of(p, arguments.today));
  if (arguments.units) return write_output(dot_of_units(s), arguments.output);
  if (arguments.dot) return write_output(dot_of_tasks(s), arguments.output);
  if (arguments.format == "json") return write_output(graph_json(s), arguments.output);
  const unit_words& w = arguments.language == "zh" ? chinese_units : english_units;
  write_output(graph_text(s, w, arguments.output.empty() && colour_wanted()), arguments.output);
}

}  // namespace

void add_graph_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<graph_arguments>();
  CLI::App* command = app.add_subcommand(
      "graph",
      "Show what the dependencies hold: loose ends, redundant ones, who hands over to whom; or "
      "draw them");
  add_plan_arguments(*command, arguments->plan);
  add_today_option(*command, arguments->today);
  CLI::Option* dot =
      command->add_flag("--dot", arguments->dot, "Draw the tasks for Graphviz: | dot -Tsvg");
  command->add_flag("--units", arguments->units, "Draw the units and their hand-offs instead")
      ->needs(dot);
  add_format_option(*command, arguments->format)->excludes(dot);
  add_language_option(*command, arguments->language);
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
