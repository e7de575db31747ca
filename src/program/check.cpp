/// daopai check: reads a plan and says whether it is a good one.
#include "program/assessment_arguments.hpp"
#include "program/commands.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/text_width.hpp"
#include <daopai/io/readiness.hpp>
#include <daopai/plan/detail/words.hpp>

#include <memory>

namespace daopai::program {
namespace {

std::string counts(const plan& p) {
  using daopai::detail::count_of;
  const auto number = [](const auto& things) { return static_cast<std::int64_t>(things.size()); };
  return count_of(number(p.tasks()), "task") + ", " + count_of(number(p.units()), "unit") + ", " +
         count_of(number(p.inspections()), "inspection");
}

struct check_arguments {
  plan_arguments plan{};
  assessment_arguments assessment{};
};

/// Reads all that the files hold, what readiness needs included, so that everything wrong is told.
void check(const check_arguments& arguments) {
  const io::assessment_files files = assessment_files_of(arguments.plan.file, arguments.assessment);
  const io::reading_options options = reading_options_of(arguments.plan);
  static_cast<void>(io::read_campaign(files, options));
  const io::plan_file file = io::read_plan_file(files.plan.text, files.plan.name, options);
  const plan& p = file.plan;
  std::string text = clean(files.plan.name) + ": a good plan: " + counts(p) + '\n';
  for (const problem& note : p.notes()) text += "note: " + clean(to_string(note)) + '\n';
  for (const scoring::goal& g : file.goals) {
    for (const scoring::disagreement& d : disagreements(g)) {
      text += "note: " + clean(to_note(g, d).message) + '\n';
    }
  }
  for (const std::string& remark : p.remarks()) text += "the plan says: " + clean(remark) + '\n';
  write_output(text);
}

}  // namespace

void add_check_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<check_arguments>();
  CLI::App* command =
      app.add_subcommand("check", "Read a plan and list everything that is wrong with it");
  add_plan_arguments(*command, arguments->plan);
  add_assessment_arguments(*command, arguments->assessment);
  command->callback([arguments] { check(*arguments); });
}

}  // namespace daopai::program
