#include "program/index_options.hpp"
#include <daopai/error.hpp>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <stdexcept>

namespace daopai::program {
namespace {

void add_stages(CLI::App& command, index_options& o) {
  command.add_flag("!--no-denominate", o.denominate,
                   "Do not divide by the denominators iMeta names");
  command
      .add_option(
          "--impute", o.impute,
          "none, mean, median, mean-group, median-group (with --group), mean-branch, median-branch")
      ->capture_default_str();
  command.add_option("--group", o.group, "Group column for --impute ...-group");
  command
      .add_option("--branch-level", o.branch_level,
                  "Level whose members are one branch; 0: all indicators")
      ->capture_default_str();
  command
      .add_option("--panel", o.panel,
                  "Fill gaps from the unit's other years first: none, latest, constant, linear")
      ->check(CLI::IsMember({"none", "latest", "constant", "linear"}));
  command.add_option("--reach", o.reach, "With --panel latest: at most so many time points back");
  command
      .add_option("--treat", o.treat,
                  "Outliers: none, winsorise, log, log-by-skew, log1, box-cox:LAMBDA (these "
                  "winsorise first)")
      ->capture_default_str();
  command.add_option("--winsorise-most", o.winsorise_most, "Points winsorised at most")
      ->capture_default_str();
  command.add_flag("--combine-treat", o.combine_treat,
                   "Transform the winsorised values rather than the original ones");
  command.add_option("--skew", o.skew, "Limit of |skewness|")->capture_default_str();
  command.add_option("--kurtosis", o.kurtosis, "Limit of kurtosis")->capture_default_str();
  command
      .add_option(
          "--normalise", o.normalise,
          "min-max[:L,U], z-score[:MEAN,SD], scaled[:L,U,FACTOR], rank[:TIES], "
          "percentile-rank[:TIES], borda[:TIES], "
          "goalposts[:L,U,SCALE], distance-to-maximum, distance-to-reference:UNIT, "
          "distance-to-target, "
          "fraction-of-maximum, centred[:BEST], interval[:L,U], none; without numbers, iMeta's "
          "columns")
      ->capture_default_str();
  command
      .add_option("--yardstick", o.yardstick, "Years are normalised by: own, all (together), first")
      ->check(CLI::IsMember({"own", "all", "first"}));
}

void add_aggregation(CLI::App& command, index_options& o) {
  command
      .add_option("--aggregate", o.aggregate,
                  "arithmetic, geometric, harmonic, generalised:P, owa:EXPONENT, minimum, "
                  "copeland; once, or once "
                  "for each level from 2 up")
      ->delimiter(';');
  command
      .add_option("--availability", o.availability,
                  "Share of members a unit must have; once or for each level")
      ->check(CLI::Range(0.0, 1.0))
      ->delimiter(',');
  command.add_option("--ties", o.ties, "Equal scores: minimum, maximum, average, dense")
      ->check(CLI::IsMember({"minimum", "maximum", "average", "dense"}));
  command.add_option("--decimals", o.decimals, "Round scores so before ranking")
      ->check(CLI::Range(0, 15));
  command.add_option("--rank-group", o.rank_group,
                     "Rank within the groups of this column too (ranks_in_group.csv)");
}

void add_analyses(CLI::App& command, index_options& o) {
  command.add_option("--target", o.target,
                     "Code whose ranks the analyses look at; default: the top of the tree");
  command
      .add_option("--uncertainty", o.uncertainty,
                  "Replicates of an uncertainty analysis (uncertainty.csv)")
      ->check(CLI::Range(1, 10'000'000));
  command.add_option("--sobol", o.sobol, "Base sample of a sensitivity analysis (sensitivity.csv)")
      ->check(CLI::Range(2, 10'000'000));
  command.add_option("--vary-impute", o.vary_impute, "Alternatives of --impute, separated by ;")
      ->delimiter(';');
  command
      .add_option("--vary-normalise", o.vary_normalise,
                  "Alternatives of --normalise, separated by ;")
      ->delimiter(';');
  command
      .add_option("--vary-aggregate", o.vary_aggregate,
                  "Alternatives of --aggregate, separated by ;")
      ->delimiter(';');
  command.add_option("--noise", o.noise, "LEVEL:FACTOR, weights vary by so much; may be repeated")
      ->delimiter(';');
  command.add_flag("--vary-indicators", o.vary_indicators,
                   "One indicator or none is left out of each replicate");
  command.add_option("--seed", o.seed, "Of the random numbers")->capture_default_str();
  command.add_option("--threads", o.threads, "Changes no result")
      ->check(CLI::Range(1U, 1024U))
      ->capture_default_str();
  command.add_flag("--leave-one-out", o.leave_one_out,
                   "Ranks without each indicator (leave_one_out.csv)");
  command
      .add_option("--correlations", o.correlations,
                  "pearson, spearman or kendall (correlations.csv)")
      ->check(CLI::IsMember({"pearson", "spearman", "kendall"}));
  command
      .add_option("--decompose", o.decompose,
                  "Two units: why their scores differ (decomposition.csv)")
      ->expected(2)
      ->delimiter(',');
}

}  // namespace

/// Adds `daopai index` to the program; `exit_code` becomes 1 for bad data.
void add_index_command(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("index", "Compute a composite index from COINr's two files");
  const auto options = std::make_shared<index_options>();
  command->add_option("--data", options->data, "iData: a row for each unit (and Time)")->required();
  command->add_option("--meta", options->meta, "iMeta: a row for each indicator and aggregate")
      ->required();
  command->add_option("--out", options->out,
                      "Folder for every stage as CSV; without it the result goes to stdout");
  command->add_option("--exclude", options->exclude, "Indicators to leave out")->delimiter(',');
  add_stages(*command, *options);
  add_aggregation(*command, *options);
  add_analyses(*command, *options);
  command->callback([options, &exit_code] {
    try {
      run_index(*options);
    } catch (const std::invalid_argument& wrong) {
      throw CLI::ValidationError("index", wrong.what());
    } catch (const error& bad) {
      std::cerr << bad.what() << '\n';
      exit_code = 1;
    }
  });
}

}  // namespace daopai::program
