/// The arguments of commands that read indicators and what was observed of them.
#ifndef DAOPAI_SRC_PROGRAM_ASSESSMENT_ARGUMENTS_HPP
#define DAOPAI_SRC_PROGRAM_ASSESSMENT_ARGUMENTS_HPP

#include <daopai/io/scoring.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace daopai::program {

/// Files that count instead of what the plan file holds; empty where it counts.
struct assessment_arguments {
  std::string indicators{};
  std::string observations{};
};

/// Adds --observations and --indicators; `arguments` must live as long as the command.
void add_assessment_arguments(CLI::App& command, assessment_arguments& arguments);

/// The plan file and those beside it, with the names that messages call them.
/// @throws daopai::error if one cannot be read to its end
[[nodiscard]] io::assessment_files assessment_files_of(const std::string& plan_file,
                                                       const assessment_arguments& arguments);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_ASSESSMENT_ARGUMENTS_HPP
