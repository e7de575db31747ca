/// daopai goals: what the plan is for, what it says more than once, and quotas passed down.
#include "io/json_writer.hpp"
#include "program/answer_options.hpp"
#include "program/commands.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/table.hpp"
#include <daopai/plan/restatement.hpp>

#include <memory>

namespace daopai::program {
namespace {

using scoring::differing;
using scoring::goal;
using scoring::quota;

struct goals_arguments {
  plan_arguments plan{};
  std::string format = "text";
  std::string output{};
};

template <class Keys>
std::string listed(const Keys& keys) {
  std::string text;
  for (const auto& k : keys) text += (text.empty() ? "" : ", ") + k.text();
  return text;
}

std::string named(const plan& p, const std::vector<unit_id>& units) {
  std::string text;
  for (const unit_id u : units) text += (text.empty() ? "" : "、") + p[u].name;
  return text;
}

std::string ids(const plan& p, const std::vector<task_id>& tasks) {
  std::string text;
  for (const task_id t : tasks) text += (text.empty() ? "" : ", ") + p[t].id.text();
  return text;
}

std::string_view word_for(differing in) {
  constexpr std::array<std::string_view, 4> words{"", "in other words", "another sense",
                                                  "another figure"};
  return words[static_cast<std::size_t>(in)];
}

// --- text ----------------------------------------------------------------------------------------

void append_paragraph(std::string& text, const std::string& paragraph, std::size_t indent) {
  for (const std::string& line : wrapped(paragraph, page_width - indent)) {
    text += std::string(indent, ' ') + line + '\n';
  }
}

std::string goal_text(const goal& g, bool colour) {
  std::string text = painted(g.id.text() + ' ' + g.name, style::plain, colour) + '\n';
  table statements({{""}, {"", align::left, 20}, {"", align::left, 12}, {""}});
  for (std::size_t s = 0; s < g.statements.size(); ++s) {
    const scoring::statement& that = g.statements[s];
    const differing in = scoring::difference_between(g.statements.front(), that);
    statements.add({in == differing::nothing ? "" : "!", that.text, that.where,
                    scoring::detail::figure_of(that) +
                        (in == differing::nothing ? "" : " (" + std::string(word_for(in)) + ')')},
                   in == differing::figure ? style::late : style::plain);
  }
  text += statements.text(colour, 2);
  if (!g.tasks.empty()) append_paragraph(text, "by tasks " + listed(g.tasks), 4);
  if (!g.indicators.empty()) append_paragraph(text, "seen by " + listed(g.indicators), 4);
  return text;
}

std::string quota_text(const quota& q, const plan& p, bool colour) {
  std::string text =
      q.id.text() + ' ' + q.name + ": " + std::to_string(q.total) + ' ' + q.unit + '\n';
  table parts({{""}, {"", align::right}, {"", align::right}});
  const std::vector<std::int64_t> given = parts_of(q);
  for (std::size_t s = 0; s < given.size(); ++s) {
    parts.add({p[p.find(q.shares[s].to).value()].name, std::to_string(given[s]) + ' ' + q.unit,
               "weight " + to_string(q.shares[s].claim.weight)});
  }
  return text + parts.text(colour, 2);
}

std::string rows_text(const plan& p, bool colour) {
  table rows({{"Row"},
              {"", align::left, 16, 40},
              {"restates"},
              {"Units it adds", align::left, 12},
              {"Units it leaves out", align::left, 12}});
  for (const restatement& r : restatements(p)) {
    rows.add({p[r.row].id.text(), p[r.row].name, ids(p, r.tasks), named(p, r.only_in_row),
              named(p, r.only_in_tasks)});
  }
  return rows.text(colour, 2);
}

std::string goals_text(const io::plan_file& file, bool colour) {
  const plan& p = file.plan;
  std::string text = p.title() + '\n';
  const auto heading = [&](const char* title) {
    text += '\n' + painted(title, style::heading, colour) + '\n';
  };
  if (!file.goals.empty())
    heading("Goals, with every statement of them (! differs from the first)");
  for (const goal& g : file.goals) text += goal_text(g, colour);
  if (!file.quotas.empty()) heading("Quotas passed down");
  for (const quota& q : file.quotas) text += quota_text(q, p, colour);
  if (!restatements(p).empty()) {
    heading("Rows that restate tasks; these alone are counted");
    text += rows_text(p, colour);
  }
  if (!p.remarks().empty()) heading("Notes of the plan");
  for (const std::string& remark : p.remarks()) append_paragraph(text, "- " + remark, 2);
  return text;
}

// --- JSON ----------------------------------------------------------------------------------------

template <class Keys>
void write_keys(io::json_writer& json, std::string_view name, const Keys& keys) {
  json.name(name).open('[');
  for (const auto& k : keys) json.text(k.text());
  json.close(']');
}

template <class Ids>
void write_ids(io::json_writer& json, std::string_view name, const plan& p, const Ids& ids) {
  json.name(name).open('[');
  for (const auto& i : ids) json.text(p[i].id.text());
  json.close(']');
}

void write_goal(io::json_writer& json, const goal& g) {
  json.line().open('{').name("id").text(g.id.text()).name("name").text(g.name);
  json.name("statements").open('[');
  for (const scoring::statement& s : g.statements) {
    json.open('{').name("text").text(s.text).name("where").text(s.where);
    if (s.value) json.name("value").text(to_string(*s.value)).name("unit").text(s.unit);
    json.close('}');
  }
  json.close(']');
  write_keys(json, "tasks", g.tasks);
  write_keys(json, "indicators", g.indicators);
  json.name("disagreements").open('[');
  for (const scoring::disagreement& d : disagreements(g)) {
    const problem note = to_note(g, d);
    json.open('{').name("code").text(note.code).name("where").text(note.where);
    json.name("message").text(note.message).close('}');
  }
  json.close(']').close('}');
}

void write_quota(io::json_writer& json, const quota& q) {
  json.line().open('{').name("id").text(q.id.text()).name("name").text(q.name);
  json.name("total").number(q.total).name("unit").text(q.unit).name("parts").open('[');
  const std::vector<std::int64_t> given = parts_of(q);
  for (std::size_t s = 0; s < given.size(); ++s) {
    json.open('{').name("to").text(q.shares[s].to.text()).name("part").number(given[s]).close('}');
  }
  json.close(']').close('}');
}

std::string goals_json(const io::plan_file& file) {
  const plan& p = file.plan;
  std::string text;
  io::json_writer json(text);
  json.open('{').name("title").text(p.title()).line().name("goals").open('[');
  for (const goal& g : file.goals) write_goal(json, g);
  json.close(']').line().name("quotas").open('[');
  for (const quota& q : file.quotas) write_quota(json, q);
  json.close(']').line().name("restatements").open('[');
  for (const restatement& r : restatements(p)) {
    json.line().open('{').name("row").text(p[r.row].id.text());
    write_ids(json, "tasks", p, r.tasks);
    write_ids(json, "only_in_row", p, r.only_in_row);
    write_ids(json, "only_in_tasks", p, r.only_in_tasks);
    json.close('}');
  }
  json.close(']').line().name("notes").open('[');
  for (const std::string& remark : p.remarks()) json.line().text(remark);
  json.close(']').close('}');
  return text + '\n';
}

void run(const goals_arguments& arguments) {
  const io::plan_file file = load_plan_file(arguments.plan);
  if (arguments.format == "json") return write_output(goals_json(file), arguments.output);
  const bool colour = arguments.output.empty() && colour_wanted();
  write_output(goals_text(file, colour), arguments.output);
}

}  // namespace

void add_goals_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<goals_arguments>();
  CLI::App* command = app.add_subcommand(
      "goals",
      "Show the goals with every statement of them, quotas passed down, and what restates what");
  add_plan_arguments(*command, arguments->plan);
  add_format_option(*command, arguments->format);
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
