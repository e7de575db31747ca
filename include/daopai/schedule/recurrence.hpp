/// Rules for what comes again and again (招生月报, 每季度, 每5年), in the vocabulary of RFC 5545.
#ifndef DAOPAI_SCHEDULE_RECURRENCE_HPP
#define DAOPAI_SCHEDULE_RECURRENCE_HPP

#include <daopai/error.hpp>
#include <daopai/time/calendar.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace daopai {

enum class frequency : std::uint8_t { yearly, monthly, weekly, daily };

enum class weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

/// Every such weekday of the month or year, or the nth one, from the end if negative (-1 friday).
struct nth_weekday {
  weekday day;
  int nth = 0;  ///< 0 for every one
  friend bool operator==(const nth_weekday&, const nth_weekday&) = default;
};

/// A rule of RFC 5545 (section 3.3.10) whose unit is the day. What the by-lists do not say is taken
/// from `from`. Dates that do not exist (30 February) are skipped. As in dateutil and most
/// programs, `from` itself is a date of the rule only where the rule fits it.
struct recurrence {
  frequency freq;
  date from;         ///< DTSTART: no date comes before it, and intervals are counted from it
  int interval = 1;  ///< every nth year, month, week or day, 1 to 10000
  std::vector<int> by_month{};      ///< 1 to 12
  std::vector<int> by_month_day{};  ///< 1 to 31, or -31 to -1 from the month's end
  std::vector<nth_weekday>
      by_day{};                   ///< ordinals count in the month, or in the year without months
  std::vector<int> by_set_pos{};  ///< which of each period's dates, -1 the last
  std::optional<int> count{};     ///< how many dates there are in all
  std::optional<date> until{};    ///< the last day on which there may be one, inclusive
  weekday week_start = weekday::monday;  ///< where weeks begin: matters to every second week
  friend bool operator==(const recurrence&, const recurrence&) = default;
};

/// What is wrong with a rule; `where` is the part's name in RFC 5545, such as "BYMONTHDAY".
[[nodiscard]] std::vector<problem> problems(const recurrence& r);

/// No more dates than this are made of one rule at a time: 27 years of days.
inline constexpr std::size_t most_recurrences = 10'000;

/// The dates of the rule in the window, ascending. Never hangs: O(days from r.from to the window's
/// last), whether or not the rule ever fits.
/// @throws invalid_input with problems(r) if there are any, or if the window holds more than
///         most_recurrences dates.
[[nodiscard]] std::vector<date> dates_of(const recurrence& r, const date_window& between);

/// Where a date goes that is not worked.
enum class rolling : std::uint8_t {
  none,    ///< it stays
  before,  ///< to the working day before it
  after,   ///< to the working day after it
};

/// O(1).
[[nodiscard]] date rolled(const date& d, rolling roll, const calendar& c);

// --- the rules that plans are full of ----------------------------------------------------------

/// 1 to 31, or -31 to -1 from the month's end.
struct day_of_month {
  explicit constexpr day_of_month(int d) : value(d) {}
  int value;
};

/// 1 to 12.
struct month_of_year {
  explicit constexpr month_of_year(int m) : value(m) {}
  int value;
};

enum class month_of_quarter : std::uint8_t { first = 1, second, third };

/// By this day of each month: monthly(from, day_of_month(5)).
[[nodiscard]] recurrence monthly(const date& from, day_of_month day);

/// By this day of the given month of each calendar quarter: quarterly(from,
/// month_of_quarter::first, day_of_month(20)) is 20 January, April, July and October.
[[nodiscard]] recurrence quarterly(const date& from, month_of_quarter month, day_of_month day);

/// By this day of each year; of every nth year where `r.interval` is set to n afterwards.
[[nodiscard]] recurrence yearly(const date& from, month_of_year month, day_of_month day);

/// Before the end of each year (每年年底前): by 31 December.
[[nodiscard]] recurrence before_the_end_of_each_year(const date& from);

/// Every n years (每5年) on the month and day of `from`, which is the first.
[[nodiscard]] recurrence every_years(int n, const date& from);

}  // namespace daopai

#include <daopai/schedule/detail/recurrence_impl.hpp>

#endif  // DAOPAI_SCHEDULE_RECURRENCE_HPP
