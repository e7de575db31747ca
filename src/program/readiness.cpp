/// daopai readiness: one page that says how ready a campaign is.
#include "program/answer_options.hpp"
#include "program/assessment_arguments.hpp"
#include "program/commands.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/readiness_text.hpp"
#include "program/terminal.hpp"
#include <daopai/io/lights.hpp>
#include <daopai/io/readiness.hpp>

#include <memory>

namespace daopai::program {
namespace {

struct readiness_arguments {
  plan_arguments plan{};
  std::string on{};
  assessment_arguments assessment{};
  std::string object{};
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

/// What a plan file says.
struct loaded {
  readiness::campaign c;
  light_policy lights;
};

loaded load(const readiness_arguments& a) {
  const io::assessment_files files = assessment_files_of(a.plan.file, a.assessment);
  return {io::read_campaign(files, reading_options_of(a.plan)),
          io::read_light_policy(files.plan.text, files.plan.name)};
}

std::optional<scoring::object_id> object_of(const readiness::campaign& c, const std::string& id) {
  if (id.empty()) return std::nullopt;
  const auto found = c.is_scored() ? c.table().find(scoring::object_key(id)) : std::nullopt;
  if (!found) throw CLI::ValidationError("--object", "there is no object " + id);
  return found;
}

void run(const readiness_arguments& a) {
  const auto [c, lights] = load(a);
  const schedule s = compute_schedule(c.plan(), status_date_of(c.plan(), a.on, "--on"));
  const readiness::outlook o =
      outlook_on(c, s, {.object = object_of(c, a.object), .lights = lights});
  if (a.format == "json") return write_output(io::to_json(c, o), a.output);
  const bool colour = a.output.empty() && colour_wanted();
  const readiness_words& w = a.language == "zh" ? chinese_readiness : english_readiness;
  write_output(readiness_text(c, o, w, colour), a.output);
}

void add_object_option(CLI::App& command, readiness_arguments& a) {
  command
      .add_option("--object", a.object,
                  "Whose score it is about, where there are several; else the first")
      ->type_name("ID");
}

}  // namespace

void add_readiness_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<readiness_arguments>();
  CLI::App* command = app.add_subcommand(
      "readiness", "One page: days left, who is late, the score to expect, what to do first");
  add_plan_arguments(*command, arguments->plan);
  add_today_option(*command, arguments->on, "--on");
  add_assessment_arguments(*command, arguments->assessment);
  add_object_option(*command, *arguments);
  add_format_option(*command, arguments->format);
  add_language_option(*command, arguments->language);
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
