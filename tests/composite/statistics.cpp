#include "catch.hpp"
#include <daopai/composite/statistics.hpp>

using namespace daopai::composite;

TEST_CASE("Skewness and kurtosis are a spreadsheet's", "[composite]") {
  // SKEW and KURT of 3, 4, 5, 2, 3, 4, 5, 6, 4, 7 as Microsoft documents them: 0.359543 and
  // -0.151800.
  const column x = (column(10) << 3, 4, 5, 2, 3, 4, 5, 6, 4, 7).finished();
  CHECK(skewness(x).value() == Approx(0.359543071).epsilon(1e-8));
  CHECK(kurtosis(x).value() == Approx(-0.151799637).epsilon(1e-8));
  CHECK_FALSE(skewness(column::Ones(5)));
  CHECK_FALSE(kurtosis(x.head(3)));
}

TEST_CASE("Quantiles are interpolated as R does by default", "[composite]") {
  const column x =
      (column(4) << 10, 1, 2, 3).finished();  // quantile(c(1, 2, 3, 10), c(.05, .5, .95))
  CHECK(quantile(x, 0.05) == Approx(1.15));
  CHECK(quantile(x, 0.5) == Approx(2.5));
  CHECK(quantile(x, 0.95) == Approx(8.95));
  CHECK(median(x) == 2.5);
  CHECK(median(x.head(3)) == 2);
}

TEST_CASE("The mean of values far from 0 does not lose what tells them apart", "[composite]") {
  const column x = 1e9 + (column(3) << 0.25, 0.5, 0.75).finished();
  CHECK(mean(x) == 1e9 + 0.5);
  CHECK(standard_deviation(x) == 0.25);
}
