/// A working calendar: which dates are worked, and date <-> working-day number in O(1) both ways.
#ifndef DAOPAI_TIME_CALENDAR_HPP
#define DAOPAI_TIME_CALENDAR_HPP

#include <daopai/error.hpp>
#include <daopai/time/date.hpp>
#include <daopai/time/workdays.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace daopai {

/// Which of Monday to Sunday are worked.
using week_pattern = std::array<bool, 7>;

inline constexpr week_pattern monday_to_friday{true, true, true, true, true, false, false};
inline constexpr week_pattern every_day{true, true, true, true, true, true, true};

/// What a calendar is made of. Later entries win: `worked` over `off` over the week.
struct calendar_rules {
  week_pattern week = monday_to_friday;
  std::vector<date_window> off{};     ///< days off that the week pattern would work
  std::vector<date_window> worked{};  ///< make-up days (调休): worked whatever the week says
  /// Years whose days off are known, ascending. Without a value the calendar waits for no notice.
  std::optional<std::vector<int>> published_years{};
};

/// Immutable. Working days are numbered through: the number of a date is how many days were worked
/// before it since an origin of the calendar's own, so a difference of numbers counts working days.
/// Beyond its exceptions the week pattern repeats for ever.
class calendar {
public:
  /// Monday to Friday, no holidays.
  calendar() : calendar(calendar_rules{}) {}

  /// @throws daopai::error if the week works no day. O(days between the first and last exception).
  explicit calendar(calendar_rules rules);

  [[nodiscard]] const calendar_rules& rules() const { return rules_; }

  [[nodiscard]] bool is_worked(const date& d) const { return is_worked(to_day(d)); }

  /// Whether the days off of `year` are known; true for a calendar that waits for no notice.
  /// O(years).
  [[nodiscard]] bool is_published(int year) const;

  /// How many days are worked in [from, until); negative if `until` comes first.
  [[nodiscard]] workdays between(const date& from, const date& until) const {
    return workdays(number_of(to_day(until)) - number_of(to_day(from)));
  }

  /// The first working day on or after `d`.
  [[nodiscard]] date on_or_after(const date& d) const {
    return to_date(day_of(number_of(to_day(d))));
  }

  /// The last working day on or before `d`.
  [[nodiscard]] date on_or_before(const date& d) const {
    return to_date(day_of(number_of(to_day(d) + 1) - 1));
  }

  // The same in bare numbers, for kernels. All O(1).

  /// How many days before `day` are worked, counted from the calendar's origin.
  [[nodiscard]] std::int32_t number_of(day_number day) const {
    const auto row = static_cast<std::size_t>(std::int64_t{day} - table_begin_);
    if (row < number_.size()) return number_[row];
    return pattern_count(day) + (day < table_begin_ ? 0 : beyond_);
  }

  /// The day of working-day number `number`, within +-2^28; number_of(day_of(n)) == n.
  [[nodiscard]] day_number day_of(std::int32_t number) const {
    if (number < table_first_number_) return pattern_day(number);
    const auto row = static_cast<std::size_t>(number - table_first_number_);
    return row < day_.size() ? day_[row] : pattern_day(number - beyond_);
  }

  [[nodiscard]] bool is_worked(day_number day) const {
    return number_of(day + 1) != number_of(day);
  }

  /// No more days than these, one after the other, are off: where two instants lie further apart,
  /// days are worked between them. Spares the kernels two look-ups. O(1).
  [[nodiscard]] std::int32_t most_days_off() const { return most_off_; }

  /// Equal calendars work the same days: the same week and the same exceptions.
  friend bool operator==(const calendar& a, const calendar& b) {
    return a.rules_.week == b.rules_.week && a.table_begin_ == b.table_begin_ && a.day_ == b.day_ &&
           a.number_ == b.number_;
  }

private:
  // A table over the weeks that hold exceptions; outside it the pattern is counted by arithmetic:
  //
  //   pattern ... | table_begin_  number_[day], day_[number] | ... pattern + beyond_
  /// But for exceptions; then counting needs no division.
  [[nodiscard]] bool works_every_day() const { return worked_before_weekday_[7] == 7; }
  [[nodiscard]] std::int32_t pattern_count(day_number day) const;
  [[nodiscard]] day_number pattern_day(std::int32_t number) const;
  struct day_range {
    day_number first;
    day_number last;
  };
  [[nodiscard]] day_range exceptions() const;
  [[nodiscard]] std::vector<char> worked_in(day_range range) const;
  void fill_table();

  calendar_rules rules_;
  std::array<std::int8_t, 8> worked_before_weekday_{};  // worked days of a week before each weekday
  std::array<std::int8_t, 7> weekday_of_nth_{};         // weekday of the n-th worked day of a week
  std::uint64_t part_of_week_ = 0;                      // see part_of()
  day_number table_begin_ = 0;
  std::int32_t table_first_number_ = 0;  // number_of(table_begin_)
  std::int32_t beyond_ = 0;              // what the exceptions add to every later number
  std::int32_t most_off_ = 0;            // a bound, not the length of any such run
  std::vector<std::int32_t> number_;     // by day - table_begin_
  std::vector<day_number> day_;          // by number - table_first_number_
};

// ---------------------------------------------------------------------------------------------

namespace detail {

/// What floor_by() multiplies with instead of dividing by `divisor`, which is 1 to 6.
[[nodiscard]] constexpr std::uint64_t part_of(std::uint64_t divisor) {
  return (std::uint64_t{1} << 34) / divisor + 1;
}

/// a / divisor, rounded down, for |a| <= 2^28. Shifted to the positive, a is at most 7 * 2^28, and
/// the part is too large by at most 1 / 2^34: the product by a ninth, too little to reach the next
/// whole number.
[[nodiscard]] constexpr std::int32_t floor_by(std::int32_t a, std::int32_t divisor,
                                              std::uint64_t part) {
  constexpr std::int32_t weeks = std::int32_t{1} << 28;
  const auto shifted = static_cast<std::uint64_t>(a + std::int64_t{weeks} * divisor);
  return static_cast<std::int32_t>((shifted * part) >> 34U) - weeks;
}

/// a / 7, rounded down. Unsigned, a division by a constant is a multiplication and a shift.
[[nodiscard]] constexpr std::int32_t floor_of_sevenths(std::int32_t a) {
  constexpr std::int64_t weeks = std::int64_t{1} << 29;  // enough to make any number positive
  const auto shifted = static_cast<std::uint64_t>(a + weeks * 7);
  return static_cast<std::int32_t>(static_cast<std::int64_t>(shifted / 7) - weeks);
}

inline constexpr day_number a_monday = 4;  // 1970-01-05

}  // namespace detail

inline calendar::calendar(calendar_rules rules) : rules_(std::move(rules)) {
  std::int8_t worked = 0;
  for (std::size_t weekday = 0; weekday < 7; ++weekday) {
    worked_before_weekday_[weekday] = worked;
    if (rules_.week[weekday]) {
      weekday_of_nth_[static_cast<std::size_t>(worked++)] = static_cast<std::int8_t>(weekday);
    }
  }
  worked_before_weekday_[7] = worked;
  if (worked == 0) throw error("a calendar must work at least one day of the week");
  part_of_week_ = detail::part_of(static_cast<std::uint64_t>(worked));
  fill_table();
}

inline std::int32_t calendar::pattern_count(day_number day) const {
  if (works_every_day()) return day - detail::a_monday;
  const std::int32_t week = detail::floor_of_sevenths(day - detail::a_monday);
  const auto weekday = static_cast<std::size_t>(day - detail::a_monday - week * 7);
  return week * worked_before_weekday_[7] + worked_before_weekday_[weekday];
}

inline day_number calendar::pattern_day(std::int32_t number) const {
  if (works_every_day()) return number + detail::a_monday;
  const std::int32_t in_a_week = worked_before_weekday_[7];
  const std::int32_t week = detail::floor_by(number, in_a_week, part_of_week_);
  const auto nth = static_cast<std::size_t>(number - week * in_a_week);
  return detail::a_monday + week * 7 + weekday_of_nth_[nth];
}

inline bool calendar::is_published(int year) const {
  if (!rules_.published_years) return true;
  for (const int published : *rules_.published_years) {
    if (published == year) return true;
  }
  return false;
}

/// From the first exception to the last, both inclusive; {0, -1} without exceptions.
inline calendar::day_range calendar::exceptions() const {
  day_range range{0, -1};
  for (const auto* windows : {&rules_.off, &rules_.worked}) {
    for (const date_window& w : *windows) {
      const bool first_of_all = range.last < range.first;
      range.first = first_of_all ? to_day(w.first) : std::min(range.first, to_day(w.first));
      range.last = first_of_all ? to_day(w.last) : std::max(range.last, to_day(w.last));
    }
  }
  return range;
}

/// Whether each day of the range is worked: 1 or 0.
inline std::vector<char> calendar::worked_in(day_range range) const {
  std::vector<char> worked;
  for (day_number day = range.first; day <= range.last; ++day) {
    worked.push_back(rules_.week[static_cast<std::size_t>(weekday_of(day))] ? 1 : 0);
  }
  const auto mark = [&](const date_window& w, char value) {
    for (day_number day = to_day(w.first); day <= to_day(w.last); ++day) {
      worked[static_cast<std::size_t>(day - range.first)] = value;
    }
  };
  for (const date_window& w : rules_.off) mark(w, 0);
  for (const date_window& w : rules_.worked) mark(w, 1);
  return worked;
}

inline void calendar::fill_table() {
  const day_range range = exceptions();
  table_begin_ = range.first;
  table_first_number_ = pattern_count(table_begin_);
  std::int32_t number = table_first_number_;
  day_number day = table_begin_;
  std::int32_t off = 0;  // in a row
  for (const char is_worked_day : worked_in(range)) {
    number_.push_back(number);
    if (is_worked_day != 0) {
      day_.push_back(day);
      ++number;
    }
    off = is_worked_day != 0 ? 0 : off + 1;
    most_off_ = std::max(most_off_, off);
    ++day;
  }
  most_off_ +=
      2 * (7 - worked_before_weekday_[7]);  // the week may go on with days off at both ends
  beyond_ = number - pattern_count(day);
}

}  // namespace daopai

#endif  // DAOPAI_TIME_CALENDAR_HPP
