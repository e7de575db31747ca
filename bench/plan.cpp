/// From the plan file to the answer, stage by stage: reading, building, compiling, computing,
/// reading all dates, writing.
#include "plans.hpp"
#include <daopai/io.hpp>
#include <daopai/plan.hpp>
#include <daopai/schedule.hpp>

#include <benchmark/benchmark.h>
#include <boost/json.hpp>

#include <cstring>

namespace {

using namespace daopai;
using bench::drawn_plan;

const status_date start(date(2025, 6, 2));

/// "t123"
std::string id_of(std::size_t t) { return "t" + std::to_string(t); }

drawn_plan drawn(const benchmark::State& state) {
  return bench::draw_plan(bench::shape::layered, static_cast<std::size_t>(state.range(0)), 1);
}

/// The tasks by id, with names and lead units, on a calendar that works every day. An inspection at
/// the end of the plan waits for all tasks that no task waits for.
plan_builder builder_of(const drawn_plan& drawn) {
  plan_builder builder(calendar(calendar_rules{.week = every_day}), "drawn");
  builder.today(start.value).reserve_tasks(drawn.size());
  constexpr std::size_t units = 100;
  for (std::size_t u = 0; u < units; ++u) {
    builder.add(unit{.id = unit_key("u" + std::to_string(u)), .name = "Office"});
  }
  for (std::size_t t = 0; t < drawn.size(); ++t) {
    task made{.id = task_key(id_of(t)),
              .name = "任务 " + std::to_string(t),
              .duration = workdays(drawn.durations[t]),
              .lead = unit_key("u" + std::to_string(t % units))};
    for (std::uint32_t l = drawn.first_link[t]; l < drawn.first_link[t + 1]; ++l) {
      made.after.emplace_back(task_key(id_of(drawn.links[l].predecessor)),
                              dependency_kind::finish_to_start, workdays(drawn.links[l].lag));
    }
    builder.add(std::move(made));
  }
  return builder;
}

/// The same as a file, one task a line.
std::string text_of(const drawn_plan& drawn) {
  std::string text = R"({"daopai":1,"title":"drawn","today":"2025-06-02","calendar":"every-day",)"
                     R"("units":[)";
  for (int u = 0; u < 100; ++u) {
    text += (u > 0 ? ",\n" : "\n") + std::string(R"({"id":"u)") + std::to_string(u) +
            R"(","name":"Office"})";
  }
  text += "],\n\"tasks\":[";
  for (std::size_t t = 0; t < drawn.size(); ++t) {
    const std::string number = std::to_string(t);
    text += (t > 0 ? ",\n" : "\n") + std::string(R"({"id": "t)") + number + R"(", "name": "任务 )" +
            number + R"(", "duration": )" + std::to_string(drawn.durations[t]) + R"(, "lead": "u)" +
            std::to_string(t % 100) + R"(", "after": [)";
    for (std::uint32_t l = drawn.first_link[t]; l < drawn.first_link[t + 1]; ++l) {
      const std::string id = '"' + id_of(drawn.links[l].predecessor) + '"';
      if (l > drawn.first_link[t]) text += ", ";
      text += drawn.links[l].lag == 0
                  ? id
                  : R"({"task": )" + id + R"(, "lag": )" + std::to_string(drawn.links[l].lag) + '}';
    }
    text += "]}";
  }
  return text + "\n]}\n";
}

void count(benchmark::State& state, std::size_t bytes) {
  state.SetComplexityN(state.range(0));
  state.counters["tasks"] = static_cast<double>(state.range(0));
  state.counters["bytes"] = static_cast<double>(bytes);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void read_file(benchmark::State& state) {
  const std::string text = text_of(drawn(state));
  std::optional<plan> p;
  for (auto unused : state) {
    p.emplace(io::read_plan(text, "plan.json"));
    state.PauseTiming();
    p.reset();  // giving the memory back is not reading
    state.ResumeTiming();
  }
  count(state, text.size());
}

/// What Boost.JSON takes for its own values of the same text, which then would have to be read.
void parse_alone(benchmark::State& state) {
  const std::string text = text_of(drawn(state));
  for (auto unused : state) {
    boost::json::monotonic_resource memory;
    benchmark::DoNotOptimize(boost::json::parse(text, &memory).is_object());
  }
  count(state, text.size());
}

/// What the machine takes to move the same bytes once.
void copy_text(benchmark::State& state) {
  const std::string text = text_of(drawn(state));
  std::string copy = text;
  for (auto unused : state) {
    std::memcpy(copy.data(), text.data(), text.size());
    benchmark::DoNotOptimize(copy.data());
    benchmark::ClobberMemory();
  }
  count(state, text.size());
}

void write_answer(benchmark::State& state) {
  const schedule s = compute_schedule(builder_of(drawn(state)).build(), start);
  std::size_t bytes = 0;
  for (auto unused : state) bytes = io::to_json(s).size();
  count(state, bytes);
}

void file_to_answer(benchmark::State& state) {
  const std::string text = text_of(drawn(state));
  std::size_t bytes = 0;
  for (auto unused : state) {
    bytes =
        text.size() + io::to_json(compute_schedule(io::read_plan(text, "plan.json"), start)).size();
  }
  count(state, bytes);
}

void build_plan(benchmark::State& state) {
  const plan_builder builder = builder_of(drawn(state));
  std::optional<plan> p;
  for (auto unused : state) {
    state.PauseTiming();
    p.reset();
    plan_builder copy = builder;
    state.ResumeTiming();
    p.emplace(std::move(copy).build());
  }
  count(state, 0);
}

void compile_plan(benchmark::State& state) {
  const plan p = builder_of(drawn(state)).build();
  for (auto unused : state) benchmark::DoNotOptimize(compile(p).in.data());
  count(state, 0);
}

void compute(benchmark::State& state) {
  const network net = compile(builder_of(drawn(state)).build());
  for (auto unused : state) {
    benchmark::DoNotOptimize(compute_schedule(net, start).early_dates().finish.data());
  }
  count(state, 0);
}

/// The sum of all dates and floats, so that all of them are read.
std::int64_t all_of(const schedule& s) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
    const task_id t(i);
    sum += to_day(s.early_start(t)) + to_day(s.early_finish(t)) + to_day(s.late_start(t)) +
           to_day(s.late_finish(t)) + s.total_float(t).count() + s.free_float(t).count();
  }
  return sum;
}

void read_all_dates(benchmark::State& state) {
  const schedule s = compute_schedule(builder_of(drawn(state)).build(), start);
  for (auto unused : state) benchmark::DoNotOptimize(all_of(s));
  count(state, 0);
}

/// Whether the schedule says what the kernels say of the bare arrays.
bool is_as_the_kernels_say(const drawn_plan& drawn, const schedule& s) {
  const kernel::network net = kernel::compile(drawn.arrays());
  const kernel::results r = kernel::compute(net);
  const day_number origin = to_day(start.value);
  for (std::uint32_t t = 0; t < drawn.size(); ++t) {
    const kernel::task_result one = kernel::result_of(net, r, t);
    const bool same = to_day(s.early_start(task_id(t))) == origin + one.early_start &&
                      to_day(s.late_finish(task_id(t))) == origin + one.late_finish - 1 &&
                      s.total_float(task_id(t)).count() == one.total_float;
    if (!same) return false;
  }
  return true;
}

/// From the plan to all dates and floats.
void plan_to_dates(benchmark::State& state) {
  const drawn_plan arrays = drawn(state);
  const plan p = builder_of(arrays).build();
  if (!is_as_the_kernels_say(arrays, compute_schedule(p, start))) {
    state.SkipWithError("the schedule differs from that of the kernels");
  }
  for (auto unused : state) benchmark::DoNotOptimize(all_of(compute_schedule(p, start)));
  count(state, 0);
}

void sizes(benchmark::internal::Benchmark* b) {
  b->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
}

}  // namespace

BENCHMARK(read_file)->Name("plan/read_file")->Apply(sizes);
BENCHMARK(parse_alone)->Name("plan/boost_json_parse")->Apply(sizes);
BENCHMARK(copy_text)->Name("plan/copy_text")->Apply(sizes);
BENCHMARK(build_plan)->Name("plan/build")->Apply(sizes);
BENCHMARK(compile_plan)->Name("plan/compile")->Apply(sizes);
BENCHMARK(compute)->Name("plan/compute")->Apply(sizes);
BENCHMARK(read_all_dates)->Name("plan/read_all_dates")->Apply(sizes);
BENCHMARK(plan_to_dates)->Name("plan/plan_to_dates")->Apply(sizes)->Complexity(benchmark::oN);
BENCHMARK(write_answer)->Name("plan/write_answer")->Apply(sizes);
BENCHMARK(file_to_answer)->Name("plan/file_to_answer")->Apply(sizes);
BENCHMARK_MAIN();
