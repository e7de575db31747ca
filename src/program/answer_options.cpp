#include "program/answer_options.hpp"

namespace daopai::program {

CLI::Option* add_format_option(CLI::App& command, std::string& format) {
  return command.add_option("--format", format, "text for people, json for programs")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

void add_language_option(CLI::App& command, std::string& language, const std::string& help) {
  command.add_option("--lang", language, help)
      ->check(CLI::IsMember({"en", "zh"}))
      ->capture_default_str();
}

void add_output_option(CLI::App& command, std::string& file) {
  command.add_option("--output", file, "Write to this file instead of stdout")->type_name("FILE");
}

}  // namespace daopai::program
