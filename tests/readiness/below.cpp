#include "helpers.hpp"

using namespace readiness_tests;

// all: a, b (a, c restates a)
TEST_CASE("Below a phase stand its tasks and those of its phases, but no rows that restate them",
          "[readiness]") {
  plan_builder builder{calendar()};
  builder.add(phase{.id = "all"_task, .name = ""});
  builder.add(phase{.id = "part"_task, .name = "", .parent = "all"_task});
  for (const char* key : {"a", "b"}) {
    task t{.id = task_key(key), .name = "", .duration = workdays(1)};
    t.parent = *key == 'a' ? "all"_task : "part"_task;
    builder.add(t);
  }
  task row{.id = "c"_task, .name = "", .duration = workdays(0)};
  row.parent = "part"_task;
  row.restates = {"a"_task};
  const plan p = builder.add(row).build();
  const auto below = [&](task_key key) {
    std::string text;
    for (const task_id t : tasks_below(p, p.find(key).value())) text += p[t].id.text();
    return text;
  };
  CHECK(below("all"_task) == "ba");
  CHECK(below("part"_task) == "b");
  CHECK(below("a"_task) == "a");
}
