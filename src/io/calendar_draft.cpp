#include "io/calendar_draft.hpp"

#include "io/fields.hpp"

#include <algorithm>
#include <array>

namespace daopai::io {
namespace {

// --- the fields of a calendar --------------------------------------------------------------------

std::optional<week_pattern> read_week(findings& found, const place_in_file& at,
                                      const json::value& v) {
  const auto text = v.is_string() ? v.get_string() : std::string_view();
  const bool is_week = text.size() == 7 && text.find_first_not_of("01") == std::string_view::npos;
  if (!is_week) {
    report_type(found, at, R"(seven digits for Monday to Sunday, 1 for a worked day: "1111100")",
                v);
    return std::nullopt;
  }
  week_pattern week{};
  for (std::size_t day = 0; day < week.size(); ++day) week[day] = text[day] == '1';
  if (std::ranges::count(week, true) > 0) return week;
  found.report("no-day-worked", at, "this week works no day; expected at least one 1");
  return std::nullopt;
}

std::vector<date_window> read_windows(findings& found, const place_in_file& at,
                                      const json::value& v) {
  std::vector<date_window> windows;
  const auto array = read_array(found, at, v, "an array of dates");
  if (!array) return windows;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const json::value& element = (*array)[i];
    const auto text = element.is_string() ? element.get_string() : "";
    if (const auto window = parse_date_window(text)) {
      windows.push_back(*window);
    } else {
      report_type(found, at[i],
                  R"(a date "2025-10-01" or dates from and to "2025-10-01/2025-10-08")", element);
    }
  }
  return windows;
}

std::vector<int> read_years(findings& found, const place_in_file& at, const json::value& v) {
  std::vector<int> years;
  const auto array = read_array(found, at, v, "an array of years");
  if (!array) return years;
  for (std::size_t i = 0; i < array->size(); ++i) {
    if (const auto year = read_integer(found, at[i], (*array)[i], {1400, 9999})) {
      years.push_back(*year);
    }
  }
  return years;
}

struct calendar_reader {
  findings& found;
};
using reader = calendar_reader;

constexpr auto calendar_fields = std::to_array<field<reader, calendar_draft>>({
    {"based_on",
     [](reader& r, const place_in_file& at, const json::value& v, calendar_draft& c) {
       if (const auto name = read_id(r.found, at, v)) c.based_on = *name;
     }},
    {"week", [](reader& r, const place_in_file& at, const json::value& v,
                calendar_draft& c) { c.week = read_week(r.found, at, v); }},
    {"off", [](reader& r, const place_in_file& at, const json::value& v,
               calendar_draft& c) { c.off = read_windows(r.found, at, v); }},
    {"worked", [](reader& r, const place_in_file& at, const json::value& v,
                  calendar_draft& c) { c.worked = read_windows(r.found, at, v); }},
    {"published", [](reader& r, const place_in_file& at, const json::value& v,
                     calendar_draft& c) { c.published = read_years(r.found, at, v); }},
});

// --- one calendar upon another -------------------------------------------------------------------

/// Ascending, none overlapping or touching another.
std::vector<date_window> merged(std::vector<date_window> windows) {
  std::ranges::sort(windows, {}, &date_window::first);
  std::vector<date_window> result;
  for (const date_window& w : windows) {
    if (!result.empty() && to_day(w.first) <= to_day(result.back().last) + 1) {
      result.back().last = std::max(result.back().last, w.last);
    } else {
      result.push_back(w);
    }
  }
  return result;
}

/// The days of `windows` that are not in `removed`; both merged(). O(windows + removed).
std::vector<date_window> without(const std::vector<date_window>& windows,
                                 const std::vector<date_window>& removed) {
  std::vector<date_window> result;
  auto r = removed.begin();
  for (const date_window& w : windows) {
    day_number from = to_day(w.first);
    const day_number last = to_day(w.last);
    while (r != removed.end() && to_day(r->last) < from) ++r;
    for (auto cut = r; cut != removed.end() && to_day(cut->first) <= last; ++cut) {
      if (from < to_day(cut->first))
        result.push_back({to_date(from), to_date(to_day(cut->first) - 1)});
      from = to_day(cut->last) + 1;
    }
    if (from <= last) result.push_back({to_date(from), w.last});
  }
  return result;
}

}  // namespace

calendar_draft read_calendar(findings& found, const place_in_file& at, const json::value& v) {
  reader r{found};
  calendar_draft draft;
  const bool is_object = read_fields(r, at, v, calendar_fields, draft);
  const auto object = v.if_object();
  if (is_object && !object->contains("week") && !object->contains("based_on")) {
    found.report("missing-field", at,
                 R"(the calendar has neither "week" nor "based_on"; expected one of them)");
  }
  return draft;
}

calendar_rules rules_upon(const calendar_rules& base, const calendar_draft& draft) {
  calendar_rules rules{.week = draft.week.value_or(base.week)};
  const std::vector<date_window> off = merged(draft.off);
  const std::vector<date_window> worked = merged(draft.worked);
  rules.off = without(merged(base.off), worked);
  rules.worked = without(merged(base.worked), off);
  rules.off.insert(rules.off.end(), off.begin(), off.end());
  rules.worked.insert(rules.worked.end(), worked.begin(), worked.end());
  rules.published_years = base.published_years;
  if (draft.published.empty()) return rules;
  std::vector<int> years = base.published_years.value_or(std::vector<int>{});
  years.insert(years.end(), draft.published.begin(), draft.published.end());
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  rules.published_years = std::move(years);
  return rules;
}

std::int64_t size_of(const calendar_rules& rules) {
  day_number first = last_day;
  day_number last = first_day;
  for (const auto* windows : {&rules.off, &rules.worked}) {
    for (const date_window& w : *windows) {
      first = std::min(first, to_day(w.first));
      last = std::max(last, to_day(w.last));
    }
  }
  return std::max(0, last - first + 1) +
         static_cast<std::int64_t>(rules.off.size() + rules.worked.size());
}

}  // namespace daopai::io
