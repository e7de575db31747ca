/// daopai explain: why a date is what it is, and what makes a plan that cannot be met so.
#include "program/answer_options.hpp"
#include "program/commands.hpp"
#include "program/explanation_text.hpp"
#include "program/find_event.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/terminal.hpp"

#include <memory>

namespace daopai::program {
namespace {

struct explain_arguments {
  plan_arguments plan{};
  std::string of{};
  std::string today{};
  std::int32_t within = 3;
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

void run(const explain_arguments& arguments) {
  const plan p = load_plan(arguments.plan);
  const schedule s = compute_schedule(p, status_date_of(p, arguments.today));
  const bool is_text = arguments.format == "text";
  const telling how{arguments.language == "zh" ? language::chinese : language::english,
                    is_text && arguments.output.empty() && colour_wanted(),
                    workdays(arguments.within)};
  if (arguments.of.empty()) {
    const std::string told = is_text ? shortfalls_text(s, how) : shortfalls_json(s, how);
    return write_output(told, arguments.output);
  }
  const event_id e = find_event(p, arguments.of);
  write_output(is_text ? explanation_text(s, e, how) : explanation_json(s, e, how),
               arguments.output);
}

}  // namespace

void add_explain_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<explain_arguments>();
  CLI::App* command = app.add_subcommand(
      "explain",
      "Explain the dates of a task or an inspection, or without one what cannot be met and why");
  add_plan_arguments(*command, arguments->plan);
  command->add_option("TASK", arguments->of, "The id of a task, a phase or an inspection");
  add_today_option(*command, arguments->today);
  command
      ->add_option("--within", arguments->within,
                   "Of an inspection: the chains within so many working days of the longest")
      ->check(CLI::Range(0, 100'000))
      ->capture_default_str();
  add_format_option(*command, arguments->format);
  add_language_option(*command, arguments->language, "The language of the sentences");
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
