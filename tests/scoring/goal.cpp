#include "catch.hpp"
#include <daopai/scoring/goal.hpp>

using namespace daopai;
using namespace daopai::scoring;

namespace {

statement people(const char* text, int value, std::optional<figure_sense> how = std::nullopt) {
  return {.text = text, .where = "2", .value = value, .how = how, .unit = "人次"};
}

}  // namespace

TEST_CASE("Statements of a goal differ in figure, in sense or in words", "[scoring]") {
  const statement first = people("8000人次", 8000, figure_sense::at_least);
  CHECK(difference_between(first, first) == differing::nothing);
  CHECK(difference_between(first, people("8000 人次", 8000, figure_sense::at_least)) ==
        differing::nothing);
  CHECK(difference_between(first, people("八千人次", 8000, figure_sense::at_least)) ==
        differing::wording);
  CHECK(difference_between(first, people("8000多人次", 8000, figure_sense::more_than)) ==
        differing::comparison);
  CHECK(difference_between(first, people("9000人次", 9000, figure_sense::at_least)) ==
        differing::figure);
  CHECK(difference_between(first, {.text = "8000人次", .where = "3"}) == differing::nothing);
  statement range = first;
  range.up_to = 9000;
  CHECK(difference_between(first, range) == differing::figure);
}

TEST_CASE("Each statement unlike the first is told with both texts", "[scoring]") {
  const goal g{.id = goal_key("training"),
               .name = "每年培训",
               .statements = {people("8000人次", 8000, figure_sense::at_least),
                              people("8000人次", 8000, figure_sense::at_least),
                              people("8000多人次", 8000, figure_sense::more_than)}};
  const auto found = disagreements(g);
  REQUIRE(found.size() == 1);
  CHECK(to_note(g, found[0]) ==
        problem{"goal-differs", "statements[2]",
                "the goal \"每年培训\" is stated as \"8000人次\" in 2 (at least 8000 人次) and as "
                "\"8000多人次\" in 2 (more than 8000 人次); both are kept"});
  CHECK(disagreements({.id = goal_key("none"), .name = ""}).empty());
}
