#include "io/fields.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/parts.hpp"
#include <daopai/plan/detail/validate.hpp>

#include <array>

namespace daopai::io {
namespace {

using reader = plan_reader;

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
                {"number",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.number = read_text(r.found, at, v).value_or("");
                 }},
                {"leader",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.leader = read_text(r.found, at, v).value_or("");
                 }},
                {"restates",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.value.restates = read_keys<task_key>(r, at, v);
                 }},
                {"raises", leave_to_others<task_draft>},
                {"repeat",
                 [](reader& r, const place_in_file& at, const json::value& v, task_draft& t) {
                   t.repeats = true;
                   t.repeat = read_repeat(r, at, v);
                 }},
            });

}  // namespace

task_draft read_task(plan_reader& r, const place_in_file& at, const json::value& v, task& into) {
  task_draft t{into};
  read_fields(r, at, v, task_fields, t);
  settle(r, at, t.value);
  if (t.repeats && !t.has_duration) {
    r.found.report("missing-field", at,
                   "the task " + quoted(t.value.id.text()) +
                       " repeats; expected \"duration\", that of each time, in working days");
  }
  return t;
}

}  // namespace daopai::io
