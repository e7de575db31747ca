/// Hashes keys so that those which collide cannot be chosen beforehand, where addresses are random.
#ifndef DAOPAI_PLAN_DETAIL_KEY_HASH_HPP
#define DAOPAI_PLAN_DETAIL_KEY_HASH_HPP

#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>

namespace daopai::detail {

/// Both halves of the product of two words, folded. As in wyhash: two words that meet in a product
/// of which a secret is part leave nothing of themselves to reckon with.
[[nodiscard]] inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using product = unsigned __int128;
  const product p = static_cast<product>(a) * b;
  return static_cast<std::uint64_t>(p) ^ static_cast<std::uint64_t>(p >> 64U);
}

/// Differs from run to run (where in memory something happens to be), so that keys cannot be chosen
/// to collide. No result depends on it.
[[nodiscard]] inline std::uint64_t hash_secret() {
  static const std::uint64_t secret = [] {
    void* const somewhere = ::operator new(1);
    const auto place = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(somewhere));
    ::operator delete(somewhere);
    return folded_product(place ^ 0x9E3779B97F4A7C15U, 0xD1B54A32D192ED03U) | 1U;
  }();
  return secret;
}

/// The bytes of a text of at most 8, as a word.
[[nodiscard]] inline std::uint64_t short_word(const char* text, std::size_t size) {
  std::uint64_t word = 0;
  if (size >= 4) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, text, 4);
    std::memcpy(&last, text + size - 4, 4);
    word = std::uint64_t{first} << 32U | last;
  } else {
    for (std::size_t i = 0; i < size; ++i) {
      word = word << 8U | static_cast<unsigned char>(text[i]);
    }
  }
  return word;
}

/// O(text).
/// @param seed  a small number that is hashed with the text
[[nodiscard]] inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  const std::uint64_t secret = hash_secret();
  std::uint64_t hash = secret ^ (text.size() << 8U | seed);
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left > 8; at += 8, left -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = folded_product(hash ^ word, secret ^ 0xA0761D6478BD642FU);
  }
  hash = folded_product(hash ^ short_word(at, left), secret ^ 0xA0761D6478BD642FU);
  return folded_product(hash, 0xE7037ED1A0B428DBU);
}

/// Sixteen keys that differ only in the low half of their last byte get hashes in a row: things are
/// numbered, and wait for those numbered shortly before them, so what is looked up next is near
/// what was looked up last. Elsewhere as hard to foresee as hash_of().
[[nodiscard]] inline std::uint32_t neighbourly_hash(std::string_view text) {
  if (text.empty()) return 0;
  const auto last = static_cast<unsigned char>(text.back());
  const std::uint64_t row = hash_of(text.substr(0, text.size() - 1), last >> 4U);
  return static_cast<std::uint32_t>(row) + (last & 15U);
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_KEY_HASH_HPP
