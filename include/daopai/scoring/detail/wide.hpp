/// 128-bit integers, and a x b / c rounded half-up with a 256-bit product where 128 bits do not
/// hold it.
#ifndef DAOPAI_SCORING_DETAIL_WIDE_HPP
#define DAOPAI_SCORING_DETAIL_WIDE_HPP

#include <cassert>
#include <cstdint>
#include <optional>

namespace daopai::scoring::detail {

__extension__ typedef __int128 int128;            // NOLINT(modernize-use-using)
__extension__ typedef unsigned __int128 uint128;  // NOLINT(modernize-use-using)

/// |x| for every x, the most negative one included.
[[nodiscard]] constexpr uint128 magnitude(int128 x) {
  return x < 0 ? uint128{0} - static_cast<uint128>(x) : static_cast<uint128>(x);
}

[[nodiscard]] constexpr std::optional<int128> with_sign(bool negative, uint128 size) {
  constexpr uint128 limit = ~uint128{0} >> 1;
  if (size > limit) return std::nullopt;
  return negative ? -static_cast<int128>(size) : static_cast<int128>(size);
}

/// What a division gives.
struct division {
  uint128 quotient;
  uint128 remainder;
};

/// An unsigned number of 256 bits, as far as a long division needs one.
struct uint256 {
  uint128 high;
  uint128 low;

  [[nodiscard]] static constexpr uint256 product(uint128 a, uint128 b) {
    constexpr uint128 mask = ~std::uint64_t{0};
    const uint128 low = (a & mask) * (b & mask);
    const uint128 cross = (a >> 64) * (b & mask) + (low >> 64);
    const uint128 other = (a & mask) * (b >> 64) + (cross & mask);
    return {(a >> 64) * (b >> 64) + (cross >> 64) + (other >> 64), (other << 64) | (low & mask)};
  }

  /// The quotient and the remainder by c, unless the quotient needs more than 128 bits.
  [[nodiscard]] constexpr std::optional<division> divided_by(uint128 c) const {
    if (high >= c) return std::nullopt;
    uint128 rest = high;
    uint128 quotient = 0;
    for (int bit = 127; bit >= 0; --bit) {
      const bool carry = (rest >> 127) != 0;
      rest = (rest << 1) | ((low >> bit) & 1);
      quotient <<= 1;
      if (carry || rest >= c) {
        rest -= c;
        quotient |= 1;
      }
    }
    return division{quotient, rest};
  }
};

/// Whether a remainder of a division by c is half of c or more.
[[nodiscard]] constexpr bool is_half_or_more(uint128 remainder, uint128 c) {
  return remainder >= c - remainder;
}

/// Whether numbers, or-ed together, are all of 0 to 2^64 - 1.
[[nodiscard]] constexpr bool has_64_bits(int128 x) { return (x >> 64) == 0; }

/// `mul_div` whatever the sizes and signs.
[[nodiscard, gnu::cold]] constexpr std::optional<int128> long_mul_div(int128 a, int128 b,
                                                                      int128 c) {
  const bool negative = ((a < 0) != (b < 0)) != (c < 0);
  const uint128 divisor = magnitude(c);
  uint128 small = 0;
  if (!__builtin_mul_overflow(magnitude(a), magnitude(b), &small)) {
    const uint128 quotient = small / divisor;
    const uint128 rest = small - quotient * divisor;
    return with_sign(negative, quotient + (is_half_or_more(rest, divisor) ? 1 : 0));
  }
  const auto wide = uint256::product(magnitude(a), magnitude(b)).divided_by(divisor);
  if (!wide) return std::nullopt;
  return with_sign(negative, wide->quotient + (is_half_or_more(wide->remainder, divisor) ? 1 : 0));
}

/// Whether `short_mul_div` can be used: with numbers from 0 and a quotient of 64 bits, as points
/// and values mostly have. False for c = 0.
[[nodiscard]] constexpr bool is_short(int128 a, int128 b, int128 c) {
  if (!has_64_bits(a | b | c)) return false;
  const uint128 product = uint128{static_cast<std::uint64_t>(a)} * static_cast<std::uint64_t>(b);
  return product >> 64 < static_cast<std::uint64_t>(c);
}
/// @pre is_short(a, b, c)
[[nodiscard]] constexpr int128 short_mul_div(int128 a, int128 b, int128 c) {
  const uint128 product = uint128{static_cast<std::uint64_t>(a)} * static_cast<std::uint64_t>(b);
  const auto divisor = static_cast<std::uint64_t>(c);
  const auto quotient = static_cast<std::uint64_t>(product / divisor);
  const std::uint64_t rest = static_cast<std::uint64_t>(product) - quotient * divisor;
  return int128{quotient} + (rest >= divisor - rest ? 1 : 0);
}

/// a x b / c rounded half away from zero, exactly; nothing where the result has no 128-bit value.
[[nodiscard]] constexpr std::optional<int128> mul_div(int128 a, int128 b, int128 c) {
  assert(c != 0);
  if (is_short(a, b, c)) return short_mul_div(a, b, c);
  return long_mul_div(a, b, c);
}

/// The integer square root of x, rounded half-up.
[[nodiscard]] constexpr uint128 rounded_root(uint128 x) {
  uint128 root = 0;
  uint128 rest = 0;
  for (int bit = 126; bit >= 0; bit -= 2) {
    rest = (rest << 2) | ((x >> bit) & 3);
    const uint128 trial = (root << 2) | 1;
    root <<= 1;
    if (rest >= trial) {
      rest -= trial;
      root |= 1;
    }
  }
  return rest > root ? root + 1 : root;
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_WIDE_HPP
