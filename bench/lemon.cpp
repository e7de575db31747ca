/// LEMON as its documentation says: two kinds of digraphs, topologicalSort(), and passes by hand.
#include "lemon_graphs.hpp"
#include "peers.hpp"

namespace {

using namespace daopai::bench;

/// The links by predecessor, as StaticDigraph wants them: counted, not compared.
lemon_plan by_predecessor(const drawn_plan& plan) {
  std::vector<std::uint32_t> next(plan.size() + 1, 0);
  for (const auto& l : plan.links) ++next[l.predecessor + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  lemon_plan result{.durations = &plan.durations};
  result.ends.resize(plan.links.size());
  result.lags.resize(plan.links.size());
  for (std::uint32_t t = 0; t < plan.size(); ++t) {
    for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
      const std::uint32_t at = next[plan.links[l].predecessor]++;
      result.ends[at] = {static_cast<int>(plan.links[l].predecessor), static_cast<int>(t)};
      result.lags[at] = plan.links[l].lag;
    }
  }
  return result;
}

/// The links as the plan has them.
lemon_plan by_successor(const drawn_plan& plan) {
  lemon_plan result{.durations = &plan.durations};
  result.ends.reserve(plan.links.size());
  result.lags.reserve(plan.links.size());
  for (std::uint32_t t = 0; t < plan.size(); ++t) {
    for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
      result.ends.emplace_back(static_cast<int>(plan.links[l].predecessor), static_cast<int>(t));
      result.lags.push_back(plan.links[l].lag);
    }
  }
  return result;
}

class static_digraph {
public:
  explicit static_digraph(const drawn_plan& plan)
      : graph_(make_static_digraph(by_predecessor(plan))) {}
  void compute() { graph_->compute(); }
  [[nodiscard]] const answer& found() const { return graph_->found(); }

private:
  std::unique_ptr<lemon_graph> graph_;
};

class smart_digraph {
public:
  explicit smart_digraph(const drawn_plan& plan) : graph_(make_smart_digraph(by_successor(plan))) {}
  void compute() { graph_->compute(); }
  [[nodiscard]] const answer& found() const { return graph_->found(); }

private:
  std::unique_ptr<lemon_graph> graph_;
};

}  // namespace

int main(int argc, char** argv) {
  register_peer<static_digraph>("lemon-static", 10'000'000);
  register_peer<smart_digraph>("lemon-smart", 1'000'000);
  return run(argc, argv);
}
