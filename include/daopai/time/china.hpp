/// The published working calendar of China with its make-up days (调休), and how to add a new year.
#ifndef DAOPAI_TIME_CHINA_HPP
#define DAOPAI_TIME_CHINA_HPP

#include <daopai/time/calendar.hpp>

namespace daopai {

/// What the State Council's yearly notice on public holidays says.
struct holiday_notice {
  int year;                         ///< the year the notice is for
  std::vector<date_window> off;     ///< days off; may reach into the neighbouring years
  std::vector<date_window> worked;  ///< make-up days: Saturdays and Sundays that are worked
};

/// `base` with one more published year (or several). A year already published is replaced as far as
/// the new notice names its days: `worked` of the notice wins over an old `off` and the reverse.
/// @throws daopai::error if a window ends before it starts.
[[nodiscard]] calendar with_notices(const calendar& base,
                                    const std::vector<holiday_notice>& notices);

/// The notices for 2019 to 2026, oldest first; the year 2027 was not yet published.
[[nodiscard]] std::vector<holiday_notice> china_notices();

/// Monday to Friday with the notices of 2019 to 2026. Built once; thread-safe.
[[nodiscard]] const calendar& china_calendar();

// ---------------------------------------------------------------------------------------------

namespace detail {

struct notice_text {
  int year;
  std::string_view off;     // date windows, separated by blanks
  std::string_view worked;  // dates, separated by blanks
};

// Facts of the State Council's notices of each year (国务院办公厅关于部分节假日安排的通知).
inline constexpr notice_text china_notice_texts[] = {
    {2019,
     "2018-12-30/2019-01-01 2019-02-04/2019-02-10 2019-04-05 2019-05-01/2019-05-04 "
     "2019-06-07 2019-09-13 2019-10-01/2019-10-07",
     "2018-12-29 2019-02-02 2019-02-03 2019-04-28 2019-05-05 2019-09-29 2019-10-12"},
    {2020,
     "2020-01-01 2020-01-24/2020-02-02 2020-04-04/2020-04-06 2020-05-01/2020-05-05 "
     "2020-06-25/2020-06-27 2020-10-01/2020-10-08",
     "2020-01-19 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10"},
    {2021,
     "2021-01-01/2021-01-03 2021-02-11/2021-02-17 2021-04-03/2021-04-05 "
     "2021-05-01/2021-05-05 2021-06-12/2021-06-14 2021-09-19/2021-09-21 "
     "2021-10-01/2021-10-07",
     "2021-02-07 2021-02-20 2021-04-25 2021-05-08 2021-09-18 2021-09-26 2021-10-09"},
    {2022,
     "2022-01-01/2022-01-03 2022-01-31/2022-02-06 2022-04-03/2022-04-05 "
     "2022-04-30/2022-05-04 2022-06-03/2022-06-05 2022-09-10/2022-09-12 "
     "2022-10-01/2022-10-07",
     "2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09"},
    {2023,
     "2022-12-31/2023-01-02 2023-01-21/2023-01-27 2023-04-05 2023-04-29/2023-05-03 "
     "2023-06-22/2023-06-24 2023-09-29/2023-10-06",
     "2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08"},
    {2024,
     "2024-01-01 2024-02-10/2024-02-17 2024-04-04/2024-04-06 2024-05-01/2024-05-05 "
     "2024-06-10 2024-09-15/2024-09-17 2024-10-01/2024-10-07",
     "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 "
     "2024-10-12"},
    {2025,
     "2025-01-01 2025-01-28/2025-02-04 2025-04-04/2025-04-06 2025-05-01/2025-05-05 "
     "2025-05-31/2025-06-02 2025-10-01/2025-10-08",
     "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"},
    {2026,
     "2026-01-01/2026-01-03 2026-02-15/2026-02-23 2026-04-04/2026-04-06 "
     "2026-05-01/2026-05-05 2026-06-19/2026-06-21 2026-09-25/2026-09-27 "
     "2026-10-01/2026-10-07",
     "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"},
};

[[nodiscard]] inline std::vector<date_window> windows_in(std::string_view text) {
  std::vector<date_window> windows;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    windows.push_back(parse_date_window(text.substr(0, blank)).value());
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return windows;
}

/// `windows` without the days of `removed`. O(days removed x windows): a notice names some 40 days.
inline void remove_days(std::vector<date_window>& windows, const date_window& removed) {
  std::vector<date_window> kept;
  const boost::gregorian::date_duration day(1);
  for (const date_window& w : windows) {
    if (w.last < removed.first || removed.last < w.first) {
      kept.push_back(w);
      continue;
    }
    if (w.first < removed.first) kept.push_back({w.first, removed.first - day});
    if (removed.last < w.last) kept.push_back({removed.last + day, w.last});
  }
  windows = std::move(kept);
}

inline void apply_notice(calendar_rules& rules, const holiday_notice& notice) {
  for (const date_window& w : notice.off) remove_days(rules.worked, w);
  for (const date_window& w : notice.worked) remove_days(rules.off, w);
  rules.off.insert(rules.off.end(), notice.off.begin(), notice.off.end());
  rules.worked.insert(rules.worked.end(), notice.worked.begin(), notice.worked.end());
  auto& years = rules.published_years.emplace(rules.published_years.value_or(std::vector<int>{}));
  const auto at = std::lower_bound(years.begin(), years.end(), notice.year);
  if (at == years.end() || *at != notice.year) years.insert(at, notice.year);
}

inline void require_forward(const std::vector<date_window>& windows) {
  for (const date_window& w : windows) {
    if (w.first.is_special() || w.last.is_special()) throw error("a holiday notice holds no date");
    if (w.last < w.first) {
      throw error("a holiday notice has days off from " + to_string(w.first) + " to " +
                  to_string(w.last) + ", which ends before it starts");
    }
  }
}

}  // namespace detail

inline calendar with_notices(const calendar& base, const std::vector<holiday_notice>& notices) {
  calendar_rules rules = base.rules();
  for (const holiday_notice& notice : notices) {
    detail::require_forward(notice.off);
    detail::require_forward(notice.worked);
    detail::apply_notice(rules, notice);
  }
  return calendar(std::move(rules));
}

inline std::vector<holiday_notice> china_notices() {
  std::vector<holiday_notice> notices;
  for (const detail::notice_text& text : detail::china_notice_texts) {
    notices.push_back({text.year, detail::windows_in(text.off), detail::windows_in(text.worked)});
  }
  return notices;
}

inline const calendar& china_calendar() {
  static const calendar china = with_notices(calendar(), china_notices());
  return china;
}

}  // namespace daopai

#endif  // DAOPAI_TIME_CHINA_HPP
