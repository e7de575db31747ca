/// daopai's kernels on bare arrays, and the time that the machine takes to stream the same bytes.
#include "peers.hpp"

namespace {

using namespace daopai::bench;
namespace kernel = daopai::kernel;

/// The answer by task, out of the results by position.
answer by_task(const kernel::network& net, const kernel::results& r) {
  answer a;
  a.resize(net.size());
  for (std::uint32_t t = 0; t < net.size(); ++t) {
    const kernel::task_result one = kernel::result_of(net, r, t);
    a.early_finish[t] = one.early_finish;
    a.late_finish[t] = one.late_finish;
    a.total_float[t] = one.total_float;
  }
  return a;
}

/// In memory that is new for each plan.
class fresh {
public:
  explicit fresh(const drawn_plan& plan) : net_(kernel::compile(plan.arrays())) {}
  void compute() { kernel::compute(net_, kernel::extent::dates, results_); }
  [[nodiscard]] answer found() const { return by_task(net_, results_); }

protected:
  kernel::network net_;
  kernel::results results_{};
};

/// In one piece, memory new for each plan: a plan whose links run forward is not sorted.
class fresh_solver {
public:
  explicit fresh_solver(const drawn_plan& plan) : plan_(&plan) {}
  void compute() { kernel::solve(plan_->arrays(), kernel::extent::dates, memory_); }
  [[nodiscard]] answer found() const { return by_task(memory_.net, memory_.answer); }

private:
  const drawn_plan* plan_;
  kernel::workspace memory_{};
};

/// In one piece, in memory that is used again and again.
class solver {
public:
  explicit solver(const drawn_plan& plan) : plan_(&plan) {}
  void compute() { kernel::solve(plan_->arrays(), kernel::extent::dates, memory()); }
  [[nodiscard]] answer found() const { return by_task(memory().net, memory().answer); }

private:
  static kernel::workspace& memory() {
    static kernel::workspace kept;
    return kept;
  }
  const drawn_plan* plan_;
};

/// Reads and writes what both passes read and write, with no task waiting for another.
class stream : public fresh {
public:
  explicit stream(const drawn_plan& plan) : fresh(plan) { fresh::compute(); }
  void compute() {
    forward();
    backward();
  }

private:
  static std::int32_t sum(const kernel::network& net) {
    std::uint32_t total = 0;
    for (const kernel::position p : net.targets) total += p;
    for (const kernel::link& l : net.links) {
      total += l.predecessor + static_cast<std::uint32_t>(l.lag);
    }
    return static_cast<std::int32_t>(total);
  }
  void forward() {
    const std::int32_t seed = sum(net_);
    for (std::size_t p = 0; p < net_.size(); ++p) {
      results_.early_finish[p] = net_.duration[p] + seed;
    }
  }
  void backward() {
    const std::int32_t seed = sum(net_);
    for (std::size_t p = 0; p < net_.size(); ++p) {
      const std::int32_t late = net_.duration[p] ^ seed;
      results_.late_finish[p] = late;
      results_.total_float[p] = late - results_.early_finish[p];
    }
  }
};

/// Every look-up of a result goes through the place of its task.
void read_all_by_task(benchmark::State& state, shape s) {
  const drawn_plan plan = draw_plan(s, static_cast<std::size_t>(state.range(0)), 1);
  const kernel::network net = kernel::compile(plan.arrays());
  const kernel::results r = kernel::compute(net);
  std::vector<kernel::task_result> out(plan.size());
  for (auto unused : state) {
    kernel::export_results(net, r, out.data());
    benchmark::ClobberMemory();
  }
  state.counters["tasks"] = static_cast<double>(plan.size());
}

/// Bytes of the network and its results, as they say themselves.
void note_memory(benchmark::State& state, const drawn_plan& plan, std::size_t bytes) {
  const auto tasks = static_cast<double>(plan.size());
  state.counters["bytes_per_task"] = static_cast<double>(bytes) / tasks;
  state.counters["links_per_task"] = static_cast<double>(plan.links.size()) / tasks;
  state.counters["tasks"] = tasks;
}

/// All kinds, lags, sixteen calendars, deadlines, free floats and drivers.
void full_passes(benchmark::State& state, shape s) {
  const auto tasks = static_cast<std::size_t>(state.range(0));
  const daopai::day_number first = 20'000;
  const std::int32_t days =
      2 * full_start + 2 * kernel::compute(kernel::compile(draw_plan(s, tasks, 1).arrays())).finish;
  const kernel::calendar_tables tables(sixteen_calendars(first, first + days), first, first + days);
  std::vector<drawn_plan> plans;
  std::vector<kernel::network> nets;
  for (std::uint64_t seed = 0; seed <= 50'000 / tasks; ++seed) {
    plans.push_back(with_everything(draw_plan(s, tasks, seed + 1), seed));
    kernel::plan_arrays arrays = plans.back().arrays();
    arrays.tables = &tables;
    arrays.start = full_start;
    nets.push_back(kernel::compile(arrays));
  }
  std::vector<kernel::results> results(nets.size());
  for (std::size_t i = 0; i < nets.size(); ++i)
    kernel::compute(nets[i], kernel::extent::all, results[i]);
  std::size_t next = 0;
  for (auto unused : state) {
    kernel::compute(nets[next], kernel::extent::all, results[next]);
    benchmark::ClobberMemory();
    next = next + 1 < nets.size() ? next + 1 : 0;
  }
  note_memory(state, plans[0], nets[0].bytes() + results[0].bytes());
}

void plain_memory(benchmark::State& state, shape s) {
  const drawn_plan plan = draw_plan(s, static_cast<std::size_t>(state.range(0)), 1);
  const kernel::network net = kernel::compile(plan.arrays());
  const kernel::results r = kernel::compute(net);
  for (auto unused : state) benchmark::DoNotOptimize(net.bytes());
  note_memory(state, plan, net.bytes() + r.bytes());
}

/// 5,000 plans, each on its own; state.range(0) threads. The time is for all of them.
void counties_on_threads(benchmark::State& state, shape s) {
  const std::vector<drawn_plan> plans = draw_plans(s, 200);
  std::vector<kernel::plan_arrays> arrays;
  for (const drawn_plan& p : plans) arrays.push_back(p.arrays());
  std::vector<std::int32_t> finish(plans.size());
  for (auto unused : state) {
    kernel::solve_each(
        kernel::array_view<kernel::plan_arrays>(arrays), kernel::extent::dates,
        static_cast<unsigned>(state.range(0)),
        [&](std::size_t i, const kernel::workspace& w) { finish[i] = w.answer.finish; });
    benchmark::ClobberMemory();
  }
  state.counters["plans"] = static_cast<double>(plans.size());
}

/// 5,000 plans of one template of 200 tasks, eight at a time; the time is for all of them. Each is
/// held to what it is computed to on its own.
void counties_in_lanes(benchmark::State& state, shape) {
  constexpr std::size_t tasks = 200;
  constexpr std::size_t groups = 5000 / kernel::lanes;
  const drawn_plan plan = draw_plan(shape::layered, tasks, 1);
  const kernel::network net = kernel::compile(plan.arrays());
  std::vector<std::int32_t> durations(groups * kernel::lanes * tasks);
  draws draw(7);
  for (std::int32_t& d : durations) d = static_cast<std::int32_t>(1 + draw(20));
  const auto group = [&](std::size_t g) {
    kernel::lane_durations own;
    for (std::size_t l = 0; l < kernel::lanes; ++l) {
      own[l] = {durations.data() + (g * kernel::lanes + l) * tasks, tasks};
    }
    return own;
  };
  kernel::lane_results results;
  for (auto unused : state) {
    for (std::size_t g = 0; g < groups; ++g) kernel::compute_lanes(net, group(g), results);
    benchmark::ClobberMemory();
  }
  state.counters["plans"] = static_cast<double>(groups * kernel::lanes);
  state.counters["tasks"] = tasks;
}

void each_size(benchmark::internal::Benchmark* b, std::int64_t most) {
  for (std::int64_t tasks = 1000; tasks <= most; tasks *= 10) b->Arg(tasks);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::int64_t most = 10'000'000;
  for (const shape s :
       {shape::layered, shape::shuffled, shape::random, shape::chain, shape::unlagged}) {
    auto* passes = add("passes/daopai", measure_passes<fresh>, s);
    each_size(passes, most);
    passes->Complexity(benchmark::oN);
    each_size(add("limit/stream", measure_passes<stream>, s), most);
    each_size(add("one_shot/daopai-reused", measure_one_shot<solver>, s), most);
    each_size(add("one_shot/daopai-fresh", measure_one_shot<fresh_solver>, s), most);
  }
  each_size(add("read/daopai", read_all_by_task, shape::layered), most);
  each_size(add("full/daopai", full_passes, shape::layered), most);
  add("memory/daopai", plain_memory, shape::layered)->Arg(1'000'000);
  add("one_shot/daopai-reused", measure_one_shot<solver>, shape::counties)->Arg(200);
  add("one_shot/daopai-fresh", measure_one_shot<fresh_solver>, shape::counties)->Arg(200);
  for (const int threads : {1, 2, 4}) {
    add("counties/threads", counties_on_threads, shape::counties)->Arg(threads)->UseRealTime();
  }
  add("counties/lanes", counties_in_lanes, shape::counties)->Arg(200);
  return run(argc, argv);
}
