#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/normalise.hpp>

#include <rapidcheck.h>

using namespace daopai::composite;

namespace {
/// One column normalised by one rule.
column normalised(const normalisation& rule, const column& x, double sense = 1) {
  return normalise(rule, observations(table(x)), column::Constant(1, sense)).values().col(0);
}
bool near(const column& a, const column& b) {
  return a.size() == b.size() && ((a - b).abs() < 1e-12).all();
}
column of(std::initializer_list<double> values) {
  column x(static_cast<eigen_index>(values.size()));
  std::copy(values.begin(), values.end(), x.begin());
  return x;
}
}  // namespace

TEST_CASE("Each normalisation follows its formula in both directions", "[composite]") {
  const column x = of({0, 5, 5, 10});  // by hand
  CHECK(near(normalised(min_max{0, 100}, x), of({0, 50, 50, 100})));
  CHECK(near(normalised(min_max{1, 2}, x, -1), of({2, 1.5, 1.5, 1})));
  CHECK(near(normalised(z_score{10, 2}, of({1, 2, 3})), of({8, 10, 12})));
  CHECK(near(normalised(scaled{0, 10, 100}, x), of({0, 50, 50, 100})));
  CHECK(near(normalised(scaled{0, 10, 1}, x, -1), of({0, -0.5, -0.5, -1})));
  CHECK(near(normalised(rank_order{}, x), of({1, 2, 2, 4})));
  CHECK(near(normalised(rank_order{}, x, -1), of({4, 2, 2, 1})));
  CHECK(near(normalised(percentile_rank{}, x), of({0, 1.0 / 3, 1.0 / 3, 1})));
  CHECK(near(normalised(borda{}, x), of({0, 1, 1, 3})));
  CHECK(near(normalised(distance_to_maximum{}, x), of({0, 0.5, 0.5, 1})));
  CHECK(near(normalised(distance_to_reference{1}, x), of({0, 1, 1, 2})));
  CHECK(near(normalised(distance_to_reference{1, true}, x), of({0, 1, 1, 1})));
  CHECK(near(normalised(fraction_of_maximum{}, x), of({0, 0.5, 0.5, 1})));
  CHECK(near(normalised(no_normalisation{}, x, -1), of({0, -5, -5, -10})));
}

TEST_CASE("Equal values share a rank by the rule named", "[composite]") {
  const column x = of({0, 5, 5, 10});  // R's rank() with each ties.method
  CHECK(near(normalised(rank_order{ties::maximum}, x), of({1, 3, 3, 4})));
  CHECK(near(normalised(rank_order{ties::average}, x), of({1, 2.5, 2.5, 4})));
  CHECK(near(normalised(rank_order{ties::dense}, x), of({1, 2, 2, 3})));
  CHECK(near(normalised(borda{ties::average}, x, -1), of({3, 1.5, 1.5, 0})));
  CHECK(near(normalised(percentile_rank{ties::maximum}, x), of({0, 2.0 / 3, 2.0 / 3, 1})));
}

TEST_CASE("Targets and goalposts are given in the indicator's own units", "[composite]") {
  // COINr's tests of n_dist2targ and n_goalposts.
  CHECK(near(normalised(distance_to_target{10}, of({0, 5, 11})), of({0, 0.5, 1.1})));
  CHECK(near(normalised(distance_to_target{10, true}, of({0, 5, 11})), of({0, 0.5, 1})));
  CHECK(near(normalised(distance_to_target{0}, of({-1, 1, 10}), -1), of({1.1, 0.9, 0})));
  CHECK(near(normalised(goalposts{0, 10, 1}, of({1, -1, 11})), of({0.1, 0, 1})));
  CHECK(near(normalised(goalposts{0, 10, 1}, of({1, -1, 11}), -1), of({0.9, 1, 0})));
  CHECK(near(normalised(goalposts{0, 10, 100, false}, of({1, -1, 11}), -1), of({90, 110, -10})));
}

TEST_CASE("Centred and interval indicators are best in the middle", "[composite]") {
  // PH 6..9 with optimum 7 and body temperature with 36-37: the examples of the R package
  // mathmodels, by hand.
  CHECK(near(normalised(centred{7}, of({6, 7, 8, 9})), of({0.5, 1, 0.5, 0})));
  CHECK(near(normalised(best_interval{36, 37}, of({35.2, 36.6, 37.7, 38.4})),
             of({1 - 0.8 / 1.4, 1, 0.5, 0})));
  CHECK(near(normalised(centred{7}, of({7, 7})), of({1, 1})));
}

TEST_CASE("What cannot be told apart has no score, and never a not-a-number", "[composite]") {
  const normalisation rule = GENERATE(normalisation(min_max{}), normalisation(z_score{}),
                                      normalisation(distance_to_maximum{}));
  const observations out = normalise(rule, observations(table(of({3, 3, 3}))), column::Ones(1));
  CHECK_FALSE(out.present().any());
  CHECK((out.values() == 0).all());
}

TEST_CASE("Unusable parameters are all reported", "[composite]") {
  const observations data(table::Random(3, 3));
  const std::vector<normalisation> rules{z_score{0, 0}, goalposts{1, 1}, distance_to_reference{7}};
  try {
    static_cast<void>(fit(rules, data, column::Ones(3)));
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    CHECK(bad.problems().size() == 3);
  }
}

TEST_CASE("Z-scores of ASEM agree with COINr", "[composite]") {
  DAOPAI_SKIP_WITHOUT(golden::file("asem"));
  const golden::asem_index asem;
  const observations z = normalise(z_score{}, asem.result.stages.treated, asem.tree.directions());
  CHECK(golden::difference("asem/norm_zscore_0_1.csv", asem.files, asem.tree, z) < 1e-12);
}

TEST_CASE("Min-max keeps the order of any values and ends at its bounds", "[composite]") {
  CHECK(rc::check([] {
    const auto values =
        *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000)),
                           [](const auto& v) { return v.size() > 1 && v.size() < 50; });
    column x(static_cast<eigen_index>(values.size()));
    std::copy(values.begin(), values.end(), x.begin());
    RC_PRE(x.minCoeff() < x.maxCoeff());
    const column y = normalised(min_max{0, 100}, x);
    RC_ASSERT(y.minCoeff() == 0 && y.maxCoeff() == 100);
    for (eigen_index i = 1; i < x.size(); ++i) RC_ASSERT((x(i) < x(i - 1)) == (y(i) < y(i - 1)));
  }));
}
