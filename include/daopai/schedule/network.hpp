/// A plan compiled for computing: events in topological order, links as flat arrays.
#ifndef DAOPAI_SCHEDULE_NETWORK_HPP
#define DAOPAI_SCHEDULE_NETWORK_HPP

#include <daopai/plan/detail/large_memory.hpp>
#include <daopai/plan/detail/link_graph.hpp>
#include <daopai/plan/detail/row_view.hpp>
#include <daopai/plan/only.hpp>
#include <daopai/plan/plan.hpp>
#include <daopai/schedule/date_limit.hpp>

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
  finished,    ///< a task that is done: an instant that passes on what is not done before it
};

/// One end of a dependency as its other end sees it.
struct network_link {
  position other;
  std::int32_t lag;
  dependency_kind kind;
  bool elapsed;  ///< the lag counts calendar days
};

/// One event of a network.
struct network_event {
  event_kind kind;
  bool comes_after_anchor : 1;  ///< follows what bears the last anchor
  bool has_started : 1;         ///< a task that is known to have begun
  std::uint16_t calendar_row;   ///< into network::calendars
  std::int32_t duration;        ///< working days left to do; 0 for all instants
  std::uint32_t first_in = 0;   ///< its row of network::in begins here
  std::uint32_t first_out = 0;  ///< its row of network::out begins here
  detail::node node;            ///< of the link graph
  binding_limit earliest{};     ///< the latest not_before that binds a start to come
  binding_limit latest{};       ///< the earliest deadline that binds a finish to come
};

/// Events by position; positions are in topological order, but inspections, whose dates are known
/// beforehand, come first. Progress changes neither the order nor the links.
struct network {
  daopai::plan plan;
  std::vector<const calendar*> calendars{};      ///< distinct ones; they live in the plan
  detail::large_vector<network_event> events{};  ///< and one more at the end, where the rows end
  detail::large_vector<network_link> in{};       ///< rows of predecessors, in the order of the plan
  detail::large_vector<network_link> out{};      ///< rows of successors
  std::vector<position> position_of{};           ///< by node of the link graph
  detail::link_graph graph{};                    ///< whose links have become `in` and `out`
  bool has_phases = false;

  /// What holds the tasks that lead to no date of their own: the latest of all deadlines and eves
  /// of inspections.
  std::optional<date_limit> last_anchor{};
  std::vector<task_id> unheld{};  ///< open, lead to no date, have no deadline; in the plan's order

  [[nodiscard]] std::size_t size() const { return events.size() - 1; }
  [[nodiscard]] const network_event& operator[](position p) const { return events[p]; }
  [[nodiscard]] const calendar& calendar_of(position p) const {
    return *calendars[events[p].calendar_row];
  }
  [[nodiscard]] detail::row_view<network_link> predecessors(position p) const {
    return {in.data() + events[p].first_in, events[p + 1].first_in - events[p].first_in};
  }
  [[nodiscard]] detail::row_view<network_link> successors(position p) const {
    return {out.data() + events[p].first_out, events[p + 1].first_out - events[p].first_out};
  }
  [[nodiscard]] position at(task_id t) const { return position_of[graph.node_of(t)]; }
  [[nodiscard]] position at(inspection_id i) const { return position_of[graph.node_of(i)]; }
  [[nodiscard]] bool is_task(position p) const { return graph.is_task(events[p].node); }
  [[nodiscard]] task_id task_of(position p) const { return graph.task_of(events[p].node); }
  [[nodiscard]] inspection_id inspection_of(position p) const {
    return graph.inspection_of(events[p].node);
  }
};

/// O(tasks + dependencies).
/// @throws daopai::error if the plan is so long that dates could overflow (some 200 million days).
template <only<plan> Plan>
[[nodiscard]] network compile(const Plan& p);

}  // namespace daopai

#include <daopai/schedule/detail/compile.hpp>

#endif  // DAOPAI_SCHEDULE_NETWORK_HPP
