/// Dates: boost::gregorian::date, windows of dates, and strict reading and writing of YYYY-MM-DD.
#ifndef DAOPAI_TIME_DATE_HPP
#define DAOPAI_TIME_DATE_HPP

#include <boost/date_time/gregorian/greg_date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daopai {

/// A day of the Gregorian calendar, 1400-01-01 to 9999-12-31; no time of day, no time zone.
using date = boost::gregorian::date;

/// An inclusive range of dates: a window of inspection (8月—9月), a run of days off.
struct date_window {
  date first;
  date last;  ///< inclusive, not before `first`
  friend bool operator==(const date_window&, const date_window&) = default;
};

/// A day as a number: days since 1970-01-01, which is 0. Kernels compute on these.
using day_number = std::int32_t;

namespace detail {
inline constexpr day_number boost_day_of_1970 = 2440588;  // date(1970,1,1).day_number()
}

/// O(1); `d` must be a real date (not not_a_date_time, not an infinity).
[[nodiscard]] inline day_number to_day(const date& d) {
  return static_cast<day_number>(d.day_number()) - detail::boost_day_of_1970;
}

inline constexpr day_number first_day = -208188;  ///< 1400-01-01, the first date there is
inline constexpr day_number last_day = 2932896;   ///< 9999-12-31, the last date there is

/// The date of a day number in [first_day, last_day]. O(1).
[[nodiscard]] inline date to_date(day_number day) {
  return date(static_cast<date::date_int_type>(day + detail::boost_day_of_1970));
}

/// 0 is Monday, 6 is Sunday. O(1).
[[nodiscard]] constexpr int weekday_of(day_number day) {
  const int shifted = (day + 3) % 7;  // 1970-01-01 was a Thursday
  return shifted < 0 ? shifted + 7 : shifted;
}

/// The date that YYYY-MM-DD names, or nothing if the text is no such date (2025-02-30, 2025-7-1).
[[nodiscard]] std::optional<date> parse_date(std::string_view text);

/// "2025-07-01/2025-08-31", or one date for a window of one day; nothing if it is no window.
[[nodiscard]] std::optional<date_window> parse_date_window(std::string_view text);

/// YYYY-MM-DD.
[[nodiscard]] std::string to_string(const date& d);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The value of an all-digit text of at most nine digits, or -1.
[[nodiscard]] constexpr int parse_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

[[nodiscard]] constexpr int days_in_month(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

inline void append_padded(std::string& text, int value, int width) {
  const std::string digits = std::to_string(value);
  text.append(static_cast<std::size_t>(width) - digits.size(), '0').append(digits);
}

}  // namespace detail

inline std::optional<date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = detail::parse_digits(text.substr(0, 4));
  const int month = detail::parse_digits(text.substr(5, 2));
  const int day = detail::parse_digits(text.substr(8, 2));
  if (year < 1400 || month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > detail::days_in_month(year, month)) return std::nullopt;
  using part = date::day_type::value_type;
  return date(static_cast<part>(year), static_cast<part>(month), static_cast<part>(day));
}

inline std::optional<date_window> parse_date_window(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto first = parse_date(text.substr(0, slash));
  const auto last = slash == text.npos ? first : parse_date(text.substr(slash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return date_window{*first, *last};
}

inline std::string to_string(const date& d) {
  const auto ymd = d.year_month_day();
  std::string text;
  text.reserve(10);
  detail::append_padded(text, static_cast<int>(ymd.year), 4);
  detail::append_padded(text += '-', ymd.month.as_number(), 2);
  detail::append_padded(text += '-', ymd.day.as_number(), 2);
  return text;
}

}  // namespace daopai

#endif  // DAOPAI_TIME_DATE_HPP
