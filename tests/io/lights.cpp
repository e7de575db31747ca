#include "support.hpp"
#include <daopai/io/lights.hpp>
#include <daopai/io/plan.hpp>

using namespace daopai;

namespace {

std::string plan_lit_by(const std::string& lights) {
  return R"({"daopai": 1, "calendar": "china", "tasks": [], "lights": )" + lights + "}";
}

light_policy policy_of(const std::string& lights) {
  return io::read_light_policy(plan_lit_by(lights), "plan.json");
}

/// What either reader says is wrong, without the name of the file.
template <class Read>
std::string faults(Read read, const std::string& lights) {
  try {
    static_cast<void>(read(plan_lit_by(lights), "p"));
  } catch (const io::malformed_file& e) {
    return e.what();
  }
  return {};
}

}  // namespace

TEST_CASE("A policy of lights keeps the usual values of what it leaves out", "[io]") {
  const light_policy usual;
  CHECK(policy_of("{}").yellow_within == usual.yellow_within);
  CHECK(io::read_light_policy(R"({"daopai": 1})", "p").yellow_behind == usual.yellow_behind);
  const light_policy own =
      policy_of(R"({"yellow_within": 3, "red_behind": 12.5, "red_below": -2, "comment": "c"})");
  CHECK(own.yellow_within == workdays(3));
  CHECK(own.yellow_behind == usual.yellow_behind);
  CHECK(own.red_behind == 12.5);
  CHECK(own.red_below == workdays(-2));
  const light_policy off = policy_of(R"({"yellow_within": null, "yellow_behind": null})");
  CHECK_FALSE(off.yellow_within);
  CHECK_FALSE(off.yellow_behind);
}

TEST_CASE("All that is wrong with the lights is reported, by both readers alike", "[io]") {
  const auto own = [](const std::string& text, const char* name) {
    return io::read_light_policy(text, name);
  };
  const auto plan = [](const std::string& text, const char* name) {
    return io::read_plan(text, name);
  };
  for (const char* lights :
       {"3",
        R"({"yellow_within": 1.5, "yellow_behind": 101, "red_behind": "x", "red_below": null})",
        R"({"yellow_withn": 3})", R"({"yellow_behind": -0.5})"}) {
    INFO(lights);
    CHECK_FALSE(faults(own, lights).empty());
    CHECK(faults(own, lights) == faults(plan, lights));
  }
  const std::string all = faults(
      own, R"({"yellow_within": 1.5, "yellow_behind": 101, "red_behind": "x", "red_below": null})");
  for (const char* field : {"yellow_within", "yellow_behind", "red_behind", "red_below"}) {
    CHECK(all.find(std::string("lights.") + field) != std::string::npos);
  }
}
