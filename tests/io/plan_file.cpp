#include "support.hpp"
#include <daopai/io/plan_file.hpp>

using namespace daopai;
using namespace daopai::tests;

TEST_CASE("Goals, quotas, notes and the steps of an inspection are read", "[io]") {
  const io::plan_file file = io::read_plan_file(R"({
    "daopai": 1, "calendar": "china", "notes": ["一", "二"], "units": [{"id": "a"}, {"id": "b"}],
    "inspections": [{"id": "i", "date": "2025-08-01",
                     "steps": [{"name": "汇报会", "lead": "a"}, {"name": "通报会"}]}],
    "tasks": [{"id": "t", "duration": 1, "number": "（三）1", "leader": "分管副县长"},
              {"id": "A", "restates": ["t"]}],
    "goals": [{"id": "g", "name": "培训", "tasks": ["t"], "indicators": ["elsewhere"], "statements": [
      {"text": "2-3个", "where": "1", "value": 2, "up_to": 3, "comparison": "about", "unit": "个"}]}],
    "quotas": [{"id": "q", "total": 1e1, "unit": "人", "method": "sainte-lague",
                "shares": [{"to": "b", "weight": 0.5, "floor": 1, "cap": 4}, {"to": "a", "weight": 2}]}],
    "evidence": [], "gates": [], "problems": [], "lights": {}})",
                                                "plan.json");
  const plan& p = file.plan;
  CHECK(p.remarks() == std::vector<std::string>{"一", "二"});
  CHECK(p.inspections()[0].steps[0].name == "汇报会");
  CHECK(p.inspections()[0].steps[0].lead == unit_key("a"));
  CHECK_FALSE(p.inspections()[0].steps[1].lead);
  CHECK(p.tasks()[0].number == "（三）1");
  CHECK(p.tasks()[0].leader == "分管副县长");
  CHECK(p.restates(task_id(1)) == std::vector<task_id>{task_id(0)});

  REQUIRE(file.goals.size() == 1);
  const scoring::statement& s = file.goals[0].statements[0];
  CHECK(s.value == scoring::decimal{2});
  CHECK(s.up_to == scoring::decimal{3});
  CHECK(s.how == scoring::figure_sense::about);
  CHECK(file.goals[0].tasks == std::vector<task_key>{task_key("t")});
  CHECK(file.goals[0].indicators.front().text() == "elsewhere");

  REQUIRE(file.quotas.size() == 1);
  CHECK(file.quotas[0].how == scoring::apportionment::sainte_lague);
  CHECK(parts_of(file.quotas[0]) == std::vector<std::int64_t>{2, 8});
}
