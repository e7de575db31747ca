#include "io/plan/duties.hpp"

#include "io/fields.hpp"
#include "io/plan_reader.hpp"
#include <daopai/plan/detail/validate.hpp>
#include <daopai/schedule/recurrence_text.hpp>

#include <array>
#include <charconv>

namespace daopai::io {
namespace {

using reader = plan_reader;

constexpr std::size_t most_instances = 100'000;

// --- one instance --------------------------------------------------------------------------------

constexpr auto instance_fields =
    std::to_array<field<reader, instance_note>>({
        {"id",
         [](reader& r, const place_in_file& at, const json::value& v, instance_note& i) {
           i.id = read_id(r.found, at, v).value_or("");
         },
         "the id of an instance: that of the duty with the date behind it"},
        {"name", [](reader& r, const place_in_file& at, const json::value& v,
                    instance_note& i) { i.name = read_text(r.found, at, v).value_or(""); }},
        {"duration",
         [](reader& r, const place_in_file& at, const json::value& v, instance_note& i) {
           if (const auto days = read_integer(r.found, at, v, any_duration))
             i.duration = workdays(*days);
         }},
        {"deadline", [](reader& r, const place_in_file& at, const json::value& v,
                        instance_note& i) { i.deadline = read_date_or_null(r.found, at, v); }},
        {"not_before", [](reader& r, const place_in_file& at, const json::value& v,
                          instance_note& i) { i.not_before = read_date_or_null(r.found, at, v); }},
        {"started", [](reader& r, const place_in_file& at, const json::value& v,
                       instance_note& i) { i.done.started = read_date_or_null(r.found, at, v); }},
        {"finished", [](reader& r, const place_in_file& at, const json::value& v,
                        instance_note& i) { i.done.finished = read_date_or_null(r.found, at, v); }},
        {"remaining",
         [](reader& r, const place_in_file& at, const json::value& v, instance_note& i) {
           const auto days = read_integer(r.found, at, v, any_duration);
           if (days) i.done.remaining = workdays(*days);
         }},
    });

void read_instances(reader& r, const place_in_file& at, const json::value& v, repeat_draft& d) {
  const auto array = read_array(r.found, at, v, "an array of instances");
  if (!array) return;
  for (std::size_t i = 0; i < array->size(); ++i) {
    read_fields(r, at[i], (*array)[i], instance_fields, d.instances.emplace_back());
  }
}

void apply(const instance_note& note, task& instance) {
  if (!note.name.empty()) instance.name = note.name;
  if (note.duration) instance.duration = *note.duration;
  if (note.deadline) instance.deadline = deadline(*note.deadline);
  if (note.not_before) instance.not_before = not_before(*note.not_before);
  instance.progress = note.done;
}

// --- the rule ------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 3> roll_words{"none", "before", "after"};

constexpr auto
    repeat_fields =
        std::to_array<field<reader, repeat_draft>>(
            {
                {"rule",
                 [](reader& r, const place_in_file& at, const json::value& v, repeat_draft& d) {
                   d.rule = read_text(r.found, at, v).value_or("");
                 },
                 R"(a rule of RFC 5545 such as "FREQ=MONTHLY;BYMONTHDAY=20")"},
                {"from",
                 [](reader& r, const place_in_file& at, const json::value& v, repeat_draft& d) {
                   d.from = read_date(r.found, at, v);
                 },
                 "the first date on which it may be due"},
                {"until", [](reader& r, const place_in_file& at, const json::value& v,
                             repeat_draft& d) { d.until = read_date_or_null(r.found, at, v); }},
                {"roll",
                 [](reader& r, const place_in_file& at, const json::value& v, repeat_draft& d) {
                   d.roll = static_cast<rolling>(read_word(r.found, at, v, roll_words).value_or(1));
                 }},
                {"instances", read_instances},
            });

void check_rule(reader& r, const place_in_file& at, const repeat_draft& d) {
  try {
    static_cast<void>(parse_recurrence(d.rule, *d.from));
  } catch (const invalid_input& e) {
    for (const problem& p : e.problems()) r.found.report(p.code, at, p.message);
  }
}

// --- places --------------------------------------------------------------------------------------

std::string place_of_task(std::size_t index) { return "tasks[" + std::to_string(index) + ']'; }

/// Where the file has what a duty's own problem names.
std::string place_in_duty(const std::string& where, const std::string& task_place, const task& each,
                          const repeat_draft& repeat) {
  const std::string place = task_place + ".repeat";
  if (where == "progress") {
    const char* field = each.progress.started    ? ".started"
                        : each.progress.finished ? ".finished"
                                                 : ".remaining";
    return task_place + field;
  }
  if (where == "until") return repeat.until ? place + ".until" : place;
  return place + ".rule";
}

/// The last date that expanding a duty may have walked to.
date walked_to(const duty& d, const std::vector<task>& instances) {
  if (d.until || d.rule.until || instances.empty()) return daopai::detail::last_date(d);
  return instances.back().deadline->last_day;
}

}  // namespace

std::shared_ptr<repeat_draft> read_repeat(plan_reader& r, const place_in_file& at,
                                          const json::value& v) {
  auto draft = std::make_shared<repeat_draft>();
  const std::size_t before = r.found.problems().size();
  if (!read_fields(r, at, v, repeat_fields, *draft)) return nullptr;
  if (r.found.problems().size() == before) check_rule(r, at / "rule", *draft);
  return r.found.problems().size() == before ? draft : nullptr;
}

void duty_list::add(std::size_t index, task each, std::shared_ptr<repeat_draft> repeat) {
  entries_.push_back({index, std::move(each), std::move(repeat)});
}

void duty_list::expand_into(plan_builder& builder, std::size_t tasks, findings& found) {
  first_instance_ = tasks;
  for (const entry& e : entries_) expand_one(e, builder, found);
}

void duty_list::expand_one(const entry& e, plan_builder& builder, findings& found) {
  const std::string place = place_of_task(e.index);
  const auto refuse = [&](const std::string& what) {
    found.add({"too-many-recurrences", place + ".repeat",
               "the duties of this file up to " + quoted(e.each.id.text()) + what});
  };
  if (days_left_ < 0) return;
  const duty d{.each = e.each,
               .rule = parse_recurrence(e.repeat->rule, *e.repeat->from),
               .until = e.repeat->until,
               .roll = e.repeat->roll};
  std::vector<task> instances;
  try {
    instances = expand(d, builder.calendar_for(d.each)).instances;
  } catch (const invalid_input& e2) {
    for (problem p : e2.problems()) {
      p.where = place_in_duty(p.where, place, e.each, *e.repeat);
      found.add(std::move(p));
    }
  }
  days_left_ -= std::max(0, to_day(walked_to(d, instances)) - to_day(d.rule.from));
  if (days_left_ < 0) return refuse(" span more than 20 million days; expected no more");
  if (places_.size() + instances.size() > most_instances) {
    days_left_ = -1;
    return refuse(" have more than " + std::to_string(most_instances) +
                  " instances; expected no more");
  }
  if (!instances.empty()) add_instances(e, std::move(instances), builder, found);
}

void duty_list::add_instances(const entry& e, std::vector<task> instances, plan_builder& builder,
                              findings& found) {
  const std::string place = place_of_task(e.index) + ".repeat";
  std::unordered_map<std::string_view, std::size_t> at;
  for (std::size_t i = 0; i < instances.size(); ++i) at.emplace(instances[i].id.text(), i);
  std::vector<std::string> places(instances.size());
  for (std::size_t k = 0; k < e.repeat->instances.size(); ++k) {
    const instance_note& note = e.repeat->instances[k];
    const std::string here = place + ".instances[" + std::to_string(k) + ']';
    const auto i = at.find(note.id);
    if (i == at.end()) {
      found.add({"unknown-instance", here + ".id",
                 "there is no instance " + quoted(note.id) + " of " + quoted(e.each.id.text()) +
                     "; expected an id such as " + quoted(instances.front().id.text())});
      continue;
    }
    if (!places[i->second].empty()) {
      found.add({"doubled-id", here + ".id",
                 "the instance " + quoted(note.id) + " stands twice in " +
                     quoted(e.each.id.text()) + "; expected it once"});
      continue;
    }
    places[i->second] = here;
    apply(note, instances[i->second]);
  }
  for (std::size_t i = 0; i < instances.size(); ++i) {
    places_.push_back(places[i].empty() ? place : places[i]);
    builder.add(std::move(instances[i]));
  }
}

void duty_list::rename_places(std::vector<problem>& problems) const {
  constexpr std::string_view list = "tasks[";
  const auto instance_at = [&](std::string_view where) -> std::optional<std::size_t> {
    std::size_t index = 0;
    if (!where.starts_with(list)) return std::nullopt;
    std::from_chars(where.data() + list.size(), where.data() + where.size(), index);
    if (index < first_instance_ || index - first_instance_ >= places_.size()) return std::nullopt;
    return index - first_instance_;
  };
  std::erase_if(problems, [&](const problem& p) {
    return instance_at(p.where) && p.code.starts_with("unknown-");
  });
  for (problem& p : problems) {
    if (const auto i = instance_at(p.where)) {
      const bool has_note = places_[*i].ends_with(']');
      p.where = places_[*i] + (has_note ? p.where.substr(p.where.find(']') + 1) : "");
    }
    const std::size_t taken = p.message.rfind(" is taken by tasks[");
    if (p.code != "duplicate-id" || taken == std::string::npos) continue;
    const std::size_t from = taken + std::string_view(" is taken by ").size();
    const auto i = instance_at(std::string_view(p.message).substr(from));
    if (i) p.message.replace(from, p.message.find(']', from) + 1 - from, places_[*i]);
  }
}

}  // namespace daopai::io
