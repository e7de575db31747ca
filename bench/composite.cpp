/// How fast an index is computed, and how fast its uncertainty is told. COINr 1.1.14 takes 441 ms,
/// 199.9 s, 1,218 s and 41.2 s for these on one core.
#include <daopai/composite.hpp>

#include <benchmark/benchmark.h>

namespace {

using namespace daopai::composite;

/// Uniform numbers in [1, 2), the same everywhere.
observations made_up(eigen_index units, eigen_index indicators) {
  table x(units, indicators);
  for (eigen_index i = 0; i < x.size(); ++i)
    x(i) = 1 + random_numbers{1}.uniform(0, static_cast<std::uint64_t>(i));
  return observations(std::move(x));
}

/// Indicators in groups of `group`, pillars in two halves, one top: three levels above the
/// indicators at most.
indicator_tree made_up_tree(int indicators, int group) {
  std::vector<indicator_entry> entries;
  const int pillars = indicators / group;
  for (int i = 0; i < indicators; ++i) {
    entries.push_back(
        {"i" + std::to_string(i), "p" + std::to_string(std::min(i / group, pillars - 1))});
  }
  for (int p = 0; p < pillars; ++p)
    entries.push_back({"p" + std::to_string(p), p < pillars / 2 ? "left" : "right"});
  entries.push_back({"left", "top"});
  entries.push_back({"right", "top"});
  entries.push_back({"top", ""});
  return indicator_tree(entries);
}

/// Fit, scores and all aggregates; with fresh memory each time, or in the memory of the last round.
void normalise_and_aggregate(benchmark::State& state) {
  const bool reuse = state.range(0) != 0;
  const observations data = made_up(3000, 60);
  const indicator_tree tree = made_up_tree(60, 6);
  const aggregation_rules rules = same_rule(tree);
  observations normalised;
  observations scores;
  for (auto unused : state) {
    if (!reuse) normalised = scores = {};
    normalised =
        transform(fit(min_max{0, 100}, data, tree.directions()), data, std::move(normalised));
    scores = aggregate(normalised, tree, tree.weights(), rules, std::move(scores));
    benchmark::DoNotOptimize(scores.values().data());
  }
}
BENCHMARK(normalise_and_aggregate)->ArgName("reuse")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// An index of ASEM's size, 51 units and 49 indicators, with some gaps.
uncertain_index asem_sized() {
  const observations full = made_up(51, 49);
  mask present = mask::Constant(51, 49, true);
  for (eigen_index u = 0; u < 51; u += 5) present(u, (7 * u) % 49) = false;
  return uncertain_index({full.values(), present}, {}, made_up_tree(49, 6),
                         {.gaps = from_units{}, .outliers = treatment{}},
                         {.gaps = {from_units{}, from_units{centre::median}, no_imputation{}},
                          .scales = {min_max{1, 100}, z_score{10, 1}, percentile_rank{}},
                          .noise = {{1, 0.25}, {2, 0.25}, {3, 0.25}},
                          .leave_one_out = true});
}

void uncertainty_1000(benchmark::State& state) {
  for (auto unused : state) {
    const uncertain_index study = asem_sized();
    const uncertainty_result result =
        run_uncertainty(study, {.target = study.tree().size() - 1,
                                .threads = static_cast<unsigned>(state.range(0)),
                                .report = {}});
    benchmark::DoNotOptimize(result.spread.mean.data());
  }
}
BENCHMARK(uncertainty_1000)->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond)->UseRealTime();

void sobol_6000(benchmark::State& state) {
  for (auto unused : state) {
    const uncertain_index study = asem_sized();  // four factors: 1,000 x (4 + 2) replicates
    const sobol_result result = run_sobol(study, {.target = study.tree().size() - 1,
                                                  .threads = static_cast<unsigned>(state.range(0)),
                                                  .report = {}});
    benchmark::DoNotOptimize(result.indices.data());
  }
}
BENCHMARK(sobol_6000)->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond)->UseRealTime();

void leave_out_60_of_3000(benchmark::State& state) {
  const indicator_tree tree = made_up_tree(60, 6);
  const observations data = normalise(min_max{0, 100}, made_up(3000, 60), tree.directions());
  const aggregation_rules rules = same_rule(tree);
  for (auto unused : state) {
    const leave_out_result result = leave_one_out(
        data, tree, rules, {tree.size() - 1, 1, static_cast<unsigned>(state.range(0))});
    benchmark::DoNotOptimize(result.mean_rank_change.data());
  }
}
BENCHMARK(leave_out_60_of_3000)->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
