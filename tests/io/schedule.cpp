#include "support.hpp"
#include <daopai/io/plan.hpp>
#include <daopai/io/schedule.hpp>

#include <fstream>
#include <iterator>

using namespace daopai;
using namespace daopai::tests;

namespace {

plan plan_from_file(const std::string& name) {
  std::ifstream in(DAOPAI_SOURCE_DIR "/examples/plans/" + name, std::ios::binary);
  REQUIRE(in);
  return io::read_plan(std::string(std::istreambuf_iterator<char>(in), {}), name);
}

}  // namespace

//   Mo 07-07      a (2 days) -> b (1 day) -> moe on Fr 07-11, or until Mo 07-14
//                 c: a milestone before 07-09; later: waits for nothing
TEST_CASE("A small schedule is written as it was worked out by hand", "[io]") {
  const plan p =
      io::read_plan(R"({"daopai": 1, "title": "A \"small\" plan", "calendar": "monday-to-friday",
    "units": [{"id": "edu"}],
    "inspections": [{"id": "moe", "name": "复检", "window": ["2025-07-11", "2025-07-14"], "after": ["b"]},
                    {"id": "later", "date": "2025-07-31"}],
    "tasks": [{"id": "a", "name": "统计", "duration": 2, "lead": "edu"},
              {"id": "b", "duration": 1, "after": ["a"]},
              {"id": "c", "duration": 0, "deadline": "2025-07-09", "not_before": "2025-07-08"}]})",
                    "plan.json");
  CHECK(
      io::to_json(compute_schedule(p, status_date(day("2025-07-07")))) ==
      R"({"title":"A \"small\" plan","today":"2025-07-07","finish":"2025-07-09","least_float":1,)"
      R"("scheduled_progress":0,"actual_progress":0,"lights":{"red":0,"yellow":3,"green":0,"blue":0},
"tasks":[
{"id":"a","name":"统计","unit":"edu","early_start":"2025-07-07","early_finish":"2025-07-08",)"
      R"("late_start":"2025-07-08","late_finish":"2025-07-09","total_float":1,"free_float":0,)"
      R"("independent_float":0,"critical":true,"early_driver":{"by":"today","date":"2025-07-07"},)"
      R"("late_driver":{"by":"task","id":"b"},"state":"due","light":"yellow","light_reason":"start-near",)"
      R"("light_text":"must begin by 2025-07-08, in 1 working day",)"
      R"("scheduled_progress":0,"actual_progress":0,"floats":{"moe":1}},
{"id":"b","name":"b","early_start":"2025-07-09","early_finish":"2025-07-09",)"
      R"("late_start":"2025-07-10","late_finish":"2025-07-10","total_float":1,"free_float":1,)"
      R"("independent_float":0,"critical":true,"early_driver":{"by":"task","id":"a"},)"
      R"("late_driver":{"by":"inspection","id":"moe","date":"2025-07-11"},"state":"not-due","light":"yellow","light_reason":"start-near",)"
      R"("light_text":"must begin by 2025-07-10, in 3 working days",)"
      R"("scheduled_progress":0,"actual_progress":0,"floats":{"moe":1}},
{"id":"c","name":"c","early_start":"2025-07-08","early_finish":"2025-07-08",)"
      R"("late_start":"2025-07-09","late_finish":"2025-07-09","total_float":2,"free_float":2,)"
      R"("independent_float":2,"critical":true,"early_driver":{"by":"not-before","id":"c",)"
      R"("date":"2025-07-08"},"late_driver":{"by":"deadline","id":"c","date":"2025-07-09"},)"
      R"("state":"not-due","light":"yellow","light_reason":"finish-near",)"
      R"("light_text":"must be done by 2025-07-09, in 2 working days",)"
      R"("scheduled_progress":0,"actual_progress":0,"floats":{}}],
"inspections":[
{"id":"moe","name":"复检","date":"2025-07-11","last_date":"2025-07-14","float":1,)"
      R"("float_to_last_day":2,"critical_path":["a","b"]},
{"id":"later","name":"later","date":"2025-07-31","last_date":"2025-07-31","float":null,)"
      R"("float_to_last_day":null,"critical_path":[]}],
"problems":[]}
)");
}

TEST_CASE("A plan without tasks has no finish and no float", "[io]") {
  const plan p =
      io::read_plan(R"({"daopai": 1, "calendar": "every-day", "tasks": []})", "plan.json");
  CHECK(io::to_json(compute_schedule(p, status_date(day("2025-07-07")))) ==
        "{\"title\":\"\",\"today\":\"2025-07-07\",\"finish\":null,\"least_float\":null,"
        "\"scheduled_progress\":null,\"actual_progress\":null,"
        "\"lights\":{\"red\":0,\"yellow\":0,\"green\":0,\"blue\":0},\n"
        "\"tasks\":[],\n\"inspections\":[],\n\"problems\":[]}\n");
}

TEST_CASE("Control characters in names are escaped", "[io]") {
  const plan p = io::read_plan(
      R"({"daopai": 1, "calendar": "every-day", "tasks": [{"id": "a", "name": "\t\n\u001b\\", "duration": 1}]})",
      "plan.json");
  const std::string json = io::to_json(compute_schedule(p, status_date(day("2025-07-07"))));
  CHECK(json.find(R"("name":"\u0009\n\u001b\\")") != std::string::npos);
}

// The expected dates were computed by a program of its own, written in another language.
TEST_CASE("The re-inspection comes out as another program computes it", "[io]") {
  const plan p = plan_from_file("plan-0-reinspection.json");
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  const auto of = [&](const char* id) { return row(s, task_key(id)); };
  CHECK(of("D2") == "2025-07-01 2025-07-08 | 2025-07-14 2025-07-21 | 9 4");
  CHECK(of("D5") == "2025-07-01 2025-07-10 | 2025-07-10 2025-07-21 | 7 2");
  CHECK(of("P1.1") == "2025-07-01 2025-07-14 | 2025-07-02 2025-07-15 | 1 0");
  CHECK(of("P1.3") == "2025-07-01 2025-07-10 | 2025-07-04 2025-07-15 | 3 2");
  CHECK(of("P2.1") == "2025-07-15 2025-07-24 | 2025-07-16 2025-07-25 | 1 0");
  CHECK(of("P3.1") == "2025-07-25 2025-07-30 | 2025-07-28 2025-07-31 | 1 0");
  CHECK(of("P3.3") == "2025-08-04 2025-08-22 | 2025-09-11 2025-09-30 | 28 28");
  CHECK(of("gate-hardware") == "2025-07-22 2025-07-22 | 2025-07-31 2025-07-31 | 7 7");
  CHECK(s.finish() == day("2025-08-22"));
  CHECK(s.least_float() == workdays(1));

  const std::string json = io::to_json(s);
  CHECK(
      json.find(
          R"({"id":"moe","name":"教育部复检","date":"2025-08-01","last_date":"2025-09-30",)"
          R"("steps":["汇报会","查阅档案资料","实地考察","通报会"],)"
          R"("float":1,"float_to_last_day":44,"critical_path":["P1.1","P2.1","P3.1"],)"
          R"("critical_paths":[["P1.1","P2.1","P3.1"],["P1.1","P2.1","P3.1","gate-ledgers"]]})") !=
      std::string::npos);
}
