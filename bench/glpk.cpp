/// GLPK's glp_cpp(), which is a critical path method itself: finish-to-start links without lags.
#include "peers.hpp"

#include <glpk.h>

namespace {

using namespace daopai::bench;

/// What glp_cpp() reads from and writes to each vertex.
struct vertex_numbers {
  double duration;
  double early_start;
  double late_start;
};

class critical_path {
public:
  explicit critical_path(const drawn_plan& plan)
      : plan_(&plan), graph_(glp_create_graph(sizeof(vertex_numbers), 0)) {
    glp_add_vertices(graph_, static_cast<int>(plan.size()));
    for (std::uint32_t t = 0; t < plan.size(); ++t) {
      numbers(t)->duration = plan.durations[t];
      for (std::uint32_t l = plan.first_link[t]; l < plan.first_link[t + 1]; ++l) {
        glp_add_arc(graph_, static_cast<int>(plan.links[l].predecessor) + 1,
                    static_cast<int>(t) + 1);
      }
    }
    found_.resize(plan.size());
  }
  critical_path(const critical_path&) = delete;
  critical_path& operator=(const critical_path&) = delete;
  ~critical_path() { glp_delete_graph(graph_); }

  void compute() {
    glp_cpp(graph_, offsetof(vertex_numbers, duration), offsetof(vertex_numbers, early_start),
            offsetof(vertex_numbers, late_start));
    for (std::uint32_t t = 0; t < plan_->size(); ++t) {
      const vertex_numbers* n = numbers(t);
      found_.early_finish[t] = static_cast<std::int32_t>(n->early_start + n->duration);
      found_.late_finish[t] = static_cast<std::int32_t>(n->late_start + n->duration);
      found_.total_float[t] = found_.late_finish[t] - found_.early_finish[t];
    }
  }
  [[nodiscard]] const answer& found() const { return found_; }

private:
  [[nodiscard]] vertex_numbers* numbers(std::uint32_t t) const {
    return static_cast<vertex_numbers*>(graph_->v[t + 1]->data);
  }

  const drawn_plan* plan_;
  glp_graph* graph_;
  answer found_{};
};

}  // namespace

int main(int argc, char** argv) {
  register_peer<critical_path>("glpk-glp_cpp", 100'000, shape::unlagged);
  return run(argc, argv);
}
