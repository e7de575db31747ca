/// daopai check: reads a plan and says whether it is a good one.
#include "program/commands.hpp"
#include "program/load.hpp"
#include "program/output.hpp"
#include "program/text_width.hpp"
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

void check(const plan_arguments& arguments) {
  const io::plan_file file = load_plan_file(arguments);
  const plan& p = file.plan;
  std::string text = clean(shown_name(arguments.file)) + ": a good plan: " + counts(p) + '\n';
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
  const auto arguments = std::make_shared<plan_arguments>();
  CLI::App* command =
      app.add_subcommand("check", "Read a plan and list everything that is wrong with it");
  add_plan_arguments(*command, *arguments);
  command->callback([arguments] { check(*arguments); });
}

}  // namespace daopai::program
