/// How the dates of a recurrence are found: period by period, day by day.
#ifndef DAOPAI_SCHEDULE_DETAIL_RECURRENCE_IMPL_HPP
#define DAOPAI_SCHEDULE_DETAIL_RECURRENCE_IMPL_HPP

#include <daopai/schedule/recurrence.hpp>

#include <algorithm>
#include <array>
#include <bitset>
#include <string>

namespace daopai::detail {

/// Checks one part of a rule after the other.
class recurrence_checker {
public:
  explicit recurrence_checker(const recurrence& r) : r_(r) {}

  std::vector<problem> run() {
    if (r_.from.is_special()) report("DTSTART", "is not a date");
    if (r_.until && r_.until->is_special()) report("UNTIL", "is not a date");
    if (r_.interval < 1 || r_.interval > 10'000) report("INTERVAL", "must be 1 to 10000");
    if (r_.count && *r_.count < 1) report("COUNT", "must be at least 1");
    if (r_.count && r_.until) report("UNTIL", "must not stand beside COUNT");
    numbers("BYMONTH", r_.by_month, 1, 12);
    numbers("BYMONTHDAY", r_.by_month_day, -31, 31);
    numbers("BYSETPOS", r_.by_set_pos, -366, 366);
    combinations();
    return std::move(problems_);
  }

private:
  void numbers(const char* part, const std::vector<int>& list, int least, int most) {
    for (const int n : list) {
      if (n >= least && n <= most && n != 0) continue;
      report(part, "holds " + std::to_string(n) + "; expected " + std::to_string(least) + " to " +
                       std::to_string(most) + (least < 0 ? ", not 0" : ""));
    }
  }

  void combinations() {
    const bool in_months = r_.freq == frequency::yearly || r_.freq == frequency::monthly;
    const int most = r_.freq == frequency::yearly && r_.by_month.empty() ? 53 : 5;
    for (const nth_weekday& d : r_.by_day) {
      if (d.nth == 0) continue;
      if (!in_months) report("BYDAY", "may hold ordinals in yearly and monthly rules only");
      if (in_months && std::abs(d.nth) > most) {
        report("BYDAY", "holds the ordinal " + std::to_string(d.nth) + "; there are at most " +
                            std::to_string(most) + " of a weekday");
      }
    }
    if (r_.freq == frequency::weekly && !r_.by_month_day.empty()) {
      report("BYMONTHDAY", "must not stand in a weekly rule");
    }
    if (!r_.by_set_pos.empty() && r_.by_month.empty() && r_.by_month_day.empty() &&
        r_.by_day.empty()) {
      report("BYSETPOS", "must stand beside another part whose dates it picks from");
    }
  }

  void report(const char* part, const std::string& what) {
    problems_.push_back({"invalid-recurrence", part, std::string(part) + ' ' + what});
  }

  const recurrence& r_;
  std::vector<problem> problems_{};
};

/// The rule with what its by-lists leave open taken from its first date.
[[nodiscard]] inline recurrence completed(recurrence r) {
  if (!r.by_month_day.empty() || !r.by_day.empty()) return r;
  const auto first = r.from.year_month_day();
  if (r.freq == frequency::yearly && r.by_month.empty()) r.by_month = {first.month.as_number()};
  if (r.freq == frequency::yearly || r.freq == frequency::monthly) r.by_month_day = {first.day};
  if (r.freq == frequency::weekly) {
    r.by_day = {{static_cast<weekday>(weekday_of(to_day(r.from)))}};
  }
  return r;
}

/// Which days the by-lists let through, but for BYSETPOS. Empty lists let everything through.
class day_filter {
public:
  explicit day_filter(const recurrence& r)
      : ordinals_in_year_(r.freq == frequency::yearly && r.by_month.empty()) {
    if (r.by_month.empty()) months_.set();
    if (r.by_month_day.empty()) month_days_.set();
    if (r.by_day.empty()) weekdays_.set();
    for (const int m : r.by_month) months_.set(static_cast<std::size_t>(m));
    for (const int d : r.by_month_day) month_days_.set(place(d, 31));
    for (const nth_weekday& d : r.by_day) {
      const auto row = static_cast<std::size_t>(d.day);
      if (d.nth == 0) weekdays_.set(row);
      if (d.nth != 0) ordinals_[row].set(place(d.nth, 53));
    }
  }

  [[nodiscard]] bool operator()(day_number day) const {
    const auto ymd = to_date(day).year_month_day();
    const int year = ymd.year;
    const int month = ymd.month.as_number();
    const int length = days_in_month(year, month);
    if (!months_.test(static_cast<std::size_t>(month))) return false;
    if (!month_days_.test(place(ymd.day, 31)) &&
        !month_days_.test(place(ymd.day - length - 1, 31))) {
      return false;
    }
    const auto row = static_cast<std::size_t>(weekday_of(day));
    if (weekdays_.test(row)) return true;
    if (ordinals_[row].none()) return false;
    if (!ordinals_in_year_) return is_nth(ordinals_[row], ymd.day, length);
    return is_nth(ordinals_[row], to_date(day).day_of_year(), days_in_month(year, 2) + 337);
  }

private:
  /// -most to most as 0 to 2 * most.
  [[nodiscard]] static std::size_t place(int value, int most) {
    return static_cast<std::size_t>(value) + static_cast<std::size_t>(most);
  }
  /// @param day, length  of the day in its month or year, 1 the first, and how long that is
  [[nodiscard]] static bool is_nth(const std::bitset<107>& wanted, int day, int length) {
    return wanted.test(place((day - 1) / 7 + 1, 53)) ||
           wanted.test(place(-((length - day) / 7 + 1), 53));
  }

  bool ordinals_in_year_;
  std::bitset<13> months_{};
  std::bitset<63> month_days_{};
  std::bitset<7> weekdays_{};
  std::array<std::bitset<107>, 7> ordinals_{};
};

/// The periods of a rule, one after the other: years, months, weeks or days.
class period_walker {
public:
  explicit period_walker(const recurrence& r) : r_(r) {
    const auto first = r.from.year_month_day();
    month_ = r.freq == frequency::yearly ? first.year * 12 : first.year * 12 + first.month - 1;
    const int weekday = weekday_of(to_day(r.from));
    const int into_week = (weekday - static_cast<int>(r.week_start) + 7) % 7;
    day_ = r.freq == frequency::weekly ? to_day(r.from) - into_week : to_day(r.from);
  }

  /// The next period as [first, second), both within the dates there are; empty at their end.
  [[nodiscard]] std::pair<day_number, day_number> next() {
    const bool by_months = r_.freq == frequency::yearly || r_.freq == frequency::monthly;
    const auto [begin, end] = by_months ? next_months() : next_days();
    return {std::max(begin, first_day), std::min(end, last_day + 1)};
  }

private:
  std::pair<day_number, day_number> next_months() {
    const int length = r_.freq == frequency::yearly ? 12 : 1;
    const std::pair period{start_of_month(month_), start_of_month(month_ + length)};
    month_ = std::min(month_ + length * r_.interval, end_of_months);
    return period;
  }
  std::pair<day_number, day_number> next_days() {
    const int length = r_.freq == frequency::weekly ? 7 : 1;
    const std::pair period{day_, day_ + length};
    day_ = std::min(day_ + length * r_.interval, last_day + 1);
    return period;
  }
  /// @param month  year * 12 + month - 1
  static day_number start_of_month(int month) {
    if (month >= end_of_months) return last_day + 1;
    using part = date::day_type::value_type;
    return to_day(date(static_cast<part>(month / 12), static_cast<part>(month % 12 + 1), 1));
  }

  static constexpr int end_of_months = 10'000 * 12;
  const recurrence& r_;
  int month_;
  day_number day_;
};

/// Keeps those of one period's dates that BYSETPOS names.
inline void pick(std::vector<day_number>& days, const std::vector<int>& positions) {
  if (positions.empty()) return;
  const auto size = static_cast<int>(days.size());
  std::vector<day_number> picked;
  for (const int p : positions) {
    const int at = p > 0 ? p - 1 : size + p;
    if (at >= 0 && at < size) picked.push_back(days[static_cast<std::size_t>(at)]);
  }
  std::ranges::sort(picked);
  picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
  days = std::move(picked);
}

/// Fills `days` with those of [first, end) that fit.
inline void fitting_days(const day_filter& fits, day_number first, day_number end,
                         std::vector<day_number>& days) {
  days.clear();
  for (day_number d = first; d < end; ++d) {
    if (fits(d)) days.push_back(d);
  }
}

/// Hands each date of a valid rule up to `last`, ascending, to `take`.
template <class Take>
void for_each_recurrence(const recurrence& rule, day_number last, Take take) {
  const recurrence r = completed(rule);
  const day_filter fits(r);
  const day_number end = std::min(last, r.until ? to_day(*r.until) : last);
  period_walker periods(r);
  std::vector<day_number> days;
  int left = r.count.value_or(std::numeric_limits<int>::max());
  for (auto period = periods.next(); period.first <= end; period = periods.next()) {
    fitting_days(fits, period.first, period.second, days);
    pick(days, r.by_set_pos);
    for (const day_number d : days) {
      if (d < to_day(r.from)) continue;
      if (d > end || left-- == 0) return;
      take(d);
    }
  }
}

}  // namespace daopai::detail

namespace daopai {

inline std::vector<problem> problems(const recurrence& r) {
  return detail::recurrence_checker(r).run();
}

inline std::vector<date> dates_of(const recurrence& r, const date_window& between) {
  if (auto wrong = problems(r); !wrong.empty()) throw invalid_input(std::move(wrong));
  if (between.first.is_special() || between.last.is_special())
    throw error("the window has no date");
  std::vector<date> dates;
  detail::for_each_recurrence(r, to_day(between.last), [&](day_number d) {
    if (d < to_day(between.first)) return;
    if (dates.size() == most_recurrences) {
      throw invalid_input({{"too-many-recurrences", "FREQ",
                            "the rule has more than " + std::to_string(most_recurrences) +
                                " dates up to " + to_string(between.last)}});
    }
    dates.push_back(to_date(d));
  });
  return dates;
}

inline date rolled(const date& d, rolling roll, const calendar& c) {
  if (roll == rolling::none) return d;
  return roll == rolling::before ? c.on_or_before(d) : c.on_or_after(d);
}

inline recurrence monthly(const date& from, day_of_month day) {
  return {.freq = frequency::monthly, .from = from, .by_month_day = {day.value}};
}

inline recurrence quarterly(const date& from, month_of_quarter month, day_of_month day) {
  const int m = static_cast<int>(month);
  return {.freq = frequency::yearly,
          .from = from,
          .by_month = {m, m + 3, m + 6, m + 9},
          .by_month_day = {day.value}};
}

inline recurrence yearly(const date& from, month_of_year month, day_of_month day) {
  return {.freq = frequency::yearly,
          .from = from,
          .by_month = {month.value},
          .by_month_day = {day.value}};
}

inline recurrence before_the_end_of_each_year(const date& from) {
  return yearly(from, month_of_year(12), day_of_month(31));
}

inline recurrence every_years(int n, const date& from) {
  return {.freq = frequency::yearly, .from = from, .interval = n};
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DETAIL_RECURRENCE_IMPL_HPP
