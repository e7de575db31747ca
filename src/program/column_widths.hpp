/// How wide the columns of names are in tables of tasks.
#ifndef DAOPAI_SRC_PROGRAM_COLUMN_WIDTHS_HPP
#define DAOPAI_SRC_PROGRAM_COLUMN_WIDTHS_HPP

#include <cstddef>

namespace daopai::program {

// In columns of the terminal; a Chinese character takes two.
inline constexpr std::size_t least_name = 16;
inline constexpr std::size_t least_unit = 10;
inline constexpr std::size_t most_unit = 22;

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_COLUMN_WIDTHS_HPP
