/// Short texts as two words, to be compared without looking for them.
#ifndef DAOPAI_PLAN_DETAIL_SHORT_TEXT_HPP
#define DAOPAI_PLAN_DETAIL_SHORT_TEXT_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace daopai::detail {

/// A text of at most 15 bytes and its size; of a longer one only that it is longer.
class short_text {
public:
  short_text() = default;
  explicit short_text(std::string_view text) : tail_(sized(text.size())) {
    const char* const at = text.data();
    const std::size_t size = text.size();
    if (size > longest) return;
    if (size > 8) {
      head_ = load<std::uint64_t>(at);
      tail_ |= load<std::uint64_t>(at + size - 8) >> (8 * (16 - size));
    } else if (size == 8) {
      head_ = load<std::uint64_t>(at);
    } else if (size >= 4) {
      head_ = std::uint64_t{load<std::uint32_t>(at)} << 32U | load<std::uint32_t>(at + size - 4);
    } else {
      for (const char c : text) head_ = head_ << 8U | static_cast<unsigned char>(c);
    }
  }

  /// Whether it is all of the text, so that texts are equal if these are.
  [[nodiscard]] bool is_whole() const { return tail_ != sized(longest + 1); }
  friend bool operator==(const short_text&, const short_text&) = default;

private:
  static constexpr std::size_t longest = 15;
  static constexpr std::uint64_t sized(std::size_t size) {
    return std::uint64_t{size <= longest ? size : longest + 1} << 56U;
  }
  template <class Word>
  static Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
  }

  std::uint64_t head_ = 0;  ///< the first 8 bytes, in some order
  std::uint64_t tail_ = 0;  ///< the size in the highest byte, and the bytes behind the first 8
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_SHORT_TEXT_HPP
