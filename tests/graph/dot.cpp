#include "graph/plans.hpp"

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

schedule quoted_schedule() {
  plan_builder b(calendar(), "复检 \"2025\"");
  b.add(unit{.id = "edu"_unit, .name = "教育局"})
      .add(unit{.id = "towns"_unit, .name = "各镇（\\街道）"})
      .add(task{.id = "a"_task, .name = "建\"台账\"", .duration = workdays(2), .lead = "edu"_unit})
      .add(phase{.id = "p"_task, .name = "整改", .after = {"a"_task}})
      .add(task{.id = "b"_task,
                .name = "自查",
                .duration = workdays(1),
                .lead = "towns"_unit,
                .parent = "p"_task})
      .add(
          task{.id = "c"_task,
               .name = "海报",
               .duration = workdays(1),
               .after = {predecessor("a"_task, dependency_kind::start_to_start, calendar_days(2))}})
      .add(inspection{.id = "i"_inspection,
                      .name = "检查",
                      .window = {day("2025-08-01"), day("2025-08-31")},
                      .after = {"p"_task, "c"_task}});
  return compute_schedule(b.build(), status_date(day("2025-07-01")));
}

}  // namespace

TEST_CASE("Text is quoted so that Graphviz reads it back as it was", "[graph]") {
  CHECK(dot_quoted("台账") == "\"台账\"");
  CHECK(dot_quoted("a\"b\\c\nd\te") == "\"a\\\"b\\\\c\\nde\"");
}

// a takes 1 and 2 July, b and c the 3rd, so both chains are critical; 1 August is 20 working days
// after the 4th, the 4th counted.
TEST_CASE("The picture of tasks shows phases, units, dates and what is critical", "[graph]") {
  const std::string dot = dot_of_tasks(quoted_schedule());
  CHECK(has(dot, R"(label="复检 \"2025\"")"));
  CHECK(has(dot, R"(建\"台账\"\n教育局\n2025-07-01 – 2025-07-02  +20", color=red3)"));
  CHECK(has(dot, "subgraph cluster_1 {"));
  CHECK(has(dot, "t0 -> t2 [lhead=cluster_1, color=red3, penwidth=2.5];"));
  CHECK(has(dot, R"(t0 -> t3 [label="SS+2d", color=red3, penwidth=2.5];)"));
  CHECK(has(dot, "t2 -> i0 [ltail=cluster_1, color=red3, penwidth=2.5];"));
  CHECK(has(dot, R"(检查\n2025-08-01 – 2025-08-31  +20")"));
}

TEST_CASE("The picture of units shows who hands over to whom", "[graph]") {
  const std::string dot = dot_of_units(quoted_schedule());
  CHECK(has(dot, R"(u1 [label="各镇（\\街道）"];)"));
  CHECK(has(dot, R"~(u0 -> u1 [label="1 (1!)", color=red3)~"));
}
