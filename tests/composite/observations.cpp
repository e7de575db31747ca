#include "catch.hpp"
#include <daopai/composite/denominate.hpp>
#include <daopai/composite/observations.hpp>

#include <limits>

using namespace daopai::composite;

TEST_CASE("A missing cell holds 0 and a present one is finite", "[composite]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  table x(2, 2);
  x << 1, nan, 3, 4;
  mask present = mask::Constant(2, 2, true);
  CHECK_THROWS_AS(observations(x), daopai::invalid_input);
  CHECK_THROWS_WITH(observations(x, present),
                    "unit 0, indicator 1: the value is not finite; expected a number");
  present(0, 1) = false;
  const observations data(x, present);
  CHECK(data.values()(0, 1) == 0);
  CHECK_FALSE(data.at(0, 1));
  CHECK(data.known(1).size() == 1);
  CHECK_FALSE(data.is_complete());
  CHECK(data.is_complete(0));
  CHECK_THROWS_AS(observations(x, mask::Constant(1, 2, true)), daopai::invalid_input);
}
