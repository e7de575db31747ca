#include "graph/plans.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <rapidcheck.h>

using namespace daopai;
using namespace daopai::literals;

namespace {

task waiting(std::string id, const std::vector<std::string>& after) {
  task t{.id = task_key(std::move(id)), .name = "", .duration = workdays(1)};
  for (const std::string& a : after) t.after.emplace_back(task_key(a));
  return t;
}

std::string all_loops(const plan_builder& b) {
  std::string text;
  for (const dependency_loop& l : loops(b)) text += (text.empty() ? "" : "; ") + to_string(l);
  return text;
}

using table = std::vector<std::vector<std::size_t>>;
constexpr std::size_t far = 1000;

/// All distances, by Floyd and Warshall.
table all_distances(table length) {
  const std::size_t n = length.size();
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        length[i][j] = std::min(length[i][j], length[i][k] + length[k][j]);
      }
    }
  }
  return length;
}

/// The length of a shortest loop in one part.
std::size_t shortest_in(const table& distance, const std::vector<std::size_t>& part,
                        std::size_t which) {
  std::size_t shortest = far;
  for (std::size_t n = 0; n < part.size(); ++n) {
    if (part[n] == which) shortest = std::min(shortest, distance[n][n]);
  }
  return shortest;
}

std::size_t index_of(const dependency_loop::step& s) { return std::get<task_id>(s.event).index(); }

}  // namespace

//   a -> b -> c -> d -> a      and in it   c -> b;      e -> f -> e apart
TEST_CASE("Each knot of a broken plan shows its shortest loop", "[graph]") {
  plan_builder b{calendar()};
  b.add(waiting("a", {"d"}))
      .add(waiting("b", {"a", "c"}))
      .add(waiting("c", {"b"}))
      .add(waiting("d", {"c"}))
      .add(waiting("e", {"f"}))
      .add(waiting("f", {"e", "nobody"}))
      .add(waiting("g", {"g"}));
  CHECK(all_loops(b) == "b -> c -> b; e -> f -> e; g -> g");
}

TEST_CASE("A loop through a phase names the phase", "[graph]") {
  plan_builder b{calendar()};
  task child = waiting("child", {"x"});
  child.parent = "phase"_task;
  b.add(phase{.id = "phase"_task, .name = ""}).add(child).add(waiting("x", {"phase"}));
  CHECK(all_loops(b) == "child -> phase -> x -> child");
}

TEST_CASE("Where parents form a loop, phases stand for themselves", "[graph]") {
  plan_builder b{calendar()};
  task p = waiting("p", {"a"});
  p.parent = "q"_task;
  task q = waiting("q", {});
  q.parent = "p"_task;
  b.add(p).add(q).add(waiting("a", {"p"}));
  CHECK(all_loops(b) == "p -> a -> p");
}

TEST_CASE("A valid plan has no loops", "[graph]") {
  plan_builder b{calendar()};
  CHECK(loops(b).empty());
  CHECK(loops(b.add(waiting("a", {})).add(waiting("b", {"a"}))).empty());
}

TEST_CASE("Loops are as many and as short as Boost's parts and all distances say", "[graph]") {
  CHECK(rc::check([] {
    const std::size_t nodes = *rc::gen::inRange<std::size_t>(1, 12);
    const auto any = rc::gen::inRange<std::size_t>(0, nodes);
    const auto links = *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(
        rc::gen::pair(any, any));
    std::vector<std::vector<std::string>> after(nodes);
    boost::adjacency_list<> g(nodes);
    table length(nodes, std::vector<std::size_t>(nodes, far));
    for (const auto& [from, to] : links) {
      after[to].push_back(std::to_string(from));
      boost::add_edge(from, to, g);
      length[from][to] = 1;
    }
    plan_builder b{calendar()};
    for (std::size_t n = 0; n < nodes; ++n) b.add(waiting(std::to_string(n), after[n]));
    const table distance = all_distances(length);
    std::vector<std::size_t> part(nodes);
    const std::size_t parts = boost::strong_components(
        g, boost::make_iterator_property_map(part.begin(), get(boost::vertex_index, g)));
    std::size_t with_loop = 0;
    for (std::size_t n = 0; n < parts; ++n) with_loop += shortest_in(distance, part, n) < far;
    const auto found = loops(b);
    RC_ASSERT(found.size() == with_loop);
    for (const dependency_loop& l : found) {
      RC_ASSERT(l.is_shortest);
      RC_ASSERT(l.steps.size() == shortest_in(distance, part, part[index_of(l.steps[0])]));
      for (std::size_t i = 0; i < l.steps.size(); ++i) {
        const auto& next = l.steps[(i + 1) % l.steps.size()];
        RC_ASSERT(length[index_of(l.steps[i])][index_of(next)] == 1U);
      }
    }
  }));
}

TEST_CASE("A loop of a hundred thousand tasks is found at once", "[graph]") {
  plan_builder b{calendar()};
  constexpr int length = 100'000;
  for (int t = 0; t < length; ++t) {
    b.add(waiting(std::to_string(t), {std::to_string((t + length - 1) % length)}));
  }
  const auto found = loops(b);
  REQUIRE(found.size() == 1);
  CHECK(found[0].steps.size() == length);
  CHECK(found[0].is_shortest);
}
