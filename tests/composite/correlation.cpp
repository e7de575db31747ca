#include "catch.hpp"
#include <daopai/composite/correlation.hpp>

using namespace daopai::composite;

TEST_CASE("Correlations are R's", "[composite]") {
  // cor(c(1,2,3,4,5), c(2,1,4,3,7), method = ...): by hand 11/sqrt(10 x 21.2), 0.8 and 0.6.
  const column x = (column(5) << 1, 2, 3, 4, 5).finished();
  const column y = (column(5) << 2, 1, 4, 3, 7).finished();
  CHECK(correlation(x, y).value() == Approx(12 / std::sqrt(10 * 21.2)));
  CHECK(correlation(x, y, correlation_kind::spearman).value() == Approx(0.8));
  CHECK(correlation(x, y, correlation_kind::kendall).value() == Approx(0.6));
  CHECK(correlation(x, -x).value() == Approx(-1));
  CHECK_FALSE(correlation(x, column::Ones(5)));
}

TEST_CASE("Kendall's tau-b discounts ties", "[composite]") {
  const column x = (column(4) << 1, 2, 2, 3).finished();
  const column y = (column(4) << 1, 2, 3, 4).finished();  // by hand: 5 agreeing pairs of 5 and 6
  CHECK(correlation(x, y, correlation_kind::kendall).value() == Approx(5 / std::sqrt(30.0)));
}

TEST_CASE("Each pair is correlated over the units that know both", "[composite]") {
  table x(4, 2);
  x << 1, 1, 2, 2, 3, 9, 4, 3;
  mask present = mask::Constant(4, 2, true);
  present(2, 1) = false;
  const observations r = correlations({x, present});
  CHECK(r.at(0, 1).value() == Approx(0.98198050606));  // cor(c(1, 2, 4), c(1, 2, 3))
  CHECK(r.at(0, 0) == 1.0);
}

TEST_CASE("Cronbach's alpha is 1 for copies and 0 for what has nothing in common", "[composite]") {
  table x(4, 2);
  x << 1, 1, 2, 2, 3, 3, 4, 4;
  CHECK(cronbach_alpha(observations(x)).value() == Approx(1));
  x << 1, 1, 1, -1, -1, 1, -1, -1;
  CHECK(cronbach_alpha(observations(x)).value() == Approx(0).margin(1e-15));
  CHECK_FALSE(cronbach_alpha(observations(table(x.leftCols(1)))));
}
