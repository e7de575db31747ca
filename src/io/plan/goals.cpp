#include "io/fields.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/numbers.hpp"
#include "io/plan/parts.hpp"

namespace daopai::io {
namespace {

using reader = plan_reader;
using scoring::goal;
using scoring::statement;

constexpr auto statement_fields =
    std::to_array<field<reader, statement>>(
        {
            {"text",
             [](reader& r, const place_in_file& at, const json::value& v, statement& s) {
               s.text = read_text(r.found, at, v).value_or("");
             },
             "what is printed"},
            {"where",
             [](reader& r, const place_in_file& at, const json::value& v, statement& s) {
               s.where = read_text(r.found, at, v).value_or("");
             },
             "where it is printed"},
            {"value", [](reader& r, const place_in_file& at, const json::value& v,
                         statement& s) { s.value = read_decimal(r.found, at, v); }},
            {"up_to", [](reader& r, const place_in_file& at, const json::value& v,
                         statement& s) { s.up_to = read_decimal(r.found, at, v); }},
            {"comparison",
             [](reader& r, const place_in_file& at, const json::value& v, statement& s) {
               const auto word = read_word(r.found, at, v, scoring::detail::comparison_words);
               if (word) s.how = static_cast<scoring::figure_sense>(*word);
             }},
            {"unit", [](reader& r, const place_in_file& at, const json::value& v,
                        statement& s) { s.unit = read_text(r.found, at, v).value_or(""); }},
        });

void check_range(reader& r, const place_in_file& at, const statement& s) {
  if (!s.up_to) return;
  if (!s.value) {
    r.found.report("missing-field", at,
                   R"("up_to" is given without "value", the lower figure of the range)");
  } else if (*s.up_to < *s.value) {
    r.found.report("range-ends-first", at / "up_to",
                   "the range ends at " + to_string(*s.up_to) + ", below its beginning " +
                       to_string(*s.value));
  }
}

std::vector<statement> read_statements(reader& r, const place_in_file& at, const json::value& v) {
  std::vector<statement> statements;
  const auto array = read_array(r.found, at, v, "an array of statements");
  if (!array) return statements;
  for (std::size_t i = 0; i < array->size(); ++i) {
    statement s{};
    if (read_fields(r, at[i], (*array)[i], statement_fields, s)) check_range(r, at[i], s);
    statements.push_back(std::move(s));
  }
  return statements;
}

constexpr auto goal_fields = std::to_array<field<reader, goal>>({
    {"id",
     [](reader& r, const place_in_file& at, const json::value& v, goal& g) {
       read_own_key(r, at, v, g.id);
     },
     "the id of the goal, unique among the goals"},
    {"name", [](reader& r, const place_in_file& at, const json::value& v,
                goal& g) { g.name = read_text(r.found, at, v).value_or(""); }},
    {"statements",
     [](reader& r, const place_in_file& at, const json::value& v, goal& g) {
       g.statements = read_statements(r, at, v);
     },
     "an array of what is printed of the goal, and where"},
    {"tasks", [](reader& r, const place_in_file& at, const json::value& v,
                 goal& g) { g.tasks = read_keys<task_key>(r, at, v); }},
    {"indicators", [](reader& r, const place_in_file& at, const json::value& v,
                      goal& g) { g.indicators = read_keys<indicator_key>(r, at, v); }},
});

}  // namespace

goal read_goal(plan_reader& r, const place_in_file& at, const json::value& v) {
  goal g{.id = scoring::goal_key(""), .name = ""};
  read_fields(r, at, v, goal_fields, g);
  if (g.name.empty()) g.name = g.id.text();
  return g;
}

}  // namespace daopai::io
