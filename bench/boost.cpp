/// Boost.Graph as its documentation says: two kinds of graphs with passes by hand, and
/// dag_shortest_paths forwards and on the reverse.
#include "hand_loops.hpp"
#include "peers.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dag_shortest_paths.hpp>
#include <boost/graph/topological_sort.hpp>

namespace {

using namespace daopai::bench;

struct lag_of_link {
  std::int32_t lag;
};

/// What boost::topological_sort() writes, the right way round.
template <class Graph>
std::vector<std::uint32_t> sorted(const Graph& g) {
  std::vector<std::uint32_t> order;
  order.reserve(boost::num_vertices(g));
  boost::topological_sort(g, std::back_inserter(order));
  std::reverse(order.begin(), order.end());
  return order;
}

/// Both passes over the links out of each vertex.
template <class Graph>
class boost_loops {
public:
  boost_loops(Graph graph, const drawn_plan& plan)
      : graph_(std::move(graph)), order_(sorted(graph_)), durations_(&plan.durations) {
    found_.resize(plan.size());
  }
  void compute() {
    const auto each_link = [&](std::uint32_t t, auto visit) {
      const auto [first, last] = boost::out_edges(t, graph_);
      for (auto e = first; e != last; ++e) {
        visit(static_cast<std::uint32_t>(boost::target(*e, graph_)), graph_[*e].lag);
      }
    };
    pass_both_ways(order_, *durations_, each_link, found_);
  }
  [[nodiscard]] const answer& found() const { return found_; }

private:
  Graph graph_;
  std::vector<std::uint32_t> order_;
  const std::vector<std::int32_t>* durations_;
  answer found_{};
};

/// Calls f(from, to, lag) for each link.
template <class F>
void for_each_link(const drawn_plan& plan, F f) {
  for (std::uint32_t t = 0; t < plan.size(); ++t) {
    for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
      f(plan.links[l].predecessor, t, plan.links[l].lag);
    }
  }
}

using list_graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                         boost::no_property, lag_of_link>;

class adjacency_list : public boost_loops<list_graph> {
public:
  explicit adjacency_list(const drawn_plan& plan) : boost_loops(built(plan), plan) {}

private:
  static list_graph built(const drawn_plan& plan) {
    list_graph g(plan.size());
    for_each_link(plan, [&](std::uint32_t from, std::uint32_t to, std::int32_t lag) {
      boost::add_edge(from, to, lag_of_link{lag}, g);
    });
    return g;
  }
};

using row_graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, lag_of_link,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

class compressed_sparse_row : public boost_loops<row_graph> {
public:
  explicit compressed_sparse_row(const drawn_plan& plan) : boost_loops(built(plan), plan) {}

private:
  /// From edges in any order, which the graph sorts by counting.
  static row_graph built(const drawn_plan& plan) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<lag_of_link> lags;
    edges.reserve(plan.links.size());
    lags.reserve(plan.links.size());
    for_each_link(plan, [&](std::uint32_t from, std::uint32_t to, std::int32_t lag) {
      edges.emplace_back(from, to);
      lags.push_back({lag});
    });
    return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), lags.begin(),
            static_cast<std::uint32_t>(plan.size())};
  }
};

/// Longest ways as shortest ones of negative lengths, from a source that leads to every task; the
/// late dates from the reversed graph.
class dag_shortest_paths {
public:
  explicit dag_shortest_paths(const drawn_plan& plan)
      : forward_(plan.size() + 1), backward_(plan.size() + 1), durations_(&plan.durations) {
    const auto source = static_cast<std::uint32_t>(plan.size());
    for (std::uint32_t t = 0; t < plan.size(); ++t) {
      boost::add_edge(source, t, length{0}, forward_);
      boost::add_edge(source, t, length{0}, backward_);
    }
    for_each_link(plan, [&](std::uint32_t from, std::uint32_t to, std::int32_t lag) {
      boost::add_edge(from, to, length{-plan.durations[from] - lag}, forward_);
      boost::add_edge(to, from, length{-plan.durations[to] - lag}, backward_);
    });
    found_.resize(plan.size());
    start_.resize(plan.size() + 1);
    tail_.resize(plan.size() + 1);
  }

  void compute() {
    run(forward_, start_);
    run(backward_, tail_);
    const auto& durations = *durations_;
    std::int32_t end = 0;
    for (std::size_t t = 0; t < durations.size(); ++t) {
      found_.early_finish[t] = durations[t] - start_[t];
      end = std::max(end, found_.early_finish[t]);
    }
    for (std::size_t t = 0; t < durations.size(); ++t) {
      found_.late_finish[t] = end + tail_[t];
      found_.total_float[t] = found_.late_finish[t] - found_.early_finish[t];
    }
  }
  [[nodiscard]] const answer& found() const { return found_; }

private:
  using length = boost::property<boost::edge_weight_t, std::int32_t>;
  using graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, length>;

  static void run(const graph& g, std::vector<std::int32_t>& distance) {
    boost::dag_shortest_paths(g, boost::num_vertices(g) - 1,
                              boost::distance_map(boost::make_iterator_property_map(
                                  distance.begin(), boost::get(boost::vertex_index, g))));
  }

  graph forward_;
  graph backward_;
  const std::vector<std::int32_t>* durations_;
  std::vector<std::int32_t> start_{};
  std::vector<std::int32_t> tail_{};
  answer found_{};
};

}  // namespace

int main(int argc, char** argv) {
  register_peer<adjacency_list>("boost-adjacency_list", 10'000'000);
  register_peer<compressed_sparse_row>("boost-csr", 10'000'000);
  register_peer<dag_shortest_paths>("boost-dag_shortest_paths", 1'000'000);
  return run(argc, argv);
}
