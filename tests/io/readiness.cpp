#include "catch.hpp"
#include <daopai/io/readiness.hpp>

#include <boost/json.hpp>

#include <string>

using namespace daopai;
using namespace daopai::readiness;
using scoring::decimal;

namespace {

const std::string good = R"({
  "daopai": 1, "title": "t", "calendar": "monday-to-friday", "today": "2025-06-02",
  "units": [{"id": "edu", "name": "edu"}],
  "inspections": [{"id": "moe", "date": "2025-06-13", "after": ["b"]}],
  "tasks": [
    {"id": "a", "duration": 4, "lead": "edu", "evidence": ["minutes", "photographs"],
     "raises": [{"indicator": "i", "to": 95.5, "comment": "c"},
                {"indicator": "k", "to": 8, "from": "2", "when": "in-proportion"}]},
    {"id": "b", "duration": 5, "after": ["a"],
     "raises": [{"indicator": "yes", "to": true}, {"indicator": "grade", "to": "A"},
                {"indicator": "i", "object": "county", "to": "97", "when": "on-finish"}]}],
  "evidence": [
    {"id": "minutes", "name": "Minutes", "kind": "paper", "proves": ["i", "k"], "supplier": "edu",
     "due": "2025-06-10", "present": false, "period": "2025"},
    {"id": "map", "present": "2025-06-01"}],
  "gates": [{"id": "g", "name": "Gate", "inspection": "moe", "after": ["a"],
             "evidence": ["minutes", "photographs"], "passed": null}],
  "problems": [
    {"id": "p", "found": "2025-05-01", "source": "self-check", "units": ["edu"], "tasks": ["b"],
     "acceptance": {"by": "edu", "rule": "seen"}, "due": "2025-06-20",
     "history": [{"date": "2025-05-02", "state": "in-hand", "reason": "assigned"}]}],
  "indicators": {"indicators": [
    {"id": "i", "points": 100, "rule": "direct"}, {"id": "k", "points": 8, "rule": "direct"},
    {"id": "yes", "points": 5, "rule": "met"},
    {"id": "grade", "points": 5, "rule": {"kind": "levels", "levels": {"A": 5, "B": 3}}}]},
  "observations": [{"object": "county", "indicator": "i", "value": 90}]
})";

std::string changed(std::string text, const std::string& what, const std::string& to) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), to);
}

/// The lines of what is wrong with a file, without the messages: "7:24 tasks[0].raises[0]".
std::string wrong(const std::string& text) {
  try {
    static_cast<void>(io::read_campaign({{"f", text}}));
  } catch (const invalid_input& e) {
    std::string lines;
    for (const problem& p : e.problems()) lines += p.code + ' ' + p.where + '\n';
    return lines;
  }
  return "nothing";
}

}  // namespace

TEST_CASE("Every field of a campaign is read", "[io]") {
  const campaign c = io::read_campaign({{"f", good}});
  REQUIRE(c.raises().size() == 5);
  CHECK(c.raises()[0].to == decimal::parse("95.5"));
  CHECK(c.raises()[0].when == raised::on_finish);
  CHECK(c.raises()[1].when == raised::in_proportion);
  CHECK(c.raises()[1].from == decimal{2});
  CHECK(c.raises()[2].to == 1);
  CHECK(c.raises()[3].to == 1);  // A, the first level
  CHECK(c.raises()[4].to == 97);
  REQUIRE(c.pieces().size() == 3);
  CHECK(c.pieces()[0].name == "Minutes");
  CHECK(c.pieces()[0].kind == "paper");
  CHECK(c.pieces()[0].period == "2025");
  CHECK(c.pieces()[0].is_there == false);
  CHECK(c.links(evidence_id(0)).proves.size() == 2);
  CHECK(c.links(evidence_id(0)).tasks.size() == 1);
  CHECK(c.pieces()[1].name == "map");
  CHECK(c.pieces()[1].since == date(2025, 6, 1));
  CHECK(c.pieces()[2].id == evidence_key("photographs"));
  CHECK(c.links(evidence_id(2)).supplier.has_value());
  REQUIRE(c.gates().size() == 1);
  CHECK(c.links(gate_id(0)).evidence.size() == 2);
  REQUIRE(c.findings().size() == 1);
  CHECK(c.findings()[0].accepted.rule == "seen");
  CHECK(c.findings()[0].history.at(0).reason == "assigned");
  CHECK(c.findings()[0].due == date(2025, 6, 20));
}

TEST_CASE("A plan without indicators is a campaign too", "[io]") {
  const campaign c = io::read_campaign(
      {{"f", R"({"daopai": 1, "calendar": "china", "tasks": [{"id": "a", "duration": 1}]})"}});
  CHECK_FALSE(c.is_scored());
}

TEST_CASE("Names that are not known are found where they stand", "[io]") {
  CHECK(wrong(good) == "nothing");
  CHECK(wrong(changed(good, R"("indicator": "i", "to": 95.5)", R"("indicator": "j", "to": 9)")) ==
        "unknown-indicator f:7:31: tasks[0].raises[0].indicator\n");
  CHECK(wrong(changed(good, R"("proves": ["i", "k"])", R"("proves": ["i", "x"])")) ==
        "unknown-indicator f:13:75: evidence[0].proves[1]\n");
  CHECK(wrong(changed(good, R"("inspection": "moe")", R"("inspection": "no")")) ==
        "unknown-inspection f:16:55: gates[0].inspection\n");
  CHECK(wrong(changed(good, R"("state": "in-hand")", R"("state": "accepted")")) ==
        "step-not-allowed f:21:50: problems[0].history[0].state\n");
}

TEST_CASE("What is wrong in form, in the plan and in the indicators is told at once", "[io]") {
  std::string text = changed(good, R"("to": 95.5)", R"("to": [])");
  text = changed(text, R"("found": "2025-05-01")", R"("found": "2025-05-32")");
  text = changed(text, R"("present": "2025-06-01")", R"("present": 3)");
  text = changed(text, R"("duration": 5)", R"("duration": -5)");
  text = changed(text, R"("rule": "met")", R"("rule": "mett")");
  const std::string found = wrong(text);
  for (const char* part :
       {"out-of-range f:9:29: tasks[1].duration", "wrong-type f:7:42: tasks[0].raises[0].to",
        "wrong-type f:15:30: evidence[1].present", "impossible-date f:19:26: problems[0].found",
        "indicators.indicators[2].rule"}) {
    CHECK_THAT(found, Catch::Contains(part));
  }
}

TEST_CASE("Fields that nobody knows are told, with what was meant", "[io]") {
  CHECK(wrong(changed(good, R"("kind": "paper")", R"("kin": "paper")")) ==
        "unknown-field f:13:42: evidence[0].kin\n");
  CHECK(wrong(changed(good, R"("evidence": [
)",
                      R"("gates": 3, "evidence": [
)")) == "doubled-field f:16:3: gates\n");
}

TEST_CASE("Text that is no JSON, and lists that are none", "[io]") {
  CHECK(wrong("{") == "syntax \n");
  CHECK(wrong(changed(good, R"("gates": [{)", R"("gates": {"x": {)").replace(0, 0, "")) !=
        "nothing");
  CHECK(wrong("[]") != "nothing");
  CHECK(wrong(R"({"daopai": 1, "calendar": "china", "tasks": [3, {"raises": 4}], "evidence": {},
                  "gates": [[]], "problems": [{"history": [[]], "acceptance": 2}]})") != "nothing");
}

TEST_CASE("The outlook is JSON with all its parts", "[io]") {
  const campaign c = io::read_campaign({{"f", good}});
  const schedule s = compute_schedule(c.plan(), status_date(date(2025, 6, 2)));
  const auto answer = boost::json::parse(io::to_json(c, outlook_on(c, s))).as_object();
  CHECK(answer.at("today") == "2025-06-02");
  CHECK(answer.at("goal").at("inspection") == "moe");
  CHECK(answer.at("goal").at("float") == 0);
  CHECK(answer.at("inspections").at(0).at("days_left") == 11);
  CHECK(answer.at("inspections").at(0).at("working_days_left") == 9);
  CHECK(answer.at("score").at("now").at("exact") == 90);
  // 97 by b on the eve, 8 from a, the yes, and level A.
  CHECK(answer.at("score").at("at_goal").at("by_early_dates").at("exact") == 115);
  CHECK(answer.at("score").at("curve").as_array().size() == 6);
  CHECK(answer.at("priorities").at("tasks").as_array().size() == 2);
  CHECK(answer.at("evidence").at(0).at("state") == "to-come");
  CHECK(answer.at("gates").at(0).at("waits_for").at(0) == "a");
  CHECK(answer.at("findings").at(0).at("state") == "in-hand");
  CHECK(answer.at("completeness").at("by_unit").at(0).at("needed") == 2);
  for (const char* name : {"late", "broken_promises", "problems"}) {
    CHECK(answer.at(name).is_array());
  }
}
