/// Looks for control characters in a text.
#ifndef DAOPAI_SRC_IO_CONTROL_HPP
#define DAOPAI_SRC_IO_CONTROL_HPP

#include <cstdint>
#include <cstring>
#include <string_view>

namespace daopai::io {

namespace detail {

/// Whether one of eight bytes is below 0x20 or is 0x7F; a sum that overflows into the byte above
/// does so only from one that is.
[[nodiscard]] constexpr bool has_control(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  const std::uint64_t above_delete = bytes ^ (0x7F * each);
  const std::uint64_t low = (bytes - 0x20 * each) & ~bytes;
  const std::uint64_t deletes = (above_delete - each) & ~above_delete;
  return ((low | deletes) & (0x80 * each)) != 0;
}

}  // namespace detail

/// Whether a byte of the text is an ASCII control character. O(text), eight bytes at a time.
[[nodiscard]] inline bool has_control(std::string_view text) {
  constexpr std::uint64_t spaces = 0x2020202020202020U;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), 8);
    if (detail::has_control(bytes)) return true;
  }
  std::uint64_t rest = spaces;
  for (const char c : text) rest = rest << 8U | static_cast<unsigned char>(c);
  return detail::has_control(rest);
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_CONTROL_HPP
