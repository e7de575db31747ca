#include "io/fields.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/parts.hpp"
#include <daopai/plan/detail/validate.hpp>

#include <array>

namespace daopai::io {
namespace {

using reader = plan_reader;
using daopai::detail::longest_length;

constexpr number_range any_lag{-longest_length, longest_length};

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

void read_dependency(reader& r, const place_in_file& at, const json::value& v,
                     std::vector<predecessor>& after) {
  dependency_draft d;
  if (v.is_string()) {
    d.what = read_id(r.found, at, v).value_or("");
  } else if (v.is_object()) {
    read_fields(r, at, v, dependency_fields, d);
  } else {
    report_type(r.found, at, R"(an id, or an object {"task": id, "kind": ..., "lag": ...})", v);
  }
  const lag l = d.in_calendar_days ? lag(calendar_days(d.lag)) : lag(workdays(d.lag));
  r.add_event(d.what, d.kind, l, after);
}

}  // namespace

std::vector<predecessor> read_after(plan_reader& r, const place_in_file& at, const json::value& v) {
  std::vector<predecessor> after;
  const auto array = read_array(r.found, at, v, "an array of what it waits for");
  if (!array) return after;
  after.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    read_dependency(r, at[i], (*array)[i], after);
  }
  return after;
}

}  // namespace daopai::io
