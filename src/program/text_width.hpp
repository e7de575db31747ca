/// How wide text is in a terminal, and how to make it fit: a Chinese character takes two columns.
#ifndef DAOPAI_SRC_PROGRAM_TEXT_WIDTH_HPP
#define DAOPAI_SRC_PROGRAM_TEXT_WIDTH_HPP

#include <string>
#include <string_view>
#include <vector>

namespace daopai::program {

enum class align : unsigned char { left, right };

/// Columns that a UTF-8 text takes; combining marks take none. A control character or a byte that
/// is not UTF-8 counts as the one column of what clean() puts in its place.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text on one line and harmless to a terminal: control characters become blanks, bytes that
/// are not UTF-8 the replacement character.
[[nodiscard]] std::string clean(std::string_view text);

/// clean(), cut with "…" if it is wider than `width`.
[[nodiscard]] std::string truncated(std::string_view text, std::size_t width);

/// truncated(), filled up with blanks to exactly `width` columns.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width, align a = align::left);

/// clean(), cut into lines of at most `width` columns: at blanks, and beside wide characters.
/// @param width  at least 2
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_TEXT_WIDTH_HPP
