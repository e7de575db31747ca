/// Input with the name that messages call it.
#ifndef DAOPAI_SRC_PROGRAM_NAMED_INPUT_HPP
#define DAOPAI_SRC_PROGRAM_NAMED_INPUT_HPP

#include "program/output.hpp"
#include <daopai/io/scoring.hpp>

#include <optional>
#include <string>

namespace daopai::program {

/// All that a file holds, "-" for stdin. @throws daopai::error if it cannot be read to its end
[[nodiscard]] inline io::named_text named_input(const std::string& file) {
  return {shown_name(file), read_input(file)};
}

/// The same for an option that may not be given; nothing for an empty name.
[[nodiscard]] inline std::optional<io::named_text> named_input_if(const std::string& file) {
  if (file.empty()) return std::nullopt;
  return named_input(file);
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_NAMED_INPUT_HPP
