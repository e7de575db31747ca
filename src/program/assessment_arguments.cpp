#include "program/assessment_arguments.hpp"

#include "program/output.hpp"

#include <optional>

namespace daopai::program {
namespace {

io::named_text named_input(const std::string& file) { return {shown_name(file), read_input(file)}; }

std::optional<io::named_text> named_input_if(const std::string& file) {
  if (file.empty()) return std::nullopt;
  return named_input(file);
}

}  // namespace

void add_assessment_arguments(CLI::App& command, assessment_arguments& arguments) {
  command
      .add_option("--observations", arguments.observations,
                  "A CSV file of observed values (UTF-8 or GB 18030)")
      ->type_name("FILE");
  command
      .add_option("--indicators", arguments.indicators,
                  "A JSON file of indicators, instead of the plan's")
      ->type_name("FILE");
}

io::assessment_files assessment_files_of(const std::string& plan_file,
                                         const assessment_arguments& arguments) {
  return {named_input(plan_file), named_input_if(arguments.indicators),
          named_input_if(arguments.observations)};
}

}  // namespace daopai::program
