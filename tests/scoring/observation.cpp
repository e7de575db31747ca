#include "catch.hpp"
#include "scoring/helpers.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace scoring_tests;

namespace {

/// Three leaves of 10 points, and what twelve objects have: all of them, some by two raters.
std::vector<indicator> three_leaves() {
  return {leaf("a", 10, direct{}), leaf("b", 10, linear{0, 20}), leaf("c", 10, met{})};
}
std::vector<observation> full_table() {
  std::vector<observation> table;
  for (int o = 0; o < 12; ++o) {
    const std::string object = "town " + std::to_string(o);
    for (const char* i : {"a", "b", "c"}) table.push_back(seen(object, i, (o * 7) % 11));
    observation self = seen(object, "a", 1);
    self.rater = "self";
    table.push_back(self);
  }
  return table;
}

std::vector<std::string> codes_and_places(const std::vector<daopai::problem>& problems) {
  std::vector<std::string> found;
  for (const auto& p : problems) found.push_back(p.code + " at " + p.where);
  return found;
}

}  // namespace

TEST_CASE("Observations may come in any order", "[scoring]") {
  CHECK(rc::check("shuffled observations score as sorted ones do", [] {
    std::vector<observation> table = full_table();
    const scored sorted({}, three_leaves(), table);
    std::shuffle(table.begin(), table.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
    const scored shuffled({}, three_leaves(), table);
    for (int o = 0; o < 12; ++o) {
      const std::string object = "town " + std::to_string(o);
      RC_ASSERT(shuffled.card(object).exact == sorted.card(object).exact);
      RC_ASSERT(shuffled.table.at(shuffled.object(object)).id.text() == object);
    }
  }));
}

TEST_CASE("Objects may be added behind their observations, and keep their own order", "[scoring]") {
  const indicator_system system = scored::build({}, three_leaves());
  observation_builder builder(system);
  builder.add(seen("second", "a", 4)).add(seen("first", "a", 3));
  builder.add(object{.id = object_key("first")}).add(object{.id = object_key("nobody's")});
  builder.add(object{.id = object_key("second")});
  const observation_table table = builder.build();
  REQUIRE(table.objects() == 3);
  CHECK(table.find(object_key("second")) == object_id{2});
  CHECK(table.of(object_id{0}, *system.find("a"_indicator))[0].value == 3);
  CHECK(table.of(object_id{2}, *system.find("a"_indicator))[0].value == 4);
  CHECK(table.of(object_id{1}, *system.find("a"_indicator)).empty());
  CHECK_FALSE(table.find(object_key("third")));
}

TEST_CASE("What is wrong with observations is placed where they came from", "[scoring]") {
  const indicator_system system = scored::build({}, three_leaves());
  observation_builder builder(system);
  builder.add(object{.id = object_key("town")});
  builder.add(seen("town", "a", 11)).add(seen("town", "a", 3), "sheet 1, row 2");
  builder.add(seen("village", "b", 3)).add(seen("town", "d", 3), "sheet 1, row 4");
  observation negative = seen("town", "c", 1);
  negative.size = -1;
  builder.add(negative);
  CHECK(codes_and_places(builder.problems()) ==
        std::vector<std::string>{
            "value-out-of-range at observations[0]", "observation-twice at sheet 1, row 2",
            "unknown-object at observations[2]", "unknown-indicator at sheet 1, row 4",
            "size-negative at observations[4]"});
  CHECK_THROWS_AS(builder.build(), daopai::invalid_input);
}

TEST_CASE("A table of thousands of objects finds each by its name", "[scoring]") {
  const indicator_system system = scored::build({}, three_leaves());
  observation_builder builder(system);
  for (int o = 0; o < 5000; ++o) builder.add(seen("o" + std::to_string(o), "b", o % 21));
  const observation_table table = builder.build();
  for (int o = 0; o < 5000; ++o) {
    const auto found = table.find(object_key("o" + std::to_string(o)));
    REQUIRE(found);
    CHECK(table.of(*found, *system.find("b"_indicator))[0].value == o % 21);
  }
}
