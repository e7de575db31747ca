#include "io/fields.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/parts.hpp"

#include <array>

namespace daopai::io {
namespace {

using reader = plan_reader;

struct inspection_draft {
  inspection value;
  bool has_date = false;
  bool has_window = false;
};

date_window read_window(reader& r, const place_in_file& at, const json::value& v,
                        const date_window& otherwise) {
  const auto array = v.if_array();
  if (!array || array->size() != 2) {
    report_type(r.found, at, R"(the first and last day ["2025-08-01", "2025-09-30"])", v);
    return otherwise;
  }
  const auto first = read_date(r.found, at[0], (*array)[0]);
  const auto last = read_date(r.found, at[1], (*array)[1]);
  return first && last ? date_window{*first, *last} : otherwise;
}

constexpr auto step_fields = std::to_array<field<reader, inspection_step>>({
    {"name",
     [](reader& r, const place_in_file& at, const json::value& v, inspection_step& s) {
       s.name = read_text(r.found, at, v).value_or("");
     },
     "what happens in this step"},
    {"lead", [](reader& r, const place_in_file& at, const json::value& v,
                inspection_step& s) { s.lead = read_key<unit_key>(r, at, v); }},
});

std::vector<inspection_step> read_steps(reader& r, const place_in_file& at, const json::value& v) {
  std::vector<inspection_step> steps;
  const auto array = read_array(r.found, at, v, "an array of steps");
  if (!array) return steps;
  for (std::size_t i = 0; i < array->size(); ++i) {
    read_fields(r, at[i], (*array)[i], step_fields, steps.emplace_back());
  }
  return steps;
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
        {"steps", [](reader& r, const place_in_file& at, const json::value& v,
                     inspection_draft& i) { i.value.steps = read_steps(r, at, v); }},
    });

void check_date_or_window(reader& r, const place_in_file& at, const inspection_draft& i) {
  if (i.has_date != i.has_window) return;
  r.found.report(i.has_date ? "date-and-window" : "missing-field", at,
                 i.has_date ? R"(both "date" and "window" are given; expected one of them)"
                            : R"(neither "date" nor "window" is given; expected one of them)");
}

}  // namespace

inspection read_inspection(plan_reader& r, const place_in_file& at, const json::value& v) {
  const date any = to_date(0);
  inspection_draft i{{.id = inspection_key(""), .name = "", .window = {any, any}}};
  if (read_fields(r, at, v, inspection_fields, i)) check_date_or_window(r, at, i);
  settle(r, at, i.value);
  return std::move(i.value);
}

}  // namespace daopai::io
