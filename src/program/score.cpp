/// daopai score: points, grades, and who lost which points.
#include "program/answer_options.hpp"
#include "program/assessment_arguments.hpp"
#include "program/commands.hpp"
#include "program/output.hpp"
#include "program/score_difference.hpp"
#include "program/score_text.hpp"
#include "program/terminal.hpp"
#include <daopai/io/scoring.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace daopai::program {
namespace {

struct score_arguments {
  std::string plan{};
  assessment_arguments assessment{};
  std::string object{};
  std::string period{};
  std::vector<std::string> difference{};
  std::string format = "text";
  std::string language = "en";
  std::string output{};
};

/// The periods up to the one asked for; all where none was.
std::vector<scoring::scores> asked_periods(std::vector<scoring::scores> all,
                                           const std::string& last) {
  if (last.empty()) return all;
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const scoring::scores& s) { return s.seen().period == last; });
  if (found == all.end()) throw CLI::ValidationError("--period", "nothing was observed in " + last);
  all.erase(found + 1, all.end());
  return all;
}

const score_words& words_of(const score_arguments& a) {
  return a.language == "zh" ? chinese_scores : english_scores;
}

/// Two objects, or one in two periods.
std::string compared(const score_arguments& a, const io::assessment& assessed,
                     const std::vector<scoring::scores>& periods) {
  const auto side = [&](std::size_t n) {
    try {
      return named_object(periods, a.difference[n]);
    } catch (const std::invalid_argument& wrong) {
      throw CLI::ValidationError("--difference", wrong.what());
    }
  };
  const io::scored_object first = side(0);
  const io::scored_object second = side(1);
  if (a.format == "json") return io::difference_to_json(assessed, first, second);
  return difference_text(assessed, first, second, words_of(a), a.output.empty() && colour_wanted());
}

void run(const score_arguments& a) {
  const io::assessment assessed = io::read_assessment(assessment_files_of(a.plan, a.assessment));
  const auto periods = asked_periods(io::score_periods(assessed), a.period);
  if (periods.back().objects() == 0)
    throw error(shown_name(a.plan) + ": there are no observations to score");
  if (!a.difference.empty()) return write_output(compared(a, assessed, periods), a.output);
  if (a.format == "json") return write_output(io::scores_to_json(assessed, periods), a.output);
  score_page_options page;
  page.colour = a.output.empty() && colour_wanted();
  if (!a.object.empty()) {
    page.object = assessed.table().find(scoring::object_key(a.object));
    if (!page.object) throw CLI::ValidationError("--object", "there is no object " + a.object);
  }
  write_output(score_text(assessed, periods, words_of(a), page), a.output);
}

}  // namespace

void add_score_command(CLI::App& app, int&) {
  const auto arguments = std::make_shared<score_arguments>();
  CLI::App* command = app.add_subcommand(
      "score", "Score the indicators: points, grades, and who lost which points");
  command
      ->add_option("PLAN", arguments->plan,
                   "A plan file with indicators, or an indicator file (JSON), - for stdin")
      ->required();
  add_assessment_arguments(*command, arguments->assessment);
  command->add_option("--object", arguments->object, "Show everything about this one object")
      ->type_name("ID");
  command->add_option("--period", arguments->period, "Score this period instead of the last")
      ->type_name("PERIOD");
  command
      ->add_option("--difference", arguments->difference,
                   "Why the scores of two objects differ, or of one in two periods: OBJECT or "
                   "OBJECT@PERIOD twice")
      ->type_name("OBJECT")
      ->expected(2);
  add_format_option(*command, arguments->format);
  add_language_option(*command, arguments->language);
  add_output_option(*command, arguments->output);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace daopai::program
