/// The readiness page: what the head of a county wants on the wall on Monday morning.
#ifndef DAOPAI_SRC_PROGRAM_READINESS_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_READINESS_TEXT_HPP

#include "program/readiness_words.hpp"
#include <daopai/readiness/outlook.hpp>

#include <string>

namespace daopai::program {

/// One page, no line wider than page_width. Lists show their first ten.
[[nodiscard]] std::string readiness_text(const readiness::campaign& c, const readiness::outlook& o,
                                         const readiness_words& w, bool colour);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_READINESS_TEXT_HPP
