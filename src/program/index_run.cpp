#include "io/csv.hpp"
#include "io/write_file.hpp"
#include "program/index_methods.hpp"
#include "program/index_options.hpp"
#include "program/index_output.hpp"
#include <daopai/composite.hpp>
#include <daopai/io/index_model.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <unistd.h>

namespace daopai::program {
namespace {

using namespace composite;

/// The rows of one year; units are sorted by time.
struct year {
  eigen_index first;
  eigen_index count;
};

std::vector<year> years_of(const std::vector<io::index_unit>& units) {
  std::vector<year> years;
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (u == 0 || units[u].time != units[u - 1].time)
      years.push_back({static_cast<eigen_index>(u), 0});
    ++years.back().count;
  }
  return years;
}

observations rows_of(const observations& all, const year& y) {
  return {all.values().middleRows(y.first, y.count), all.present().middleRows(y.first, y.count)};
}

/// Tables of the same columns, one below the other.
observations stacked(const std::vector<observations>& parts) {
  eigen_index rows = 0;
  for (const observations& part : parts) rows += part.units();
  table values(rows, parts.front().indicators());
  mask present(rows, parts.front().indicators());
  rows = 0;
  for (const observations& part : parts) {
    values.middleRows(rows, part.units()) = part.values();
    present.middleRows(rows, part.units()) = part.present();
    rows += part.units();
  }
  return {std::move(values), std::move(present)};
}

/// Work done, on a terminal and nowhere else.
progress terminal_progress(const std::string& what) {
  if (isatty(STDERR_FILENO) == 0) return {};
  return [what, shown = std::size_t{101}](std::size_t done, std::size_t all) mutable {
    const std::size_t percent = 100 * done / std::max<std::size_t>(all, 1);
    if (percent == shown) return;
    shown = percent;
    std::cerr << '\r' << what << ' ' << percent << " %" << (done == all ? "\n" : "") << std::flush;
  };
}

/// One run of the command: reads, computes stage by stage, writes.
class index_job {
public:
  explicit index_job(const index_options& options)
      : options_(options),
        files_(io::read_index_files(options.data, options.meta, options.exclude)),
        tree_(io::tree_of(files_)),
        years_(years_of(files_.units)),
        denominators_(io::denominators_of(files_, tree_)) {
    if (files_.units.empty())
      throw invalid_input({{"no-units", options.data, "there is no row; expected units"}});
    if (!options.denominate) denominators_.divisions.clear();
    target_ = tree_.size() - 1;
    if (!options.target.empty()) {
      const auto found = tree_.find(options.target);
      if (!found)
        throw std::invalid_argument("--target " + options.target + " is not a code of iMeta");
      target_ = *found;
    }
    rules_ = aggregation_rules_of(options.aggregate);
  }

  void run() {
    compute();
    warn_of_gaps();
    if (options_.out.empty()) {
      if (wants_analyses())
        throw std::invalid_argument("the analyses write files; expected --out FOLDER");
      std::cout << results();
      return;
    }
    std::filesystem::create_directories(options_.out);
    write_stages();
    write_analyses();
  }

private:
  [[nodiscard]] bool wants_analyses() const {
    return options_.uncertainty || options_.sobol || options_.leave_one_out ||
           !options_.correlations.empty() || !options_.decompose.empty() ||
           !options_.rank_group.empty();
  }
  /// Once for all levels, or once for each.
  template <typename T>
  [[nodiscard]] T at_level(const std::vector<T>& given, int level, const char* option) const {
    const auto levels = static_cast<std::size_t>(std::max(tree_.levels() - 1, 1));
    if (given.size() != 1 && given.size() != levels) {
      throw std::invalid_argument(std::string(option) + ": expected one entry or " +
                                  std::to_string(levels));
    }
    return given.size() == 1 ? given.front() : given[static_cast<std::size_t>(level - 2)];
  }
  [[nodiscard]] aggregation_rules aggregation_rules_of(
      const std::vector<std::string>& names) const {
    const std::vector<double> thresholds =
        options_.availability.empty() ? std::vector<double>{0} : options_.availability;
    aggregation_rules rules;
    for (eigen_index node = tree_.indicators(); node < tree_.size(); ++node) {
      rules.push_back({parse_aggregation(at_level(names, tree_.level(node), "--aggregate")),
                       at_level(thresholds, tree_.level(node), "--availability")});
    }
    return rules;
  }
  [[nodiscard]] std::optional<treatment> treatment_rule() const {
    std::optional<treatment> rule = parse_treatment(options_.treat);
    if (rule) {
      rule->limits = {options_.skew, options_.kurtosis};
      rule->most_points = options_.winsorise_most;
      rule->combined = options_.combine_treat;
    }
    return rule;
  }
  [[nodiscard]] rank_rule ranking() const {
    rank_rule rule{.decimals = options_.decimals};
    if (options_.ties == "maximum") rule.equal = ties::maximum;
    if (options_.ties == "average") rule.equal = ties::average;
    if (options_.ties == "dense") rule.equal = ties::dense;
    return rule;
  }

  [[nodiscard]] observations panel_filled(const observations& data) const {
    if (options_.panel == "none") return data;
    std::vector<panel_row> rows;
    for (const io::index_unit& unit : files_.units)
      rows.push_back({unit.code, unit.time.value_or(0)});
    const panel_rule rule = options_.panel == "linear"     ? panel_rule::linear
                            : options_.panel == "constant" ? panel_rule::constant
                                                           : panel_rule::latest;
    return impute_panel(data, rows, rule,
                        options_.reach.value_or(std::numeric_limits<std::size_t>::max()));
  }
  /// Imputation of one year: its own groups.
  [[nodiscard]] observations imputed_year(const observations& all, const year& y) const {
    imputation rule =
        parse_imputation(options_.impute, files_, options_.group, options_.branch_level);
    if (auto* units = std::get_if<from_units>(&rule); units != nullptr && !units->groups.empty()) {
      units->groups =
          grouping(units->groups.begin() + y.first, units->groups.begin() + y.first + y.count);
    }
    return impute(rule, rows_of(all, y), tree_);
  }
  /// Years are measured together, each by itself, or all by the first.
  [[nodiscard]] observations normalised_years(const std::vector<observations>& treated) const {
    const auto rules = parse_normalisation(options_.normalise, files_, tree_);
    const observations all = stacked(treated);
    if (options_.yardstick == "all") return transform(fit(rules, all, tree_.directions()), all);
    std::vector<observations> parts;
    for (const observations& year_data : treated) {
      const observations& measure = options_.yardstick == "first" ? treated.front() : year_data;
      parts.push_back(transform(fit(rules, measure, tree_.directions()), year_data));
    }
    return stacked(parts);
  }

  void compute() {
    raw_ = io::indicators_of(files_, tree_);
    stages_.denominated = denominate(raw_, denominators_.values, denominators_.divisions);
    const observations filled = panel_filled(stages_.denominated);
    const std::optional<treatment> rule = treatment_rule();
    std::vector<observations> imputed;
    std::vector<observations> treated;
    for (const year& y : years_) {
      imputed.push_back(imputed_year(filled, y));
      treated.push_back(rule ? transform(fit(*rule, imputed.back()), imputed.back())
                             : imputed.back());
    }
    stages_.imputed = stacked(imputed);
    stages_.treated = stacked(treated);
    stages_.normalised = normalised_years(treated);
    std::vector<observations> scores;
    std::vector<observations> ranks;
    for (const year& y : years_) {
      scores.push_back(aggregate(rows_of(stages_.normalised, y), tree_, tree_.weights(), rules_));
      ranks.push_back(rank(scores.back(), ranking()));
    }
    stages_.aggregated = stacked(scores);
    stages_.ranks = stacked(ranks);
  }
  /// Says which indicators score nothing at all, and how many units the target misses.
  void warn_of_gaps() const {
    for (eigen_index i = 0; i < tree_.indicators(); ++i) {
      if (!stages_.normalised.present().col(i).any()) {
        std::cerr << options_.data << ": indicator " << tree_.code(i)
                  << " tells no unit apart and scores nothing\n";
      }
    }
    const eigen_index known = stages_.aggregated.present().col(target_).count();
    if (known < stages_.aggregated.units()) {
      std::cerr << options_.data << ": " << stages_.aggregated.units() - known
                << " rows have no score of " << tree_.code(target_) << '\n';
    }
  }

  [[nodiscard]] std::vector<std::string> node_codes(eigen_index count) const {
    std::vector<std::string> codes;
    for (eigen_index n = 0; n < count; ++n) codes.push_back(tree_.code(n));
    return codes;
  }
  void write(const std::string& name, const std::string& text) const {
    io::write_file(std::filesystem::path(options_.out) / name, text);
  }
  void write_stages() const {
    const auto indicators = node_codes(tree_.indicators());
    const auto nodes = node_codes(tree_.size());
    write("denominated.csv", unit_table(files_.units, indicators, stages_.denominated));
    write("imputed.csv", unit_table(files_.units, indicators, stages_.imputed));
    write("treated.csv", unit_table(files_.units, indicators, stages_.treated));
    write("normalised.csv", unit_table(files_.units, indicators, stages_.normalised));
    write("aggregated.csv", unit_table(files_.units, nodes, stages_.aggregated));
    write("ranks.csv", unit_table(files_.units, nodes, stages_.ranks));
    write("results.csv", results());
    csv_text weights({"iCode", "Level", "Weight", "EffWeight"});
    const column effective = effective_weights(tree_, tree_.weights());
    for (eigen_index n = 0; n < tree_.size(); ++n) {
      weights.row({tree_.code(n), std::to_string(tree_.level(n)), cell(tree_.weights()(n)),
                   cell(effective(n))});
    }
    write("weights.csv", weights.text());
  }
  /// Units by year and rank, with all aggregates from the top down.
  [[nodiscard]] std::string results() const {
    std::vector<std::size_t> order(files_.units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank_of = [&](std::size_t u) {
      return stages_.ranks.at(static_cast<eigen_index>(u), target_).value_or(1e18);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(files_.units[a].time, rank_of(a)) <
             std::pair(files_.units[b].time, rank_of(b));
    });
    std::vector<std::string> titles{"uCode", "uName", "Time", "Rank"};
    for (eigen_index n = tree_.size() - 1; n >= tree_.indicators(); --n)
      titles.push_back(tree_.code(n));
    csv_text out(titles);
    for (const std::size_t u : order) {
      const auto row = static_cast<eigen_index>(u);
      std::vector<std::string> cells{files_.units[u].code, files_.units[u].name,
                                     cell(files_.units[u].time),
                                     cell(stages_.ranks.at(row, target_))};
      for (eigen_index n = tree_.size() - 1; n >= tree_.indicators(); --n)
        cells.push_back(cell(stages_.aggregated.at(row, n)));
      out.row(cells);
    }
    return out.text();
  }

  void write_analyses() const {
    if (!options_.rank_group.empty()) write_group_ranks();
    if (options_.leave_one_out) write_leave_one_out();
    if (!options_.correlations.empty()) write_correlations();
    if (!options_.decompose.empty()) write_decomposition();
    if (options_.uncertainty) write_uncertainty();
    if (options_.sobol) write_sensitivity();
  }
  void write_group_ranks() const {
    if (!files_.groups.contains(options_.rank_group)) {
      throw std::invalid_argument("--rank-group " + options_.rank_group +
                                  " is not a Group of iMeta");
    }
    const grouping groups = io::groups_of(files_, options_.rank_group);
    std::vector<observations> parts;
    for (const year& y : years_) {
      const grouping own(groups.begin() + y.first, groups.begin() + y.first + y.count);
      parts.push_back(rank(rows_of(stages_.aggregated, y), ranking(), own));
    }
    write("ranks_in_group.csv", unit_table(files_.units, node_codes(tree_.size()), stacked(parts)));
  }
  void require_one_year(const char* what) const {
    if (years_.size() > 1)
      throw std::invalid_argument(std::string(what) + " looks at one year; the data has more");
  }
  void write_leave_one_out() const {
    require_one_year("--leave-one-out");
    const leave_out_result result =
        leave_one_out(stages_.normalised, tree_, rules_, {target_, 1, options_.threads});
    std::vector<std::string> titles;
    for (const eigen_index node : result.left_out) titles.push_back(tree_.code(node));
    write("leave_one_out.csv", unit_table(files_.units, titles, result.ranks));
    csv_text means({"iCode", "MeanAbsRankChange"});
    for (std::size_t i = 0; i < titles.size(); ++i) {
      means.row({titles[i], cell(result.mean_rank_change(static_cast<eigen_index>(i)))});
    }
    write("leave_one_out_means.csv", means.text());
  }
  void write_correlations() const {
    const correlation_kind kind = options_.correlations == "spearman"  ? correlation_kind::spearman
                                  : options_.correlations == "kendall" ? correlation_kind::kendall
                                                                       : correlation_kind::pearson;
    const observations r = correlations(stages_.normalised, kind);
    std::vector<std::string> titles{"iCode"};
    for (const std::string& code : node_codes(tree_.indicators())) titles.push_back(code);
    csv_text out(titles);
    for (eigen_index i = 0; i < tree_.indicators(); ++i) {
      std::vector<std::string> cells{tree_.code(i)};
      for (eigen_index j = 0; j < tree_.indicators(); ++j) cells.push_back(cell(r.at(i, j)));
      out.row(cells);
    }
    write("correlations.csv", out.text());
    csv_text alpha({"iCode", "CronbachAlpha"});
    for (eigen_index n = tree_.indicators(); n < tree_.size(); ++n) {
      alpha.row({tree_.code(n),
                 cell(cronbach_alpha(stages_.normalised.select(tree_.indicators_below(n))))});
    }
    write("cronbach_alpha.csv", alpha.text());
  }
  /// The row of "CODE" or "CODE@TIME".
  [[nodiscard]] eigen_index row_of(const std::string& text) const {
    const std::size_t at = text.rfind('@');
    const auto time =
        at == std::string::npos ? std::nullopt : io::parse_number(text.substr(at + 1));
    for (std::size_t u = 0; u < files_.units.size(); ++u) {
      const bool whole = files_.units[u].code == text;
      const bool timed =
          time && files_.units[u].code == text.substr(0, at) && files_.units[u].time == time;
      if (whole || timed) return static_cast<eigen_index>(u);
    }
    throw std::invalid_argument("--decompose: unit " + text +
                                " is not in the data; expected CODE or CODE@TIME");
  }
  void write_decomposition() const {
    const scored_unit from{stages_.aggregated, row_of(options_.decompose[0])};
    const scored_unit to{stages_.aggregated, row_of(options_.decompose[1])};
    const column parts = decompose(from, to, tree_, tree_.weights(), rules_);
    csv_text out({"iCode", "Level", options_.decompose[0], options_.decompose[1], "Contribution"});
    for (eigen_index n = 0; n < tree_.size(); ++n) {
      out.row({tree_.code(n), std::to_string(tree_.level(n)), cell(from.scores.at(from.unit, n)),
               cell(to.scores.at(to.unit, n)), cell(parts(n))});
    }
    write("decomposition.csv", out.text());
  }

  [[nodiscard]] uncertain_index uncertain() const {
    require_one_year("an uncertainty or sensitivity analysis");
    const auto gap = [&](const std::string& text) {
      return parse_imputation(text, files_, options_.group, options_.branch_level);
    };
    index_design design{.denominators = denominators_.divisions,
                        .gaps = gap(options_.impute),
                        .outliers = treatment_rule(),
                        .scales = parse_normalisation(options_.normalise, files_, tree_),
                        .rules = rules_};
    alternatives others{.leave_one_out = options_.vary_indicators};
    for (const auto& text : options_.vary_impute) others.gaps.push_back(gap(text));
    for (const auto& text : options_.vary_normalise)
      others.scale_sets.push_back(parse_normalisation(text, files_, tree_));
    for (const auto& text : options_.vary_aggregate)
      others.rules.push_back(parse_aggregation(text));
    for (const auto& text : options_.noise) others.noise.push_back(parse_noise(text));
    return {raw_, denominators_.values, tree_, std::move(design), std::move(others)};
  }
  void write_uncertainty() const {
    const uncertainty_result result =
        run_uncertainty(uncertain(), {.target = target_,
                                      .replicates = *options_.uncertainty,
                                      .seed = options_.seed,
                                      .threads = options_.threads,
                                      .report = terminal_progress("uncertainty")});
    const rank_spread& s = result.spread;
    table columns(s.nominal.size(), 5);
    columns << s.nominal, s.mean, s.median, s.low, s.high;
    write("uncertainty.csv", unit_table(files_.units, {"Nominal", "Mean", "Median", "Q5", "Q95"},
                                        observations(columns)));
  }
  void write_sensitivity() const {
    const sobol_result result =
        run_sobol(uncertain(), {.target = target_,
                                .base = *options_.sobol,
                                .seed = options_.seed,
                                .threads = options_.threads,
                                .report = terminal_progress("sensitivity")});
    csv_text out({"Variable", "Si", "STi", "Si_q5", "Si_q95", "STi_q5", "STi_q95"});
    for (std::size_t f = 0; f < result.factors.size(); ++f) {
      const sobol_index& i = result.indices[f];
      out.row({result.factors[f], cell(i.first), cell(i.total), cell(i.first_low),
               cell(i.first_high), cell(i.total_low), cell(i.total_high)});
    }
    write("sensitivity.csv", out.text());
  }

  const index_options& options_;
  io::index_files files_;
  indicator_tree tree_;
  std::vector<year> years_;
  io::denominator_columns denominators_;
  aggregation_rules rules_;
  eigen_index target_ = 0;
  observations raw_;
  index_stages stages_;
};

}  // namespace

void run_index(const index_options& options) { index_job(options).run(); }

}  // namespace daopai::program
