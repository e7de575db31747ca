/// Counts of days, each with a type of its own: working days and calendar days do not mix.
#ifndef DAOPAI_TIME_WORKDAYS_HPP
#define DAOPAI_TIME_WORKDAYS_HPP

#include <compare>
#include <cstdint>

namespace daopai {

/// A signed count of days of the kind `Kind`; there is no default, so a forgotten one does not
/// compile.
template <class Kind>
class day_count {
public:
  explicit constexpr day_count(std::int32_t count) : count_(count) {}
  [[nodiscard]] constexpr std::int32_t count() const { return count_; }

  friend constexpr auto operator<=>(const day_count&, const day_count&) = default;
  friend constexpr day_count operator-(day_count a) { return day_count(-a.count_); }
  friend constexpr day_count operator+(day_count a, day_count b) {
    return day_count(a.count_ + b.count_);
  }
  friend constexpr day_count operator-(day_count a, day_count b) {
    return day_count(a.count_ - b.count_);
  }

private:
  std::int32_t count_;
};

/// Working days: durations, floats and most lags. Whose days off they skip is a calendar's to say.
using workdays = day_count<struct worked_days_only>;

/// Days of the almanac, worked or not: a notice of "15 days" is published for 15 of these.
using calendar_days = day_count<struct all_days>;

}  // namespace daopai

#endif  // DAOPAI_TIME_WORKDAYS_HPP
