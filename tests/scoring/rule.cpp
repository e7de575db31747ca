// Expected points are worked out by hand from the formula stated with each rule.
#include "catch.hpp"
#include "scoring/helpers.hpp"

using namespace scoring_tests;
using relation = comparison::relation;

namespace {

/// The points of all values of one rule, object by object.
std::vector<decimal> points_of_all(const rule& r, decimal p, const std::vector<decimal>& values) {
  std::vector<observation> observations;
  for (const decimal v : values)
    observations.push_back(seen(std::to_string(observations.size()), "i", v));
  const scored s({}, {leaf("i", p, r)}, observations);
  std::vector<decimal> points;
  for (std::size_t i = 0; i < values.size(); ++i)
    points.push_back(s.at(std::to_string(i), "i").score);
  return points;
}

decimal points_of_label(const rule& r, std::optional<decimal> p, const std::string& label) {
  observation o = seen("a", "i", 0);
  o.value.reset();
  o.label = label;
  return scored({}, {leaf("i", p, r)}, {o}).at("a", "i").score;
}

/// One indicator of 10 points by a rule and a measure, from several observations of one object.
scored measured(const measure& m, const rule& r, std::vector<observation> observations,
                const std::vector<object>& objects = {}) {
  indicator i = leaf("i", 10, r);
  i.measure = m;
  for (observation& o : observations) {
    o.object = "a"_object;
    o.indicator = "i"_indicator;
  }
  return scored({}, {i}, observations, objects);
}

observation part(const std::string& name, decimal value, decimal size = 1) {
  observation o = seen("a", "i", value);
  o.part = name;
  o.size = size;
  return o;
}
observation by_rater(const std::string& name, decimal value) {
  observation o = seen("a", "i", value);
  o.rater = name;
  return o;
}
observation in_period(const std::string& name, decimal value) {
  observation o = seen("a", "i", value);
  o.period = name;
  return o;
}

}  // namespace

TEST_CASE("Points are given directly, or for a condition met", "[scoring]") {
  CHECK(points_of(direct{}, 8, dec("7.2")) == dec("7.2"));
  CHECK(points_of(met{}, 8, 1) == 8);
  CHECK(points_of(met{}, 8, 0) == 0);
}

TEST_CASE("Levels give the points of their label, or of their number", "[scoring]") {
  const levels abc{{{"A", 1}, {"B", dec("0.6")}, {"C", dec("0.4")}}};
  CHECK(points_of_label(abc, 1, "B") == dec("0.6"));
  CHECK(points_of(abc, 1, 3) == dec("0.4"));
}

TEST_CASE("Graded steps go down from full marks and stop at 0", "[scoring]") {
  CHECK(points_of(graded_steps{dec("0.1")}, 2, 3) == dec("1.7"));
  CHECK(points_of(graded_steps{dec("0.1")}, 2, 30) == 0);
}

TEST_CASE("A staircase gives the points of the best stair reached, bounds included", "[scoring]") {
  const stairs up{{{90, 10}, {80, 8}, {60, 5}}};
  CHECK(points_of_all(up, 10, {95, 90, dec("89.99"), 80, 60, 59}) ==
        std::vector<decimal>{10, 10, 8, 8, 5, 0});
  const stairs down{{{10, 5}, {20, 3}}, direction::lower_is_better};
  CHECK(points_of_all(down, 5, {5, 10, 11, 20, 21}) == std::vector<decimal>{5, 5, 3, 3, 0});
}

TEST_CASE("A deduction counts cases or misses, and stops at its floor if it has one", "[scoring]") {
  CHECK(points_of_all(deduction{.each = 2}, 5, {0, 1, 2, 3}) == std::vector<decimal>{5, 3, 1, 0});
  CHECK(points_of_all(deduction{.each = 10, .floor = std::nullopt}, 20, {1, 3}) ==
        std::vector<decimal>{10, -10});
  const deduction meetings{.each = 1, .from = 3, .better = direction::higher_is_better};
  CHECK(points_of_all(meetings, 3, {4, 3, 2, 0}) == std::vector<decimal>{3, 3, 2, 0});
  const deduction per_ten{.each = 1, .per = 10, .count = deduction::counting::started};
  CHECK(points_of_all(per_ten, 5, {0, 1, 10, 11}) == std::vector<decimal>{5, 4, 4, 3});
}

TEST_CASE("A threshold gives all or nothing, in each of its five relations", "[scoring]") {
  CHECK(points_of_all(threshold{{relation::at_least, 80}}, 10, {80, dec("79.99")}) ==
        std::vector<decimal>{10, 0});
  CHECK(points_of_all(threshold{{relation::more_than, 80}}, 10, {80, dec("80.01")}) ==
        std::vector<decimal>{0, 10});
  CHECK(points_of_all(threshold{{relation::at_most, 45}}, 10, {45, 46}) ==
        std::vector<decimal>{10, 0});
  CHECK(points_of_all(threshold{{relation::less_than, 45}}, 10, {45, 44}) ==
        std::vector<decimal>{0, 10});
  CHECK(points_of_all(threshold{{relation::equal, 100}}, 10, {100, 99}) ==
        std::vector<decimal>{10, 0});
}

TEST_CASE("Targets differ by object and by kind of object", "[scoring]") {
  target land(40'000);
  land.cases = {{"kind", "technical", 30'000}};
  land.by_object = {{"c"_object, 20'000}};
  std::vector<object> objects{{.id = "a"_object}, {.id = "b"_object}, {.id = "c"_object}};
  objects[1].attributes.emplace("kind", "technical");
  objects[2].attributes.emplace("kind", "technical");
  const scored s({}, {leaf("land", 1, threshold{{relation::at_least, land}})},
                 {seen("a", "land", 30'000), seen("b", "land", 30'000), seen("c", "land", 20'000)},
                 objects);
  CHECK(s.at("a", "land").score == 0);
  CHECK(s.at("b", "land").score == 1);
  CHECK(s.at("c", "land").score == 1);
}

TEST_CASE("Proportional points stop at full marks unless they need not", "[scoring]") {
  CHECK(points_of_all(proportional{10}, 15, {8, 10, 12, 0}) == std::vector<decimal>{12, 15, 15, 0});
  CHECK(points_of(proportional{.goal = 10, .capped = false}, 15, 12) == 18);
  CHECK(points_of(proportional{.goal = 10, .better = direction::lower_is_better}, 15, 20) ==
        dec("7.5"));
}

TEST_CASE("A proportional deduction takes the share of what is short", "[scoring]") {
  CHECK(points_of_all(proportional_deduction{100}, 4, {100, 75, 0}) ==
        std::vector<decimal>{4, 3, 0});
  CHECK(points_of(proportional_deduction{10, direction::lower_is_better}, 4, 15) == 2);
}

TEST_CASE("Linear points run between two bounds, either way", "[scoring]") {
  CHECK(points_of_all(linear{60, 100}, 10, {50, 60, 80, 100, 120}) ==
        std::vector<decimal>{0, 0, 5, 10, 10});
  CHECK(points_of_all(linear{30, 10, direction::lower_is_better}, 10, {40, 20, 5}) ==
        std::vector<decimal>{0, 5, 10});
}

TEST_CASE("The efficacy coefficient of two points is 60 at the lower and 100 at the higher",
          "[scoring]") {
  const efficacy e{.unsatisfactory = 20, .satisfactory = 60};
  CHECK(points_of_all(e, 100, {20, 40, 60, 80}) == std::vector<decimal>{60, 80, 100, 100});
  CHECK(points_of(e, 100, 10) == 50);
}

TEST_CASE("Ranks give the points of their place, and ties share as the rule says", "[scoring]") {
  const std::vector<decimal> values{97, 90, 90, 80, 70};
  CHECK(points_of_all(ranked{{10, 8, 6, 4}}, 10, values) == std::vector<decimal>{10, 8, 8, 4, 0});
  CHECK(points_of_all(ranked{.table = {10, 8, 6, 4}, .ties = tie_rule::dense}, 10, values) ==
        std::vector<decimal>{10, 8, 8, 6, 4});
  CHECK(points_of_all(ranked{.table = {10, 8, 6, 4}, .ties = tie_rule::average}, 10, values) ==
        std::vector<decimal>{10, 7, 7, 4, 0});
  CHECK(points_of_all(ranked{{10, 8, 6}, direction::lower_is_better}, 10, {3, 1, 2}) ==
        std::vector<decimal>{6, 10, 8});
}

TEST_CASE("Who reaches the line has full points, the others are ranked among themselves",
          "[scoring]") {
  const threshold_then_rank r{{relation::at_least, 85}, {{8, 6, 4, 2}}};
  CHECK(points_of_all(r, 10, {90, 85, 84, 70, 60}) == std::vector<decimal>{10, 10, 8, 6, 4});
}

TEST_CASE("Points relative to the best count up to the peers' best", "[scoring]") {
  CHECK(points_of_all(relative_to_best{}, 100, {50, 40, 10}) == std::vector<decimal>{100, 80, 20});
  CHECK(points_of_all(relative_to_best{direction::lower_is_better}, 100, {50, 40, 10}) ==
        std::vector<decimal>{20, 25, 100});
}

TEST_CASE("Peers are the objects of the same group", "[scoring]") {
  std::vector<object> objects{
      {.id = "a"_object}, {.id = "b"_object}, {.id = "c"_object}, {.id = "d"_object}};
  objects[0].group = objects[1].group = "urban";
  const scored s({}, {leaf("i", 10, ranked{{10, 5}})},
                 {seen("a", "i", 1), seen("b", "i", 2), seen("c", "i", 3), seen("d", "i", 4)},
                 objects);
  CHECK(s.at("b", "i").score == 10);
  CHECK(s.at("c", "i").score == 5);
  CHECK(s.card("b").rank == 1);
  CHECK(s.card("b").rank_in_group == 1);
  CHECK(s.card("c").rank == 3);
  CHECK(s.card("c").rank_in_group == 2);
}

TEST_CASE("Titles, bonus and malus go by label or by number, with a cap", "[scoring]") {
  CHECK(points_of(title{}, 10, 1) == 10);
  CHECK(points_of_label(title{{{"national", 10}, {"provincial", 5}}}, 10, "provincial") == 5);
  CHECK(points_of(bonus{.each = dec("0.5")}, 0, 3) == dec("1.5"));
  CHECK(points_of(bonus{.cap = 2}, 0, 3) == 2);
  CHECK(points_of(malus{.each = 3}, 0, 2) == -6);
  CHECK(points_of_label(malus{.table = {{"province", 5}, {"city", 3}}}, std::nullopt, "city") ==
        -3);
}

TEST_CASE("The superior's score is carried over in proportion", "[scoring]") {
  CHECK(points_of(scaled_import{120}, 10, 90) == dec("7.5"));
  CHECK(points_of(scaled_import{.upper_full = 100, .as_malus = true}, 40, 5) == -2);
}

TEST_CASE("A quota is split by weight in whole numbers, and each object is held to its part",
          "[scoring]") {
  std::vector<object> objects{{.id = "a"_object}, {.id = "b"_object}};
  objects[0].quantities.emplace("population", 30);
  objects[1].quantities.emplace("population", 50);
  const scored s({}, {leaf("trained", 10, quota_share{8000})},
                 {seen("a", "trained", 1500), seen("b", "trained", 6000)}, objects);
  CHECK(s.result.target(s.object("a"), s.indicator("trained")) == 3000);
  CHECK(s.at("a", "trained").score == 5);
  CHECK(s.at("b", "trained").score == 10);
}

TEST_CASE("A monitored indicator is recorded and never scored", "[scoring]") {
  const scored s({}, {leaf("i", 10, direct{}), leaf("m", std::nullopt, monitor_only{})},
                 {seen("a", "i", 4), seen("a", "m", 99)});
  CHECK(s.card("a").score == 4);
  CHECK(s.card("a").full == 10);
  CHECK(s.at("a", "m").value == 99);
}

TEST_CASE("A ratio is of parts, of indicators or of the object's quantities", "[scoring]") {
  object a{.id = "a"_object};
  a.quantities.emplace("population", 250'000);
  const scored s = measured(ratio{.numerator = "spending", .denominator = "population"},
                            threshold{{relation::at_least, 4}}, {part("spending", 800'000)}, {a});
  CHECK(s.at("a", "i").value == dec("3.2"));
  const auto unmet = unmet_of(s.result, s.object("a"));
  REQUIRE(unmet.size() == 1);
  CHECK(unmet[0].gap == dec("0.8"));
}

TEST_CASE("The coefficient of variation weighs schools by their pupils", "[scoring]") {
  // mean (2*100 + 4*300)/400 = 3.5; variance (1.5^2*100 + 0.5^2*300)/400 = 0.75; sqrt(0.75)/3.5
  const scored s = measured(dispersion{}, threshold{{relation::at_most, dec("0.5")}},
                            {part("x", 2, 100), part("y", 4, 300)});
  CHECK(rounded(s.at("a", "i").value, 9) == dec("0.247435830"));
  // unweighted: mean 3, deviations 1: 1/3; as a sample sqrt(2)/3
  CHECK(measured(dispersion{.weighted = false}, direct{}, {part("x", 2), part("y", 4)})
            .at("a", "i")
            .value == dec("1") / 3);
  CHECK(rounded(measured(dispersion{false, true}, direct{}, {part("x", 2), part("y", 4)})
                    .at("a", "i")
                    .value,
                9) == dec("0.471404521"));
}

TEST_CASE("A survey that asks too few has no value", "[scoring]") {
  const survey m{.minimum_sample = 100};
  const scored enough = measured(m, threshold{{relation::at_least, 85}},
                                 {part("parents", 80, 60), part("teachers", 95, 40)});
  CHECK(enough.at("a", "i").value == 86);
  CHECK(enough.at("a", "i").score == 10);
  const scored few = measured(m, threshold{{relation::at_least, 85}}, {part("parents", 90, 60)});
  CHECK(few.at("a", "i").rests_on == basis::missing_zero);
}

TEST_CASE("Of several raters the first counts, or their mean, trimmed mean or weighted mean",
          "[scoring]") {
  const std::vector<observation> given{by_rater("self", 10), by_rater("review", 8),
                                       by_rater("e1", 5), by_rater("e2", 7)};
  CHECK(measured(single{}, direct{}, given).at("a", "i").value == 8);  // no "expert", so the review
  const std::vector<std::string> names{"self", "review", "e1", "e2"};
  using pick = raters::pick;
  CHECK(measured(raters{pick::first_present, {"e1", "self"}}, direct{}, given).at("a", "i").value ==
        5);
  CHECK(measured(raters{pick::mean, names}, direct{}, given).at("a", "i").value == dec("7.5"));
  CHECK(measured(raters{pick::trimmed_mean, names}, direct{}, given).at("a", "i").value ==
        dec("7.5"));
  CHECK(measured(raters{pick::weighted, {"self", "review"}, {1, 3}}, direct{}, given)
            .at("a", "i")
            .value == dec("8.5"));
}

TEST_CASE("Self-assessment and expert scores stand side by side", "[scoring]") {
  const std::vector<observation> given{by_rater("self", 10), by_rater("expert", 7)};
  CHECK(scored({}, {leaf("i", 10, direct{})}, given, {}, {.rater = "self"}).card("a").score == 10);
  CHECK(scored({}, {leaf("i", 10, direct{})}, given, {}, {.rater = "expert"}).card("a").score == 7);
  CHECK(scored({}, {leaf("i", 10, direct{})}, given).card("a").score == 7);
}

TEST_CASE("Periods are weighted, and one that is missing leaves no value", "[scoring]") {
  const periods m{{{"spring", dec("0.35")},
                   {"autumn", dec("0.35")},
                   {"usual", dec("0.2")},
                   {"entry", dec("0.1")}}};
  std::vector<observation> given{in_period("spring", 8), in_period("autumn", 6),
                                 in_period("usual", 9), in_period("entry", 10)};
  CHECK(measured(m, direct{}, given).at("a", "i").value == dec("7.7"));
  given.pop_back();
  CHECK(measured(m, direct{}, given).at("a", "i").rests_on == basis::missing_zero);
}

TEST_CASE("A difficulty coefficient multiplies the value", "[scoring]") {
  indicator i = leaf("i", 100, relative_to_best{});
  i.scaled_by = "difficulty";
  std::vector<object> objects{{.id = "a"_object}, {.id = "b"_object}};
  objects[0].quantities.emplace("difficulty", dec("1.25"));
  objects[1].quantities.emplace("difficulty", 1);
  const scored s({}, {i}, {seen("a", "i", 40), seen("b", "i", 40)}, objects);
  CHECK(s.at("a", "i").score == 100);
  CHECK(s.at("b", "i").score == 80);
}

TEST_CASE("A missing value is imputed by the method named, and the score says so", "[scoring]") {
  using method = missing::imputed::method;
  const auto value_by = [](method how) {
    indicator i = leaf("i", 100, direct{});
    i.missing = missing::imputed{how, 85};
    observation gap = seen("d", "i", 0);
    gap.value.reset();
    observation earlier = seen("d", "i", 70);
    earlier.period = "2022";
    const scored s({}, {i},
                   {seen("a", "i", 90), seen("b", "i", 60), seen("c", "i", 30), gap, earlier}, {},
                   {.rater = "", .period = "2023"});
    CHECK(s.card("d").imputed == 1);
    CHECK(s.at("d", "i").rests_on == basis::imputed);
    return s.at("d", "i").value;
  };
  CHECK(value_by(method::mean_of_peers) == 60);
  CHECK(value_by(method::median_of_peers) == 60);
  CHECK(value_by(method::previous_period) == 70);
  CHECK(value_by(method::constant) == 85);
}

TEST_CASE("A rule tells its kind, and copies share it", "[scoring]") {
  const rule r = linear{2, 12};
  const rule same = r;
  CHECK(r.is<linear>());
  CHECK_FALSE(r.is<direct>());
  CHECK(r.as<veto>() == nullptr);
  REQUIRE(r.as<linear>() != nullptr);
  CHECK(r.as<linear>()->to == 12);
  CHECK(same.as<linear>() == r.as<linear>());
  CHECK(r.visit([](const auto& kind) {
    return requires { kind.from; };
  }));
  CHECK_FALSE(rule(met{}).visit([](const auto& kind) {
    return requires { kind.from; };
  }));
}
