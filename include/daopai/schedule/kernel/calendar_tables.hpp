/// Working calendars as tables over one range of days, so that a look-up is one load.
#ifndef DAOPAI_SCHEDULE_KERNEL_CALENDAR_TABLES_HPP
#define DAOPAI_SCHEDULE_KERNEL_CALENDAR_TABLES_HPP

#include <daopai/plan/detail/large_memory.hpp>
#include <daopai/time/calendar.hpp>

#include <vector>

namespace daopai::kernel {

/// For each calendar which days of a range are worked. Day 0 is the first day of the range. The
/// smaller the range, the hotter the tables: eight bytes a day and calendar.
class calendar_tables {
public:
  /// @param first, last  the range of days, both inclusive; all dates of the plan must lie in it
  /// @throws daopai::error if the range is empty or longer than 2^28 days. O(calendars * days).
  calendar_tables(const std::vector<calendar>& calendars, day_number first, day_number last);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] day_number first_day() const { return first_; }
  /// How many days the range has.
  [[nodiscard]] std::int32_t days() const { return days_; }

  /// One calendar's tables. Beyond the range day_of() answers -1 or days(), so that no date can
  /// lead out of the memory and none that left the range can look like one within it.
  class table {
  public:
    table(const std::int32_t* number, std::int32_t days) : number_(number), days_(days) {}
    /// One more than the days that are worked in [0, day).
    [[nodiscard]] std::int32_t number_of(std::int32_t day) const {
      return number_[clamped(day, days_)];
    }
    /// The day of working day `number`: number_of(day_of(n)) == n.
    [[nodiscard]] std::int32_t day_of(std::int32_t number) const {
      return number_[days_ + 1 + clamped(number, days_ + 1)];
    }

  private:
    [[nodiscard]] static std::int32_t clamped(std::int32_t i, std::int32_t last) {
      const std::int32_t from_below = i < 0 ? 0 : i;
      return from_below > last ? last : from_below;
    }
    const std::int32_t* number_;
    std::int32_t days_;
  };
  [[nodiscard]] table operator[](std::size_t calendar) const {
    return {tables_.data() + calendar * row_length(), days_};
  }

private:
  // A row for each calendar:  number_of[0 .. days]  day_of[0 .. days + 1]
  [[nodiscard]] std::size_t row_length() const { return 2 * static_cast<std::size_t>(days_) + 3; }
  void fill(const calendar& c, std::int32_t* number_of) const;

  std::size_t size_;
  day_number first_;
  std::int32_t days_ = 0;
  daopai::detail::large_vector<std::int32_t> tables_{};
};

// ---------------------------------------------------------------------------------------------

inline calendar_tables::calendar_tables(const std::vector<calendar>& calendars, day_number first,
                                        day_number last)
    : size_(calendars.size()), first_(first) {
  const std::int64_t days = std::int64_t{last} - first + 1;
  if (days < 1 || days > (std::int64_t{1} << 28)) {
    throw error("calendar tables need a range of 1 to 2^28 days");
  }
  days_ = static_cast<std::int32_t>(days);
  tables_.resize(size_ * row_length());
  for (std::size_t c = 0; c < size_; ++c) fill(calendars[c], tables_.data() + c * row_length());
}

inline void calendar_tables::fill(const calendar& c, std::int32_t* number_of) const {
  std::int32_t* day_of = number_of + days_ + 1;
  const std::int32_t origin = c.number_of(first_) - 1;
  std::int32_t number = 1;
  day_of[0] = -1;
  for (std::int32_t day = 0; day <= days_; ++day) {
    number_of[day] = c.number_of(first_ + day) - origin;
    if (number_of[day] > number) day_of[number++] = day - 1;
  }
  for (; number <= days_ + 1; ++number) day_of[number] = days_;
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_CALENDAR_TABLES_HPP
