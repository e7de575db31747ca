/// The options that all commands share which give an answer: its form, its language, where it goes.
#ifndef DAOPAI_SRC_PROGRAM_ANSWER_OPTIONS_HPP
#define DAOPAI_SRC_PROGRAM_ANSWER_OPTIONS_HPP

#include <CLI/CLI.hpp>

#include <string>

namespace daopai::program {

// What they write to must live as long as the command, and holds the default.

/// --format text or json.
CLI::Option* add_format_option(CLI::App& command, std::string& format);

/// --lang en or zh.
/// @param help  of what the language is
void add_language_option(CLI::App& command, std::string& language,
                         const std::string& help = "The language of the text form");

/// --output FILE; empty for stdout.
void add_output_option(CLI::App& command, std::string& file);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_ANSWER_OPTIONS_HPP
