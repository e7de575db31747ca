#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/uncertainty.hpp>

using namespace daopai::composite;

namespace {
const indicator_tree& tree() {
  static const indicator_tree t(
      {{"a", "x"}, {"b", "x"}, {"c", "y"}, {"d", "y"}, {"x", "top"}, {"y", "top"}, {"top", ""}});
  return t;
}
const observations& data() {
  static const observations d = [] {
    table values(15, 4);
    for (eigen_index i = 0; i < values.size(); ++i)
      values(i) = random_numbers{9}.uniform(0, static_cast<std::uint64_t>(i));
    mask present = mask::Constant(15, 4, true);
    present(2, 1) = present(7, 3) = false;
    return observations(values, present);
  }();
  return d;
}
const alternatives everything{.gaps = {from_units{}, from_units{centre::median}, from_branch{}},
                              .scales = {min_max{1, 100}, percentile_rank{}},
                              .rules = {arithmetic_mean{}, minimum{}},
                              .noise = {{1, 0.3}, {2, 0.2}},
                              .leave_one_out = true};
}  // namespace

TEST_CASE("Replicates do not depend on threads and can be replayed one by one", "[composite]") {
  const uncertain_index study(data(), {}, tree(), {}, everything);
  REQUIRE(study.factors().size() == 5);
  const eigen_index top = *tree().find("top");
  const uncertainty_result one =
      run_uncertainty(study, {.target = top, .replicates = 50, .seed = 3, .report = {}});
  const uncertainty_result four = run_uncertainty(
      study, {.target = top, .replicates = 50, .seed = 3, .threads = 4, .report = {}});
  CHECK((one.scores.values() == four.scores.values()).all());
  CHECK((one.ranks.values() == four.ranks.values()).all());
  const observations again = study.score(study.choose(replicate_point(study, 3, 17)), {3});
  CHECK((again.values().col(top) == one.scores.values().col(17)).all());
  const uncertainty_result other =
      run_uncertainty(study, {.target = top, .replicates = 50, .seed = 4, .report = {}});
  CHECK((one.scores.values() != other.scores.values()).any());
}

TEST_CASE("A replicate is the index its choices describe", "[composite]") {
  const uncertain_index study(data(), {}, tree(), {}, everything);
  const choices chosen{.gap = 2, .scale = 1, .rule = 1, .noise_stream = 5, .left_out = 0};
  const column weights = study.noisy_weights(chosen, {1});
  index_design design{
      .gaps = from_branch{}, .scale = percentile_rank{}, .rules = same_rule(tree(), {minimum{}})};
  design.weights = weights;
  const observations expected = build_index(data(), {}, tree(), design).stages.aggregated;
  CHECK((study.score(chosen, {1}).values() == expected.values()).all());
  CHECK(weights(0) == 0);
  CHECK((weights.segment(1, 3) - 1).abs().maxCoeff() <= 0.3);
  CHECK((weights.segment(4, 2) - 1).abs().maxCoeff() <= 0.2);
  CHECK(weights(6) == 1);
}

TEST_CASE("All invalid combinations are reported before anything runs", "[composite]") {
  try {
    const uncertain_index study(data(), {}, tree(), {},
                                {.scales = {z_score{}, min_max{1, 2}, min_max{0, 1}},
                                 .rules = {arithmetic_mean{}, geometric_mean{}, harmonic_mean{}}});
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    std::vector<std::string> where;
    for (const auto& p : bad.problems()) where.push_back(p.where);
    CHECK(where == std::vector<std::string>{"imputation 0, normalisation 0, aggregation 1",
                                            "imputation 0, normalisation 2, aggregation 1",
                                            "imputation 0, normalisation 2, aggregation 2"});
  }
  CHECK_THROWS_AS(uncertain_index(data(), {}, tree(), {}, {}), daopai::invalid_input);
  CHECK_THROWS_AS(uncertain_index(data(), {}, tree(), {}, {.noise = {{7, 0.1}, {1, 2}}}),
                  daopai::invalid_input);
}

TEST_CASE("Rank intervals enclose the median and come from the replicates", "[composite]") {
  DAOPAI_SKIP_WITHOUT(golden::file("asem"));
  const golden::asem_index asem;
  const uncertain_index study(asem.raw, asem.denominators.values, asem.tree, asem.design,
                              {.noise = {{1, 0.25}}});
  const eigen_index top = *asem.tree.find("Index");
  const rank_spread spread =
      run_uncertainty(study, {.target = top, .replicates = 200, .report = {}}).spread;
  CHECK((spread.low <= spread.median && spread.median <= spread.high).all());
  CHECK((spread.nominal == asem.result.stages.ranks.values().col(top)).all());
  CHECK((spread.high - spread.low).maxCoeff() < 15);
}

TEST_CASE("A failure inside a thread reaches the caller", "[composite]") {
  const auto work = [](std::size_t i, std::size_t /*worker*/) {
    if (i == 5) throw daopai::error("no");
  };
  CHECK_THROWS_AS(detail::for_each_index(100, 4, work), daopai::error);
}
