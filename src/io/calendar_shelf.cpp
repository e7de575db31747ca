#include "io/calendar_shelf.hpp"

#include "io/fields.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace daopai::io {
namespace {

constexpr std::int64_t most_days = 16'000'000;
constexpr std::size_t most_calendars = 4096;

/// The name that plan_builder gives the plan's own calendar.
constexpr std::string_view own_name = "calendar";

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

using calendar_field = field<calendar_shelf, calendar_draft>;

constexpr auto calendar_fields = std::to_array<calendar_field>({
    {"based_on",
     [](calendar_shelf& shelf, const place_in_file& at, const json::value& v, calendar_draft& c) {
       if (const auto name = read_id(shelf.found, at, v)) c.based_on = *name;
     }},
    {"week", [](calendar_shelf& shelf, const place_in_file& at, const json::value& v,
                calendar_draft& c) { c.week = read_week(shelf.found, at, v); }},
    {"off", [](calendar_shelf& shelf, const place_in_file& at, const json::value& v,
               calendar_draft& c) { c.off = read_windows(shelf.found, at, v); }},
    {"worked", [](calendar_shelf& shelf, const place_in_file& at, const json::value& v,
                  calendar_draft& c) { c.worked = read_windows(shelf.found, at, v); }},
    {"published", [](calendar_shelf& shelf, const place_in_file& at, const json::value& v,
                     calendar_draft& c) { c.published = read_years(shelf.found, at, v); }},
});

calendar_draft read_draft(calendar_shelf& shelf, const place_in_file& at, const json::value& v) {
  calendar_draft draft;
  const bool is_object = read_fields(shelf, at, v, calendar_fields, draft);
  const auto object = v.if_object();
  if (is_object && !object->contains("week") && !object->contains("based_on")) {
    shelf.found.report("missing-field", at,
                       R"(the calendar has neither "week" nor "based_on"; expected one of them)");
  }
  return draft;
}

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

/// What a draft says wins over what the calendar says that it is based on.
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

/// How much memory a calendar takes, in days of its table and dates that it lists.
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

}  // namespace

calendar_shelf::calendar_shelf(findings& found_here, const std::vector<holiday_notice>& holidays)
    : found(found_here), days_left_(most_days) {
  const bool as_built = holidays.empty();
  built_in_.emplace("china",
                    as_built ? china_calendar() : with_notices(china_calendar(), holidays));
  built_in_.emplace("monday-to-friday", calendar());
  built_in_.emplace("every-day", calendar(calendar_rules{.week = every_day}));
}

void calendar_shelf::read_named(const place_in_file& at, const json::value& v) {
  const auto object = v.if_object();
  if (!object) return report_type(found, at, "an object of calendars by name", v);
  if (object->size() > most_calendars) {
    return found.report("too-many-calendars", at,
                        "there are " + std::to_string(object->size()) +
                            " calendars; expected at most " + std::to_string(most_calendars));
  }
  for (const auto& c : *object) read_one(at, c.name, c.value);
  check_bases(at);
  for (std::size_t i = 0; i < entries_.size(); ++i) make(at, i);
}

void calendar_shelf::read_one(const place_in_file& at, std::string_view name,
                              const json::value& v) {
  const place_in_file here = at / name;
  if (name.empty()) found.report("empty-id", here, "the name of a calendar must not be empty");
  if (name == own_name || built_in_.contains(name)) {
    found.report("taken-name", here,
                 "the name " + quoted(name) + " has a meaning of its own; expected another");
  }
  index_.emplace(name, entries_.size());
  calendar_draft draft = read_draft(*this, here, v);
  draft.name = name;
  entries_.push_back({std::move(draft)});
}

bool calendar_shelf::is_known(const std::string& name) const {
  return index_.contains(name) || built_in_.contains(name);
}

std::string calendar_shelf::suggest(const std::string& name) const {
  std::vector<std::string_view> names;
  for (const auto& [known, made] : built_in_) names.push_back(known);
  for (const entry& e : entries_) names.push_back(e.draft.name);
  std::string nearest = did_you_mean(name, names);
  if (!nearest.empty()) return nearest;
  return R"(; expected "china", "monday-to-friday", "every-day" or a name from "calendars")";
}

void calendar_shelf::check_bases(const place_in_file& at) {
  for (entry& e : entries_) {
    if (!e.draft.based_on || is_known(*e.draft.based_on)) continue;
    const place_in_file here = at / e.draft.name;
    found.report("unknown-calendar", here / "based_on",
                 "there is no calendar " + quoted(*e.draft.based_on) + suggest(*e.draft.based_on));
    e.draft.based_on.reset();
  }
}

/// Makes a calendar and all that it is based on, those below first.
void calendar_shelf::make(const place_in_file& at, std::size_t first) {
  std::vector<std::size_t> chain;
  for (std::size_t i = first; entries_[i].is != state::made;) {
    if (entries_[i].is == state::in_progress) {
      report_loop(at, chain, i);
      break;
    }
    entries_[i].is = state::in_progress;
    chain.push_back(i);
    const auto& base = entries_[i].draft.based_on;
    const auto next = base ? index_.find(*base) : index_.end();
    if (next == index_.end()) break;
    i = next->second;
  }
  for (; !chain.empty(); chain.pop_back()) {
    entry& last = entries_[chain.back()];
    last.made = build(at / last.draft.name, last.draft);
    last.is = state::made;
  }
}

void calendar_shelf::report_loop(const place_in_file& at, const std::vector<std::size_t>& chain,
                                 std::size_t again) {
  constexpr std::size_t most_named = 20;
  const auto loop = std::ranges::find(chain, again);
  std::string names;
  std::size_t named = 0;
  for (auto i = loop; i != chain.end() && named < most_named; ++i, ++named) {
    names += quoted(entries_[*i].draft.name) + " -> ";
  }
  if (static_cast<std::size_t>(chain.end() - loop) > named) names += "... -> ";
  const place_in_file here = at / entries_[again].draft.name;
  found.report("calendar-loop", here / "based_on",
               "the calendars are based on each other in a loop: " + names +
                   quoted(entries_[again].draft.name));
}

/// The calendar of a name that is known; the plain week for one that could not be made.
const calendar& calendar_shelf::get(const std::string& name) const {
  const auto named = index_.find(name);
  if (named == index_.end()) return built_in_.at(name);
  const auto& made = entries_[named->second].made;
  return made ? *made : built_in_.at("monday-to-friday");
}

calendar calendar_shelf::build(const place_in_file& at, const calendar_draft& draft) {
  const bool is_based = draft.based_on && is_known(*draft.based_on);
  const calendar& base = is_based ? get(*draft.based_on) : built_in_.at("monday-to-friday");
  if (days_left_ < 0) return base;
  calendar_rules rules = rules_upon(base.rules(), draft);
  days_left_ -= size_of(rules);
  if (days_left_ >= 0) return calendar(std::move(rules));
  found.report("calendars-too-large", at,
               "the calendars up to here span more than " + std::to_string(most_days) +
                   " days between the first and last date each names; expected no more");
  return base;
}

calendar calendar_shelf::read_own(const place_in_file& at, const json::value& v) {
  if (!v.is_string() && !v.is_object()) {
    report_type(found, at, "the name of a calendar or an object", v);
    return {};
  }
  if (v.is_string()) {
    const auto name = read_name(at, v);
    return name ? get(name->text()) : calendar();
  }
  const calendar_draft draft = read_draft(*this, at, v);
  if (draft.based_on && !is_known(*draft.based_on)) {
    found.report("unknown-calendar", at / "based_on",
                 "there is no calendar " + quoted(*draft.based_on) + suggest(*draft.based_on));
  }
  return build(at, draft);
}

std::optional<calendar_key> calendar_shelf::read_name(const place_in_file& at,
                                                      const json::value& v) {
  const auto text = read_id(found, at, v);
  if (!text) return std::nullopt;
  const std::string name(*text);
  if (built_in_.contains(name)) built_in_used_[name] = true;
  if (is_known(name)) return calendar_key(name);
  found.report("unknown-calendar", at, "there is no calendar " + quoted(name) + suggest(name));
  return std::nullopt;
}

void calendar_shelf::add_to(plan_builder& builder) const {
  for (const entry& e : entries_) {
    builder.add(named_calendar{calendar_key(e.draft.name), e.made.value_or(calendar())});
  }
  for (const auto& [name, is_used] : built_in_used_) {
    builder.add(named_calendar{calendar_key(name), built_in_.at(name)});
  }
}

}  // namespace daopai::io
