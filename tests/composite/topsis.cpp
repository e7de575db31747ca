#include "catch.hpp"
#include "weighting_cases.hpp"
#include <daopai/composite/topsis.hpp>

using namespace daopai::composite;

TEST_CASE("The published TOPSIS example is reproduced", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("tzeng2011_topsis");
  const topsis_result result =
      topsis(weighting::rows(c.at("matrix")), weighting::list(c.at("weights")),
             weighting::list(c.at("types")));
  CHECK(weighting::difference(result.closeness, c.at("published")) < 5e-5);
  CHECK(weighting::difference(result.closeness, c.at("computed").at("score")) < 1e-12);
  CHECK(weighting::difference(result.to_best, c.at("computed").at("d_plus")) < 1e-12);
  CHECK(weighting::difference(result.to_worst, c.at("computed").at("d_minus")) < 1e-12);
}

TEST_CASE("The best of everything is nearest, in either direction and on every scale",
          "[composite]") {
  table x(3, 2);
  x << 10, 1, 5, 2, 1, 3;
  const column sense = (column(2) << 1, -1).finished();
  for (const topsis_scale s :
       {topsis_scale::vector, topsis_scale::min_max, topsis_scale::sum, topsis_scale::maximum}) {
    const column closeness = topsis(x, column::Ones(2), sense, s).closeness;
    CHECK(closeness(0) == 1);
    CHECK(closeness(2) == 0);
  }
  CHECK((topsis(table::Ones(3, 2), column::Ones(2), sense).closeness == 0.5).all());
  CHECK_THROWS_AS(topsis(x, -column::Ones(2), sense), daopai::invalid_input);
}

TEST_CASE("Grey relational degrees follow Deng's formula", "[composite]") {
  // The example of the R package mathmodels: reference 1, 2, 3, sequences 1, 2, 4 and 2, 3, 5. By
  // hand: the differences are 0, 0, 1 and 1, 1, 2, so the coefficients 1, 1, 1/2 and 1/2, 1/2, 1/3.
  table x(2, 3);
  x << 1, 2, 4, 2, 3, 5;
  const column reference = (column(3) << 1, 2, 3).finished();
  const column degree = grey_relational_degree(x, reference, column::Ones(3));
  CHECK(degree(0) == Approx(2.5 / 3));
  CHECK(degree(1) == Approx(4.0 / 9));
  CHECK(grey_relational_degree(x, column::Ones(3))(1) == 1);
  CHECK_THROWS_AS(grey_relational_degree(x, column::Ones(3), 0), daopai::invalid_input);
}
