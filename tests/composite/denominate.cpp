#include "catch.hpp"
#include <daopai/composite/denominate.hpp>

using namespace daopai::composite;

TEST_CASE("An indicator is divided by its denominator where both are known", "[composite]") {
  table x(2, 2);
  x << 10, 1, 20, 2;
  table by(2, 1);
  by << 5, 0;
  mask known = mask::Constant(2, 1, true);
  known(1) = false;
  const std::vector<denominator> divisions{{0, 0, 1000}};
  const observations out = denominate(observations(x), {by, known}, divisions);
  CHECK(out.at(0, 0) == 2000.0);
  CHECK_FALSE(out.at(1, 0));
  CHECK(out.at(1, 1) == 2.0);
  CHECK_THROWS_WITH(
      denominate(observations(x), observations(by), divisions),
      "unit 1, indicator 0: its denominator (column 0) is 0; expected another number");
  CHECK_THROWS_AS(denominate(observations(x), observations(by), std::vector<denominator>{{0, 3}}),
                  daopai::invalid_input);
}
