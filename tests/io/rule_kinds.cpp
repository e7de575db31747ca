// One small system for each kind of scoring rule that official tables use, read from its file form
// and scored; the points were worked out by hand from the formula that stands beside each kind.
#include "catch.hpp"
#include "io/csv.hpp"
#include "scoring/helpers.hpp"
#include <daopai/io/scoring.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace scoring_tests;

namespace {

struct kind_case {
  std::string kind;     ///< as domain lists of rule kinds call it
  std::string fields;   ///< of the one indicator "i", beside its id
  std::string values;   ///< of "observations"
  std::string score;    ///< of object "a"
  std::string grade{};  ///< of object "a"; empty: none is looked at
};

std::string seen(const std::string& value, const std::string& more = "", const char* object = "a") {
  return std::string(R"({"object": ")") + object + R"(", "indicator": "i", "value": )" + value +
         more + "}";
}
std::string four(const char* a, const char* b, const char* c, const char* d) {
  return seen(a) + "," + seen(b, "", "b") + "," + seen(c, "", "c") + "," + seen(d, "", "d");
}

std::vector<kind_case> kinds() {
  const std::string in_year = R"(, "period": )";
  const std::string by = R"(, "rater": )";
  return {
      {"points_direct", R"("points": 10, "rule": "direct")", seen("7.5"), "7.5"},
      {"graded_steps", R"("points": 10, "rule": {"kind": "graded-steps", "step": 0.1})", seen("3"),
       "9.7"},
      {"deduct_per_miss",
       R"("points": 3, "rule": {"kind": "deduct-per-miss", "each": 1, "target": 4})", seen("2"),
       "1"},
      {"deduct_per_case",
       R"("points": 3, "rule": {"kind": "deduct-per-case", "each": 2, "floor": null})", seen("2"),
       "-1"},
      {"all_or_nothing", R"("points": 5, "rule": {"kind": "all-or-nothing", "target": 80})",
       seen("79.9"), "0"},
      {"proportional", R"("points": 4, "rule": {"kind": "proportional", "target": 10})", seen("7"),
       "2.8"},
      {"proportional_deduct",
       R"("points": 4, "rule": {"kind": "proportional-deduction", "target": 80})", seen("60"), "3"},
      {"rank", R"("points": 10, "rule": {"kind": "ranked", "table": [10, 8, 6]})",
       four("70", "90", "80", "60"), "6"},
      {"threshold_then_rank",
       R"("points": 10, "rule": {"kind": "threshold-then-rank", "target": 90, "table": [8, 6, 4]})",
       four("70", "95", "80", "60"), "6"},
      {"title_bonus",
       R"("points": 5, "rule": {"kind": "title", "levels": {"national": 5, "provincial": 3}})",
       seen(R"("provincial")"), "3"},
      {"bonus", R"("rule": {"kind": "bonus", "each": 2, "cap": 5})", seen("4"), "5"},
      {"malus", R"("rule": {"kind": "malus", "levels": {"criticised": 1, "ordered to mend": 3}})",
       seen(R"("ordered to mend")"), "-3"},
      {"import_scaled", R"("points": 20, "rule": {"kind": "scaled-import", "upper_full": 120})",
       seen("90"), "15"},
      {"threshold_pass",
       R"("points": 6, "rule": {"kind": "threshold", "op": "<=", "target": "1:20"})", seen("0.05"),
       "6"},
      {"k_of_n",
       R"("points": 10, "aggregate": {"kind": "k-of-n", "at_least": 2, "rest_at_least": 0.85},
          "indicators": [{"id": "x", "rule": {"kind": "threshold", "target": 10}},
                         {"id": "y", "rule": {"kind": "threshold", "target": 10}},
                         {"id": "z", "rule": {"kind": "threshold", "target": 10}}])",
       R"({"object": "a", "indicator": "x", "value": 10}, {"object": "a", "indicator": "y", "value": 12},
          {"object": "a", "indicator": "z", "value": 8.5})",
       "10"},
      // pupils 100, 100: mean 10, deviation 2, 2/10 <= 0.2
      {"dispersion",
       R"("points": 8, "measure": "dispersion", "rule": {"kind": "threshold", "op": "<=", "target": 0.2})",
       seen("8", R"(, "part": "s1", "size": 100)") + "," +
           seen("12", R"(, "part": "s2", "size": 100)"),
       "8"},
      {"conditional_threshold",
       R"("points": 5, "rule": {"kind": "conditional-threshold", "target":
          {"value": 6, "cases": [{"attribute": "built", "equals": "before 2010", "value": 4}]}})",
       seen("5"), "5"},
      {"veto", R"("points": 80, "rule": "direct", "on_unmet": ["fails"], "pass_mark": 60)",
       seen("59"), "59", "C"},
      {"downgrade", R"("rule": {"kind": "downgrade", "by": 1})", seen("1"), "90", "B"},
      {"cap_grade", R"("rule": {"kind": "cap-grade", "at_most": "B"})", seen("1"), "90", "B"},
      {"bands", R"("points": 10, "rule": "direct")", seen("0"), "90", "A"},
      {"survey",
       R"("points": 10, "measure": {"kind": "survey", "minimum_sample": 100}, "rule": {"kind": "linear", "from": 0, "to": 100})",
       seen("80", R"(, "part": "parents", "size": 60)") + "," +
           seen("90", R"(, "part": "pupils", "size": 40)"),
       "8.4"},
      {"multi_rater",
       R"("points": 10, "measure": {"kind": "raters", "pick": "weighted", "names": ["self", "expert"], "weights": [0.2, 0.8]}, "rule": "direct")",
       seen("10", by + R"("self")") + "," + seen("7", by + R"("expert")"), "7.6"},
      {"multi_period_weight",
       R"("points": 100, "measure": {"kind": "periods", "weights": {"spring": 0.35, "autumn": 0.35, "usual": 0.2, "entry": 0.1}}, "rule": "direct")",
       seen("80", in_year + R"("spring")") + "," + seen("90", in_year + R"("autumn")") + "," +
           seen("70", in_year + R"("usual")") + "," + seen("100", in_year + R"("entry")"),
       "83.5"},
      {"monitor_only", R"("rule": "monitor-only")", seen("17"), "0"},
  };
}

/// Kinds of grades hang on a whole of 90 points; the others stand alone.
bool is_of_grades(const kind_case& c) {
  return !c.grade.empty() && c.fields.find("pass_mark") == std::string::npos;
}

std::string file_of(const kind_case& c) {
  const std::string base = R"(, {"id": "base", "points": 90, "rule": "direct"})";
  const std::string base_seen = R"(, {"object": "a", "indicator": "base", "value": 90})";
  const bool graded = is_of_grades(c);
  return R"({"indicators": {"bands": [{"grade": "A", "from": 90}, {"grade": "B", "from": 60}, {"grade": "C"}],
            "indicators": [{"id": "i", )" +
         c.fields + "}" + (graded ? base : "") +
         R"(]}, "observations": {"objects": [{"id": "a", "attributes": {"built": "before 2010"}}, {"id": "b"}, {"id": "c"}, {"id": "d"}],
            "observations": [)" +
         c.values + (graded ? base_seen : "") + "]}}";
}

}  // namespace

TEST_CASE("Each of the 25 kinds of rule in official tables scores by its formula", "[io]") {
  for (const kind_case& c : kinds()) {
    INFO(c.kind);
    const auto of = daopai::io::read_assessment({{c.kind, file_of(c)}});
    const scores s = score(of.system(), of.table());
    const object_id a = of.table().find("a"_object).value();
    CHECK(to_string(s.of(a).exact) == c.score);
    if (!c.grade.empty()) CHECK(of.system().config().bands.name(s.of(a).grade.value()) == c.grade);
  }
}

TEST_CASE("No kind of rule that was found in official tables is left out", "[io]") {
  const auto list = std::filesystem::path(DAOPAI_SHARED_DIR) / "domain" / "scoring_rule_kinds.csv";
  if (!std::filesystem::exists(list)) {
    WARN("domain/scoring_rule_kinds.csv is not here: skipped");
    return;
  }
  const auto table = daopai::io::read_csv(list);
  const auto all = kinds();
  CHECK(table.rows.size() == all.size());
  for (const auto& row : table.rows) {
    INFO(row.cells[0]);
    CHECK(std::any_of(all.begin(), all.end(),
                      [&](const kind_case& c) { return c.kind == row.cells[0]; }));
  }
}
