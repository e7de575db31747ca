#include "catch.hpp"
#include "scoring/helpers.hpp"
#include <daopai/io/scoring.hpp>

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace scoring_tests;
using daopai::io::assessment;
using daopai::io::named_text;
using daopai::io::read_assessment;
namespace json = boost::json;

namespace {

std::string whole_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

assessment assessment_of(const std::string& text) { return read_assessment({{"plan.json", text}}); }

assessment read_with_table(const std::string& text, const std::string& csv) {
  return read_assessment(
      {.plan = {"plan.json", text}, .observations = named_text{"values.csv", csv}});
}

std::string assessment_message(const std::string& text,
                               const std::optional<std::string>& csv = std::nullopt) {
  try {
    (void)(csv ? read_with_table(text, *csv) : assessment_of(text));
  } catch (const daopai::invalid_input& e) {
    return e.what();
  }
  return "nothing is wrong";
}

assessment example(const std::string& name) {
  return read_assessment({{name, whole_text(std::filesystem::path(DAOPAI_SOURCE_DIR) / "examples" /
                                            "indicators" / name)}});
}

const score_card& card(const scores& s, const std::string& object) {
  return s.of(s.table().find(object_key(object)).value());
}
std::string grade(const scores& s, const std::string& object) {
  return s.system().config().bands.name(card(s, object).grade.value());
}

constexpr const char* two = R"({"indicators": [
  {"id": "spend", "name": "人均经费", "points": 6, "unit_of_measure": "元", "rule": {"kind": "threshold", "op": ">=", "target": 4}},
  {"id": "rate", "name": "入学率", "points": 4, "unit_of_measure": "%", "rule": {"kind": "proportional", "target": 95}}]})";

}  // namespace

TEST_CASE("Every rule, measure, policy and aggregate is read by its name", "[io]") {
  const auto with_rule = [](const std::string& rule) {
    return assessment_message(
        R"({"bands": [{"grade": "A", "from": 50}, {"grade": "B"}], "indicators": [{"id": "i", "points": 10, "rule": )" +
        rule + R"(}], "observations": []})");
  };
  for (
      const char* rule :
      {R"("direct")",
       R"("met")",
       R"("title")",
       R"("bonus")",
       R"("malus")",
       R"("veto")",
       R"("monitor-only")",
       R"("relative-to-best")",
       R"({"kind": "levels", "levels": {"A": 10, "B": 5}})",
       R"({"kind": "graded-steps", "step": 0.1})",
       R"({"kind": "stairs", "stairs": [{"bound": 90, "points": 10}], "better": "higher"})",
       R"({"kind": "deduction", "each": 0.5, "per": 1, "target": 95, "better": "higher", "count": "started", "floor": null})",
       R"({"kind": "deduct-per-case", "each": 2})",
       R"({"kind": "deduct-per-miss", "each": 1, "target": 3})",
       R"({"kind": "threshold", "op": "<=", "target": "1:20"})",
       R"({"kind": "all-or-nothing", "target": 80})",
       R"({"kind": "conditional-threshold", "target": {"value": 4, "cases": [{"attribute": "kind", "equals": "x", "value": 3}], "by_object": {"o": 2}}})",
       R"({"kind": "proportional", "target": 10, "capped": false})",
       R"({"kind": "proportional-deduction", "target": 10})",
       R"({"kind": "linear", "from": 30, "to": 10, "better": "lower"})",
       R"({"kind": "efficacy", "unsatisfactory": 1, "satisfactory": 2})",
       R"({"kind": "efficacy-bands", "standards": [3, 2, 1], "coefficients": [1, 0.8, 0.6]})",
       R"({"kind": "ranked", "table": [10, 8, 6], "ties": "dense", "better": "lower"})",
       R"({"kind": "threshold-then-rank", "target": "mean-of-peers", "table": [8, 6, 4]})",
       R"({"kind": "scaled-import", "upper_full": 120})",
       R"({"kind": "quota-share", "total": 8000, "weight": "people"})",
       R"({"kind": "downgrade", "by": 1})",
       R"({"kind": "cap-grade", "at_most": "B"})"}) {
    INFO(rule);
    CHECK(with_rule(rule) == "nothing is wrong");
  }
  for (const char* more :
       {R"("measure": {"kind": "ratio", "numerator": "a", "denominator": "b", "times": 100})",
        R"("measure": {"kind": "dispersion", "weighted": false, "sample": true})",
        R"("measure": {"kind": "survey", "minimum_sample": 100})",
        R"("measure": {"kind": "raters", "pick": "trimmed-mean", "names": ["x", "y", "z"]})",
        R"("measure": {"kind": "periods", "weights": {"spring": 0.5, "autumn": 0.5}})",
        R"("measure": {"kind": "combination", "terms": {"a": 1.5, "b": -1}})",
        R"("measure": {"kind": "collected", "by": "maximum", "each_at_most": 2})",
        R"("missing": "exempt")", R"("missing": {"kind": "imputed", "method": "previous-period"})",
        R"("units": ["u", {"unit": "v", "share": 0.4}])"}) {
    INFO(more);
    CHECK(assessment_message(
              std::string(R"({"indicators": [{"id": "i", "points": 10, "rule": "direct", )") +
              more + "}]}") == "nothing is wrong");
  }
  for (const char* aggregate :
       {R"("sum")", R"("weighted-mean")", R"("geometric-mean")", R"("minimum")", R"("all")",
        R"({"kind": "k-of-n", "at_least": 1, "rest_at_least": 0.85})"}) {
    CHECK(assessment_message(std::string(R"({"indicators": {"aggregate": )") + aggregate +
                             R"(, "indicators": [{"id": "i", "points": 1, "rule": "met"}]}})") ==
          "nothing is wrong");
  }
}

TEST_CASE("All that is wrong with a file is said at once, each with its line and column", "[io]") {
  const std::string text = R"({
"bands": [{"grade": "A", "from": 90}, {"grade": "B", "below": 89}],
"indicators": [
{"id": "neg", "points": -5, "rule": "direct"},
{"id": "swap", "points": 5, "rule": {"kind": "linear", "from": 100, "to": 60}},
{"id": "veto", "points": 5, "rule": "direct", "on_unmet": ["fails"]},
{"id": "text", "points": "many", "rule": "direct"},
{"id": "kind", "points": 5, "rule": {"kind": "dispersion"}}],
"observations": [
{"indicator": "nowhere", "value": 1},
{"indicator": "swap", "value": "three"}]
})";
  CHECK(assessment_message(text) ==
        "plan.json:2:10: bands: scores between have no grade: B ends at 89 and A starts at 90\n"
        "plan.json:7:26: indicators[3].points: expected a number, found the text \"many\"\n"
        "plan.json:8:37: indicators[4].rule: there is no rule \"dispersion\"; it is a measure: "
        "write \"measure\": {\"kind\": "
        "\"dispersion\", ...} beside a rule\n"
        "plan.json:4:25: indicators[0].points: neg: points must not be negative: -5\n"
        "plan.json:5:64: indicators[1].rule.from: swap: no points at 100 and full points at 60, "
        "but higher is better\n"
        "plan.json:6:59: indicators[2].on_unmet: veto: the effect can never strike: the indicator "
        "has no line to miss (a target or a "
        "pass_mark)\n"
        "plan.json:10:1: observations[0]: there is no indicator nowhere\n"
        "plan.json:11:1: observations[1]: swap: expected a number, found \"three\"");
}

TEST_CASE("Observations come as CSV, long or wide, with full-width digits and per cent signs",
          "[io]") {
  const auto long_form =
      read_with_table(two,
                      "\xEF\xBB\xBF"
                      "object,indicator,value\n甲县,spend,３．２\n甲县,rate,76%\n");
  const scores s = score(long_form.system(), long_form.table());
  CHECK(card(s, "甲县").score == dec("3.2"));  // 0 + 4 x 76/95
  const auto wide = read_with_table(two, "对象,spend,入学率\n甲县,4,95\n乙县,,47.5\n");
  const scores w = score(wide.system(), wide.table());
  CHECK(card(w, "甲县").score == 10);
  CHECK(card(w, "乙县").score == 2);
  CHECK(card(w, "乙县").missing == dec("0.6"));
}

TEST_CASE("Observations may be in GB 18030, as Excel in China writes them", "[io]") {
  const std::string gb = "object,indicator,value\n\xBC\xD7\xCF\xD8,spend,\xA3\xB4\n";  // 甲县, ４
  const auto read = read_with_table(two, gb);
  CHECK(read.table().find(object_key("甲县")));
  CHECK(score(read.system(), read.table()).of(object_id{0}).score == 6);
}

TEST_CASE("Errors in a table of observations name file, row and column", "[io]") {
  CHECK(assessment_message(two, "object,indicator,value\n甲县,spent,3\n甲县,rate,viele\n") ==
        "values.csv:2: column 2 (indicator): there is no indicator \"spent\"\n"
        "values.csv:3: column 3 (value): rate of 甲县: expected a number, found \"viele\"");
}

TEST_CASE("One indicator file serves many plans", "[io]") {
  const std::string plan =
      R"({"title": "P", "tasks": [], "units": [{"id": "u", "name": "局"}], "observations": [{"indicator": "spend", "value": 5}]})";
  const auto of =
      read_assessment({.plan = {"plan.json", plan}, .indicators = named_text{"own.json", two}});
  CHECK(of.title() == "P");
  CHECK(of.name_of(daopai::unit_key("u")) == "局");
  CHECK(score(of.system(), of.table()).of(object_id{0}).score == 6);
  CHECK(assessment_message(R"({"title": "P", "tasks": []})") ==
        "plan.json:1:1: the plan has no \"indicators\"");
}

TEST_CASE("Hostile files are refused and do no harm", "[io]") {
  CHECK(assessment_message("{") != "nothing is wrong");
  CHECK(assessment_message(R"({"indicators": [{"id": "i", "id": "j", "rule": "veto"}]})") ==
        "plan.json:1:24: indicators[0].id: this field stands twice");
  CHECK(assessment_message("[]") != "nothing is wrong");
  CHECK(assessment_message(std::string(100'000, '[')) != "nothing is wrong");
  CHECK(assessment_message(R"({"indicators": 5, "tasks": []})") != "nothing is wrong");
  CHECK(assessment_message(R"({"indicators": [null, 1, [], {"id": 3}]})") != "nothing is wrong");
  CHECK(assessment_message(R"({"places": 99999999999, "indicators": []})") != "nothing is wrong");
  CHECK(assessment_message(R"({"indicators": [{"id": "i", "points": 1e300, "rule": "direct"}]})") !=
        "nothing is wrong");
}

TEST_CASE("Scores as JSON tell cards, cells, losses, unmet indicators and next steps", "[io]") {
  const auto of = read_with_table(two,
                                  "object,indicator,value,rater,period\n甲县,spend,3.2,expert,"
                                  "2023\n甲县,spend,5,self,2023\n甲县,rate,95,,2023\n");
  const auto periods = score_periods(of);
  const json::value told = json::parse(scores_to_json(of, periods));
  const json::value& one = told.at("objects").at(0);
  CHECK(told.at("period").as_string() == "2023");
  CHECK(one.at("score").to_number<double>() == 4);
  CHECK(one.at("by_rater").at("self").to_number<double>() == 10);
  CHECK(one.at("by_rater").at("expert").to_number<double>() == 4);
  CHECK(one.at("lost").at("missing").to_number<double>() == 6);
  CHECK(one.at("unmet").at(0).at("gap").to_number<double>() == 0.8);
  CHECK(one.at("next_steps").at(0).at("gain").to_number<double>() == 6);
  CHECK(one.at("indicators").as_array().size() == 2);
}

// The figures of the two river-chief tables were added up by a separate script in decimals.
TEST_CASE("The river chiefs' table of 31 departments is scored", "[io]") {
  const auto of = example("river_chief_2018_departments.json");
  const scores s = score(of.system(), of.table());
  CHECK(s.objects() == 31);
  CHECK(card(s, "县水利局").score == dec("95.5"));
  CHECK(card(s, "县财政局").score == 96);
  CHECK(card(s, "县矿管局").full == 90);
  CHECK(card(s, "县教育局").full == 100);
  REQUIRE(of.system().notes().size() == 1);
  CHECK(of.system().notes()[0].code == "points-do-not-add-up");
  for (std::size_t o = 0; o < s.objects(); ++o) {
    const auto lost = lost_points_of(s, object_id{o});
    decimal sum = 0;
    for (const auto& l : lost.lines) sum += l.points;
    CHECK(sum == s.of(object_id{o}).full - *s.of(object_id{o}).score);
  }
}

TEST_CASE("The river chiefs' table of townships is scored with bonus and malus", "[io]") {
  const auto of = example("river_chief_2018_towns.json");
  const scores s = score(of.system(), of.table());
  CHECK(card(s, "甲镇").score == dec("99.7"));
  CHECK(card(s, "丙乡").score == dec("79.4"));
  REQUIRE(of.system().notes().size() == 1);
  CHECK(card(s, "甲镇").full == 99);  // 非法采砂 is printed with 3 points and has parts of 2
}

TEST_CASE("Schools reach six of seven lines, the county every one", "[io]") {
  const auto schools = example("quality_balance_2017_schools.json");
  const scores s = score(schools.system(), schools.table());
  CHECK(grade(s, "二小") == "达标");    // one line missed, at 88 % of it
  CHECK(grade(s, "三小") == "不达标");  // one line missed, at 80 %
  CHECK(grade(s, "二中") == "不达标");  // two lines missed
  const auto county = example("quality_balance_2017_county.json");
  const scores c = score(county.system(), county.table());
  CHECK(c.system().config().bands.name(c.of(object_id{0}).grade.value()) == "不通过");
  std::vector<std::string> below;
  for (const auto& u : unmet_of(c, object_id{0})) {
    if (c.system().is_leaf(u.indicator)) below.push_back(c.system().at(u.indicator).id.text());
  }
  CHECK(below == std::vector<std::string>{"class-j", "training-fund", "schools"});
}

TEST_CASE("Vocational schools are held to nine limits that differ by kind", "[io]") {
  const auto of = example("vocational_conditions_2022.json");
  const scores s = score(of.system(), of.table());
  CHECK(grade(s, "甲职专") == "达标");
  CHECK(grade(s, "乙职高") == "基本达标");  // 7 of 9
  CHECK(grade(s, "丙技校") == "达标");      // by the limits of a technical school
  CHECK(grade(s, "丁高技") == "不达标");
}
