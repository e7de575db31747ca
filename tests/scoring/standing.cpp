#include "catch.hpp"
#include "scoring/helpers.hpp"

using namespace scoring_tests;

namespace {

std::vector<period_result> years(const std::vector<decimal>& scores) {
  std::vector<period_result> all;
  for (const decimal s : scores)
    all.push_back({std::to_string(2021 + all.size()), s, s >= 80 ? 0U : s >= 60 ? 1U : 2U, 1, 10});
  return all;
}

}  // namespace

TEST_CASE("Two years running below the line revoke, one year warns", "[scoring]") {
  const std::vector<state_rule> rules{{"revoked", score_below{60}, 2, 2},
                                      {"warned", score_below{60}}};
  CHECK_FALSE(standing_after(rules, years({50, 70})));
  CHECK(standing_after(rules, years({70, 50}))->state == "warned");
  const auto revoked = standing_after(rules, years({70, 50, 55}));
  REQUIRE(revoked);
  CHECK(revoked->state == "revoked");
  CHECK(revoked->periods == std::vector<std::string>{"2022", "2023"});
  CHECK(standing_after(rules, years({50, 70, 55}))->state == "warned");
}

TEST_CASE("Two years of the last three count as well", "[scoring]") {
  const std::vector<state_rule> rules{{"stopped", score_below{60}, 2, 3}};
  CHECK(standing_after(rules, years({50, 70, 55})));
  CHECK_FALSE(standing_after(rules, years({50, 70, 75, 55})));
  CHECK_FALSE(standing_after(rules, years({50})));
}

TEST_CASE("Dropping a grade, falling points and the last places give states", "[scoring]") {
  CHECK(standing_after(std::vector<state_rule>{{"criticised", drops_grade{1}}}, years({85, 79})));
  CHECK_FALSE(
      standing_after(std::vector<state_rule>{{"criticised", drops_grade{2}}}, years({85, 79})));
  CHECK(standing_after(std::vector<state_rule>{{"talk", score_falls{5}}}, years({85, 80})));
  CHECK(standing_after(std::vector<state_rule>{{"low", grade_at_most{1}}}, years({79})));
  std::vector<period_result> last{{"2024", decimal{70}, 1, 6, 10}};
  CHECK(standing_after(std::vector<state_rule>{{"last five", among_last{5}}}, last));
  CHECK_FALSE(standing_after(std::vector<state_rule>{{"last four", among_last{4}}}, last));
  CHECK(standing_after(std::vector<state_rule>{{"recognised", score_at_least{70}}}, last));
}

TEST_CASE("Scores of several periods give the state by the system's own rules", "[scoring]") {
  settings of;
  of.states = {{"revoked", score_below{60}, 2, 2}};
  const auto in = [](const std::string& period, decimal value) {
    observation o = seen("a", "i", value);
    o.period = period;
    return o;
  };
  const scored s(of, {leaf("i", 100, direct{})}, {in("2022", 70), in("2023", 50), in("2024", 59)});
  std::vector<scores> periods;
  for (const auto& p : s.table.periods())
    periods.push_back(score(s.system, s.table, {.rater = "", .period = p}));
  CHECK(standing_of(periods, "a"_object)->state == "revoked");
  periods.pop_back();
  CHECK_FALSE(standing_of(periods, "a"_object));
}
