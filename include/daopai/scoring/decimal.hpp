/// Decimal numbers with 15 places: the arithmetic of points, weights and observed values.
///
/// Points are decimal, and 0.1 + 0.2 is 0.3. A sum or difference is exact. A product or quotient is
/// rounded half-up once, at the 15th place. `rounded` first settles a number at the 12th place, so
/// that thirds and sevenths that add up to a tie are treated as that tie: the result is that of
/// exact fractions unless the true value lies within 5e-13 of a tie without being one.
///
/// Range: |x| < 1.7e23. What would leave it throws `out_of_range`; no value is ever a NaN or an
/// infinity.
#ifndef DAOPAI_SCORING_DECIMAL_HPP
#define DAOPAI_SCORING_DECIMAL_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/detail/wide.hpp>

#include <compare>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace daopai::scoring {

/// Thrown where a result is too large for a `decimal`, or a divisor is zero.
class DAOPAI_EXPORT out_of_range : public error {
public:
  using error::error;
};

/// A decimal number with 15 places after the point.
class decimal {
public:
  static constexpr int places = 15;

  constexpr decimal() = default;
  /// A whole number, exactly.
  template <std::integral Integer>
  constexpr decimal(
      Integer whole)  // NOLINT(google-explicit-constructor): a whole number is a decimal
      : scaled_(static_cast<detail::int128>(whole) * one_) {}

  /// The number that `text` writes, e.g. "-3.25" or "1e-3"; digits after the 15th place are rounded
  /// half-up. Nothing where the text is no number, or is out of range.
  [[nodiscard]] static std::optional<decimal> parse(std::string_view text);

  /// The decimal nearest to the shortest text that stands for x (94.4 is 94.4); nothing for NaN,
  /// infinity or numbers out of range.
  [[nodiscard]] static std::optional<decimal> from_double(double x);

  /// The number of 1e-15ths, which is how the number is stored.
  [[nodiscard]] constexpr detail::int128 scaled() const { return scaled_; }
  [[nodiscard]] static constexpr decimal from_scaled(detail::int128 scaled) {
    decimal d;
    d.scaled_ = scaled;
    return d;
  }

  [[nodiscard]] constexpr double to_double() const {
    return static_cast<double>(scaled_) / static_cast<double>(one_);
  }

  friend constexpr decimal operator+(decimal a, decimal b) {
    detail::int128 sum = 0;
    if (__builtin_add_overflow(a.scaled_, b.scaled_, &sum)) too_large();
    return from_scaled(sum);
  }
  friend constexpr decimal operator-(decimal a, decimal b) {
    detail::int128 difference = 0;
    if (__builtin_sub_overflow(a.scaled_, b.scaled_, &difference)) too_large();
    return from_scaled(difference);
  }
  friend constexpr decimal operator-(decimal a) { return decimal{} - a; }
  friend constexpr decimal operator*(decimal a, decimal b) {
    return mul_div(a, b, one_as_decimal());
  }
  /// @throws out_of_range for a divisor of zero
  friend constexpr decimal operator/(decimal a, decimal b) {
    return mul_div(a, one_as_decimal(), b);
  }
  constexpr decimal& operator+=(decimal b) { return *this = *this + b; }
  constexpr decimal& operator-=(decimal b) { return *this = *this - b; }

  /// a x b / c with one rounding. @throws out_of_range for c = 0
  [[nodiscard]] friend constexpr decimal mul_div(decimal a, decimal b, decimal c) {
    if (detail::is_short(a.scaled_, b.scaled_, c.scaled_)) [[likely]]
      return from_scaled(detail::short_mul_div(a.scaled_, b.scaled_, c.scaled_));
    return long_mul_div(a, b, c);
  }

  friend constexpr auto operator<=>(decimal, decimal) = default;
  // compilers make one comparison of each of these, and two of <=>
  friend constexpr bool operator<(decimal a, decimal b) { return a.scaled_ < b.scaled_; }
  friend constexpr bool operator>(decimal a, decimal b) { return a.scaled_ > b.scaled_; }
  friend constexpr bool operator<=(decimal a, decimal b) { return a.scaled_ <= b.scaled_; }
  friend constexpr bool operator>=(decimal a, decimal b) { return a.scaled_ >= b.scaled_; }

private:
  static constexpr detail::int128 one_ = 1'000'000'000'000'000;
  static constexpr decimal one_as_decimal() { return from_scaled(one_); }
  [[noreturn]] static void too_large() {
    throw out_of_range("a number is too large for a decimal");
  }
  [[gnu::cold, gnu::noinline]] static constexpr decimal long_mul_div(decimal a, decimal b,
                                                                     decimal c) {
    if (c.scaled_ == 0) throw out_of_range("division by zero");
    const auto scaled = detail::long_mul_div(a.scaled_, b.scaled_, c.scaled_);
    if (!scaled) too_large();
    return from_scaled(*scaled);
  }

  detail::int128 scaled_ = 0;
};

/// x rounded half away from zero (四舍五入) at `places` places, 0 to 12 (more are taken as 12).
[[nodiscard]] constexpr decimal rounded(decimal x, int places);

/// The greatest whole number not above x.
[[nodiscard]] constexpr decimal floor(decimal x);
/// The least whole number not below x.
[[nodiscard]] constexpr decimal ceil(decimal x) { return -floor(-x); }
[[nodiscard]] constexpr decimal abs(decimal x) { return x < decimal{} ? -x : x; }

/// The square root, rounded half-up at the 15th place. @throws out_of_range for x < 0 or x > 1.7e8
[[nodiscard]] constexpr decimal sqrt(decimal x);

/// The shortest text that stands for x: "12.5", "-0.001", "40".
[[nodiscard]] std::string to_string(decimal x);

/// x rounded half-up and written with exactly `places` places: "12.50".
[[nodiscard]] std::string to_fixed(decimal x, int places);

namespace literals {
/// 12.5_dec. Does not compile where the text is no decimal.
[[nodiscard]] consteval decimal operator""_dec(const char* text);
}  // namespace literals

}  // namespace daopai::scoring

#include <daopai/scoring/detail/decimal_text.hpp>

#endif  // DAOPAI_SCORING_DECIMAL_HPP
