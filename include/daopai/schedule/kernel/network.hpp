/// A plan compiled for the kernels: tasks in runs of equal shape, links as one stream.
#ifndef DAOPAI_SCHEDULE_KERNEL_NETWORK_HPP
#define DAOPAI_SCHEDULE_KERNEL_NETWORK_HPP

#include <daopai/schedule/kernel/plan_arrays.hpp>

namespace daopai::kernel {

/// Where a task stands in the order of a network.
using position = std::uint32_t;

/// What all tasks of a run have in common besides the number of their finish-to-start links.
enum class run_kind : std::uint8_t {
  unlagged,          ///< no finish-to-start link has a lag
  lagged,            ///< one of them has, for each task
  start_to_start,    ///< no tasks: the links of that kind into the tasks of the runs that follow
  finish_to_finish,  ///< likewise
  start_to_finish,   ///< likewise
};

/// `count` tasks of `degree` links each; or `count` links of a kind of their own.
struct run {
  std::uint32_t count;
  std::uint32_t degree;
  run_kind kind;
  bool chain;     ///< each task has one link, to the task just before it
  bool instants;  ///< all its tasks are milestones; told apart only where there are calendars
};

/// A link that is not finish-to-start.
struct cross_link {
  position from;
  position to;
  std::int32_t lag;
};

/// A plan in the order in which it is computed.
///
/// Tasks stand in topological order, level by level, and within a level by the number of their
/// finish-to-start links. So neighbours do the same number of steps, and no loop over links has an
/// end that the processor must guess:
///
///   position      0   1   2   3 | 4   5 | 6   7 | 8   9  ...
///   finish-to-
///   start links   0   0   0   0 | 1   1 | 2   2 | 1   1        a level begins at 4, another at 8
///   runs         {4 of 0}        {2 of 1} {2 of 2} {2 of 1}
///   links                         a   b   c d e f  g   h       no offsets: the runs say where
///
/// Links of the other kinds stand apart, before the runs of the level they lead into, so that tasks
/// without them pay nothing for them:
///
///   runs         ... {3 start_to_start} {1 finish_to_finish} {2 of 1} {2 of 2} ...
///
/// What each trick is worth is said where it is: detail/compile.hpp (sorting), detail/forward.hpp
/// (runs of one degree, chains, links without lag), detail/backward.hpp (pushing).
struct network {
  buffer<run> runs{};
  buffer<position> targets{};        ///< predecessors of `unlagged` runs, in their order
  buffer<link> links{};              ///< of `lagged` runs; their predecessors are positions
  buffer<position> followers{};      ///< by link, the task that it leads to; empty if runs are long
  buffer<cross_link> crossing{};     ///< of the other kinds, in the order of the runs
  buffer<std::int32_t> duration{};   ///< by position
  buffer<std::uint16_t> calendar{};  ///< by position; empty without calendars
  buffer<std::int32_t> earliest{};   ///< by position, own earliest start; empty if all `start`
  buffer<std::int32_t> latest{};     ///< by position, own deadline or `never`; empty: none
  buffer<std::uint32_t> task{};      ///< by position
  buffer<position> position_of{};    ///< by task
  const calendar_tables* tables = nullptr;
  std::int32_t start = 0;
  std::optional<std::int32_t> finish_by{};
  position last_level = 0;       ///< nothing follows the tasks from here on
  std::uint32_t levels = 0;      ///< the most tasks on one chain of links
  std::int64_t longest_lag = 0;  ///< lead or lag

  [[nodiscard]] std::size_t size() const { return duration.size(); }
  [[nodiscard]] std::size_t bytes() const {
    return runs.bytes() + targets.bytes() + links.bytes() + followers.bytes() + crossing.bytes() +
           duration.bytes() + calendar.bytes() + earliest.bytes() + latest.bytes() + task.bytes() +
           position_of.bytes();
  }
};

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_NETWORK_HPP
