/// igraph as its documentation says: igraph_topological_sorting(), an incidence list, and passes
/// by hand.
#include "hand_loops.hpp"
#include "peers.hpp"

#include <igraph.h>

namespace {

using namespace daopai::bench;

class incidence_list {
public:
  explicit incidence_list(const drawn_plan& plan) : plan_(&plan), order_(plan.size()) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * plan.links.size()));
    igraph_integer_t at = 0;
    for (std::uint32_t t = 0; t < plan.size(); ++t) {
      for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
        VECTOR(ends)[at++] = plan.links[l].predecessor;
        VECTOR(ends)[at++] = t;
      }
    }
    igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(plan.size()), IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    sort();
    igraph_inclist_init(&graph_, &links_out_, IGRAPH_OUT, IGRAPH_NO_LOOPS);
    found_.resize(plan.size());
  }
  incidence_list(const incidence_list&) = delete;
  incidence_list& operator=(const incidence_list&) = delete;
  ~incidence_list() {
    igraph_inclist_destroy(&links_out_);
    igraph_destroy(&graph_);
  }

  void compute() {
    const auto each_link = [&](std::uint32_t t, auto visit) {
      const igraph_vector_int_t* links = igraph_inclist_get(&links_out_, t);
      for (igraph_integer_t i = 0; i < igraph_vector_int_size(links); ++i) {
        const igraph_integer_t l = VECTOR(*links)[i];
        visit(static_cast<std::uint32_t>(IGRAPH_TO(&graph_, l)),
              plan_->links[static_cast<std::size_t>(l)].lag);
      }
    };
    pass_both_ways(order_, plan_->durations, each_link, found_);
  }
  [[nodiscard]] const answer& found() const { return found_; }

private:
  void sort() {
    igraph_vector_int_t sorted;
    igraph_vector_int_init(&sorted, 0);
    igraph_topological_sorting(&graph_, &sorted, IGRAPH_OUT);
    for (std::size_t i = 0; i < order_.size(); ++i) {
      order_[i] = static_cast<std::uint32_t>(VECTOR(sorted)[i]);
    }
    igraph_vector_int_destroy(&sorted);
  }

  const drawn_plan* plan_;
  igraph_t graph_{};
  igraph_inclist_t links_out_{};
  std::vector<std::uint32_t> order_;
  answer found_{};
};

}  // namespace

int main(int argc, char** argv) {
  register_peer<incidence_list>("igraph", 1'000'000);
  return run(argc, argv);
}
