#include "io/plan_reader.hpp"

#include "io/fields.hpp"
#include "io/lights_reader.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/parts.hpp"
#include <daopai/plan/detail/open_builder.hpp>

#include <algorithm>
#include <array>

namespace daopai::io {
namespace {

using reader = plan_reader;

/// What stands over the instances of a duty, which bring its evidence and have its progress.
void make_heading(task& t) {
  t.progress = {};
  t.evidence.clear();
  t.indicators.clear();
}

/// The fields at the top, to be read in an order of our own: names before those who use them.
struct root_fields {
  std::string_view title{};
  std::optional<date> today{};
  const json::value* calendar = nullptr;
  const json::value* calendars = nullptr;
  const json::value* units = nullptr;
  const json::value* inspections = nullptr;
  const json::value* tasks = nullptr;
  const json::value* goals = nullptr;
  const json::value* quotas = nullptr;
  std::vector<std::string> notes{};
};

template <const json::value* root_fields::*Field>
void keep(reader&, const place_in_file&, const json::value& v, root_fields& root) {
  root.*Field = &v;
}

constexpr auto
    root_table =
        std::to_array<field<reader, root_fields>>(
            {
                {"daopai",
                 [](reader& r, const place_in_file& at, const json::value& v, root_fields&) {
                   if (!v.is_int64() || v.get_int64() != 1)
                     report_type(r.found, at, "1, the version of this format", v);
                 },
                 "1, the version of this format"},
                {"$schema", [](reader& r, const place_in_file& at, const json::value& v,
                               root_fields&) { static_cast<void>(read_text(r.found, at, v)); }},
                {"title",
                 [](reader& r, const place_in_file& at, const json::value& v, root_fields& root) {
                   root.title = read_text(r.found, at, v).value_or("");
                 }},
                {"today",
                 [](reader& r, const place_in_file& at, const json::value& v, root_fields& root) {
                   root.today = read_date_or_null(r.found, at, v);
                 }},
                {"calendar", keep<&root_fields::calendar>,
                 R"("china", "monday-to-friday", "every-day", a name from "calendars", or an object)"},
                {"calendars", keep<&root_fields::calendars>},
                {"units", keep<&root_fields::units>},
                {"inspections", keep<&root_fields::inspections>},
                {"tasks", keep<&root_fields::tasks>, "an array of tasks"},
                {"notes", [](reader& r, const place_in_file& at, const json::value& v,
                             root_fields& root) { root.notes = read_texts(r.found, at, v); }},
                {"goals", keep<&root_fields::goals>},
                {"quotas", keep<&root_fields::quotas>},
                {"lights",
                 [](reader& r, const place_in_file& at, const json::value& v, root_fields&) {
                   static_cast<void>(read_lights(r.found, at, v));  // see read_light_policy()
                 }},
                {"indicators", leave_to_others<root_fields>},
                {"observations", leave_to_others<root_fields>},
                {"evidence", leave_to_others<root_fields>},
                {"gates", leave_to_others<root_fields>},
                {"problems", leave_to_others<root_fields>},
            });

}  // namespace

plan_reader::plan_reader(findings& found_here, const reading_options& options)
    : found(found_here), calendars(found_here, options.holidays) {}

void plan_reader::add_event(std::string_view id, dependency_kind kind, lag l,
                            std::vector<predecessor>& after) const {
  if (std::ranges::binary_search(inspections_, id)) {
    after.emplace_back(inspection_key(std::string(id)), kind, l);
  } else {
    after.emplace_back(task_key(std::string(id)), kind, l);
  }
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
  for (std::string& note : fields.notes) builder.remark(std::move(note));
  if (fields.inspections) remember_inspections(*fields.inspections);
  if (fields.units) read_units(builder, *fields.units);
  if (fields.goals) read_goals(*fields.goals);
  if (fields.quotas) read_quotas(*fields.quotas);
  if (fields.inspections) read_inspections(builder, *fields.inspections);
  const std::size_t tasks = fields.tasks ? read_tasks(builder, *fields.tasks) : 0;
  calendars.add_to(builder);
  const std::size_t before = found.problems().size();
  duties.expand_into(builder, tasks, found);
  lost_id |= found.problems().size() > before;
  return builder;
}

void plan_reader::remember_inspections(const json::value& v) {
  const auto array = v.if_array();
  if (!array) return;
  for (const json::value& i : *array) {
    const auto object = i.if_object();
    const json::value* id = object ? object->if_contains("id") : nullptr;
    if (id && id->is_string()) inspections_.push_back(id->get_string());
  }
  std::ranges::sort(inspections_);
}

void plan_reader::read_units(plan_builder& builder, const json::value& v) {
  read_each(*this, "units", v, [&](const place_in_file& at, const json::value& element) {
    builder.add(read_unit(*this, at, element));
  });
}

void plan_reader::read_inspections(plan_builder& builder, const json::value& v) {
  read_each(*this, "inspections", v, [&](const place_in_file& at, const json::value& element) {
    builder.add(read_inspection(*this, at, element));
  });
}

void plan_reader::read_goals(const json::value& v) {
  read_each(*this, "goals", v, [&](const place_in_file& at, const json::value& element) {
    goals.push_back(read_goal(*this, at, element));
  });
}

void plan_reader::read_quotas(const json::value& v) {
  read_each(*this, "quotas", v, [&](const place_in_file& at, const json::value& element) {
    quotas.push_back(read_quota(*this, at, element));
  });
}

std::size_t plan_reader::read_tasks(plan_builder& builder, const json::value& v) {
  std::size_t tasks = 0;
  daopai::detail::open_builder open(builder);
  if (const auto array = v.if_array()) builder.reserve_tasks(array->size());
  read_each(*this, "tasks", v, [&](const place_in_file& at, const json::value& element) {
    task_draft t = read_task(*this, at, element, open.add_task());
    lost_id |= t.repeats && !t.repeat;
    if (t.repeat && t.has_duration) duties.add(tasks, t.value, std::move(t.repeat));
    ++tasks;
    if (t.repeats) make_heading(t.value);
    if (t.repeats || !t.has_duration) open.make_phase();
  });
  return tasks;
}

}  // namespace daopai::io
