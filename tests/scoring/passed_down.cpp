#include "catch.hpp"
#include <daopai/scoring/passed_down.hpp>

using namespace daopai;
using namespace daopai::scoring;

// Exact shares of 7 by 5 : 3 : 1 are 3.89, 2.33 and 0.78: whole parts 3, 2, 0, and the two that are
// left go to the largest remainders, 0.89 and 0.78.
TEST_CASE("A quota is passed down without rest", "[scoring]") {
  const quota q{.id = quota_key("q"),
                .name = "招生",
                .total = 7,
                .unit = "人",
                .shares = {{unit_key("a"), {.weight = 5}},
                           {unit_key("b"), {.weight = 3}},
                           {unit_key("c"), {.weight = 1}}}};
  CHECK(parts_of(q) == std::vector<std::int64_t>{4, 2, 1});
}
