/// A schedule as people read it: dates, who holds up whom, and what is wrong.
#ifndef DAOPAI_SRC_PROGRAM_SCHEDULE_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_SCHEDULE_TEXT_HPP

#include "program/words.hpp"
#include <daopai/schedule/lights.hpp>
#include <daopai/schedule/schedule.hpp>

#include <string>

namespace daopai::program {

/// Lines of at most page_width columns: how each inspection stands, the tasks by start date below
/// their phases, the red and yellow lights, each inspection's critical path, the hand-overs between
/// units, what to note.
/// @param policy  of the lights
[[nodiscard]] std::string schedule_text(const schedule& s, const words& w, bool colour,
                                        const light_policy& policy = {});

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_SCHEDULE_TEXT_HPP
