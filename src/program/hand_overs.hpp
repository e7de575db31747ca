/// Who holds up whom.
#ifndef DAOPAI_SRC_PROGRAM_HAND_OVERS_HPP
#define DAOPAI_SRC_PROGRAM_HAND_OVERS_HPP

#include <daopai/schedule/schedule.hpp>

#include <vector>

namespace daopai::program {

/// Work of one unit that sets the start of another's.
struct hand_over {
  task_id from;
  task_id to;
};

/// In the order of the tasks that are held up; what is done, and rows that restate, hold up
/// nothing.
[[nodiscard]] std::vector<hand_over> hand_overs_of(const schedule& s);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_HAND_OVERS_HPP
