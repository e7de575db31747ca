#include "io/csv.hpp"
#include <daopai/io/holidays.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace daopai::io {
namespace {

constexpr std::array<std::string_view, 3> column_titles{"date", "type", "year"};

/// Where the columns that are read stand, in the order of `column_titles`.
using columns = std::array<std::size_t, column_titles.size()>;

columns find_columns(const csv_table& table) {
  columns at{};
  std::vector<problem> missing;
  for (std::size_t i = 0; i < column_titles.size(); ++i) {
    const auto column = table.find_column(column_titles[i]);
    at[i] = column.value_or(0);
    if (column) continue;
    missing.push_back({"missing-column", table.where(table.header),
                       "there is no column \"" + std::string(column_titles[i]) +
                           "\"; expected date, type and year"});
  }
  if (!missing.empty()) throw invalid_input(std::move(missing));
  return at;
}

std::optional<int> year_of(const std::string& cell) {
  const auto d = parse_date(cell + "-01-01");
  return d ? std::optional<int>(d->year()) : std::nullopt;
}

}  // namespace

std::vector<holiday_notice> read_holidays(std::string_view text, std::string_view name) {
  const csv_table table = parse_csv(text, std::string(name));
  const auto [date_at, type_at, year_at] = find_columns(table);
  std::map<int, holiday_notice> notices;
  std::vector<problem> problems;
  for (const csv_row& row : table.rows) {
    const auto day = parse_date(row.cells[date_at]);
    const auto year = year_of(row.cells[year_at]);
    const std::string& type = row.cells[type_at];
    const auto report = [&, r = &row](std::size_t column, const char* code, const char* expected) {
      problems.push_back(table.problem_at(
          *r, column, code, "\"" + r->cells[column] + "\" stands here; expected " + expected));
    };
    if (!day) report(date_at, "impossible-date", "a date YYYY-MM-DD");
    if (!year) report(year_at, "impossible-year", "the year of the notice, 1400 to 9999");
    if (type != "off" && type != "work") report(type_at, "unknown-word", "off or work");
    if (!day || !year) continue;
    holiday_notice& notice =
        notices.try_emplace(*year, holiday_notice{*year, {}, {}}).first->second;
    (type == "off" ? notice.off : notice.worked).push_back({*day, *day});
  }
  if (!problems.empty()) throw invalid_input(std::move(problems));
  std::vector<holiday_notice> result;
  result.reserve(notices.size());
  for (auto& [year, notice] : notices) result.push_back(std::move(notice));
  return result;
}

}  // namespace daopai::io
