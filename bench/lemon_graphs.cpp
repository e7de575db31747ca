#include "lemon_graphs.hpp"

#include "hand_loops.hpp"

#include <lemon/connectivity.h>
#include <lemon/smart_graph.h>
#include <lemon/static_graph.h>

namespace daopai::bench {
namespace {

void build(lemon::StaticDigraph& g, const lemon_plan& plan) {
  g.build(static_cast<int>(plan.durations->size()), plan.ends.begin(), plan.ends.end());
}

void build(lemon::SmartDigraph& g, const lemon_plan& plan) {
  g.reserveNode(static_cast<int>(plan.durations->size()));
  g.reserveArc(static_cast<int>(plan.ends.size()));
  for (std::size_t t = 0; t < plan.durations->size(); ++t) g.addNode();
  for (const auto& e : plan.ends) g.addArc(g.nodeFromId(e.first), g.nodeFromId(e.second));
}

template <class Digraph>
class sorted_digraph : public lemon_graph {
public:
  explicit sorted_digraph(const lemon_plan& plan) : durations_(plan.durations) {
    build(graph_, plan);
    for (std::size_t i = 0; i < plan.lags.size(); ++i) {
      lag_[Digraph::arcFromId(static_cast<int>(i))] = plan.lags[i];
    }
    sort();
    found_.resize(durations_->size());
  }

  void compute() override {
    const auto each_link = [&](std::uint32_t t, auto visit) {
      const auto from = Digraph::nodeFromId(static_cast<int>(t));
      for (typename Digraph::OutArcIt a(graph_, from); a != lemon::INVALID; ++a) {
        visit(static_cast<std::uint32_t>(Digraph::id(graph_.target(a))), lag_[a]);
      }
    };
    pass_both_ways(order_, *durations_, each_link, found_);
  }
  [[nodiscard]] const answer& found() const override { return found_; }

private:
  void sort() {
    typename Digraph::template NodeMap<int> place(graph_);
    lemon::topologicalSort(graph_, place);
    order_.resize(durations_->size());
    for (std::uint32_t t = 0; t < order_.size(); ++t) {
      order_[static_cast<std::size_t>(place[Digraph::nodeFromId(static_cast<int>(t))])] = t;
    }
  }

  Digraph graph_{};
  typename Digraph::template ArcMap<std::int32_t> lag_{graph_};
  std::vector<std::uint32_t> order_{};
  const std::vector<std::int32_t>* durations_;
  answer found_{};
};

}  // namespace

std::unique_ptr<lemon_graph> make_static_digraph(const lemon_plan& plan) {
  return std::make_unique<sorted_digraph<lemon::StaticDigraph>>(plan);
}

std::unique_ptr<lemon_graph> make_smart_digraph(const lemon_plan& plan) {
  return std::make_unique<sorted_digraph<lemon::SmartDigraph>>(plan);
}

}  // namespace daopai::bench
