/// The order in which a table shows tasks.
#ifndef DAOPAI_SRC_PROGRAM_ORDER_OF_START_HPP
#define DAOPAI_SRC_PROGRAM_ORDER_OF_START_HPP

#include <daopai/schedule/schedule.hpp>

#include <vector>

namespace daopai::program {

/// Tasks below one another in the order in which they are shown, and how deep each stands.
struct shown_task {
  task_id id;
  std::size_t depth;
};

/// Phases before what lies below them; neighbours by early start, late start, place in the file.
[[nodiscard]] std::vector<shown_task> in_order_of_start(const schedule& s);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_ORDER_OF_START_HPP
