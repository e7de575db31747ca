#include "catch.hpp"
#include <daopai/composite/rank_sum_ratio.hpp>

using namespace daopai::composite;

TEST_CASE("The normal quantile is exact to the last digits", "[composite]") {
  // R: qnorm(c(0.975, 0.5, 1e-10)).
  CHECK(normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-14));
  CHECK(normal_quantile(0.5) == Approx(0).margin(1e-15));
  CHECK(normal_quantile(1e-10) == Approx(-6.361340902404056).epsilon(1e-13));
}

TEST_CASE("Rank-sum ratios, probits and their regression follow the method", "[composite]") {
  // The example of the R package mathmodels: three units, weights 0.4 and 0.6, whole ranks. By
  // hand: ranks (1, 3, 2) in both, so RSR is 1/3, 1 and 2/3, at cumulative frequencies 1/3, 11/12
  // and 2/3.
  table x(3, 2);
  x << 10, 5, 20, 10, 15, 8;
  const column w = (column(2) << 0.4, 0.6).finished();
  const rsr_result r = rank_sum_ratio(x, w, column::Ones(2));
  CHECK(r.ratio(0) == Approx(1.0 / 3));
  CHECK(r.ratio(1) == Approx(1));
  CHECK(r.probit(1) == Approx(5 + normal_quantile(11.0 / 12)));
  CHECK(r.probit(0) == Approx(5 + normal_quantile(1.0 / 3)));
  CHECK(r.slope > 0);
  CHECK(r.r_squared > 0.95);
  CHECK(mean(r.fitted) == Approx(mean(r.ratio)));
}

TEST_CASE("Ranks may be linear in the values, and directions turn them", "[composite]") {
  table x(3, 1);
  x << 0, 1, 10;
  CHECK(rank_sum_ratio(x, column::Ones(1), column::Ones(1), rsr_ranks::linear).ranks(1, 0) ==
        Approx(1.2));
  CHECK(rank_sum_ratio(x, column::Ones(1), -column::Ones(1)).ranks(0, 0) == 3);
}

TEST_CASE("Units are graded by their fitted ratio", "[composite]") {
  table x(40, 1);
  for (eigen_index u = 0; u < 40; ++u) x(u, 0) = static_cast<double>(u);
  const auto grades = rsr_grades(rank_sum_ratio(x, column::Ones(1), column::Ones(1)));
  CHECK(grades(0) == 1);
  CHECK(grades(20) == 2);
  CHECK(grades(39) == 3);
  const rsr_result equal = rank_sum_ratio(table::Ones(4, 2), column::Ones(2), column::Ones(2));
  CHECK(equal.slope == 0);
  CHECK(equal.fitted(0) == Approx(equal.ratio(0)));
  CHECK_THROWS_AS(rsr_grades(equal, 2), daopai::invalid_input);
}
