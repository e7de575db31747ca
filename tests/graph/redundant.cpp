#include "graph/plans.hpp"

#include <rapidcheck.h>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::plan_maker;
using enum dependency_kind;

namespace {

using places = std::vector<std::size_t>;

/// a -> b -> c and a further dependency of c on a, the one at place 2.
bool last_is_redundant(const predecessor& b_after_a, const predecessor& c_after_b,
                       const predecessor& c_after_a, int days_of_b = 2) {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "", .duration = workdays(3)})
      .add(task{.id = "b"_task, .name = "", .duration = workdays(days_of_b), .after = {b_after_a}})
      .add(task{
          .id = "c"_task, .name = "", .duration = workdays(4), .after = {c_after_b, c_after_a}});
  return redundant_dependencies(builder.build()) == places{2};
}

/// The plan without the dependencies at `out` (ascending places).
plan without(const plan& p, const places& out) {
  plan_builder builder(p.calendars()[0].calendar);
  for (std::size_t c = 1; c < p.calendars().size(); ++c) builder.add(p.calendars()[c]);
  for (const unit& u : p.units()) builder.add(u);
  std::size_t place = 0;
  const auto keep = [&](std::vector<predecessor>& after) {
    std::erase_if(after,
                  [&](const predecessor&) { return std::ranges::binary_search(out, place++); });
  };
  for (task t : p.tasks()) {
    keep(t.after);
    builder.add(std::move(t));
  }
  for (inspection i : p.inspections()) {
    keep(i.after);
    builder.add(std::move(i));
  }
  return builder.build();
}

/// All instants of both passes, by task, and how the inspections stand.
std::string all_dates(const schedule& s) {
  std::string text;
  for (std::size_t t = 0; t < s.plan().tasks().size(); ++t) {
    if (s.plan().is_phase(task_id(t))) continue;
    const position at = s.network().at(task_id(t));
    for (const event_dates* dates : {&s.early_dates(), &s.late_dates()}) {
      text += std::to_string(dates->start[at]) + ' ' + std::to_string(dates->finish[at]) + ' ';
    }
    text += std::to_string(s.total_float(task_id(t)).count()) + '\n';
  }
  for (std::size_t i = 0; i < s.plan().inspections().size(); ++i) {
    text += std::to_string(s[inspection_id(i)].total_float.value_or(workdays(999)).count()) + ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("A finish-to-start dependency is redundant where a path implies it", "[graph]") {
  CHECK(last_is_redundant("a"_task, "b"_task, "a"_task));
  CHECK(last_is_redundant("a"_task, {"b"_task, start_to_start}, "a"_task));
  CHECK_FALSE(last_is_redundant({"a"_task, start_to_start}, "b"_task, "a"_task));
  CHECK_FALSE(last_is_redundant("a"_task, {"b"_task, finish_to_finish}, "a"_task));
  CHECK(last_is_redundant({"a"_task, finish_to_finish}, "b"_task, "a"_task));
}

TEST_CASE("Other kinds are implied end by end", "[graph]") {
  CHECK(last_is_redundant("a"_task, "b"_task, {"a"_task, start_to_start}));
  CHECK(last_is_redundant("a"_task, {"b"_task, finish_to_finish}, {"a"_task, finish_to_finish}));
  CHECK(last_is_redundant({"a"_task, start_to_start}, {"b"_task, start_to_start},
                          {"a"_task, start_to_start}));
  CHECK_FALSE(last_is_redundant({"a"_task, start_to_start}, {"b"_task, start_to_start},
                                {"a"_task, finish_to_finish}));
}

TEST_CASE("A milestone passes its finish on as its start", "[graph]") {
  CHECK(last_is_redundant({"a"_task, finish_to_finish}, {"b"_task, start_to_start}, "a"_task, 0));
  CHECK_FALSE(
      last_is_redundant({"a"_task, finish_to_finish}, {"b"_task, start_to_start}, "a"_task, 2));
}

TEST_CASE("A lag is implied by lags that add up to it", "[graph]") {
  const auto later = [](task_key t, int days) {
    return predecessor(std::move(t), finish_to_start, workdays(days));
  };
  CHECK(last_is_redundant(later("a"_task, 2), later("b"_task, 1), later("a"_task, 3)));
  CHECK_FALSE(last_is_redundant(later("a"_task, 2), later("b"_task, 1), later("a"_task, 4)));
  CHECK(last_is_redundant(later("a"_task, 5), later("b"_task, -2), later("a"_task, 3)));
  CHECK_FALSE(last_is_redundant(later("a"_task, 1), later("b"_task, -2), "a"_task));
  const predecessor a_week_later("a"_task, finish_to_start, calendar_days(7));
  CHECK_FALSE(last_is_redundant(later("a"_task, 5), "b"_task, a_week_later));
  CHECK(last_is_redundant(later("a"_task, 7), "b"_task, a_week_later));
}

TEST_CASE("Of two equal dependencies the first is kept", "[graph]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "", .duration = workdays(1)})
      .add(
          task{.id = "b"_task, .name = "", .duration = workdays(1), .after = {"a"_task, "a"_task}});
  CHECK(redundant_dependencies(builder.build()) == places{1});
}

TEST_CASE("A task needs no dependency that its phase has", "[graph]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "", .duration = workdays(1)})
      .add(phase{.id = "p"_task, .name = "", .after = {"a"_task}})
      .add(task{.id = "b"_task,
                .name = "",
                .duration = workdays(1),
                .after = {"a"_task},
                .parent = "p"_task});
  CHECK(redundant_dependencies(builder.build()) == places{1});
}

// An inspection keeps its date, so a -> i -> b does not make b wait for an `a` that comes too late.
TEST_CASE("No path leads through an inspection", "[graph]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "", .duration = workdays(1)})
      .add(task{
          .id = "b"_task, .name = "", .duration = workdays(1), .after = {"i"_inspection, "a"_task}})
      .add(inspection{.id = "i"_inspection,
                      .name = "",
                      .window = {day("2025-09-01"), day("2025-09-01")},
                      .after = {"a"_task}});
  CHECK(redundant_dependencies(builder.build()).empty());
}

TEST_CASE("Leaving out what is redundant moves no instant", "[graph]") {
  std::size_t left_out = 0;
  CHECK(rc::check([&] {
    const plan p = plan_maker(*rc::gen::arbitrary<unsigned>(), {}).make(*rc::gen::inRange(3, 30));
    const places redundant = redundant_dependencies(p);
    left_out += redundant.size();
    const plan less = without(p, redundant);
    const status_date today(day("2025-06-20") +
                            boost::gregorian::date_duration(*rc::gen::inRange(0, 90)));
    RC_ASSERT(all_dates(compute_schedule(p, today)) == all_dates(compute_schedule(less, today)));
    RC_ASSERT(redundant_dependencies(less).empty());
  }));
  CHECK(left_out > 100);
}

// The reduction's links are those between events that no other path joins.
TEST_CASE("Of plain dependencies the transitive reduction is left", "[graph]") {
  CHECK(rc::check([] {
    const tests::variety plain{
        .kinds_and_lags = false, .calendars = false, .progress = false, .phases = false};
    const plan p =
        plan_maker(*rc::gen::arbitrary<unsigned>(), plain).make(*rc::gen::inRange(2, 25));
    const plan_graph g(p);
    const std::size_t n = g.size();
    std::vector<std::vector<bool>> joined(n, std::vector<bool>(n, false));
    for (const auto& e : g.all()) joined[e.from][e.to] = true;
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          if (joined[i][k] && joined[k][j]) joined[i][j] = true;
        }
      }
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> reduction;
    for (const auto& e : g.all()) {
      bool needed = true;
      for (std::size_t k = 0; k < n; ++k)
        needed = needed && !(joined[e.from][k] && joined[k][e.to]);
      if (needed) reduction.emplace(e.from, e.to);
    }
    const plan_graph reduced(without(p, redundant_dependencies(p)));
    std::set<std::pair<std::uint32_t, std::uint32_t>> left;
    for (const auto& e : reduced.all()) left.emplace(e.from, e.to);
    RC_ASSERT(left == reduction);
    RC_ASSERT(reduced.all().size() == left.size());
  }));
}
