/// How the pages write counts.
#ifndef DAOPAI_SRC_PROGRAM_COUNTS_HPP
#define DAOPAI_SRC_PROGRAM_COUNTS_HPP

#include <daopai/time/workdays.hpp>

#include <string>

namespace daopai::program {

[[nodiscard]] inline std::string count(workdays n) { return std::to_string(n.count()); }

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_COUNTS_HPP
