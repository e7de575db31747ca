// One changed fact in a large plan, beside a full computation in the same run (Google Benchmark).
//
// Each row changes many tasks, one at a time, and shows how long the changes took: the half, nine
// tenths, 99 hundredths of them, and the slowest; in microseconds, and beside three full passes:
//   schedule  all that a schedule holds of the plan: dates, floats, critical marks
//   passes    its early and late dates alone
//   kernel    early and late dates by the kernels, which know neither calendars nor dates
#include "plans.hpp"
#include <daopai/schedule/reschedule.hpp>

#include <benchmark/benchmark.h>

#include <ctime>
#include <random>

using namespace daopai;

namespace {

const status_date monday(date(2025, 6, 2));

/// What this thread has had of a processor, in seconds: what else the machine does counts little.
double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The least of several runs of `work`, in seconds.
template <class Work>
double least_time(int runs, Work work) {
  double least = 1e9;
  for (int n = 0; n < runs; ++n) {
    const double start = processor_time();
    work();
    least = std::min(least, processor_time() - start);
  }
  return least;
}

plan plan_of(const bench::drawn_plan& drawn) {
  const auto key = [](std::size_t t) { return task_key("t" + std::to_string(t)); };
  plan_builder builder{calendar()};
  for (std::size_t t = 0; t < drawn.size(); ++t) {
    task made{.id = key(t), .name = {}, .duration = workdays(drawn.durations[t])};
    for (std::uint32_t l = drawn.first_link[t]; l < drawn.first_link[t + 1]; ++l) {
      made.after.emplace_back(key(drawn.links[l].predecessor), dependency_kind::finish_to_start,
                              workdays(drawn.links[l].lag));
    }
    builder.add(std::move(made));
  }
  return std::move(builder).build();
}

double kernel_time(const bench::drawn_plan& drawn) {
  const kernel::network net = kernel::compile(drawn.arrays());
  kernel::results results;
  return least_time(7, [&] { kernel::compute(net, kernel::extent::dates, results); });
}

/// One plan and what full computations of it cost, in seconds.
struct subject {
  bench::drawn_plan drawn;
  living_schedule living;
  double kernel;
  double passes;
  double schedule;

  explicit subject(std::size_t tasks)
      : drawn(bench::draw_plan(bench::shape::layered, tasks, 1)),
        living(plan_of(drawn), monday),
        kernel(kernel_time(drawn)) {
    const network& net = living.now().network();
    const detail::instant finish = to_day(*living.finish()) + 1;
    passes = least_time(7, [&] {
      benchmark::DoNotOptimize(forward_pass(net, monday.value));
      benchmark::DoNotOptimize(backward_pass(net, finish));
    });
    schedule = least_time(3, [&] { benchmark::DoNotOptimize(compute_schedule(net, monday)); });
  }
};

subject& subject_of(std::size_t tasks) {
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
  const auto beside = [&](const std::string& pass, double seconds) {
    state.counters[pass + "_us"] = seconds * 1e6;
    state.counters[pass + "/p50"] = seconds / part(0.5);
    state.counters[pass + "/p99"] = seconds / part(0.99);
    state.counters["max/" + pass] = times.back() / seconds;
  };
  beside("schedule", s.schedule);
  beside("passes", s.passes);
  beside("kernel", s.kernel);
}

/// Changes random tasks by `change_of(schedule, task)`, and times each.
template <class ChangeOf>
void time_changes(benchmark::State& state, ChangeOf change_of) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  subject& s = subject_of(tasks);
  std::mt19937 dice(2);
  std::uniform_int_distribution<std::size_t> any(0, tasks - 1);
  std::vector<double> times;
  for (auto _ : state) {
    const plan_change c = change_of(s.living, task_id(any(dice)));
    const double start = processor_time();
    benchmark::DoNotOptimize(s.living.change(c));
    times.push_back(processor_time() - start);
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
  subject& s = subject_of(tasks);
  std::mt19937 dice(3);
  std::uniform_int_distribution<std::size_t> any(0, tasks - 1);
  std::vector<double> times;
  for (auto _ : state) {
    const plan_change c = longer_by(s.living, task_id(any(dice)), 5);
    const double start = processor_time();
    what_if attempt(s.living);
    s.living.change(c);
    benchmark::DoNotOptimize(s.living.finish());
    benchmark::DoNotOptimize(attempt.undo());
    times.push_back(processor_time() - start);
    state.SetIterationTime(times.back());
  }
  report(state, s, std::move(times));
}

/// Five days more for a task that the finish of the plan hangs on: everything moves.
void on_the_longest_chain(benchmark::State& state) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  subject& s = subject_of(tasks);
  std::vector<task_id> critical;
  for (std::size_t t = 0; t < tasks; ++t) {
    if (s.living.now().is_critical(task_id(t))) critical.emplace_back(t);
  }
  std::vector<double> times;
  std::size_t n = 0;
  for (auto _ : state) {
    const plan_change c = longer_by(s.living, critical[n++ * 7 % critical.size()], 5);
    const double start = processor_time();
    what_if attempt(s.living);
    s.living.change(c);
    times.push_back(processor_time() - start);
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
BENCHMARK(on_the_longest_chain)->Apply([](auto* b) { shapes(b, 10); });

}  // namespace

BENCHMARK_MAIN();
