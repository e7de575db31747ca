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

TEST_CASE("What was observed several times is found again in the order given", "[scoring]") {
  const indicator_system system = scored::build({}, three_leaves());
  observation_builder builder(system);
  const auto add = [&](const char* who, const char* what, decimal value, const char* part,
                       const char* period, decimal size) {
    observation o = seen(who, what, value);
    o.part = part;
    o.period = period;
    o.size = size;
    builder.add(o);
  };
  add("x", "a", 1, "", "2024", 1);
  add("y", "b", 2, "south", "", 300);
  add("x", "a", 3, "", "2023", 1);
  add("y", "b", 4, "north", "", 200);
  add("x", "b", 5, "", "", 7);
  add("y", "b", 6, "west", "", 200);
  builder.add({.object = object_key("y"), .indicator = "a"_indicator});
  const observation_table table = builder.build();
  const object_id x{0};
  const object_id y{1};
  const indicator_id a = *system.find("a"_indicator);
  const indicator_id b = *system.find("b"_indicator);

  const auto twice = table.of(x, a);
  REQUIRE(twice.size() == 2);
  CHECK(twice[0].value == 1);
  CHECK(table.name(twice[0].period) == "2024");
  CHECK(twice[1].value == 3);
  CHECK(table.name(twice[1].period) == "2023");
  CHECK_FALSE(table.number(x, a));

  std::string parts;
  decimal people = 0;
  for (const reading& r : table.of(y, b)) {
    parts += table.name(r.part) + " ";
    people += r.size;
  }
  CHECK(parts == "south north west ");
  CHECK(people == 700);

  REQUIRE(table.of(x, b).size() == 1);
  CHECK(table.of(x, b).front().size == 7);
  CHECK(table.number(x, b) == decimal{5});
  REQUIRE(table.of(y, a).size() == 1);
  CHECK(table.of(y, a)[0].has_value == 0);
  CHECK_FALSE(table.number(y, a));
  CHECK(table.of(x, *system.find("c"_indicator)).empty());
  CHECK(table.periods() == std::vector<std::string>{"2023", "2024"});
}
