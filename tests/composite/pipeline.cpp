#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/pipeline.hpp>

using namespace daopai::composite;

namespace {
/// The ASEM index as COINr's build_example_coin() builds it.
struct asem_index {
  daopai::io::index_files files = golden::asem();
  indicator_tree tree = daopai::io::tree_of(files);
  daopai::io::denominator_columns denominators = daopai::io::denominators_of(files, tree);
  observations raw = daopai::io::indicators_of(files, tree);
  index_design design{
      .denominators = denominators.divisions,
      .gaps = from_units{centre::mean, daopai::io::groups_of(files, "EurAsia_group")},
      .outliers = treatment{}};
  index_result result = build_index(raw, denominators.values, tree, design);
};
}  // namespace

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
