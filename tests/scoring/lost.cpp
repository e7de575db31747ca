#include "catch.hpp"
#include "scoring/helpers.hpp"

using namespace scoring_tests;
using relation = comparison::relation;

namespace {

indicator of_unit(indicator i, const std::vector<unit_share>& units) {
  i.units = units;
  return i;
}
daopai::unit_key office(const std::string& name) { return daopai::unit_key(name); }

decimal sum_of(const lost_points& lost) {
  decimal sum = 0;
  for (const auto& l : lost.lines) sum += l.points;
  return sum;
}

}  // namespace

TEST_CASE("Lost points are shared by the units responsible and add up", "[scoring]") {
  // x loses 4, of which edu answers for 60 %; y loses 1, z nothing; nobody answers for y
  const scored s({},
                 {of_unit(leaf("x", 10, direct{}), {{office("edu"), dec("0.6")}, {office("fin")}}),
                  leaf("y", 5, direct{}), leaf("z", 5, direct{})},
                 {seen("a", "x", 6), seen("a", "y", 4), seen("a", "z", 5)});
  const lost_points lost = lost_points_of(s.result, s.object("a"));
  CHECK(lost.missing == 5);
  const auto units = lost.by_unit();
  REQUIRE(units.size() == 3);
  CHECK(units[0].unit == office("edu"));
  CHECK(units[0].points == dec("2.4"));
  CHECK(units[1].unit == office("fin"));
  CHECK(units[1].points == dec("1.6"));
  CHECK_FALSE(units[2].unit);
  CHECK(units[2].points == 1);
  CHECK(lost.by_indicator().size() == 2);
}

TEST_CASE("Rounded losses still add up to the rounded whole", "[scoring]") {
  // three parts lose 10/3 each of 30: 3.33 + 3.33 + 3.34 = 10
  std::vector<indicator> parts;
  std::vector<observation> observations;
  for (const char* id : {"x", "y", "z"}) {
    parts.push_back(leaf(id, 10, proportional{3}));
    observations.push_back(seen("a", id, 2));
  }
  const scored s({}, parts, observations);
  const lost_points lost = lost_points_of(s.result, s.object("a"));
  CHECK(s.card("a").score == 20);
  REQUIRE(lost.lines.size() == 3);
  CHECK(sum_of(lost) == 10);
  CHECK(lost.lines[0].points == dec("3.34"));
  CHECK(lost.lines[1].points == dec("3.33"));
}

TEST_CASE("A bonus is a negative loss, and what a cap takes stands with its heading", "[scoring]") {
  settings of;
  of.at_most = 105;
  const scored s(of, {leaf("x", 100, direct{}), leaf("plus", std::nullopt, bonus{})},
                 {seen("a", "x", 98), seen("a", "plus", 10)});
  const lost_points lost = lost_points_of(s.result, s.object("a"));
  CHECK(s.card("a").score == 105);
  CHECK(lost.missing == -5);
  REQUIRE(lost.lines.size() == 3);
  CHECK(lost.lines[0].indicator == s.system.whole());
  CHECK(lost.lines[0].points == 3);
  CHECK(lost.lines[1].points == 2);
  CHECK(lost.lines[2].points == -10);
}

TEST_CASE("In a weighted mean each part loses by its weight, exempt parts lose nothing",
          "[scoring]") {
  settings of;
  of.combine = weighted_mean{};
  std::vector<indicator> parts{leaf("x", std::nullopt, direct{}), leaf("y", std::nullopt, direct{}),
                               leaf("z", std::nullopt, direct{})};
  parts[0].weight = parts[2].weight = dec("0.3");
  parts[1].weight = dec("0.4");
  parts[2].missing = missing::exempt{};
  const scored s(of, parts, {seen("a", "x", 90), seen("a", "y", 80)});
  const lost_points lost = lost_points_of(s.result, s.object("a"));
  CHECK(lost.missing == dec("15.71"));  // 100 - 84.29
  REQUIRE(lost.lines.size() == 2);
  CHECK(lost.lines[0].points == dec("4.28"));   // 30/7 = 4.2857, rounded down so that the sum holds
  CHECK(lost.lines[1].points == dec("11.43"));  // 80/7
}

TEST_CASE("A minimum loses by its least part, k of n by its unmet parts", "[scoring]") {
  settings of;
  of.combine = minimum{};
  const scored least(of, {leaf("x", std::nullopt, direct{}), leaf("y", std::nullopt, direct{})},
                     {seen("a", "x", 90), seen("a", "y", 70)});
  const auto lost = lost_points_of(least.result, least.object("a"));
  REQUIRE(lost.lines.size() == 1);
  CHECK(lost.lines[0].indicator == least.indicator("y"));
  CHECK(lost.lines[0].points == 30);
  of.combine = k_of_n{2};
  const threshold line{{relation::at_least, 1}};
  const scored two(
      of,
      {leaf("x", std::nullopt, line), leaf("y", std::nullopt, line), leaf("z", std::nullopt, line)},
      {seen("a", "x", 1), seen("a", "y", 0), seen("a", "z", 0)});
  const auto halves = lost_points_of(two.result, two.object("a"));
  REQUIRE(halves.lines.size() == 2);
  CHECK(halves.lines[0].points == 50);
}

TEST_CASE("The difference of two objects is split by indicator and adds up", "[scoring]") {
  const scored s(
      {}, {leaf("x", 10, proportional{3}), leaf("y", 10, proportional{7}), leaf("z", 10, direct{})},
      {seen("a", "x", 1), seen("a", "y", 5), seen("a", "z", 5), seen("b", "x", 2),
       seen("b", "y", 1), seen("b", "z", 5)});
  const auto d = difference_between(lost_points_of(s.result, s.object("a")),
                                    lost_points_of(s.result, s.object("b")));
  CHECK(d.total == *s.card("a").score - *s.card("b").score);
  decimal sum = 0;
  for (const auto& l : d.lines) sum += l.points;
  CHECK(sum == d.total);
  CHECK(d.lines.size() == 2);  // z is the same
}

TEST_CASE("Unmet indicators name their gap in their own unit of measure", "[scoring]") {
  const scored s({},
                 {leaf("x", 5, threshold{{relation::at_least, 4}}),
                  leaf("y", 5, threshold{{relation::at_most, 45}}), leaf("z", 5, direct{})},
                 {seen("a", "x", dec("3.2")), seen("a", "y", 52), seen("a", "z", 0)});
  const auto unmet = unmet_of(s.result, s.object("a"));
  REQUIRE(unmet.size() == 2);
  CHECK(unmet[0].gap == dec("0.8"));
  CHECK_FALSE(unmet[0].from_above);
  CHECK(unmet[1].gap == 7);
  CHECK(unmet[1].from_above);
}

TEST_CASE("One more step gains what scoring the better value would", "[scoring]") {
  const levels abc{{{"A", 4}, {"B", 2}, {"C", 1}}};
  observation c = seen("a", "levels", 0);
  c.value.reset();
  c.label = "C";
  const scored s(
      {},
      {leaf("cases", 10, deduction{.each = 2}), leaf("line", 5, threshold{{relation::at_least, 4}}),
       leaf("share", 10, proportional{20}), leaf("levels", 4, abc), leaf("full", 1, met{}),
       leaf("stairs", 10, stairs{{{90, 10}, {80, 8}, {60, 5}}})},
      {seen("a", "cases", 3), seen("a", "line", 3), seen("a", "share", 15), c, seen("a", "full", 1),
       seen("a", "stairs", 70)});
  const auto steps = next_steps_of(s.result, s.object("a"));
  REQUIRE(steps.size() == 5);
  CHECK(steps[0].indicator == s.indicator("line"));
  CHECK(steps[0].gain == 5);
  CHECK(steps[0].to == 4);
  CHECK(steps[1].indicator == s.indicator("stairs"));
  CHECK(steps[1].to == 80);
  CHECK(steps[1].gain == 3);
  CHECK(steps[2].indicator == s.indicator("cases"));
  CHECK(steps[2].gain == 2);
  CHECK(steps[3].to_label == "B");
  CHECK(steps[3].gain == 1);
  CHECK(steps[4].gain == dec("0.5"));
}

TEST_CASE("Points that must be published wait for what blocks them", "[scoring]") {
  indicator i = leaf("i", 10, direct{});
  i.missing = missing::blocks{};
  const scored s({}, {i, leaf("j", 10, direct{})},
                 {seen("a", "j", 7), seen("b", "i", 1), seen("b", "j", 2)});
  CHECK_FALSE(s.card("a").score);
  CHECK_FALSE(s.card("a").rank);
  CHECK(s.card("a").missing == dec("0.5"));
  CHECK(s.card("b").rank == 1);
}
