/// What commands that read a plan have in common.
#ifndef DAOPAI_SRC_PROGRAM_LOAD_HPP
#define DAOPAI_SRC_PROGRAM_LOAD_HPP

#include <daopai/io/plan_file.hpp>
#include <daopai/plan/plan.hpp>
#include <daopai/schedule/lights.hpp>
#include <daopai/schedule/schedule.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace daopai::program {

/// The arguments of a command that reads a plan.
struct plan_arguments {
  std::string file{};
  std::string holidays{};  ///< a file of published holidays; empty for none
};

/// Adds PLAN and --holidays to a command; `arguments` must live as long as the command.
void add_plan_arguments(CLI::App& command, plan_arguments& arguments);

/// How its plan is to be read. @throws daopai::error if the holidays cannot be read
[[nodiscard]] io::reading_options reading_options_of(const plan_arguments& arguments);

struct loaded_plan {
  daopai::plan plan;
  light_policy lights;
};

/// The plan of the file and its policy of lights, read once. @throws as load_plan()
[[nodiscard]] loaded_plan load_plan_with_lights(const plan_arguments& arguments);

/// The plan of the file. @throws daopai::error if it cannot be read, io::malformed_file if it is
/// bad
[[nodiscard]] plan load_plan(const plan_arguments& arguments);

/// The same with what stands beside the plan.
[[nodiscard]] io::plan_file load_plan_file(const plan_arguments& arguments);

/// Adds --today, or the same under another name; it accepts dates only.
void add_today_option(CLI::App& command, std::string& today, const std::string& name = "--today");

/// The status date that was asked for, else the plan's.
/// @throws CLI::ValidationError if there is neither: no clock is read
[[nodiscard]] status_date status_date_of(const plan& p, const std::string& today,
                                         const std::string& option = "--today");

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_LOAD_HPP
