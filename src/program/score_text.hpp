/// Scores as a page to read.
#ifndef DAOPAI_SRC_PROGRAM_SCORE_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_SCORE_TEXT_HPP

#include "program/score_words.hpp"
#include <daopai/io/scoring.hpp>

#include <optional>
#include <span>
#include <string>

namespace daopai::program {

/// What the page shows: the ranking of all objects, or everything about one.
struct score_page_options {
  std::optional<scoring::object_id> object = std::nullopt;
  bool colour = false;
};

/// @param periods  oldest first, at least one; the last is the one shown
[[nodiscard]] std::string score_text(const io::assessment& of,
                                     std::span<const scoring::scores> periods, const score_words& w,
                                     const score_page_options& options);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_SCORE_TEXT_HPP
