/// daopai schedule: the dates, floats and critical paths of a plan.
#include "program/answer_options.hpp"
#include "program/commands.hpp"
#include "program/find_event.hpp"
#include "program/inspection_text.hpp"
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
  std::string only{};  ///< an inspection; empty for the whole schedule
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

std::string answer(const schedule& s, const light_policy& lights,
                   const schedule_arguments& arguments) {
  const bool json = arguments.format == "json";
  const bool colour = arguments.output.empty() && colour_wanted();
  const words& w = arguments.language == "zh" ? chinese : english;
  if (arguments.only.empty()) {
    return json ? io::to_json(s, {lights, w.tongue}) : schedule_text(s, w, colour, lights);
  }
  const inspection_id i = find_inspection(s.plan(), arguments.only);
  return json ? io::to_json(s, i) : inspection_text(s, i, w, colour);
}

void run(const schedule_arguments& arguments) {
  const auto [p, lights] = load_plan_with_lights(arguments.plan);
  const schedule s = compute_schedule(p, status_date_of(p, arguments.today));
  write_output(answer(s, lights, arguments), arguments.output);
}

}  // namespace

void add_schedule_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<schedule_arguments>();
  CLI::App* command = app.add_subcommand(
      "schedule", "Compute dates, floats and critical paths, counted back from the inspections");
  add_plan_arguments(*command, arguments->plan);
  add_today_option(*command, arguments->today);
  command
      ->add_option("--inspection", arguments->only,
                   "Late dates and floats for this inspection alone, as if nothing else were dated")
      ->type_name("ID");
  add_format_option(*command, arguments->format);
  add_language_option(*command, arguments->language,
                      "The language of the text form, and of sentences in JSON");
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
