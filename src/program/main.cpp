/// The program `daopai`: a thin shell over daopai::io.
#include "program/commands.hpp"
#include <daopai/error.hpp>

#include <csignal>
#include <exception>
#include <iostream>

namespace {

constexpr int bad_plan = 1;
constexpr int wrong_usage = 2;

/// Adds the commands and runs the one that was asked for.
int run(int argc, const char* const* argv) {
  CLI::App app("Plans backwards from dated inspections.\n", "daopai");
  app.footer(
      "Exit status: 0 done (an inspection that cannot be met is an answer, no error), 1 a bad "
      "plan, "
      "2 wrong usage.");
  app.set_version_flag("--version", "daopai " DAOPAI_PROGRAM_VERSION);
  app.require_subcommand(1);
  int exit_code = 0;
  daopai::program::add_check_command(app, exit_code);
  daopai::program::add_explain_command(app, exit_code);
  daopai::program::add_graph_command(app, exit_code);
  daopai::program::add_index_command(app, exit_code);
  daopai::program::add_readiness_command(app, exit_code);
  daopai::program::add_schedule_command(app, exit_code);
  daopai::program::add_score_command(app, exit_code);
  daopai::program::add_units_command(app, exit_code);
  daopai::program::add_weights_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : wrong_usage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failure to write, which is reported
  try {
    return run(argc, argv);
  } catch (const daopai::invalid_input& e) {
    std::cerr << e.what() << '\n';
  } catch (const std::bad_alloc&) {
    std::cerr << "daopai: there is not enough memory\n";
  } catch (const std::exception& e) {
    std::cerr << "daopai: " << e.what() << '\n';
  }
  return bad_plan;
}
