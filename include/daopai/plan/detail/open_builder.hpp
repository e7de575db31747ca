/// Tasks that are filled where a builder keeps them.
#ifndef DAOPAI_PLAN_DETAIL_OPEN_BUILDER_HPP
#define DAOPAI_PLAN_DETAIL_OPEN_BUILDER_HPP

#include <daopai/plan/builder.hpp>
#include <daopai/plan/detail/made_in_place.hpp>

namespace daopai::detail {

/// For readers of many tasks: one that is made elsewhere is moved to its place, and costs twice.
class open_builder {
public:
  explicit open_builder(plan_builder& builder) : builder_(builder) {}

  /// Adds a task without id, name and duration; the reference holds until the next is added.
  task& add_task() {
    return builder_.content_.tasks.emplace_back(made_in_place(
        [] { return task{.id = task_key({}), .name = {}, .duration = workdays(0)}; }));
  }

  /// Takes the duration from the task that was added last, as if it had been added as a phase.
  void make_phase() {
    builder_.content_.tasks.back().duration = workdays(0);
    builder_.without_duration_.resize(builder_.content_.tasks.size() - 1, false);
    builder_.without_duration_.push_back(true);
  }

private:
  plan_builder& builder_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_OPEN_BUILDER_HPP
