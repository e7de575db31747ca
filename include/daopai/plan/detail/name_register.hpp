/// The names of a plan's things: each once, and every reference resolved.
#ifndef DAOPAI_PLAN_DETAIL_NAME_REGISTER_HPP
#define DAOPAI_PLAN_DETAIL_NAME_REGISTER_HPP

#include <daopai/plan/detail/place_in_plan.hpp>
#include <daopai/plan/plan.hpp>

#include <algorithm>
#include <string_view>

namespace daopai::detail {

/// Enters the keys of a plan_content and looks them up, and reports which are taken or unknown.
class name_register {
public:
  name_register(plan_content& content, std::vector<problem>& problems)
      : content_(content), problems_(problems) {}

  void enter_all() {
    content_.unit_keys.reset(content_.units.size());
    content_.inspection_keys.reset(content_.inspections.size());
    content_.task_keys.reset(content_.tasks.size());
    calendar_keys_.reset(content_.calendars.size());
    for (std::size_t c = 0; c < content_.calendars.size(); ++c) enter_calendar(c);
    enter(content_.units, "units", content_.unit_keys);
    enter(content_.inspections, "inspections", content_.inspection_keys);
    enter(content_.tasks, "tasks", content_.task_keys);
  }

  // Nothing, after reporting it, if there is no such thing.
  std::optional<unit_id> find_unit(const unit_key& k, const place_in_plan& where) {
    const auto unit = content_.unit_keys.find(content_.units, hashed_key(k.text()));
    if (!unit) report_unknown("unit", k.text(), where);
    return unit;
  }
  std::optional<task_id> find_task(const task_key& k, const place_in_plan& where) {
    const auto task = content_.task_keys.find(content_.tasks, hashed_key(k.text()));
    if (!task) report_unknown("task", k.text(), where);
    return task;
  }
  std::optional<calendar_id> find_calendar(const calendar_key& k, const place_in_plan& where) {
    const auto calendar = calendar_called(k);
    if (!calendar) report_unknown("calendar", k.text(), where);
    return calendar;
  }

  /// Begins to fetch what find_event() looks at first.
  void fetch_slot(const predecessor& p, const hashed_key& key) const {
    p.is_task() ? content_.task_keys.fetch_slot(key) : content_.inspection_keys.fetch_slot(key);
  }
  std::optional<event_id> find_event(const predecessor& p, const hashed_key& key,
                                     const place_in_plan& where) {
    if (p.is_task()) {
      if (const auto t = content_.task_keys.find(content_.tasks, key)) return *t;
    } else if (const auto i = content_.inspection_keys.find(content_.inspections, key)) {
      return *i;
    }
    report_unknown_event(p, where);
    return std::nullopt;
  }

  /// Nothing if there is none.
  [[nodiscard]] std::optional<calendar_id> calendar_called(const calendar_key& k) const {
    return calendar_keys_.find(content_.calendars, hashed_key(k.text()));
  }

private:
  /// Calendars have names of their own; all other things share theirs.
  void enter_calendar(std::size_t c) {
    const std::string& text = content_.calendars[c].id.text();
    if (text.empty()) report("empty-id", place("calendars", c), "an id must not be empty");
    const auto taken = calendar_keys_.enter(content_.calendars, c, hashed_key(text));
    if (taken) report_taken("calendars", c, text, place("calendars", taken->index()));
  }

  template <class Thing>
  void enter(const std::vector<Thing>& things, const char* list, key_table& keys) {
    std::vector<hashed_key> next;
    next.reserve(key_table::together);
    for (std::size_t i = 0; i < things.size(); i += next.size()) {
      next.clear();
      const std::size_t end = std::min(i + key_table::together, things.size());
      for (std::size_t t = i; t < end; ++t) keys.fetch_slot(next.emplace_back(things[t].id.text()));
      for (const hashed_key& key : next) {
        enter_one(things, i + static_cast<std::size_t>(&key - next.data()), key, list, keys);
      }
    }
  }

  template <class Thing>
  void enter_one(const std::vector<Thing>& things, std::size_t i, const hashed_key& key,
                 const char* list, key_table& keys) {
    if (key.text.empty()) report("empty-id", place(list, i), "an id must not be empty");
    if (const std::string before = place_among_others(key); !before.empty()) {
      report_taken(list, i, key.text, before);
    } else if (const auto taken = keys.enter(things, i, key)) {
      report_taken(list, i, key.text, place(list, taken->index()));
    }
  }

  /// Where a unit or an inspection has the key; empty if none has. Tasks are entered last.
  [[nodiscard]] std::string place_among_others(const hashed_key& key) const {
    const auto unit = content_.unit_keys.find(content_.units, key);
    if (unit) return place("units", unit->index());
    const auto inspection = content_.inspection_keys.find(content_.inspections, key);
    return inspection ? place("inspections", inspection->index()) : std::string();
  }

  void report_taken(const char* list, std::size_t i, std::string_view key,
                    const std::string& before) {
    report("duplicate-id", place(list, i),
           "the id " + in_quotes(key) + " is taken by " + before + "; ids must be unique");
  }

  void report_unknown_event(const predecessor& p, const place_in_plan& where) {
    const std::string kind = p.is_task() ? "task" : "inspection";
    report("unknown-" + kind, where.text(),
           "there is no " + kind + ' ' + in_quotes(p.text()) + " to wait for");
  }

  void report_unknown(const std::string& kind, const std::string& key, const place_in_plan& where) {
    report("unknown-" + kind, where.text(), "there is no " + kind + ' ' + in_quotes(key));
  }

  void report(std::string code, std::string where, std::string message) {
    problems_.push_back({std::move(code), std::move(where), std::move(message)});
  }

  plan_content& content_;
  std::vector<problem>& problems_;
  key_table calendar_keys_{};
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_NAME_REGISTER_HPP
