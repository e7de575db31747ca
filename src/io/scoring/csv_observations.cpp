#include "io/csv.hpp"
#include "io/scoring/document.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace daopai::io {

using namespace scoring;

namespace {

/// A column's title in both languages.
using titles = std::array<std::string_view, 3>;
constexpr titles object_titles{"object", "对象", "单位"};
constexpr titles indicator_titles{"indicator", "指标", "指标编号"};
constexpr titles value_titles{"value", "数值", "值"};
constexpr titles part_titles{"part", "分项", "学校"};
constexpr titles rater_titles{"rater", "评分人", "评价主体"};
constexpr titles period_titles{"period", "时期", "年度"};
constexpr titles size_titles{"size", "样本数", "人数"};
constexpr titles group_titles{"group", "分组", "类别"};

using column = std::optional<std::size_t>;

column find(const csv_table& table, const titles& names) {
  for (const std::string_view name : names) {
    if (const auto found = table.find_column(name)) return found;
  }
  return std::nullopt;
}

std::string cell(const csv_row& row, const column& at) {
  if (!at) return {};
  const std::string& text = row.cells[*at];
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Drops a trailing per cent sign, half or full width; false where there is none.
bool drop_percent(std::string& text) {
  for (const std::string_view sign : {"%", "％"}) {
    if (text.size() < sign.size() ||
        text.compare(text.size() - sign.size(), sign.size(), sign) != 0)
      continue;
    text.resize(text.size() - sign.size());
    return true;
  }
  return false;
}

/// "95%" is 95 of an indicator measured in %, else 0.95.
std::optional<decimal> to_number(std::string text, const std::string& unit_of_measure) {
  const bool percent = drop_percent(text);
  auto number = decimal::parse(text);
  if (!number) {
    const auto typed = parse_number(text);
    if (typed) number = decimal::from_double(*typed);
  }
  if (!number || !percent || unit_of_measure == "%" || unit_of_measure == "％") return number;
  return *number / decimal{100};
}

/// Reads one table, whichever shape it has.
class table_reader {
public:
  table_reader(const csv_table& table, const indicator_system& system, std::vector<problem>& found)
      : table_(table),
        system_(system),
        found_(found),
        object_(find(table, object_titles)),
        rater_(find(table, rater_titles)),
        period_(find(table, period_titles)) {}

  observation_document read() {
    const column indicator = find(table_, indicator_titles);
    const column value = find(table_, value_titles);
    if (indicator && value)
      read_long(*indicator, *value);
    else
      read_wide(find(table_, group_titles));
    return std::move(read_);
  }

private:
  void report(const csv_row& row, std::size_t at, const char* code, const std::string& message) {
    found_.push_back(table_.problem_at(row, at, code, message));
  }
  [[nodiscard]] std::string place(const csv_row& row, std::size_t at) const {
    return table_.where(row) + ": column " + std::to_string(at + 1) + " (" +
           table_.header.cells[at] + ")";
  }

  observation started(const csv_row& row, const indicator_key& indicator) const {
    return {.object = object_key(cell(row, object_)),
            .indicator = indicator,
            .rater = cell(row, rater_),
            .period = cell(row, period_)};
  }

  /// An empty cell says that the value was looked for and is missing.
  void add(const csv_row& row, std::size_t at, observation o) {
    const std::string text = cell(row, at);
    const auto id = system_.find(o.indicator);
    o.value = to_number(text, id ? system_.at(*id).unit_of_measure : std::string());
    if (!o.value && !is_missing(text)) o.label = text;
    read_.observations.push_back({std::move(o), place(row, at)});
  }

  void read_long(std::size_t indicator, std::size_t value) {
    const column part = find(table_, part_titles);
    const column size = find(table_, size_titles);
    for (const csv_row& row : table_.rows) {
      const indicator_key id(cell(row, indicator));
      if (!system_.find(id)) {
        report(row, indicator, "unknown-indicator", "there is no indicator \"" + id.text() + "\"");
        continue;
      }
      observation o = started(row, id);
      o.part = cell(row, part);
      if (size && !cell(row, size).empty()) {
        const auto number = to_number(cell(row, size), "");
        if (number)
          o.size = *number;
        else
          report(row, *size, "not-a-number",
                 "expected a number, found \"" + cell(row, size) + "\"");
      }
      add(row, value, std::move(o));
    }
  }

  [[nodiscard]] std::optional<indicator_key> titled(const std::string& title) const {
    if (system_.find(indicator_key(title))) return indicator_key(title);
    for (std::size_t i = 1; i < system_.size(); ++i) {
      if (system_.at(indicator_id{i}).name == title) return system_.at(indicator_id{i}).id;
    }
    return std::nullopt;
  }

  void read_wide(const column& group) {
    std::vector<std::pair<std::size_t, indicator_key>> indicators;
    for (std::size_t at = 0; at < table_.header.cells.size(); ++at) {
      if (at == object_ || at == rater_ || at == period_ || at == group) continue;
      if (const auto id = titled(table_.header.cells[at]))
        indicators.emplace_back(at, *id);
      else
        report(table_.header, at, "unknown-indicator",
               "there is no indicator \"" + table_.header.cells[at] + "\"");
    }
    std::set<std::string> seen;
    for (const csv_row& row : table_.rows) {
      const std::string object = cell(row, object_);
      if (group && seen.insert(object).second) {
        read_.objects.push_back(
            {{.id = object_key(object), .group = cell(row, group)}, table_.where(row)});
      }
      for (const auto& [at, id] : indicators) add(row, at, started(row, id));
    }
  }

  const csv_table& table_;
  const indicator_system& system_;
  std::vector<problem>& found_;
  column object_;
  column rater_;
  column period_;
  observation_document read_;
};

}  // namespace

observation_document read_observation_table(const csv_table& table, const indicator_system& system,
                                            std::vector<problem>& found) {
  return table_reader(table, system, found).read();
}

}  // namespace daopai::io
