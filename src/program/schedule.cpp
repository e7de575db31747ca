/// daopai schedule: the dates, floats and critical paths of a plan.
#include "program/commands.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/schedule_text.hpp"
#include "program/terminal.hpp"
#include <daopai/io/schedule.hpp>

#include <memory>

namespace daopai::program {
namespace {

struct schedule_arguments {
  plan_arguments plan{};
  std::string today{};
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

void run(const schedule_arguments& arguments) {
  const auto [p, lights] = load_plan_with_lights(arguments.plan);
  const schedule s = compute_schedule(p, status_date_of(p, arguments.today));
  const bool in_chinese = arguments.language == "zh";
  if (arguments.format == "json") {
    const language sentences = in_chinese ? language::chinese : language::english;
    return write_output(io::to_json(s, {lights, sentences}), arguments.output);
  }
  const bool colour = arguments.output.empty() && colour_wanted();
  write_output(schedule_text(s, in_chinese ? chinese : english, colour, lights), arguments.output);
}

}  // namespace

void add_schedule_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<schedule_arguments>();
  CLI::App* command = app.add_subcommand(
      "schedule", "Compute dates, floats and critical paths, counted back from the inspections");
  add_plan_arguments(*command, arguments->plan);
  add_today_option(*command, arguments->today);
  command->add_option("--format", arguments->format, "text for people, json for programs")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command
      ->add_option("--lang", arguments->language,
                   "The language of the text form, and of sentences in JSON")
      ->check(CLI::IsMember({"en", "zh"}))
      ->capture_default_str();
  command->add_option("--output", arguments->output, "Write to this file instead of stdout")
      ->type_name("FILE");
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
