/// The commands of the program `daopai`, one small file each.
///
/// Each adds its subcommand with options and help; running it writes results to stdout and throws
/// daopai::error for what goes wrong. `exit_code` is left alone unless a command has more to say:
/// 0 done, 1 a bad plan, 2 wrong usage.
#ifndef DAOPAI_SRC_PROGRAM_COMMANDS_HPP
#define DAOPAI_SRC_PROGRAM_COMMANDS_HPP

#include <CLI/CLI.hpp>

namespace daopai::program {

void add_check_command(CLI::App& app, int& exit_code);
void add_explain_command(CLI::App& app, int& exit_code);
void add_graph_command(CLI::App& app, int& exit_code);
void add_index_command(CLI::App& app, int& exit_code);
void add_readiness_command(CLI::App& app, int& exit_code);
void add_schedule_command(CLI::App& app, int& exit_code);
void add_score_command(CLI::App& app, int& exit_code);
void add_units_command(CLI::App& app, int& exit_code);
void add_weights_command(CLI::App& app, int& exit_code);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_COMMANDS_HPP
