/// How the pages of scores write names and numbers.
#ifndef DAOPAI_SRC_PROGRAM_SCORE_FORMAT_HPP
#define DAOPAI_SRC_PROGRAM_SCORE_FORMAT_HPP

#include "program/joined.hpp"
#include "program/titled.hpp"
#include <daopai/scoring.hpp>

#include <cstddef>
#include <string>

namespace daopai::program {

/// Widths of columns that give way, in columns of a terminal.
inline constexpr std::size_t least_scored_name = 20;
inline constexpr std::size_t least_scored_unit = 8;
inline constexpr std::size_t most_scored_unit = 24;

/// A value, without places that nobody wrote.
[[nodiscard]] inline std::string shown(scoring::decimal value) {
  constexpr int value_places = 4;
  return to_string(rounded(value, value_places));
}

[[nodiscard]] inline std::string per_cent(scoring::decimal share) {
  return to_string(rounded(share * scoring::decimal{100}, 1));
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_SCORE_FORMAT_HPP
