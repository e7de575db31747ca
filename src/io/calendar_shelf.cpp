#include "io/calendar_shelf.hpp"

#include "io/quote.hpp"
#include "io/values.hpp"

#include <algorithm>
#include <iterator>

namespace daopai::io {
namespace {

constexpr std::int64_t most_days = 16'000'000;
constexpr std::size_t most_calendars = 4096;

/// The name that plan_builder gives the plan's own calendar.
constexpr std::string_view own_name = "calendar";

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
  calendar_draft draft = read_calendar(found, here, v);
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
  const calendar_draft draft = read_calendar(found, at, v);
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
