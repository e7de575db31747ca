/// How a peer is measured and held to the answer of the others.
#ifndef DAOPAI_BENCH_PEERS_HPP
#define DAOPAI_BENCH_PEERS_HPP

#include "answer.hpp"
#include "plans.hpp"

#include <benchmark/benchmark.h>

#include <malloc.h>
#include <memory>
#include <optional>

namespace daopai::bench {

/// A number of 44 bits that tells answers apart; peers.py computes the same.
class fingerprint {
public:
  void add(const answer& a) {
    for (std::size_t t = 0; t < a.early_finish.size(); ++t) {
      const auto early = static_cast<std::uint64_t>(a.early_finish[t]);
      const auto late = static_cast<std::uint64_t>(a.late_finish[t]);
      add(early * 1'000'003 + late * 7919 + static_cast<std::uint64_t>(a.total_float[t]));
    }
  }
  void add(std::uint64_t number) { sum_ = (sum_ ^ number) * 0x9e3779b97f4a7c15U; }
  [[nodiscard]] double value() const { return static_cast<double>(sum_ >> 20U); }

private:
  std::uint64_t sum_ = 1;
};

// A peer is a class with
//   explicit Peer(const drawn_plan&);    builds its graph from the arrays, and sorts it
//   void compute();                      both passes and total float, in memory of its own
//   const answer& found();               by task; not timed

/// The peers of many plans; the plan is the next one in each round.
template <class Peer>
void measure_passes(benchmark::State& state, shape s) {
  const std::vector<drawn_plan> plans = draw_plans(s, static_cast<std::size_t>(state.range(0)));
  const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
  std::vector<std::unique_ptr<Peer>> peers;
  for (const drawn_plan& p : plans) peers.push_back(std::make_unique<Peer>(p));
  for (const auto& peer : peers) peer->compute();
  const std::size_t after = mallinfo2().uordblks + mallinfo2().hblkhd;

  std::size_t next = 0;
  for (auto unused : state) {
    peers[next]->compute();
    benchmark::ClobberMemory();
    next = next + 1 < peers.size() ? next + 1 : 0;
  }
  fingerprint all;
  std::size_t tasks = 0;
  for (const auto& peer : peers) all.add(peer->found());
  for (const drawn_plan& p : plans) tasks += p.size();
  state.counters["fingerprint"] = all.value();
  state.counters["bytes_per_task"] =
      static_cast<double>(after - before) / static_cast<double>(tasks);
  state.counters["tasks"] = static_cast<double>(tasks) / static_cast<double>(plans.size());
  state.SetComplexityN(state.range(0));
}

/// From the arrays to the answer; giving the memory back is not timed.
template <class Peer>
void measure_one_shot(benchmark::State& state, shape s) {
  const std::vector<drawn_plan> plans = draw_plans(s, static_cast<std::size_t>(state.range(0)));
  std::size_t next = 0;
  std::optional<Peer> peer;
  for (auto unused : state) {
    peer.emplace(plans[next]);
    peer->compute();
    benchmark::ClobberMemory();
    state.PauseTiming();
    peer.reset();
    state.ResumeTiming();
    next = next + 1 < plans.size() ? next + 1 : 0;
  }
  fingerprint all;
  std::size_t tasks = 0;
  for (const drawn_plan& p : plans) {
    peer.emplace(p);
    peer->compute();
    all.add(peer->found());
    tasks += p.size();
  }
  state.counters["fingerprint"] = all.value();
  state.counters["tasks"] = static_cast<double>(tasks) / static_cast<double>(plans.size());
}

inline constexpr std::array graph_shapes{shape::layered, shape::shuffled, shape::random,
                                         shape::chain};

inline benchmark::internal::Benchmark* add(const std::string& name,
                                           void (*measure)(benchmark::State&, shape), shape s) {
  return benchmark::RegisterBenchmark((name + '/' + name_of(s)).c_str(), measure, s)
      ->Unit(benchmark::kMicrosecond);
}

/// Registers passes/NAME/SHAPE/TASKS and one_shot/NAME/SHAPE/TASKS.
template <class Peer>
void register_peer(const std::string& name, std::int64_t most_tasks, shape s) {
  auto* passes = add("passes/" + name, measure_passes<Peer>, s);
  auto* one_shot = add("one_shot/" + name, measure_one_shot<Peer>, s);
  for (std::int64_t tasks = 1000; tasks <= most_tasks; tasks *= 10) {
    passes->Arg(tasks);
    one_shot->Arg(tasks);
  }
  passes->Complexity(benchmark::oN);
}

/// The same for all shapes of graphs, and one_shot/NAME/counties.
template <class Peer>
void register_peer(const std::string& name, std::int64_t most_tasks) {
  for (const shape s : graph_shapes) register_peer<Peer>(name, most_tasks, s);
  add("one_shot/" + name, measure_one_shot<Peer>, shape::counties)->Arg(200);
}

/// Runs what was registered.
inline int run(int argc, char** argv) {
  benchmark::AddCustomContext("compiler", std::string("g++ ") + __VERSION__);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace daopai::bench

#endif  // DAOPAI_BENCH_PEERS_HPP
