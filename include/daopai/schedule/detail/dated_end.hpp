/// By how many working days the early dates miss an inspection or a deadline.
#ifndef DAOPAI_SCHEDULE_DETAIL_DATED_END_HPP
#define DAOPAI_SCHEDULE_DETAIL_DATED_END_HPP

#include <daopai/plan/detail/leaves.hpp>
#include <daopai/schedule/detail/criticality.hpp>

#include <algorithm>
#include <vector>

namespace daopai::detail {

/// A dated end of the plan, and by how many working days early dates miss it.
class dated_end {
public:
  dated_end(const network& net, event_id of) : net_(net) {
    if (of.is_inspection()) {
      at_.push_back(net.at(of.inspection()));
    } else {
      due_ = to_day(net.plan[of.task()].deadline->last_day) + 1;
      for_each_leaf(net.plan, of.task(), [&](task_id leaf) {
        if (is_open_task(net, net.at(leaf))) at_.push_back(net.at(leaf));
      });
    }
  }

  /// The tasks that are due, or the inspection.
  [[nodiscard]] const std::vector<position>& at() const { return at_; }

  /// By how many working days one of at() comes too late; not positive if it does not.
  [[nodiscard]] std::int32_t short_by(const event_dates& early, position p) const {
    const calendar& c = net_.calendar_of(p);
    if (net_[p].kind != event_kind::inspection) {
      return c.number_of(early.finish[p]) - c.number_of(due_);
    }
    const instant due = to_day(net_.plan[net_.inspection_of(p)].window.first);
    const auto ready = ready_for(net_, early, net_.inspection_of(p));
    return c.number_of(ready.value_or(due)) - c.number_of(due);
  }

  /// The same for the worst of them; nothing is missed if there is none.
  [[nodiscard]] std::int32_t short_by(const event_dates& early) const {
    std::int32_t worst = 0;
    bool first = true;
    for (const position p : at_) {
      const std::int32_t here = short_by(early, p);
      worst = first ? here : std::max(worst, here);
      first = false;
    }
    return worst;
  }

private:
  const network& net_;
  instant due_ = 0;
  std::vector<position> at_{};
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_DATED_END_HPP
