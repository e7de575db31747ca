// One changed fact in a large plan, beside a full computation in the same run (Google Benchmark).
//
// Each row changes many tasks, one at a time, and shows how long the changes took: the half, nine
// tenths, 99 hundredths of them, and the slowest; in microseconds, and as parts of a full pass.
#include "layered_plan.hpp"
#include <daopai/schedule/reschedule.hpp>

#include <benchmark/benchmark.h>

#include <chrono>

using namespace daopai;

namespace {

const status_date monday(date(2025, 6, 2));

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The least of several runs of `work`, in seconds.
template <class Work>
double least_time(int runs, Work work) {
  double least = 1e9;
  for (int n = 0; n < runs; ++n) {
    const auto start = std::chrono::steady_clock::now();
    work();
    least = std::min(least, seconds_since(start));
  }
  return least;
}

/// One plan and what a full computation of it costs.
struct subject {
  living_schedule living;
  double passes;    ///< both passes alone: early and late dates
  double schedule;  ///< all that a schedule holds: dates, sides, floats, critical marks

  explicit subject(std::size_t tasks) : living(bench::layered_plan(tasks, 1), monday) {
    const network& net = living.now().network();
    const detail::instant finish = to_day(*living.finish()) + 1;
    passes = least_time(7, [&] {
      benchmark::DoNotOptimize(forward_pass(net, monday.value));
      benchmark::DoNotOptimize(backward_pass(net, finish));
    });
    schedule = least_time(3, [&] { benchmark::DoNotOptimize(compute_schedule(net, monday)); });
  }
};

subject& plan_of(std::size_t tasks) {
  static std::vector<std::pair<std::size_t, std::unique_ptr<subject>>> made;
  for (const auto& [size, s] : made) {
    if (size == tasks) return *s;
  }
  made.emplace_back(tasks, std::make_unique<subject>(tasks));
  return *made.back().second;
}

void report(benchmark::State& state, const subject& s, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto part = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  state.counters["p50_us"] = part(0.5) * 1e6;
  state.counters["p90_us"] = part(0.9) * 1e6;
  state.counters["p99_us"] = part(0.99) * 1e6;
  state.counters["max_us"] = times.back() * 1e6;
  state.counters["passes_us"] = s.passes * 1e6;
  state.counters["schedule_us"] = s.schedule * 1e6;
  state.counters["passes/p50"] = s.passes / part(0.5);
  state.counters["passes/p99"] = s.passes / part(0.99);
  state.counters["max/passes"] = times.back() / s.passes;
  state.counters["schedule/p50"] = s.schedule / part(0.5);
  state.counters["schedule/p99"] = s.schedule / part(0.99);
  state.counters["max/schedule"] = times.back() / s.schedule;
}

/// Changes random tasks by `change_of(schedule, task)`, and times each.
template <class ChangeOf>
void time_changes(benchmark::State& state, ChangeOf change_of) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  subject& s = plan_of(tasks);
  std::mt19937 dice(2);
  std::uniform_int_distribution<std::size_t> any(0, tasks - 1);
  std::vector<double> times;
  for (auto _ : state) {
    const plan_change c = change_of(s.living, task_id(any(dice)));
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(s.living.change(c));
    times.push_back(seconds_since(start));
    state.SetIterationTime(times.back());
  }
  report(state, s, std::move(times));
}

plan_change longer_by(const living_schedule& s, task_id t, int days) {
  return plan_change::duration(t, s.plan()[t].duration + workdays(days));
}

void one_day_more(benchmark::State& state) {
  time_changes(state, [](const auto& s, task_id t) { return longer_by(s, t, 1); });
}
void five_days_more(benchmark::State& state) {
  time_changes(state, [](const auto& s, task_id t) { return longer_by(s, t, 5); });
}
void halved(benchmark::State& state) {
  time_changes(state, [](const auto& s, task_id t) {
    return plan_change::duration(t, workdays((s.plan()[t].duration.count() + 1) / 2));
  });
}

/// What if: change, look, undo.
void tried_and_undone(benchmark::State& state) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  subject& s = plan_of(tasks);
  std::mt19937 dice(3);
  std::uniform_int_distribution<std::size_t> any(0, tasks - 1);
  std::vector<double> times;
  for (auto _ : state) {
    const plan_change c = longer_by(s.living, task_id(any(dice)), 5);
    const auto start = std::chrono::steady_clock::now();
    what_if attempt(s.living);
    s.living.change(c);
    benchmark::DoNotOptimize(s.living.finish());
    benchmark::DoNotOptimize(attempt.undo());
    times.push_back(seconds_since(start));
    state.SetIterationTime(times.back());
  }
  report(state, s, std::move(times));
}

/// Five days more for a task that the finish of the plan hangs on: everything moves.
void on_the_longest_chain(benchmark::State& state) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  subject& s = plan_of(tasks);
  std::vector<task_id> critical;
  for (std::size_t t = 0; t < tasks; ++t) {
    if (s.living.now().is_critical(task_id(t))) critical.emplace_back(t);
  }
  std::vector<double> times;
  std::size_t n = 0;
  for (auto _ : state) {
    const plan_change c = longer_by(s.living, critical[n++ * 7 % critical.size()], 5);
    const auto start = std::chrono::steady_clock::now();
    what_if attempt(s.living);
    s.living.change(c);
    times.push_back(seconds_since(start));
    state.SetIterationTime(times.back());
  }
  report(state, s, std::move(times));
}

void shapes(benchmark::internal::Benchmark* b, int changes) {
  b->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Iterations(changes)->UseManualTime()->Unit(
      benchmark::kMicrosecond);
}

BENCHMARK(tried_and_undone)->Apply([](auto* b) { shapes(b, 3000); });
BENCHMARK(one_day_more)->Apply([](auto* b) { shapes(b, 3000); });
BENCHMARK(five_days_more)->Apply([](auto* b) { shapes(b, 3000); });
BENCHMARK(halved)->Apply([](auto* b) { shapes(b, 3000); });
BENCHMARK(on_the_longest_chain)->Apply([](auto* b) { shapes(b, 30); });

}  // namespace

BENCHMARK_MAIN();
