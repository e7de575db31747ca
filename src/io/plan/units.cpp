#include "io/fields.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/parts.hpp"

#include <array>

namespace daopai::io {
namespace {

using reader = plan_reader;

constexpr std::int32_t most_capacity = 1'000'000;

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

}  // namespace

unit read_unit(plan_reader& r, const place_in_file& at, const json::value& v) {
  unit u{.id = unit_key(""), .name = ""};
  read_fields(r, at, v, unit_fields, u);
  settle(r, at, u);
  return u;
}

}  // namespace daopai::io
