// Scoring 3,000 counties by 60 indicators in three levels (Google Benchmark).
#include <daopai/scoring.hpp>

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

using namespace daopai::scoring;

namespace {

constexpr int counties = 3000;

rule rule_of(int i) {
  switch (i % 6) {
    case 0: return direct{};
    case 1: return threshold{{comparison::relation::at_least, 5}};
    case 2: return proportional{7};
    case 3: return deduction{.each = 1, .from = 8, .better = direction::higher_is_better};
    case 4: return linear{0, 10};
    default: return stairs{{{8, 10}, {6, 8}, {4, 5}}};
  }
}

/// Three areas of four groups of five leaves of 10 points; weighted means at the top.
indicator_system counties_system() {
  settings of;
  of.combine = weighted_mean{};
  of.bands = grade_bands({{.grade = "A", .from = 90}, {.grade = "B", .from = 60}, {.grade = "C"}});
  indicator_system_builder builder(of);
  int leaves = 0;
  for (int a = 0; a < 3; ++a) {
    indicator area{.id = daopai::indicator_key("a" + std::to_string(a)), .name = ""};
    area.weight = a + 1;
    builder.add(area);
    for (int g = 0; g < 4; ++g) {
      indicator group{.id = daopai::indicator_key(area.id.text() + "g" + std::to_string(g)),
                      .name = "",
                      .parent = area.id};
      builder.add(group);
      for (int l = 0; l < 5; ++l, ++leaves) {
        indicator leaf{.id = daopai::indicator_key("i" + std::to_string(leaves)),
                       .name = "",
                       .parent = group.id};
        leaf.points = 10;
        leaf.rule = rule_of(leaves);
        builder.add(leaf);
      }
    }
  }
  return builder.build();
}

std::vector<observation> observations() {
  std::vector<observation> made;
  std::mt19937 random(1);
  for (int c = 0; c < counties; ++c) {
    for (int i = 0; i < 60; ++i) {
      made.push_back(observation{.object = object_key("county" + std::to_string(c)),
                                 .indicator = daopai::indicator_key("i" + std::to_string(i)),
                                 .value = decimal{random() % 1001} / decimal{100}});
    }
  }
  return made;
}

observation_table table_of(const indicator_system& system, const std::vector<observation>& given) {
  observation_builder builder(system);
  for (const observation& o : given) builder.add(o);
  return builder.build();
}

void score_counties(benchmark::State& state) {
  const indicator_system system = counties_system();
  const observation_table table = table_of(system, observations());
  for (auto _ : state) benchmark::DoNotOptimize(score(system, table));
  state.SetItemsProcessed(state.iterations() * counties * 60);
}

void check_and_index_observations(benchmark::State& state) {
  const indicator_system system = counties_system();
  const std::vector<observation> given = observations();
  for (auto _ : state) benchmark::DoNotOptimize(table_of(system, given));
}

void lost_points_of_all(benchmark::State& state) {
  const indicator_system system = counties_system();
  const observation_table table = table_of(system, observations());
  const scores all = score(system, table);
  for (auto _ : state) {
    for (std::size_t o = 0; o < all.objects(); ++o)
      benchmark::DoNotOptimize(lost_points_of(all, object_id{o}));
  }
}

}  // namespace

BENCHMARK(score_counties)->Unit(benchmark::kMillisecond);
BENCHMARK(check_and_index_observations)->Unit(benchmark::kMillisecond);
BENCHMARK(lost_points_of_all)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
