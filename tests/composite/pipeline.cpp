#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/pipeline.hpp>

using namespace daopai::composite;

using golden::asem_index;

TEST_CASE("Every stage of the ASEM index agrees with COINr", "[composite]") {
  DAOPAI_SKIP_WITHOUT(golden::file("asem"));
  const asem_index asem;
  const index_stages& stages = asem.result.stages;
  CHECK(golden::difference("asem/stage_denominated.csv", asem.files, asem.tree,
                           stages.denominated) < 1e-12);
  CHECK(golden::difference("asem/stage_imputed.csv", asem.files, asem.tree, stages.imputed) <
        1e-12);
  CHECK(golden::difference("asem/stage_treated.csv", asem.files, asem.tree, stages.treated) <
        1e-12);
  CHECK(golden::difference("asem/stage_normalised.csv", asem.files, asem.tree, stages.normalised) <
        1e-12);
  CHECK(golden::difference("asem/stage_aggregated.csv", asem.files, asem.tree, stages.aggregated) <
        1e-12);
  CHECK(golden::difference("asem/results_ranks_all.csv", asem.files, asem.tree, stages.ranks) == 0);
}

TEST_CASE("The HDI of 2022 is reproduced to its published decimals and ranks", "[composite]") {
  const auto path = golden::file("hdi_2022.csv");
  DAOPAI_SKIP_WITHOUT(path);
  const daopai::io::csv_table published = daopai::io::read_csv(path);
  const auto units = static_cast<eigen_index>(published.rows.size());
  const auto number = [&](eigen_index u, const char* title) {
    return *daopai::io::parse_number(
        published.rows[static_cast<std::size_t>(u)].cells[*published.find_column(title)]);
  };
  table raw(units, 4);
  for (eigen_index u = 0; u < units; ++u) {
    raw.row(u) << number(u, "life_expectancy"), number(u, "expected_schooling"),
        number(u, "mean_schooling"), std::log(std::min(number(u, "gni_pc"), 75000.0));
  }
  // Technical notes of the Human Development Report 2023/24: goalposts, and a geometric mean over
  // dimensions.
  const indicator_tree tree({{"life", "health"},
                             {"expected", "education"},
                             {"mean", "education"},
                             {"income", "living"},
                             {"health", "hdi"},
                             {"education", "hdi"},
                             {"living", "hdi"},
                             {"hdi", ""}});
  index_design design;
  design.scales = {goalposts{20, 85}, goalposts{0, 18}, goalposts{0, 15},
                   goalposts{std::log(100.0), std::log(75000.0)}};
  design.rules =
      rules_by_level(tree, std::vector<node_rule>{{arithmetic_mean{}}, {geometric_mean{}}});
  design.ranking.decimals = 3;
  const index_stages stages = build_index(observations(raw), {}, tree, design).stages;
  const eigen_index hdi = *tree.find("hdi");
  int values = 0;
  int ranks = 0;
  for (eigen_index u = 0; u < units; ++u) {
    const double score = stages.aggregated.values()(u, hdi);
    values += std::round(score * 1000) == std::round(number(u, "hdi_published") * 1000);
    ranks += stages.ranks.values()(u, hdi) == number(u, "rank_published");
  }
  CHECK(units == 193);
  CHECK(values == 193);
  CHECK(ranks == 193);
}

TEST_CASE("A later year is scored with the earlier year's yardstick", "[composite]") {
  const indicator_tree tree({{"a", "top"}, {"b", "top"}, {"top", ""}});
  table first(3, 2);
  first << 0, 10, 5, 20, 10, 30;
  table second(2, 2);
  second << 20, 10, 5, 0;
  mask present = mask::Constant(2, 2, true);
  present(1, 1) = false;  // filled with the first year's mean, 20
  const index_design design{.gaps = from_units{}, .scale = min_max{0, 1}};
  const index_result base = build_index(observations(first), {}, tree, design);
  const index_stages later = score_index(base.fit, {second, present}, {}, tree, design);
  CHECK(later.normalised.values()(0, 0) == 2);
  CHECK(later.imputed.at(1, 1) == 20.0);
  CHECK(later.aggregated.at(0, 2) == 1.0);
  CHECK(later.aggregated.at(1, 2) == 0.5);
}
