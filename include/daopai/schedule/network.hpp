/// A plan compiled for computing: events in topological order, links as flat arrays.
#ifndef DAOPAI_SCHEDULE_NETWORK_HPP
#define DAOPAI_SCHEDULE_NETWORK_HPP

#include <daopai/plan/detail/link_graph.hpp>
#include <daopai/plan/plan.hpp>

namespace daopai {

/// Where an event stands in the topological order of its network.
using position = std::uint32_t;

inline constexpr position nowhere = ~position{0};

/// What stands at a position.
enum class event_kind : std::uint8_t {
  work,        ///< a task with duration (or what remains of one under way)
  milestone,   ///< an instant: a task of duration 0
  hub,         ///< an instant that gathers or spreads the links of a phase
  inspection,  ///< fixed on its date
  finished,    ///< a task that is done: fixed on the dates of its work
};

/// One end of a dependency as its other end sees it.
struct network_link {
  position other;
  std::int32_t lag;
  dependency_kind kind{};
  bool elapsed;  ///< the lag counts calendar days
};

/// Where a limit on a task's dates was written: its own, or that of a phase above it.
struct date_limit {
  day_number day;  ///< inclusive
  task_id from;
};

/// All vectors are indexed by position unless they say otherwise; positions are in topological
/// order but for inspections and finished tasks, whose dates are known beforehand.
struct network {
  daopai::plan plan;
  std::vector<const calendar*> calendars{};  ///< distinct ones; they live in the plan

  std::vector<event_kind> kind{};
  std::vector<std::int32_t> duration{};       ///< working days left to do
  std::vector<std::uint16_t> calendar_row{};  ///< into `calendars`
  std::vector<std::uint32_t> first_in{};      ///< rows of `in`: [first_in[p], first_in[p + 1])
  std::vector<network_link> in{};
  std::vector<std::uint32_t> first_out{};
  std::vector<network_link> out{};

  std::vector<std::optional<date_limit>> earliest{};  ///< the latest not_before that binds
  std::vector<std::optional<date_limit>> latest{};    ///< the earliest deadline that binds
  std::vector<detail::node> node{};                   ///< of the link graph
  std::vector<position> position_of{};                ///< by node of the link graph
  detail::link_graph graph{};                         ///< whose links are moved out

  /// What holds the tasks that lead to no date of their own: the latest dated thing of the plan.
  std::optional<std::variant<inspection_id, date_limit>> last_anchor{};
  std::vector<bool> comes_after_anchor{};  ///< follows the inspection that is the last anchor
  std::vector<task_id> unheld{};  ///< lead to no date and have no deadline, in the plan's order

  [[nodiscard]] std::size_t size() const { return kind.size(); }
  [[nodiscard]] const calendar& calendar_of(position p) const {
    return *calendars[calendar_row[p]];
  }
  [[nodiscard]] std::span<const network_link> predecessors(position p) const {
    return {in.data() + first_in[p], first_in[p + 1] - first_in[p]};
  }
  [[nodiscard]] std::span<const network_link> successors(position p) const {
    return {out.data() + first_out[p], first_out[p + 1] - first_out[p]};
  }
  [[nodiscard]] position at(task_id t) const { return position_of[graph.node_of(t)]; }
  [[nodiscard]] position at(inspection_id i) const { return position_of[graph.node_of(i)]; }
  [[nodiscard]] bool is_task(position p) const { return graph.is_task(node[p]); }
  [[nodiscard]] task_id task_of(position p) const { return graph.task_of(node[p]); }
  [[nodiscard]] inspection_id inspection_of(position p) const {
    return graph.inspection_of(node[p]);
  }
};

/// O(tasks + dependencies).
/// @throws daopai::error if the plan is so long that dates could overflow (some 200 million days).
[[nodiscard]] network compile(const plan& p);

}  // namespace daopai

#include <daopai/schedule/detail/compile.hpp>

#endif  // DAOPAI_SCHEDULE_NETWORK_HPP
