/// Reading, writing and rounding decimals.
#ifndef DAOPAI_SCORING_DETAIL_DECIMAL_TEXT_HPP
#define DAOPAI_SCORING_DETAIL_DECIMAL_TEXT_HPP

#include <daopai/scoring/decimal.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace daopai::scoring {
namespace detail {

inline constexpr std::array<int128, 39> powers_of_ten = [] {
  std::array<int128, 39> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// 10^exponent, for 0 to 38.
[[nodiscard]] constexpr int128 power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

/// x % unit, in the processor's own arithmetic where both have 64 bits.
[[nodiscard]] constexpr int128 remainder_of(int128 x, int128 unit) {
  const auto small = static_cast<std::int64_t>(x);
  const auto by = static_cast<std::int64_t>(unit);
  return small == x && by == unit ? small % by : x % unit;
}

/// `scaled` rounded half away from zero to a multiple of 10^dropped.
[[nodiscard]] constexpr int128 without_last_digits(int128 scaled, int dropped) {
  const int128 unit = power_of_ten(dropped);
  const int128 rest = remainder_of(scaled, unit);
  const int128 whole = scaled - rest;
  if (rest < 0) return -rest * 2 >= unit ? whole - unit : whole;
  return rest * 2 >= unit ? whole + unit : whole;
}

/// Collects digits of a number into 1e-15ths, one character at a time.
class decimal_reader {
public:
  [[nodiscard]] static constexpr std::optional<int128> read(std::string_view text) {
    decimal_reader reader{text};
    return reader.number();
  }

private:
  explicit constexpr decimal_reader(std::string_view text) : rest_(text) {}

  constexpr std::optional<int128> number() {
    const bool negative = taken('-') || (taken('+'), false);
    digits(false);
    if (taken('.')) digits(true);
    if (count_ == 0) return std::nullopt;
    if ((taken('e') || taken('E')) && !exponent()) return std::nullopt;
    if (!rest_.empty()) return std::nullopt;
    const auto size = scaled_digits();
    if (!size) return std::nullopt;
    return negative ? -*size : *size;
  }

  constexpr bool taken(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  constexpr std::optional<int> digit() {
    if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return std::nullopt;
    const int value = rest_.front() - '0';
    rest_.remove_prefix(1);
    return value;
  }

  /// Digits beyond the 37th significant one cannot change the 15th place of a number in range.
  constexpr void digits(bool after_point) {
    while (const auto next = digit()) {
      ++count_;
      const bool kept = mantissa_ < power_of_ten(36);
      if (kept) mantissa_ = mantissa_ * 10 + *next;
      if (after_point == kept) shift_ += after_point ? -1 : 1;
    }
  }

  constexpr bool exponent() {
    const bool negative = taken('-') || (taken('+'), false);
    int size = 0;
    bool any = false;
    while (const auto next = digit()) {
      size = std::min(size * 10 + *next, 1000);
      any = true;
    }
    shift_ += negative ? -size : size;
    return any;
  }

  [[nodiscard]] constexpr std::optional<int128> scaled_digits() const {
    const int shift = shift_ + decimal::places;
    if (mantissa_ == 0 || shift < -37) return 0;
    if (shift < 0) return without_last_digits(mantissa_, -shift) / power_of_ten(-shift);
    if (shift > 38) return std::nullopt;
    int128 scaled = 0;
    if (__builtin_mul_overflow(mantissa_, power_of_ten(shift), &scaled)) return std::nullopt;
    return scaled;
  }

  std::string_view rest_;
  int128 mantissa_ = 0;
  int shift_ = 0;
  int count_ = 0;
};

[[nodiscard]] inline std::string digits_of(uint128 x) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(x % 10)));
    x /= 10;
  } while (x != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace detail

inline std::optional<decimal> decimal::parse(std::string_view text) {
  const auto scaled = detail::decimal_reader::read(text);
  if (!scaled) return std::nullopt;
  return from_scaled(*scaled);
}

inline std::optional<decimal> decimal::from_double(double x) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), x).ptr;
  return parse({text.data(), static_cast<std::size_t>(end - text.data())});
}

constexpr decimal rounded(decimal x, int places) {
  constexpr int settled_places = 12;
  const detail::int128 settled =
      detail::without_last_digits(x.scaled(), decimal::places - settled_places);
  const int dropped = decimal::places - std::clamp(places, 0, settled_places);
  return decimal::from_scaled(detail::without_last_digits(settled, dropped));
}

constexpr decimal floor(decimal x) {
  const detail::int128 one = decimal{1}.scaled();
  const detail::int128 rest = detail::remainder_of(x.scaled(), one);
  return decimal::from_scaled(x.scaled() - rest - (rest < 0 ? one : 0));
}

constexpr decimal sqrt(decimal x) {
  detail::int128 radicand = 0;
  if (x < decimal{} || __builtin_mul_overflow(x.scaled(), decimal{1}.scaled(), &radicand)) {
    throw out_of_range("no square root in range");
  }
  return decimal::from_scaled(
      static_cast<detail::int128>(detail::rounded_root(static_cast<detail::uint128>(radicand))));
}

inline std::string to_string(decimal x) {
  std::string text = detail::digits_of(detail::magnitude(x.scaled()));
  if (text.size() <= decimal::places) text.insert(0, decimal::places + 1 - text.size(), '0');
  text.insert(text.size() - decimal::places, 1, '.');
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return x < decimal{} ? "-" + text : text;
}

inline std::string to_fixed(decimal x, int places) {
  places = std::clamp(places, 0, 12);
  std::string text = to_string(rounded(x, places));
  if (places == 0) return text;
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text.push_back('.');
  }
  text.append(static_cast<std::size_t>(places) - (text.size() - point - 1), '0');
  return text;
}

consteval decimal literals::operator""_dec(const char* text) {
  return decimal::from_scaled(detail::decimal_reader::read(text).value());
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DETAIL_DECIMAL_TEXT_HPP
