#include "catch.hpp"
#include "scoring/helpers.hpp"

#include <algorithm>

using namespace scoring_tests;
using relation = comparison::relation;

namespace {

std::vector<std::string> codes(const std::vector<daopai::problem>& problems) {
  std::vector<std::string> all;
  for (const auto& p : problems) all.push_back(p.code);
  return all;
}

std::vector<std::string> codes_of(const settings& s, const std::vector<indicator>& indicators) {
  indicator_system_builder builder(s);
  for (const auto& i : indicators) builder.add(i);
  return codes(builder.problems());
}

indicator below(indicator i, const std::string& parent) {
  i.parent = daopai::indicator_key(parent);
  return i;
}
indicator heading(const std::string& id, std::optional<decimal> points = std::nullopt) {
  indicator h{.id = daopai::indicator_key(id), .name = id};
  h.points = points;
  return h;
}

}  // namespace

TEST_CASE("Everything that is wrong with a system is said at once", "[scoring]") {
  indicator negative = leaf("negative", -5, direct{});
  indicator weight = leaf("weight", 5, direct{});
  weight.weight = -1;
  indicator veto_on_nothing = leaf("nothing", 5, direct{});
  veto_on_nothing.on_unmet = {fails{}};
  indicator shares = leaf("shares", 5, direct{});
  shares.units = {{daopai::unit_key("a"), dec("0.6")}, {daopai::unit_key("b"), dec("0.6")}};
  const auto found =
      codes_of({}, {negative, weight, veto_on_nothing, shares, leaf("swapped", 5, linear{100, 60}),
                    leaf("swapped", 5, direct{}), below(leaf("lost", 5, direct{}), "nowhere"),
                    leaf("zero", 5, proportional{0}),
                    leaf("grade", std::nullopt, veto{.then = cap_grade{"good"}})});
  CHECK(found == std::vector<std::string>{"id-twice", "unknown-indicator", "points-negative",
                                          "weight-negative", "veto-on-nothing",
                                          "shares-do-not-add-up", "rule-bounds-swapped",
                                          "target-not-positive", "unknown-grade"});
}

TEST_CASE("An indicator below itself is named with its loop", "[scoring]") {
  indicator_system_builder builder;
  builder.add(below(heading("a"), "c"))
      .add(below(heading("b"), "a"))
      .add(below(heading("c"), "b"))
      .add(leaf("ok", 1, direct{}));
  const auto problems = builder.problems();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "indicator-loop");
  CHECK(problems[0].message == "an indicator stands below itself: a -> c -> b -> a");
}

TEST_CASE("Bands with a gap or an overlap are refused, with the scores that suffer", "[scoring]") {
  const auto printed = check_bands({{.grade = "A", .from = 90},
                                    {.grade = "B", .from = 80, .below = 89, .includes_below = true},
                                    {.grade = "C", .below = 80}});
  REQUIRE(printed.size() == 1);
  CHECK(printed[0].code == "bands-gap");
  CHECK(printed[0].message == "scores between have no grade: B ends at 89 and A starts at 90");
  CHECK(codes(check_bands({{.grade = "A", .from = 85}, {.grade = "B", .below = 90}})) ==
        std::vector<std::string>{"bands-overlap"});
  CHECK(codes(check_bands({{.grade = "A", .from = 90}, {.grade = "B", .from = 60}})) ==
        std::vector<std::string>{"bands-gap"});
  CHECK(codes(check_bands({{.grade = "A", .from = 90, .below = 80}, {.grade = "A"}})) ==
        std::vector<std::string>{"band-reversed", "band-twice"});
  CHECK_THROWS_AS(grade_bands({{.grade = "A", .from = 85}, {.grade = "B", .below = 90}}),
                  daopai::invalid_input);
}

TEST_CASE("Points that do not add up are noted and the table is still scored", "[scoring]") {
  indicator_system_builder builder;
  builder.add(heading("h", 60))
      .add(below(leaf("x", 20, direct{}), "h"))
      .add(below(leaf("y", 30, direct{}), "h"));
  const auto system = builder.build();
  REQUIRE(system.notes().size() == 1);
  CHECK(system.notes()[0].code == "points-do-not-add-up");
  CHECK(system.notes()[0].message ==
        "h is printed with 60 points, but its parts add up to 50; the parts count");
}

TEST_CASE("Where parts are for some objects alone, each object's own sum is compared",
          "[scoring]") {
  settings s;
  s.points = 100;
  indicator a = leaf("a", 60, direct{});
  a.applies_to.objects = {"x"_object};
  indicator b = leaf("b", 50, direct{});
  b.applies_to.objects = {"y"_object};
  indicator_system_builder builder(s);
  builder.add(leaf("common", 40, direct{})).add(a).add(b);
  const auto system = builder.build();
  REQUIRE(system.notes().size() == 1);
  CHECK(system.notes()[0].message ==
        "the whole is printed with 100 points, but its parts add up to 90 for y; the parts count");
  const scored both(
      s, {leaf("common", 40, direct{}), a, b},
      {seen("x", "common", 30), seen("x", "a", 50), seen("y", "common", 40), seen("y", "b", 45)});
  CHECK(both.card("x").score == 80);
  CHECK(both.card("x").full == 100);
  CHECK(both.card("y").score == 85);
  CHECK(both.card("y").full == 90);
}

TEST_CASE("A tree may be as deep as one likes", "[scoring]") {
  constexpr int depth = 20'000;
  std::vector<indicator> chain{heading("0")};
  for (int i = 1; i < depth; ++i)
    chain.push_back(below(heading(std::to_string(i)), std::to_string(i - 1)));
  chain.push_back(below(leaf("leaf", 10, direct{}), std::to_string(depth - 1)));
  const scored s({}, chain, {seen("a", "leaf", 4)});
  CHECK(s.card("a").score == 4);
  CHECK(lost_points_of(s.result, s.object("a")).missing == 6);
}

TEST_CASE("Everything that is wrong with observations is said at once", "[scoring]") {
  indicator_system_builder builder;
  builder.add(heading("h"))
      .add(below(leaf("x", 10, direct{}), "h"))
      .add(below(leaf("y", 1, levels{{{"A", 1}}}), "h"));
  const auto system = builder.build();
  observation_builder observations(system);
  observation text = seen("a", "x", 0);
  text.value.reset();
  text.label = "many";
  observation label = text;
  label.indicator = "y"_indicator;
  label.label = "D";
  observations.add(seen("a", "z", 1))
      .add(seen("a", "h", 1))
      .add(text)
      .add(label)
      .add(seen("b", "x", 11))
      .add(seen("b", "x", 11));
  CHECK(codes(observations.problems()) ==
        std::vector<std::string>{"unknown-indicator", "observation-of-heading", "not-a-number",
                                 "unknown-label", "value-out-of-range", "observation-twice",
                                 "value-out-of-range"});
  CHECK_THROWS_AS(observations.build(), daopai::invalid_input);
}

TEST_CASE("Six of seven pass if the seventh is not below 85 per cent of its line", "[scoring]") {
  settings s;
  s.combine = k_of_n{6, dec("0.85")};
  std::vector<indicator> seven;
  for (int i = 0; i < 7; ++i)
    seven.push_back(leaf(std::to_string(i), std::nullopt, threshold{{relation::at_least, 100}}));
  const auto with = [&](decimal first, decimal second) {
    std::vector<observation> observations{seen("a", "0", first), seen("a", "1", second)};
    for (int i = 2; i < 7; ++i) observations.push_back(seen("a", std::to_string(i), 100));
    return scored(s, seven, observations).card("a").score.value();
  };
  CHECK(with(100, 100) == 100);
  CHECK(with(85, 100) == 100);
  CHECK(with(dec("84.99"), 100) == 0);
  CHECK(with(90, 90) == 0);
}

TEST_CASE("A pass mark on a heading can veto", "[scoring]") {
  settings s;
  s.bands = grade_bands({{.grade = "good", .from = 60}, {.grade = "bad"}});
  indicator h = heading("h", 40);
  h.pass_mark = 24;
  h.on_unmet = {fails{}};
  const std::vector<indicator> all{h, below(leaf("x", 40, direct{}), "h"), leaf("y", 60, direct{})};
  const scored failing(s, all, {seen("a", "x", 20), seen("a", "y", 60)});
  CHECK(s.bands.name(failing.card("a").grade_by_score.value()) == "good");
  CHECK(s.bands.name(failing.card("a").grade.value()) == "bad");
  CHECK_FALSE(failing.card("a").passed);
  CHECK(scored(s, all, {seen("a", "x", 24), seen("a", "y", 60)}).card("a").passed);
}

TEST_CASE("Ranks tie at their places, by the rule stated", "[scoring]") {
  const std::vector<std::optional<decimal>> scores{dec("90.004"), dec("90.001"), dec("95"),
                                                   std::nullopt, dec("80")};
  using ranks = std::vector<std::optional<std::size_t>>;
  CHECK(ranks_of(scores, 2) == ranks{2, 2, 1, std::nullopt, 4});
  CHECK(ranks_of(scores, 3) == ranks{2, 3, 1, std::nullopt, 4});
  CHECK(ranks_of(scores, 2, tie_rule::dense) == ranks{2, 2, 1, std::nullopt, 3});
}
