#include "program/load.hpp"

#include "program/output.hpp"
#include <daopai/io/holidays.hpp>
#include <daopai/io/lights.hpp>

namespace daopai::program {

void add_plan_arguments(CLI::App& command, plan_arguments& arguments) {
  command.add_option("PLAN", arguments.file, "The plan file (JSON), - for stdin")->required();
  command
      .add_option("--holidays", arguments.holidays,
                  "A CSV file with the columns date, type (off or work) and year: holidays "
                  "published since, for the calendar \"china\"")
      ->type_name("FILE");
}

io::reading_options reading_options_of(const plan_arguments& arguments) {
  io::reading_options options;
  if (!arguments.holidays.empty()) {
    options.holidays =
        io::read_holidays(read_input(arguments.holidays), shown_name(arguments.holidays));
  }
  return options;
}

namespace {

io::plan_file file_in(const std::string& text, const plan_arguments& arguments) {
  return io::read_plan_file(text, shown_name(arguments.file), reading_options_of(arguments));
}

}  // namespace

io::plan_file load_plan_file(const plan_arguments& arguments) {
  return file_in(read_input(arguments.file), arguments);
}

loaded_plan load_plan_with_lights(const plan_arguments& arguments) {
  const std::string text = read_input(arguments.file);
  return {file_in(text, arguments).plan, io::read_light_policy(text, shown_name(arguments.file))};
}

plan load_plan(const plan_arguments& arguments) { return load_plan_file(arguments).plan; }

void add_today_option(CLI::App& command, std::string& today, const std::string& name) {
  command
      .add_option(name, today,
                  "The first day on which work can still be done; without it the plan's \"today\"")
      ->type_name("YYYY-MM-DD")
      ->check([](const std::string& text) {
        return parse_date(text) ? std::string()
                                : "there is no date " + text + "; expected YYYY-MM-DD";
      });
}

status_date status_date_of(const plan& p, const std::string& today, const std::string& option) {
  if (!today.empty()) return status_date(parse_date(today).value());
  if (p.today()) return status_date(*p.today());
  throw CLI::ValidationError(
      option, R"(expected a date: the plan has no "today", and the clock is not read)");
}

}  // namespace daopai::program
