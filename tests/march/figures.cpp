// Prints what the composite room computes, every number to its last digit: figures [IDATA IMETA].
// Built once with the compiler's plain instructions and once with all this processor has;
// compare.py holds the two against each other. Without files it computes a made-up index.
#include <daopai/composite/correlation.hpp>
#include <daopai/composite/data_weights.hpp>
#include <daopai/composite/leave_out.hpp>
#include <daopai/composite/pipeline.hpp>
#include <daopai/composite/random.hpp>
#include <daopai/io/index_model.hpp>

#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

using namespace daopai::composite;

namespace {

/// A line for each cell: what it is, and its value or nothing.
void print(const std::string& what, const observations& cells) {
  for (eigen_index u = 0; u < cells.units(); ++u) {
    for (eigen_index i = 0; i < cells.indicators(); ++i) {
      const auto value = cells.at(u, i);
      std::printf("%s[%ld,%ld] ", what.c_str(), static_cast<long>(u), static_cast<long>(i));
      if (value)
        std::printf("%.17g\n", *value);
      else
        std::printf("missing\n");
    }
  }
}
void print(const std::string& what, const column& values) {
  print(what, observations(table(values)));
}

struct source {
  observations raw;
  indicator_tree tree;
  observations denominators = {};
  std::vector<denominator> divisions = {};
};

/// 40 units, 12 indicators in 3 pillars; some gaps, a long tail, and equal values.
source made_up() {
  std::vector<indicator_entry> entries;
  for (int i = 0; i < 12; ++i) {
    entries.push_back({"i" + std::to_string(i), "p" + std::to_string(i / 4), 1.0 + i % 3,
                       i % 5 == 0 ? direction::lower_is_better : direction::higher_is_better});
  }
  for (int p = 0; p < 3; ++p) entries.push_back({"p" + std::to_string(p), "top", 1.0 / (p + 1)});
  entries.push_back({"top", ""});
  table x(40, 12);
  mask present = mask::Constant(40, 12, true);
  for (eigen_index i = 0; i < x.size(); ++i) {
    const double u = random_numbers{7}.uniform(0, static_cast<std::uint64_t>(i));
    x(i) = i % 3 == 0 ? std::exp(6 * u) : std::floor(20 * u) / 7;
    present(i) = i % 17 != 5;
  }
  return {{std::move(x), std::move(present)}, indicator_tree(entries)};
}

source read(const char* data, const char* meta) {
  const auto files = daopai::io::read_index_files(data, meta);
  auto tree = daopai::io::tree_of(files);
  auto denominators = daopai::io::denominators_of(files, tree);
  auto raw = daopai::io::indicators_of(files, tree);
  return {std::move(raw), std::move(tree), std::move(denominators.values),
          std::move(denominators.divisions)};
}

/// The whole pipeline, by one normalisation and one mean.
void print_index(const source& from, const std::string& name, const normalisation& scale,
                 const aggregation& mean) {
  const index_design design{.denominators = from.divisions,
                            .gaps = from_units{},
                            .outliers = treatment{},
                            .scale = scale,
                            .rules = same_rule(from.tree, {mean, 0.5})};
  const index_result result = build_index(from.raw, from.denominators, from.tree, design);
  print(name + ".treated", result.stages.treated);
  print(name + ".normalised", result.stages.normalised);
  print(name + ".aggregated", result.stages.aggregated);
  print(name + ".ranks", result.stages.ranks);
}

void print_weights(const source& from) {
  const observations scores =
      normalise(min_max{1, 2}, impute(from_units{}, from.raw, from.tree), from.tree.directions());
  print("entropy", entropy_weights(scores.values()));
  print("critic", critic_weights(scores.values(), from.tree.directions()));
  print("pca", pca_weights(scores.values(), {}));
  print("pearson", correlations(scores, correlation_kind::pearson));
  const leave_out_result without =
      leave_one_out(scores, from.tree, same_rule(from.tree), {from.tree.size() - 1});
  print("leave_one_out", without.scores);
  print("leave_one_out.ranks", without.ranks);
}

}  // namespace

int main(int argc, char** argv) {
  const source from = argc == 3 ? read(argv[1], argv[2]) : made_up();
  print_index(from, "min-max", min_max{0, 100}, arithmetic_mean{});
  print_index(from, "geometric", min_max{1, 100}, geometric_mean{});
  print_index(from, "harmonic", min_max{1, 100}, harmonic_mean{});
  print_index(from, "z-score", z_score{}, arithmetic_mean{});
  print_index(from, "rank", percentile_rank{}, copeland{});
  print_weights(from);
}
