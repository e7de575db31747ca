/// Late dates and floats for one inspection alone, as a page to read.
#ifndef DAOPAI_SRC_PROGRAM_INSPECTION_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_INSPECTION_TEXT_HPP

#include "program/words.hpp"
#include <daopai/schedule/schedule.hpp>

#include <string>

namespace daopai::program {

/// How the inspection stands, and the tasks that lead to it by their late start, as if no deadline
/// and no other inspection counted. Lines of at most page_width columns.
[[nodiscard]] std::string inspection_text(const schedule& s, inspection_id i, const words& w,
                                          bool colour);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_INSPECTION_TEXT_HPP
