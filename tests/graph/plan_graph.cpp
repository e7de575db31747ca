#include "graph/plans.hpp"

#include <boost/graph/dag_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <rapidcheck.h>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
using daopai::tests::plan_maker;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<plan_graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<plan_graph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<plan_graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<plan_graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<plan_graph>));

namespace {

plan any_plan(tests::variety v = {}) {
  return plan_maker(*rc::gen::arbitrary<unsigned>(), v).make(*rc::gen::inRange(1, 30));
}

std::vector<plan_graph::vertex> order_of(const plan_graph& g) {
  std::vector<plan_graph::vertex> order;
  boost::topological_sort(g, std::back_inserter(order));
  std::ranges::reverse(order);
  return order;
}

template <class Value>
auto by_vertex(std::vector<Value>& values, const plan_graph& g) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, g));
}

}  // namespace

//   a (3 days) --SS+2--> b (2) --> inspection;   phase p { c (4) }, which waits for a
TEST_CASE("A plan shows its events and dependencies to Boost.Graph", "[graph]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "a"_task, .name = "", .duration = workdays(3)})
      .add(task{.id = "b"_task,
                .name = "",
                .duration = workdays(2),
                .after = {predecessor("a"_task, dependency_kind::start_to_start, workdays(2))}})
      .add(phase{.id = "p"_task, .name = "", .after = {"a"_task}})
      .add(task{.id = "c"_task, .name = "", .duration = workdays(4), .parent = "p"_task})
      .add(inspection{.id = "i"_inspection,
                      .name = "",
                      .window = {day("2025-09-01"), day("2025-09-01")},
                      .after = {"b"_task}});
  const plan p = builder.build();
  const plan_graph g(p);
  CHECK(num_vertices(g) == 5);
  CHECK(num_edges(g) == 3);
  CHECK(out_degree(0, g) == 2);
  CHECK(in_degree(g.vertex_of(inspection_id(0)), g) == 1);
  const auto [e, found] = edge(0, 1, g);
  REQUIRE(found);
  CHECK((get(edge_kind, g, e) == dependency_kind::start_to_start));
  CHECK((get(edge_lag, g, e) == lag(workdays(2))));
  CHECK(get(boost::edge_weight, g, e) == 2);
  CHECK(get(boost::vertex_name, g, 4U) == "i");
  CHECK(get(vertex_duration, g, 3U).count() == 4);
  CHECK(get(vertex_duration, g, 2U).count() == 0);
  CHECK((get(vertex_calendar, g, 3U) == calendar_id(0)));
  CHECK_FALSE(edge(0, 3, g).second);

  const plan_graph computed = network_graph(p);
  CHECK(num_vertices(computed) == 6);  // one hub: all below p may start
  CHECK(num_edges(computed) == 4);
  CHECK(computed.is_hub(5));
  CHECK(computed.id_of(5) == "p");
  CHECK_FALSE(computed.dependency(edge(5, 3, computed).first).has_value());
  CHECK(computed.dependency(edge(0, 5, computed).first) == std::optional<std::size_t>(1));
}

TEST_CASE("Each edge is seen alike from both of its ends", "[graph]") {
  CHECK(rc::check([] {
    const plan p = any_plan();
    for (const plan_graph& g : {plan_graph(p), network_graph(p)}) {
      std::size_t seen = 0;
      for (plan_graph::vertex v = 0; v < num_vertices(g); ++v) {
        for (const auto& e : g.in(v)) {
          RC_ASSERT(target(e, g) == v);
          RC_ASSERT(std::ranges::count(g.out(source(e, g)), e) == 1);
          ++seen;
        }
      }
      RC_ASSERT(seen == num_edges(g));
      for (const auto& e : g.all()) {
        const auto place = g.dependency(e);
        if (!place) continue;
        RC_ASSERT(p.dependencies()[*place].kind == g.kind(e));
        RC_ASSERT(p.dependencies()[*place].lag == g.lag(e));
      }
    }
  }));
}

TEST_CASE("Boost's topological_sort agrees with the order of the network", "[graph]") {
  CHECK(rc::check([] {
    const plan p = any_plan({.progress = false});
    const plan_graph g = network_graph(p);
    const auto order = order_of(g);
    RC_ASSERT(order.size() == g.size());
    std::vector<std::size_t> place(g.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    const network net = compile(p);
    for (const auto& e : g.all()) {
      RC_ASSERT(place[e.from] < place[e.to]);
      if (!g.is_inspection(e.to)) RC_ASSERT(net.position_of[e.from] < net.position_of[e.to]);
    }
    RC_ASSERT(order_of(plan_graph(p)).size() == p.tasks().size() + p.inspections().size());
  }));
}

TEST_CASE("Boost's strong_components finds each event of a plan alone", "[graph]") {
  CHECK(rc::check([] {
    const plan_graph g = network_graph(any_plan());
    std::vector<std::size_t> part(g.size());
    RC_ASSERT(boost::strong_components(g, by_vertex(part, g)) == g.size());
  }));
}

// With one calendar that works every day and dependencies that hold starts, the early start is the
// longest path of edge weights from the status date.
TEST_CASE("Boost's dag_shortest_paths, with weights negated, finds the early starts", "[graph]") {
  CHECK(rc::check([] {
    plan_maker maker(*rc::gen::arbitrary<unsigned>(), {});
    plan_builder builder(calendar({.week = every_day}));
    builder.add(task{.id = "0"_task, .name = "", .duration = workdays(0)});
    const int tasks = *rc::gen::inRange(2, 40);
    for (int t = 1; t < tasks; ++t) {
      task made{
          .id = task_key(std::to_string(t)), .name = "", .duration = workdays(maker.roll(1, 9))};
      made.after.emplace_back("0"_task);
      for (int n = maker.roll(0, 3); n-- > 0;) {
        made.after.emplace_back(task_key(std::to_string(maker.roll(0, t - 1))),
                                static_cast<dependency_kind>(maker.roll(0, 1)),
                                workdays(maker.roll(0, 4)));
      }
      builder.add(std::move(made));
    }
    const plan p = builder.build();
    const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
    const plan_graph g(p);
    const auto negated = boost::make_function_property_map<plan_graph::edge>(
        [&](const plan_graph::edge& e) { return -get(boost::edge_weight, g, e); });
    std::vector<int> distance(g.size());
    boost::dag_shortest_paths(g, 0U,
                              boost::weight_map(negated).distance_map(by_vertex(distance, g)));
    for (std::size_t t = 1; t < p.tasks().size(); ++t) {
      RC_ASSERT(to_day(s.early_start(task_id(t))) == to_day(s.status()) - distance[t]);
    }
  }));
}
