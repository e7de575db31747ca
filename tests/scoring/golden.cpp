// The worked examples of Chinese scoring rules in golden/scoring_rules.json, read where that folder
// is found. Each example says there what is published and what was constructed.
#include "catch.hpp"
#include "scoring/helpers.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace scoring_tests;
namespace json = boost::json;

namespace {

const std::filesystem::path file =
    std::filesystem::path(DAOPAI_SHARED_DIR) / "golden" / "scoring_rules.json";

decimal number_in(const json::value& v) {
  return decimal::from_double(v.to_number<double>()).value();
}

/// As many digits as a double prints; the golden values were computed in doubles.
bool agrees(decimal ours, const json::value& golden) {
  const double expected = golden.to_number<double>();
  return std::abs(ours.to_double() - expected) <= 1e-13 * std::max(1.0, std::abs(expected));
}

json::object entry(const std::string& id) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  const json::value all = json::parse(text.str());
  for (const auto& rule : all.at("rules").as_array()) {
    if (rule.at("id").as_string() == id) return rule.as_object();
  }
  throw std::runtime_error("no golden rule " + id);
}

json::array cases_of(const std::string& id) { return entry(id).at("cases").as_array(); }

bool is_absent() {
  if (std::filesystem::exists(file)) return false;
  WARN("golden/scoring_rules.json is not here: skipped");
  return true;
}

std::vector<decimal> decimals(const json::value& list) {
  std::vector<decimal> values;
  for (const auto& v : list.as_array()) values.push_back(number_in(v));
  return values;
}

}  // namespace

TEST_CASE("Golden: the efficacy coefficient of five bands", "[scoring]") {
  if (is_absent()) return;
  const auto golden = entry("gongxiao_5band");
  std::vector<indicator> indicators;
  std::vector<observation> observations;
  for (const auto& c : golden.at("cases").as_array()) {
    efficacy_bands bands;
    for (std::size_t i = 0; i < 5; ++i) {
      bands.table.push_back(
          {number_in(c.at("standards").at(i)), number_in(c.at("coefficients").at(i))});
    }
    const std::string name(c.at("indicator").as_string());
    indicators.push_back(leaf(name, number_in(c.at("weight")), bands));
    observations.push_back(seen("firm", name, number_in(c.at("actual"))));
  }
  const scored s({}, indicators, observations);
  for (const auto& c : golden.at("cases").as_array()) {
    const decimal ours = s.at("firm", std::string(c.at("indicator").as_string())).score;
    INFO(to_string(ours));
    CHECK(agrees(ours, c.at("computed")));
    if (!c.at("published").is_null()) CHECK(rounded(ours, 2) == number_in(c.at("published")));
  }
  CHECK(agrees(s.card("firm").exact, golden.at("total_computed")));
}

TEST_CASE("Golden: printed grades 90-100, 80-89, ... read as half-open bands", "[scoring]") {
  if (is_absent()) return;
  const grade_bands bands({{.grade = "优", .from = 90},
                           {.grade = "良", .from = 80},
                           {.grade = "中", .from = 60},
                           {.grade = "差"}});
  for (const auto& c : cases_of("mof_grade_bands")) {
    CHECK(bands.name(bands.place_of(number_in(c.at("score")))) ==
          c.at("grade").as_string().c_str());
    // and through a whole system, whose grades read the exact score
    settings of;
    of.bands = bands;
    const scored s(of, {leaf("i", 100, direct{})}, {seen("a", "i", number_in(c.at("score")))});
    CHECK(bands.name(s.card("a").grade.value()) == c.at("grade").as_string().c_str());
  }
}

TEST_CASE("Golden: a grade drops, or is capped, whatever the score", "[scoring]") {
  if (is_absent()) return;
  settings of;
  of.bands = grade_bands({{.grade = "优秀", .from = 90},
                          {.grade = "良好", .from = 80},
                          {.grade = "合格", .from = 65},
                          {.grade = "不合格"}});
  for (const auto& c : cases_of("ningxia_veto")) {
    std::vector<observation> observations{seen("a", "score", number_in(c.at("score")))};
    for (const auto& v : c.at("veto").as_array()) {
      observations.push_back(
          seen("a", v.as_string() == "不得评优" ? "not-excellent" : "downgrade", 1));
    }
    const scored s(
        of,
        {leaf("score", 100, direct{}), leaf("downgrade", std::nullopt, veto{.then = downgrade{}}),
         leaf("not-excellent", std::nullopt, veto{.then = cap_grade{"良好"}})},
        observations);
    CHECK(s.system.config().bands.name(s.card("a").grade.value()) ==
          c.at("grade").as_string().c_str());
  }
}

TEST_CASE(
    "Golden: a composite with the unit's own target and difficulty, then relative to the best",
    "[scoring]") {
  if (is_absent()) return;
  const auto golden = entry("wenzhou2013_investment");
  indicator investment = leaf("investment", 400, relative_to_best{});
  investment.measure = combination{{{"invest_rate", 1},
                                    {"gdp", scoring_tests::dec("1.5")},
                                    {"gdp_target", -scoring_tests::dec("1.5")},
                                    {"d_productive", scoring_tests::dec("0.15")},
                                    {"d_industrial", scoring_tests::dec("0.15")}}};
  investment.scaled_by = "difficulty";
  std::vector<object> objects;
  std::vector<observation> observations;
  for (const auto& c : golden.at("cases").as_array()) {
    object unit{.id = object_key(std::to_string(objects.size()))};
    for (const auto& [name, value] : c.at("inputs").as_object()) {
      if (name == "difficulty")
        unit.quantities.emplace(name, number_in(value));
      else
        observations.push_back({.object = unit.id,
                                .indicator = "investment"_indicator,
                                .value = number_in(value),
                                .part = name});
    }
    objects.push_back(unit);
  }
  const scored s({}, {investment}, observations, objects);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const cell& c = s.at(std::to_string(i), "investment");
    CHECK(agrees(c.value, golden.at("cases").at(i).at("composite")));
    CHECK(agrees(c.score, golden.at("relative").at(i)));
  }
}

TEST_CASE("Golden: full points at the mean, places below it", "[scoring]") {
  if (is_absent()) return;
  threshold_then_rank by_place{{comparison::relation::at_least, {}}, {{8, 6, 4}}};
  by_place.pass.than.mean_of_peers = true;
  for (const auto& c : cases_of("zhoushan2007_mean_then_rank")) {
    std::vector<observation> observations;
    for (const decimal v : decimals(c.at("values")))
      observations.push_back(seen(std::to_string(observations.size()), "i", v));
    const scored s({}, {leaf("i", 10, by_place)}, observations);
    for (std::size_t i = 0; i < observations.size(); ++i) {
      CHECK(s.at(std::to_string(i), "i").score == number_in(c.at("scores").at(i)));
    }
    CHECK(s.result.target(object_id{0}, s.indicator("i")) == number_in(c.at("mean")));
  }
}

TEST_CASE("Golden: three readings of a deduction for each percentage point", "[scoring]") {
  if (is_absent()) return;
  using counting = deduction::counting;
  const std::vector<std::pair<const char*, counting>> readings{
      {"proportional", counting::proportional},
      {"per_full_point", counting::full},
      {"per_started_point", counting::started}};
  for (const auto& c : cases_of("deduction_per_point")) {
    for (const auto& [name, reading] : readings) {
      const deduction r{.each = scoring_tests::dec("0.5"),
                        .from = number_in(c.at("target")),
                        .better = direction::higher_is_better,
                        .count = reading};
      CHECK(points_of(r, 5, number_in(c.at("actual"))) == number_in(c.at(name)));
    }
  }
}

TEST_CASE("Golden: caps on a bonus, on all of them, and on the total", "[scoring]") {
  if (is_absent()) return;
  for (const auto& c : cases_of("bonus_cap_order")) {
    settings of;
    of.at_most = 105;
    indicator plus = leaf("bonus", std::nullopt, bonus{.cap = number_in(c.at("total_cap"))});
    plus.measure = collected{.each_at_most = number_in(c.at("per_item_cap"))};
    std::vector<observation> observations{seen("a", "base", number_in(c.at("base"))),
                                          seen("a", "deduct", number_in(c.at("deduct")))};
    for (const decimal v : decimals(c.at("bonus"))) {
      observations.push_back({.object = "a"_object,
                              .indicator = "bonus"_indicator,
                              .value = v,
                              .part = std::to_string(observations.size())});
    }
    const scored s(of, {leaf("base", 100, direct{}), plus, leaf("deduct", std::nullopt, malus{})},
                   observations);
    CHECK(s.card("a").score == number_in(c.at("total")));
  }
}

TEST_CASE("Golden: lights whose upper bound belongs to the band below", "[scoring]") {
  if (is_absent()) return;
  const grade_bands lights({{.grade = "绿", .from = 95, .excludes_from = true},
                            {.grade = "黄", .from = 85},
                            {.grade = "红"}});
  for (const auto& c : cases_of("traffic_light")) {
    CHECK(lights.name(lights.place_of(number_in(c.at("v")))) == c.at("light").as_string().c_str());
  }
}

TEST_CASE("Golden: what a missing value means", "[scoring]") {
  if (is_absent()) return;
  const json::array cases = cases_of("missing_policies");
  const missing::imputed constant{missing::imputed::method::constant, 85};
  const std::vector<missing::policy> policies{missing::exempt{}, missing::zero{}, missing::full{},
                                              missing::blocks{}, constant};
  for (std::size_t i = 0; i < policies.size(); ++i) {
    settings of;
    of.combine = weighted_mean{};
    std::vector<indicator> indicators{leaf("x", std::nullopt, direct{}),
                                      leaf("y", std::nullopt, direct{}),
                                      leaf("z", std::nullopt, direct{})};
    indicators[0].weight = indicators[2].weight = scoring_tests::dec("0.3");
    indicators[1].weight = scoring_tests::dec("0.4");
    indicators[2].missing = policies[i];
    const scored s(of, indicators, {seen("a", "x", 90), seen("a", "y", 80)});
    if (cases[i].at("score").is_null()) {
      CHECK_FALSE(s.card("a").score);
    } else {
      CHECK(agrees(s.card("a").exact, cases[i].at("score")));
    }
    CHECK(s.card("a").missing + s.card("a").imputed == scoring_tests::dec("0.3"));
  }
}
