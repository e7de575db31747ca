#include "program/index_analyses.hpp"

#include "io/csv.hpp"
#include "io/write_file.hpp"
#include "program/index_methods.hpp"
#include "program/index_output.hpp"
#include <daopai/composite/correlation.hpp>
#include <daopai/composite/decompose.hpp>
#include <daopai/composite/leave_out.hpp>
#include <daopai/composite/sobol.hpp>
#include <daopai/composite/uncertainty.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <unistd.h>

namespace daopai::program {
namespace {

using namespace composite;

/// Work done, on a terminal and nowhere else.
composite::progress terminal_progress(const std::string& what) {
  if (isatty(STDERR_FILENO) == 0) return {};
  return [what, shown = std::size_t{101}](std::size_t done, std::size_t all) mutable {
    const std::size_t percent = 100 * done / std::max<std::size_t>(all, 1);
    if (percent == shown) return;
    shown = percent;
    std::cerr << '\r' << what << ' ' << percent << " %" << (done == all ? "\n" : "") << std::flush;
  };
}

/// Writes a file for each analysis asked for.
class analysis_writer {
public:
  explicit analysis_writer(const computed_index& index) : index_(index) {}

  void write_analyses() const {
    if (!index_.options().rank_group.empty()) write_group_ranks();
    if (index_.options().leave_one_out) write_leave_one_out();
    if (!index_.options().correlations.empty()) write_correlations();
    if (!index_.options().decompose.empty()) write_decomposition();
    if (index_.options().uncertainty) write_uncertainty();
    if (index_.options().sobol) write_sensitivity();
  }

private:
  void write(const std::string& name, const std::string& text) const {
    io::write_file(std::filesystem::path(index_.options().out) / name, text);
  }
  void write_group_ranks() const {
    if (!index_.files().groups.contains(index_.options().rank_group)) {
      throw std::invalid_argument("--rank-group " + index_.options().rank_group +
                                  " is not a Group of iMeta");
    }
    const grouping groups = io::groups_of(index_.files(), index_.options().rank_group);
    std::vector<observations> parts;
    for (const year& y : index_.years()) {
      const grouping own(groups.begin() + y.first, groups.begin() + y.first + y.count);
      parts.push_back(rank(rows_of(index_.stages().aggregated, y), index_.ranking(), own));
    }
    write(
        "ranks_in_group.csv",
        unit_table(index_.files().units, index_.node_codes(index_.tree().size()), stacked(parts)));
  }
  void require_one_year(const char* what) const {
    if (index_.years().size() > 1)
      throw std::invalid_argument(std::string(what) + " looks at one year; the data has more");
  }
  void write_leave_one_out() const {
    require_one_year("--leave-one-out");
    const leave_out_result result =
        leave_one_out(index_.stages().normalised, index_.tree(), index_.rules(),
                      {index_.target(), 1, index_.options().threads});
    std::vector<std::string> titles;
    for (const eigen_index node : result.left_out) titles.push_back(index_.tree().code(node));
    write("leave_one_out.csv", unit_table(index_.files().units, titles, result.ranks));
    csv_text means({"iCode", "MeanAbsRankChange"});
    for (std::size_t i = 0; i < titles.size(); ++i) {
      means.row({titles[i], cell(result.mean_rank_change(static_cast<eigen_index>(i)))});
    }
    write("leave_one_out_means.csv", means.text());
  }
  void write_correlations() const {
    const correlation_kind kind =
        index_.options().correlations == "spearman"  ? correlation_kind::spearman
        : index_.options().correlations == "kendall" ? correlation_kind::kendall
                                                     : correlation_kind::pearson;
    const observations r = correlations(index_.stages().normalised, kind);
    std::vector<std::string> titles{"iCode"};
    for (const std::string& code : index_.node_codes(index_.tree().indicators()))
      titles.push_back(code);
    csv_text out(titles);
    for (eigen_index i = 0; i < index_.tree().indicators(); ++i) {
      std::vector<std::string> cells{index_.tree().code(i)};
      for (eigen_index j = 0; j < index_.tree().indicators(); ++j)
        cells.push_back(cell(r.at(i, j)));
      out.row(cells);
    }
    write("correlations.csv", out.text());
    csv_text alpha({"iCode", "CronbachAlpha"});
    for (eigen_index n = index_.tree().indicators(); n < index_.tree().size(); ++n) {
      alpha.row({index_.tree().code(n), cell(cronbach_alpha(index_.stages().normalised.select(
                                            index_.tree().indicators_below(n))))});
    }
    write("cronbach_alpha.csv", alpha.text());
  }
  /// The row of "CODE" or "CODE@TIME".
  [[nodiscard]] eigen_index row_of(const std::string& text) const {
    const std::size_t at = text.rfind('@');
    const auto time =
        at == std::string::npos ? std::nullopt : io::parse_number(text.substr(at + 1));
    for (std::size_t u = 0; u < index_.files().units.size(); ++u) {
      const bool whole = index_.files().units[u].code == text;
      const bool timed = time && index_.files().units[u].code == text.substr(0, at) &&
                         index_.files().units[u].time == time;
      if (whole || timed) return static_cast<eigen_index>(u);
    }
    throw std::invalid_argument("--decompose: unit " + text +
                                " is not in the data; expected CODE or CODE@TIME");
  }
  void write_decomposition() const {
    const scored_unit from{index_.stages().aggregated, row_of(index_.options().decompose[0])};
    const scored_unit to{index_.stages().aggregated, row_of(index_.options().decompose[1])};
    const composite::column parts =
        decompose(from, to, index_.tree(), index_.tree().weights(), index_.rules());
    csv_text out({"iCode", "Level", index_.options().decompose[0], index_.options().decompose[1],
                  "Contribution"});
    for (eigen_index n = 0; n < index_.tree().size(); ++n) {
      out.row({index_.tree().code(n), std::to_string(index_.tree().level(n)),
               cell(from.scores.at(from.unit, n)), cell(to.scores.at(to.unit, n)), cell(parts(n))});
    }
    write("decomposition.csv", out.text());
  }

  [[nodiscard]] uncertain_index uncertain() const {
    require_one_year("an uncertainty or sensitivity analysis");
    index_design design{
        .denominators = index_.denominators().divisions,
        .gaps = index_.imputation_of(index_.options().impute),
        .outliers = index_.treatment_rule(),
        .scales = parse_normalisation(index_.options().normalise, index_.files(), index_.tree()),
        .rules = index_.rules()};
    alternatives others{.leave_one_out = index_.options().vary_indicators};
    for (const auto& text : index_.options().vary_impute)
      others.gaps.push_back(index_.imputation_of(text));
    for (const auto& text : index_.options().vary_normalise)
      others.scale_sets.push_back(parse_normalisation(text, index_.files(), index_.tree()));
    for (const auto& text : index_.options().vary_aggregate)
      others.rules.push_back(parse_aggregation(text));
    for (const auto& text : index_.options().noise) others.noise.push_back(parse_noise(text));
    return {index_.raw(), index_.denominators().values, index_.tree(), std::move(design),
            std::move(others)};
  }
  void write_uncertainty() const {
    const uncertainty_result result =
        run_uncertainty(uncertain(), {.target = index_.target(),
                                      .replicates = *index_.options().uncertainty,
                                      .seed = index_.options().seed,
                                      .threads = index_.options().threads,
                                      .report = terminal_progress("uncertainty")});
    const rank_spread& s = result.spread;
    composite::table columns(s.nominal.size(), 5);
    columns << s.nominal, s.mean, s.median, s.low, s.high;
    write("uncertainty.csv",
          unit_table(index_.files().units, {"Nominal", "Mean", "Median", "Q5", "Q95"},
                     observations(columns)));
  }
  void write_sensitivity() const {
    const sobol_result result =
        run_sobol(uncertain(), {.target = index_.target(),
                                .base = *index_.options().sobol,
                                .seed = index_.options().seed,
                                .threads = index_.options().threads,
                                .report = terminal_progress("sensitivity")});
    csv_text out({"Variable", "Si", "STi", "Si_q5", "Si_q95", "STi_q5", "STi_q95"});
    for (std::size_t f = 0; f < result.factors.size(); ++f) {
      const sobol_index& i = result.indices[f];
      out.row({result.factors[f], cell(i.first), cell(i.total), cell(i.first_low),
               cell(i.first_high), cell(i.total_low), cell(i.total_high)});
    }
    write("sensitivity.csv", out.text());
  }

  const computed_index& index_;
};

}  // namespace

bool wants_analyses(const index_options& o) {
  return o.uncertainty || o.sobol || o.leave_one_out || !o.correlations.empty() ||
         !o.decompose.empty() || !o.rank_group.empty();
}

void write_analyses(const computed_index& index) { analysis_writer(index).write_analyses(); }

}  // namespace daopai::program
