#include "io/fields.hpp"
#include "io/lights_reader.hpp"
#include "io/utf8.hpp"
#include <daopai/io/lights.hpp>
#include <daopai/plan/detail/validate.hpp>

namespace daopai::io {
namespace {

using daopai::detail::longest_length;

struct lights_reader {
  findings& found;
};

constexpr double most_points = 100;

/// Percentage points from 0 to 100; nothing for null.
std::optional<double> read_points(findings& found, const place_in_file& at, const json::value& v) {
  if (v.is_null()) return std::nullopt;
  const std::string expected = "a number from 0 to 100, or null";
  if (!v.is_number()) {
    report_type(found, at, expected, v);
    return std::nullopt;
  }
  const auto points = v.to_double();
  if (points >= 0 && points <= most_points) return points;
  found.report("out-of-range", at, "expected " + expected);
  return std::nullopt;
}

constexpr auto light_fields = std::to_array<field<lights_reader, light_policy>>({
    {"yellow_within",
     [](lights_reader& r, const place_in_file& at, const json::value& v, light_policy& p) {
       p.yellow_within.reset();
       if (v.is_null()) return;
       const auto days = read_integer(r.found, at, v, {0, longest_length});
       if (days) p.yellow_within = workdays(*days);
     }},
    {"yellow_behind", [](lights_reader& r, const place_in_file& at, const json::value& v,
                         light_policy& p) { p.yellow_behind = read_points(r.found, at, v); }},
    {"red_behind", [](lights_reader& r, const place_in_file& at, const json::value& v,
                      light_policy& p) { p.red_behind = read_points(r.found, at, v); }},
    {"red_below",
     [](lights_reader& r, const place_in_file& at, const json::value& v, light_policy& p) {
       const auto days = read_integer(r.found, at, v, {-longest_length, longest_length});
       if (days) p.red_below = workdays(*days);
     }},
});

}  // namespace

light_policy read_lights(findings& found, const place_in_file& at, const json::value& v) {
  lights_reader reader{found};
  light_policy policy;
  read_fields(reader, at, v, light_fields, policy);
  return policy;
}

light_policy read_light_policy(std::string_view text, std::string_view name) {
  text = without_mark(text);
  const json_document document(text);
  if (!document.is_valid()) throw_syntax_fault(document, text, name);
  const auto root = document.root().if_object();
  const json::value* lights = root ? root->if_contains("lights") : nullptr;
  if (!lights) return {};
  findings found;
  const place_in_file top;
  const place_in_file at = top / "lights";
  const light_policy policy = read_lights(found, at, *lights);
  if (!found.empty()) throw_findings(found, text, name);
  return policy;
}

}  // namespace daopai::io
