/// Colour, where a person looks on; never the only sign of anything.
#ifndef DAOPAI_SRC_PROGRAM_TERMINAL_HPP
#define DAOPAI_SRC_PROGRAM_TERMINAL_HPP

#include <string>
#include <string_view>

namespace daopai::program {

/// The widest line that the program prints.
inline constexpr std::size_t page_width = 100;

enum class style : unsigned char { plain, heading, critical, late, faint };

/// Whether stdout is a terminal that shows colours and nobody has asked for none (NO_COLOR).
[[nodiscard]] bool colour_wanted();

/// The text between the codes of a style; as it is without colour.
[[nodiscard]] std::string painted(std::string_view text, style s, bool colour);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_TERMINAL_HPP
