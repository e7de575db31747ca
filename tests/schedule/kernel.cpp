// The kernels against the textbook: every date from its definition, by recursion, with nothing laid
// out, sorted or unrolled.
#include "kernel_plans.hpp"
#include "support.hpp"

#include <rapidcheck.h>

#include <array>

using namespace daopai::kernel;
using daopai::dependency_kind;
using daopai::error;
using daopai::invalid_input;
using daopai::tests::array_maker;
using daopai::tests::array_plan;
using daopai::tests::array_shape;
using daopai::tests::textbook;

namespace {

/// Whether `r` is what the textbook says of task `t`.
bool agrees(const array_plan& plan, textbook& book, std::uint32_t t, const task_result& r,
            extent wanted) {
  const task_result expected{.early_start = book.early_start(t),
                             .early_finish = book.early_finish(t),
                             .late_start = book.late_finish(t) - plan.durations[t],
                             .late_finish = book.late_finish(t),
                             .total_float = book.total_float(t),
                             .free_float = wanted == extent::all ? book.free_float(t) : 0,
                             .driver = r.driver};
  return r == expected;
}

/// Whether the driver is a predecessor by a link that sets the early start, and is named whenever
/// there is one.
bool driver_sets_the_start(const array_plan& plan, textbook& book, std::uint32_t t,
                           std::uint32_t driver) {
  bool any = false;
  for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
    if (book.allowed_start(t, l) != book.early_start(t)) continue;
    any = true;
    if (plan.links[l].predecessor == driver) return true;
  }
  return !any && driver == no_task;
}

void check_against_textbook(const array_plan& plan, extent wanted, workspace& memory) {
  solve(plan.view(), wanted, memory);
  textbook book(plan);
  for (std::uint32_t t = 0; t < plan.size(); ++t) {
    const task_result r = memory[t];
    RC_ASSERT(agrees(plan, book, t, r, wanted));
    if (wanted == extent::all) RC_ASSERT(driver_sets_the_start(plan, book, t, r.driver));
  }
}

void check_shape(array_shape shape) {
  workspace memory;  // one for all, so that what one plan leaves behind would spoil the next
  CHECK(rc::check([&](std::uint32_t seed) {
    array_maker maker(seed, shape);
    array_shape rolled = shape;
    rolled.tasks = maker.roll(0, shape.tasks);
    const array_plan plan = array_maker(seed, rolled).make();
    check_against_textbook(plan, extent::all, memory);
    check_against_textbook(plan, extent::dates, memory);
  }));
}

/// By long runs, not link by link.
void check_large(array_shape shape) {
  workspace memory;
  const array_plan plan = array_maker(7, shape).make();
  textbook book(plan);
  for (const extent wanted : {extent::dates, extent::all}) {
    solve(plan.view(), wanted, memory);
    REQUIRE(memory.net.followers.empty());
    std::size_t wrong = 0;
    for (std::uint32_t t = 0; t < plan.size(); ++t) {
      if (!agrees(plan, book, t, memory[t], wanted)) ++wrong;
    }
    CHECK(wrong == 0);
  }
}

/// Chains: task t follows task t - 1.
array_plan chain_of(std::uint32_t n, std::int32_t lag) {
  array_plan plan;
  for (std::uint32_t t = 0; t < n; ++t) {
    if (t > 0) plan.links.push_back({t - 1, lag});
    plan.first_link.push_back(static_cast<std::uint32_t>(plan.links.size()));
    plan.durations.push_back(2);
  }
  return plan;
}

std::string codes_of(const plan_arrays& plan) {
  try {
    (void)compile(plan);
  } catch (const invalid_input& e) {
    return daopai::tests::codes(e.problems());
  }
  return {};
}

}  // namespace

TEST_CASE("Kernels agree with the textbook on finish-to-start links", "[kernel]") {
  check_shape({.lags = false, .kinds = false, .dates = false});
  check_shape({.kinds = false, .dates = false});
  check_shape({.kinds = false, .dates = false, .shuffled = false});
}

TEST_CASE("Kernels agree with the textbook on all kinds of link, deadlines and earliest starts",
          "[kernel]") {
  check_shape({.dates = false});
  check_shape({.kinds = false});
  check_shape({});
}

TEST_CASE("Kernels agree with the textbook on chains and near-chains", "[kernel]") {
  check_shape({.most_links = 1, .reach = 1, .kinds = false, .dates = false});
  check_shape({.most_links = 2, .reach = 2});
}

TEST_CASE("Kernels agree with the textbook on wide levels of many shapes", "[kernel]") {
  check_shape({.tasks = 600, .most_links = 12, .reach = 600});
  check_shape({.tasks = 600, .most_links = 2, .reach = 600, .kinds = false, .dates = false});
}

TEST_CASE("Kernels agree with the textbook on a plan too large for the cache", "[kernel]") {
  check_large({.tasks = 80'000, .reach = 20'000});
}

// What is fastest: long runs, links of one kind, nothing asked for by the tasks themselves.
TEST_CASE("Kernels agree with the textbook on runs of many tasks", "[kernel]") {
  for (const bool lags : {false, true}) {
    check_large({.tasks = 80'000, .reach = 20'000, .lags = lags, .kinds = false, .dates = false});
  }
}

TEST_CASE("Exported results are those read one by one", "[kernel]") {
  const array_plan plan = array_maker(11, {.tasks = 300}).make();
  workspace memory;
  solve(plan.view(), extent::all, memory);
  std::vector<task_result> all(plan.size());
  export_results(memory.net, memory.answer, all.data());
  for (std::uint32_t t = 0; t < plan.size(); ++t) CHECK(all[t] == memory[t]);
}

TEST_CASE("Eight plans of one template agree with each computed alone", "[kernel]") {
  lane_results r;
  CHECK(rc::check([&](std::uint32_t seed) {
    array_maker maker(seed, {.tasks = 60});
    array_plan plan = maker.make();
    const network net = compile(plan.view());
    std::array<std::vector<std::int32_t>, lanes> durations;
    lane_durations views;
    for (std::size_t k = 0; k < lanes; ++k) {
      for (std::uint32_t t = 0; t < plan.size(); ++t) durations[k].push_back(maker.roll(0, 9));
      views[k] = durations[k];
    }
    compute_lanes(net, views, r);
    for (std::size_t k = 0; k < lanes; ++k) {
      plan.durations = durations[k];
      textbook book(plan);
      for (std::uint32_t t = 0; t < plan.size(); ++t) {
        RC_ASSERT(agrees(plan, book, t, result_of(net, r, t, k), extent::dates));
      }
    }
  }));
}

TEST_CASE("Lanes refuse durations that do not fit the template", "[kernel]") {
  const array_plan plan = chain_of(3, 0);
  const network net = compile(plan.view());
  const std::vector<std::int32_t> good{1, 2, 3};
  const std::vector<std::int32_t> negative{1, -2, 3};
  const std::vector<std::int32_t> huge(3, std::int32_t{1} << 28);
  lane_durations durations;
  lane_results r;
  durations.fill(good);
  CHECK_NOTHROW(compute_lanes(net, durations, r));
  durations[3] = negative;
  CHECK_THROWS_AS(compute_lanes(net, durations, r), invalid_input);
  durations[3] = {};
  CHECK_THROWS_AS(compute_lanes(net, durations, r), invalid_input);
  durations[3] = huge;
  CHECK_THROWS_AS(compute_lanes(net, durations, r), error);
}

TEST_CASE("Many plans on several threads have the answers that each has alone", "[kernel]") {
  std::vector<array_plan> owned;
  std::vector<plan_arrays> plans;
  for (std::uint32_t i = 0; i < 100; ++i) {
    owned.push_back(array_maker(i, {.tasks = 40, .shuffled = i % 2 == 0}).make());
  }
  for (const array_plan& p : owned) plans.push_back(p.view());
  std::vector<std::int32_t> finish(plans.size(), -1);
  solve_each(plans, extent::dates, 3,
             [&](std::size_t i, const workspace& w) { finish[i] = w.answer.finish; });
  for (std::size_t i = 0; i < plans.size(); ++i) {
    workspace alone;
    solve(plans[i], extent::dates, alone);
    CHECK(finish[i] == alone.answer.finish);
  }
}

TEST_CASE("A plan that cannot be solved stops the others and is reported", "[kernel]") {
  std::vector<std::int32_t> durations{1};
  std::vector<plan_arrays> plans(50);
  plans[20] = {.durations = durations};  // without first_link
  CHECK_THROWS_AS(solve_each(plans, extent::dates, 2, [](std::size_t, const workspace&) {}),
                  invalid_input);
}

TEST_CASE("An empty plan finishes when it starts", "[kernel]") {
  workspace memory;
  for (const extent wanted : {extent::dates, extent::all}) {
    solve({.start = 5}, wanted, memory);
    CHECK(memory.net.size() == 0);
    CHECK(memory.answer.finish == 5);
  }
}

TEST_CASE("A single task has no float", "[kernel]") {
  const std::vector<std::uint32_t> first{0, 0};
  const std::vector<std::int32_t> durations{4};
  workspace memory;
  solve({.first_link = first, .durations = durations, .start = 2}, extent::all, memory);
  CHECK(memory[0] == task_result{2, 6, 2, 6, 0, 0, no_task});
}

TEST_CASE("A chain of a million tasks is one run", "[kernel]") {
  constexpr std::uint32_t n = 1'000'000;
  for (const std::int32_t lag : {0, 1}) {
    const array_plan plan = chain_of(n, lag);
    workspace memory;
    solve(plan.view(), extent::all, memory);
    CHECK(memory.net.runs.size() == 2);
    CHECK(memory.answer.finish == static_cast<std::int32_t>(n) * (2 + lag) - lag);
    CHECK(memory[n / 2].early_start == static_cast<std::int32_t>(n / 2) * (2 + lag));
    CHECK(memory[n / 2].total_float == 0);
    CHECK(memory[n / 2].driver == n / 2 - 1);
  }
}

TEST_CASE("A loop is named, not walked for ever", "[kernel]") {
  const std::vector<std::uint32_t> first{0, 1, 2, 4, 5};
  const std::vector<daopai::kernel::link> links{{2, 0}, {0, 0}, {1, 0}, {3, 0}, {2, 0}};
  const std::vector<std::int32_t> durations{1, 1, 1, 1};
  const plan_arrays plan{.first_link = first, .links = links, .durations = durations};
  CHECK(codes_of(plan) == "dependency-loop");
  try {
    (void)compile(plan);
  } catch (const invalid_input& e) {
    CHECK(e.problems()[0].message == "dependency loop: 2 -> 3 -> 2");
  }
  workspace memory;
  CHECK_THROWS_AS(solve(plan, extent::dates, memory), invalid_input);
}

TEST_CASE("A task that waits for itself is a loop", "[kernel]") {
  const std::vector<std::uint32_t> first{0, 1};
  const std::vector<daopai::kernel::link> links{{0, 0}};
  const std::vector<std::int32_t> durations{1};
  CHECK(codes_of({.first_link = first, .links = links, .durations = durations}) ==
        "dependency-loop");
}

TEST_CASE("Arrays that are no plan are refused with all that is wrong", "[kernel]") {
  const std::vector<std::uint32_t> first{0, 1, 2};
  const std::vector<daopai::kernel::link> links{{0, 0}, {7, 0}};
  const std::vector<std::int32_t> durations{1, 1};
  const std::vector<std::int32_t> one{1};
  const std::vector<dependency_kind> no_kind{dependency_kind{9}, dependency_kind{8}};
  CHECK(codes_of({.first_link = first, .links = links, .durations = durations}) == "unknown-task");
  CHECK(
      codes_of({.first_link = first, .links = links, .durations = one, .not_before = durations}) ==
      "wrong-size wrong-size");
  const std::vector<daopai::kernel::link> good{{1, 0}, {1, 0}};
  CHECK(codes_of({.first_link = first, .links = good, .durations = durations, .kinds = no_kind}) ==
        "unknown-kind unknown-kind");
  const std::vector<std::uint32_t> descending{0, 2, 1};
  CHECK(codes_of({.first_link = descending, .links = good, .durations = durations}) ==
        "bad-offset bad-offset");
  const std::vector<std::int32_t> negative{1, -1};
  CHECK(codes_of({.first_link = first, .links = good, .durations = negative}) == "out-of-range");
  const std::vector<std::int32_t> far{2'000'000'000, 1};
  CHECK(codes_of({.first_link = first, .links = {}, .durations = durations, .not_before = far}) ==
        "bad-offset");
}

TEST_CASE("A plan whose dates could overflow is refused when it is compiled", "[kernel]") {
  array_plan plan = chain_of(4, 0);
  plan.durations.assign(4, std::int32_t{1} << 27);
  CHECK_NOTHROW(compile(plan.view()));
  plan.durations.assign(4, std::int32_t{1} << 28);
  CHECK_THROWS_AS(compile(plan.view()), error);
  plan.durations.assign(4, 1);
  plan.links.assign(3, {0, std::int32_t{1} << 29});
  CHECK_THROWS_AS(compile(plan.view()), error);
  plan.links.assign(3, {0, std::numeric_limits<std::int32_t>::min()});
  CHECK(codes_of(plan.view()) == "out-of-range out-of-range out-of-range");
}

TEST_CASE("Many long tasks side by side are no long plan", "[kernel]") {
  array_plan plan;
  plan.durations.assign(100, std::int32_t{1} << 28);
  plan.first_link.assign(101, 0);
  CHECK(compile(plan.view()).levels == 1);
}

TEST_CASE("A compiled network with its results takes 64 bytes a task and 12 a link", "[kernel]") {
  for (const bool all_in_one_chain : {false, true}) {
    const array_plan plan =
        array_maker(3, {.tasks = 20'000, .reach = all_in_one_chain ? 2 : 5'000}).make();
    workspace memory;
    solve(plan.view(), extent::all, memory);
    const std::size_t bytes = memory.net.bytes() + memory.answer.bytes();
    CHECK(bytes <= 64 * plan.durations.size() + 12 * plan.links.size());
  }
  static_assert(sizeof(daopai::kernel::link) == 8 && sizeof(cross_link) == 12 && sizeof(run) == 12);
}
