#include "catch.hpp"
#include <daopai/composite/fuzzy.hpp>

using namespace daopai::composite;

TEST_CASE("Each fuzzy operator composes weights and memberships by its formula", "[composite]") {
  // The example of the R package mathmodels: four factors, three grades; by hand.
  const column w = (column(4) << 0.3, 0.3, 0.3, 0.1).finished();
  table r(4, 3);
  r << 0.8, 0.1, 0.1, 0.7, 0.2, 0.1, 0.6, 0.2, 0.2, 0.7, 0.1, 0.2;
  const auto raw = [&](fuzzy_operator how) { return fuzzy_evaluation(w, r, how, false); };
  CHECK(raw(fuzzy_operator::weighted_mean)(0) == Approx(0.7));
  CHECK(raw(fuzzy_operator::weighted_mean)(1) == Approx(0.16));
  CHECK(raw(fuzzy_operator::minimum_maximum)(0) == Approx(0.3));
  CHECK(raw(fuzzy_operator::minimum_maximum)(1) == Approx(0.2));
  CHECK(raw(fuzzy_operator::product_maximum)(0) == Approx(0.24));
  CHECK(raw(fuzzy_operator::bounded_minimums)(0) == Approx(1));
  CHECK(raw(fuzzy_operator::bounded_minimums)(1) == Approx(0.6));
  const column grades = fuzzy_evaluation(w, r, fuzzy_operator::minimum_maximum);
  CHECK(grades.sum() == Approx(1));
  CHECK(fuzzy_score(raw(fuzzy_operator::weighted_mean), (column(3) << 90, 75, 60).finished()) ==
        Approx(0.7 * 90 + 0.16 * 75 + 0.14 * 60));
}

TEST_CASE("Memberships outside zero to one are refused", "[composite]") {
  CHECK_THROWS_AS(fuzzy_evaluation(column::Ones(2), table::Constant(2, 2, 1.5)),
                  daopai::invalid_input);
  CHECK_THROWS_AS(fuzzy_evaluation(column::Ones(2), table::Zero(2, 2)), daopai::invalid_input);
}
