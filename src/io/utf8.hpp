/// The little that reading files needs to know of UTF-8.
#ifndef DAOPAI_SRC_IO_UTF8_HPP
#define DAOPAI_SRC_IO_UTF8_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace daopai::io {

/// What some programs put before a UTF-8 text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] constexpr std::string_view without_mark(std::string_view text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

/// False for the second and later bytes of a character.
[[nodiscard]] constexpr bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// How many bytes the first character of a text takes, 0 if it is not UTF-8 (overlong forms,
/// surrogates and what lies beyond U+10FFFF are not) or the text is empty.
[[nodiscard]] constexpr std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return 1;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  std::uint32_t code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (starts_character(text[i])) return 0;
    code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < least[length] || surrogate || code > 0x10FFFF ? 0 : length;
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_UTF8_HPP
