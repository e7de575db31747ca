#include "io/plan_reader.hpp"

#include "io/fields.hpp"
#include <daopai/plan/detail/validate.hpp>

#include <algorithm>
#include <array>

namespace daopai::io {
namespace {

namespace json = boost::json;
using reader = plan_reader;
using daopai::detail::longest_length;

constexpr number_range any_duration{0, longest_length};
constexpr number_range any_lag{-longest_length, longest_length};
constexpr std::int32_t most_capacity = 1'000'000;

/// What stands in for an id that could not be read: no file can write it.
std::string lost_name(const place_in_file& at) { return '\n' + at.text(); }

// --- dependencies --------------------------------------------------------------------------------

struct dependency_draft {
  std::string_view what{};
  dependency_kind kind = dependency_kind::finish_to_start;
  std::int32_t lag = 0;
  bool in_calendar_days = false;
};

constexpr std::array<std::string_view, 4> kind_words{"finish-to-start", "start-to-start",
                                                     "finish-to-finish", "start-to-finish"};
constexpr std::array<std::string_view, 2> lag_words{"working-days", "calendar-days"};

constexpr auto dependency_fields =
    std::to_array<field<reader, dependency_draft>>({
        {"task",
         [](reader& r, const place_in_file& at, const json::value& v, dependency_draft& d) {
           d.what = read_id(r.found, at, v).value_or("");
         },
         "the id of the task or inspection to wait for"},
        {"kind",
         [](reader& r, const place_in_file& at, const json::value& v, dependency_draft& d) {
           d.kind = static_cast<dependency_kind>(read_word(r.found, at, v, kind_words).value_or(0));
         }},
        {"lag",
         [](reader& r, const place_in_file& at, const json::value& v, dependency_draft& d) {
           d.lag = read_integer(r.found, at, v, any_lag).value_or(0);
         }},
        {"lag_in",
         [](reader& r, const place_in_file& at, const json::value& v, dependency_draft& d) {
           d.in_calendar_days = read_word(r.found, at, v, lag_words).value_or(0) == 1;
         }},
    });

predecessor read_dependency(reader& r, const place_in_file& at, const json::value& v) {
  dependency_draft d;
  if (v.is_string()) {
    d.what = read_id(r.found, at, v).value_or("");
  } else if (v.is_object()) {
    read_fields(r, at, v, dependency_fields, d);
  } else {
    report_type(r.found, at, R"(an id, or an object {"task": id, "kind": ..., "lag": ...})", v);
  }
  const lag l = d.in_calendar_days ? lag(calendar_days(d.lag)) : lag(workdays(d.lag));
  return r.event(d.what, d.kind, l);
}

std::vector<predecessor> read_after(reader& r, const place_in_file& at, const json::value& v) {
  std::vector<predecessor> after;
  const json::array* array = read_array(r.found, at, v, "an array of what it waits for");
  if (!array) return after;
  after.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    after.push_back(read_dependency(r, at[i], (*array)[i]));
  }
  return after;
}

// --- keys ----------------------------------------------------------------------------------------

template <class Key>
Key read_key(reader& r, const place_in_file& at, const json::value& v) {
  return Key(std::string(read_id(r.found, at, v).value_or("")));
}

/// The id of a thing itself, not of one it refers to.
template <class Key>
void read_own_key(reader& r, const place_in_file& at, const json::value& v, Key& own) {
  if (const auto id = read_id(r.found, at, v)) own = Key(std::string(*id));
}

template <class Key>
std::vector<Key> read_keys(reader& r, const place_in_file& at, const json::value& v) {
  std::vector<Key> keys;
  for (std::string& id : read_ids(r.found, at, v)) keys.emplace_back(std::move(id));
  return keys;
}

// --- units ---------------------------------------------------------------------------------------

constexpr auto
    unit_fields =
        std::
            to_array<field<reader, unit>>(
                {
                    {"id",
                     [](reader& r, const place_in_file& at, const json::value& v, unit& u) {
                       read_own_key(r, at, v, u.id);
                     },
                     "the id by which other fields name the unit, unique in the file"},
                    {"name", [](reader& r, const place_in_file& at, const json::value& v,
                                unit& u) { u.name = read_text(r.found, at, v).value_or(""); }},
                    {"members",
                     [](reader& r, const place_in_file& at, const json::value& v, unit& u) {
                       u.members = read_keys<unit_key>(r, at, v);
                     }},
                    {"parent",
                     [](reader& r, const place_in_file& at, const json::value& v, unit& u) {
                       u.parent = read_key<unit_key>(r, at, v);
                     }},
                    {"calendar", [](reader& r, const place_in_file& at, const json::value& v,
                                    unit& u) { u.calendar = r.calendars.read_name(at, v); }},
                    {"capacity",
                     [](reader& r, const place_in_file& at, const json::value& v, unit& u) {
                       u.capacity = read_integer(r.found, at, v, {1, most_capacity});
                     }},
                });

// --- inspections ---------------------------------------------------------------------------------

struct inspection_draft {
  inspection value;
  bool has_date = false;
  bool has_window = false;
};

date_window read_window(reader& r, const place_in_file& at, const json::value& v,
                        const date_window& otherwise) {
  const json::array* array = v.if_array();
  if (!array || array->size() != 2) {
    report_type(r.found, at, R"(the first and last day ["2025-08-01", "2025-09-30"])", v);
    return otherwise;
  }
  const auto first = read_date(r.found, at[0], (*array)[0]);
  const auto last = read_date(r.found, at[1], (*array)[1]);
  return first && last ? date_window{*first, *last} : otherwise;
}

constexpr auto inspection_fields =
    std::to_array<field<reader, inspection_draft>>({
        {"id",
         [](reader& r, const place_in_file& at, const json::value& v, inspection_draft& i) {
           read_own_key(r, at, v, i.value.id);
         },
         "the id by which other fields name the inspection, unique in the file"},
        {"name",
         [](reader& r, const place_in_file& at, const json::value& v, inspection_draft& i) {
           i.value.name = read_text(r.found, at, v).value_or("");
         }},
        {"date",
         [](reader& r, const place_in_file& at, const json::value& v, inspection_draft& i) {
           i.has_date = true;
           if (const auto d = read_date(r.found, at, v)) i.value.window = {*d, *d};
         }},
        {"window",
         [](reader& r, const place_in_file& at, const json::value& v, inspection_draft& i) {
           i.has_window = true;
           i.value.window = read_window(r, at, v, i.value.window);
         }},
        {"after", [](reader& r, const place_in_file& at, const json::value& v,
                     inspection_draft& i) { i.value.after = read_after(r, at, v); }},
    });

void check_date_or_window(reader& r, const place_in_file& at, const inspection_draft& i) {
  if (i.has_date != i.has_window) return;
  r.found.report(i.has_date ? "date-and-window" : "missing-field", at,
                 i.has_date ? R"(both "date" and "window" are given; expected one of them)"
                            : R"(neither "date" nor "window" is given; expected one of them)");
}

// --- tasks ---------------------------------------------------------------------------------------

struct task_draft {
  task value;
  bool has_duration = false;
};

constexpr auto
    task_fields =
        std::to_array<field<reader, task_draft>>(
            {
                {"id",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   read_own_key(r, at, v, t.value.id);
                 },
                 "the id by which other fields name the task, unique in the file"},
                {"name",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.name = read_text(r.found, at, v).value_or("");
                 }},
                {"duration",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.has_duration = true;
                   t.value.duration =
                       workdays(read_integer(r.found, at, v, any_duration).value_or(0));
                 }},
                {"lead", [](reader& r, const place_in_file& at, const json::value& v,
                            task_draft& t) { t.value.lead = read_key<unit_key>(r, at, v); }},
                {"assist",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.assist = read_keys<unit_key>(r, at, v);
                 }},
                {"parent",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   const auto above = read_id(r.found, at, v);
                   r.lost_parent |= !above;
                   if (above) t.value.parent = task_key(std::string(*above));
                 }},
                {"after", [](reader& r, const place_in_file& at, const json::value& v,
                             task_draft& t) { t.value.after = read_after(r, at, v); }},
                {"deadline",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   if (const auto d = read_date_or_null(r.found, at, v))
                     t.value.deadline = deadline(*d);
                 }},
                {"not_before",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   if (const auto d = read_date_or_null(r.found, at, v))
                     t.value.not_before = not_before(*d);
                 }},
                {"calendar",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.calendar = r.calendars.read_name(at, v);
                 }},
                {"started",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.progress.started = read_date_or_null(r.found, at, v);
                 }},
                {"finished",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.progress.finished = read_date_or_null(r.found, at, v);
                 }},
                {"remaining",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   const auto days = read_integer(r.found, at, v, any_duration);
                   if (days) t.value.progress.remaining = workdays(*days);
                 }},
                {"evidence", [](reader& r, const place_in_file& at, const json::value& v,
                                task_draft& t) { t.value.evidence = read_texts(r.found, at, v); }},
                {"indicators",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.indicators = read_keys<indicator_key>(r, at, v);
                 }},
            });

phase as_phase(task t) {
  return {.id = std::move(t.id),
          .name = std::move(t.name),
          .lead = std::move(t.lead),
          .assist = std::move(t.assist),
          .after = std::move(t.after),
          .deadline = t.deadline,
          .not_before = t.not_before,
          .parent = std::move(t.parent),
          .calendar = std::move(t.calendar),
          .progress = t.progress,
          .evidence = std::move(t.evidence),
          .indicators = std::move(t.indicators)};
}

/// Gives a thing that could not be read an id, and one without a name its id for a name.
template <class Thing>
void settle(reader& r, const place_in_file& at, Thing& thing) {
  if (thing.id.text().empty()) {
    r.lost_id = true;
    thing.id = decltype(thing.id)(lost_name(at));
  }
  if (thing.name.empty()) thing.name = thing.id.text();
}

// --- the file ------------------------------------------------------------------------------------

/// The fields at the top, to be read in an order of our own: names before those who use them.
struct root_fields {
  std::string_view title{};
  std::optional<date> today{};
  const json::value* calendar = nullptr;
  const json::value* calendars = nullptr;
  const json::value* units = nullptr;
  const json::value* inspections = nullptr;
  const json::value* tasks = nullptr;
};

template <const json::value* root_fields::*Field>
void keep(reader&, const place_in_file&, const json::value& v, root_fields& root) {
  root.*Field = &v;
}

/// Some fields are other readers' to read: here they need only be there in form.
void leave_to_others(reader& r, const place_in_file& at, const json::value& v, root_fields&) {
  if (!v.is_structured()) report_type(r.found, at, "an array or an object", v);
}

constexpr auto root_table = std::to_array<field<reader, root_fields>>({
    {"daopai",
     [](reader& r, const place_in_file& at, const json::value& v, root_fields&) {
       if (v != 1) report_type(r.found, at, "1, the version of this format", v);
     },
     "1, the version of this format"},
    {"$schema", [](reader& r, const place_in_file& at, const json::value& v,
                   root_fields&) { static_cast<void>(read_text(r.found, at, v)); }},
    {"title", [](reader& r, const place_in_file& at, const json::value& v,
                 root_fields& root) { root.title = read_text(r.found, at, v).value_or(""); }},
    {"today", [](reader& r, const place_in_file& at, const json::value& v,
                 root_fields& root) { root.today = read_date_or_null(r.found, at, v); }},
    {"calendar", keep<&root_fields::calendar>,
     R"("china", "monday-to-friday", "every-day", a name from "calendars", or an object)"},
    {"calendars", keep<&root_fields::calendars>},
    {"units", keep<&root_fields::units>},
    {"inspections", keep<&root_fields::inspections>},
    {"tasks", keep<&root_fields::tasks>, "an array of tasks"},
    {"lights", leave_to_others},
    {"indicators", leave_to_others},
    {"observations", leave_to_others},
});

/// Calls `read_one(place, value)` for each element of the array `v`, if it is one.
template <class ReadOne>
void read_each(reader& r, std::string_view list, const json::value& v, ReadOne read_one) {
  const place_in_file root;
  const place_in_file at = root / list;
  const json::array* array = read_array(r.found, at, v, "an array");
  if (!array) {
    r.lost_id = true;
    return;
  }
  for (std::size_t i = 0; i < array->size(); ++i) read_one(at[i], (*array)[i]);
}

}  // namespace

plan_reader::plan_reader(findings& found_here, const reading_options& options)
    : found(found_here), calendars(found_here, options.holidays) {}

predecessor plan_reader::event(std::string_view id, dependency_kind kind, lag l) const {
  std::string name(id);
  if (inspections_.contains(id)) return {inspection_key(std::move(name)), kind, l};
  return {task_key(std::move(name)), kind, l};
}

std::optional<plan_builder> plan_reader::read(const json::value& root) {
  root_fields fields;
  const place_in_file top;
  if (!read_fields(*this, top, root, root_table, fields)) return std::nullopt;
  if (fields.calendars) calendars.read_named(top / "calendars", *fields.calendars);
  calendar own =
      fields.calendar ? calendars.read_own(top / "calendar", *fields.calendar) : calendar();
  plan_builder builder(std::move(own), std::string(fields.title));
  if (fields.today) builder.today(*fields.today);
  if (fields.inspections) remember_inspections(*fields.inspections);
  if (fields.units) read_units(builder, *fields.units);
  if (fields.inspections) read_inspections(builder, *fields.inspections);
  if (fields.tasks) read_tasks(builder, *fields.tasks);
  calendars.add_to(builder);
  return builder;
}

void plan_reader::remember_inspections(const json::value& v) {
  const json::array* array = v.if_array();
  if (!array) return;
  for (const json::value& i : *array) {
    const json::object* object = i.if_object();
    const json::value* id = object ? object->if_contains("id") : nullptr;
    if (id && id->is_string()) inspections_.insert(std::string_view(id->get_string()));
  }
}

void plan_reader::read_units(plan_builder& builder, const json::value& v) {
  read_each(*this, "units", v, [&](const place_in_file& at, const json::value& element) {
    unit u{.id = unit_key(""), .name = ""};
    read_fields(*this, at, element, unit_fields, u);
    settle(*this, at, u);
    builder.add(std::move(u));
  });
}

void plan_reader::read_inspections(plan_builder& builder, const json::value& v) {
  const date any = to_date(0);
  read_each(*this, "inspections", v, [&](const place_in_file& at, const json::value& element) {
    inspection_draft i{{.id = inspection_key(""), .name = "", .window = {any, any}}};
    if (read_fields(*this, at, element, inspection_fields, i)) {
      check_date_or_window(*this, at, i);
    }
    settle(*this, at, i.value);
    builder.add(std::move(i.value));
  });
}

void plan_reader::read_tasks(plan_builder& builder, const json::value& v) {
  read_each(*this, "tasks", v, [&](const place_in_file& at, const json::value& element) {
    task_draft t{{.id = task_key(""), .name = "", .duration = workdays(0)}};
    read_fields(*this, at, element, task_fields, t);
    settle(*this, at, t.value);
    if (t.has_duration) {
      builder.add(std::move(t.value));
    } else {
      builder.add(as_phase(std::move(t.value)));
    }
  });
}

}  // namespace daopai::io
