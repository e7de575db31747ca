#include "catch.hpp"
#include <daopai/plan.hpp>

#include <string>
#include <vector>

using namespace daopai;

namespace {

/// Keys of 1 to 40 bytes that differ in one byte alone, at each place, and in their lengths alone.
std::vector<std::string> similar_keys() {
  std::vector<std::string> keys;
  for (std::size_t size = 1; size <= 40; ++size) {
    keys.emplace_back(size, 'a');
    for (std::size_t at = 0; at < size; ++at) {
      for (const char other : {'b', 'A', '1', '\xE4'}) {
        keys.emplace_back(size, 'a');
        keys.back()[at] = other;
      }
    }
  }
  return keys;
}

task task_of(const std::string& id) {
  return {.id = task_key(id), .name = id, .duration = workdays(1)};
}

}  // namespace

TEST_CASE("Keys that differ by little are told apart, whatever their length", "[plan]") {
  const std::vector<std::string> keys = similar_keys();
  plan_builder builder{calendar()};
  for (const std::string& id : keys) {
    task t = task_of(id);
    if (id != keys.front()) t.after = {task_key(keys.front())};
    builder.add(std::move(t));
  }
  const plan p = std::move(builder).build();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto found = p.find(task_key(keys[i]));
    if (!found || found->index() != i) FAIL(keys[i]);
    CHECK_FALSE(p.find(task_key(keys[i] + 'c')));
  }
  CHECK_FALSE(p.find(task_key("")));
}

TEST_CASE("A key that is taken is reported, whatever its length", "[plan]") {
  for (std::size_t size = 1; size <= 40; ++size) {
    plan_builder builder{calendar()};
    builder.add(task_of(std::string(size, 'a'))).add(task_of(std::string(size, 'a')));
    const auto problems = builder.problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == "duplicate-id");
    CHECK(problems.front().where == "tasks[1]");
  }
}

TEST_CASE("Many numbered keys are all found", "[plan]") {
  plan_builder builder{calendar()};
  constexpr std::size_t tasks = 20'000;
  for (std::size_t t = 0; t < tasks; ++t) builder.add(task_of("t" + std::to_string(t)));
  const plan p = std::move(builder).build();
  for (std::size_t t = 0; t < tasks; ++t) {
    const auto found = p.find(task_key("t" + std::to_string(t)));
    if (!found || found->index() != t) FAIL(t);
  }
}
