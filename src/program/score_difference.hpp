/// Why two scores differ, as a page to read.
#ifndef DAOPAI_SRC_PROGRAM_SCORE_DIFFERENCE_HPP
#define DAOPAI_SRC_PROGRAM_SCORE_DIFFERENCE_HPP

#include "program/score_words.hpp"
#include <daopai/io/scoring.hpp>

#include <span>
#include <string>

namespace daopai::program {

/// The object that "OBJECT" or "OBJECT@PERIOD" names; without a period the last one is meant, and
/// "@PERIOD" is the only object there is.
/// @throws std::invalid_argument for an object or a period that is not there
[[nodiscard]] io::scored_object named_object(std::span<const scoring::scores> periods,
                                             const std::string& text);

/// Both scores, and the points of each indicator that add up to the difference.
/// @throws error where one of them has no score
[[nodiscard]] std::string difference_text(const io::assessment& of, const io::scored_object& first,
                                          const io::scored_object& second, const score_words& w,
                                          bool colour);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_SCORE_DIFFERENCE_HPP
