#include "io/csv.hpp"
#include <daopai/io/index_files.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace daopai::io {
namespace {

/// Reads iMeta and iData row by row; all that is wrong is collected.
class index_reader {
public:
  index_reader(csv_table data, csv_table meta, const std::vector<std::string>& exclude)
      : data_(std::move(data)), meta_(std::move(meta)), exclude_(exclude.begin(), exclude.end()) {}

  index_files read() {
    require_columns(meta_, {"iCode", "Type", "Parent", "Direction", "Weight"});
    require_columns(data_, {"uCode"});
    fail_if_any();
    for (const csv_row& row : meta_.rows) read_meta_row(row);
    drop_childless();
    check_codes();
    fail_if_any();
    read_units();
    read_columns();
    fail_if_any();
    return std::move(files_);
  }

private:
  using cells = std::vector<std::string>;

  void fail_if_any() {
    if (!problems_.empty()) throw invalid_input(std::move(problems_));
  }
  void require_columns(const csv_table& table, std::initializer_list<const char*> titles) {
    for (const char* title : titles) {
      if (table.find_column(title)) continue;
      problems_.push_back(
          {"missing-column", table.where(table.header),
           std::string("there is no column ") + title + "; expected it among the titles"});
    }
  }
  /// The text of a meta cell; empty if there is no such column or nothing in it.
  [[nodiscard]] std::string text(const csv_row& row, std::string_view title) const {
    const auto column = meta_.find_column(title);
    if (!column || is_missing(row.cells[*column])) return {};
    return row.cells[*column];
  }
  double number(const csv_row& row, std::string_view title, double otherwise) {
    const auto column = meta_.find_column(title);
    if (!column || is_missing(row.cells[*column])) return otherwise;
    const std::optional<double> value = parse_number(row.cells[*column]);
    if (!value) {
      problems_.push_back(meta_.problem_at(row, *column, "not-a-number",
                                           "\"" + row.cells[*column] + "\" is not a number"));
    }
    return value.value_or(otherwise);
  }

  void read_meta_row(const csv_row& row) {
    const std::size_t code_column = *meta_.find_column("iCode");
    const std::string& code = row.cells[code_column];
    if (code.empty() || !meta_codes_.insert(code).second) {
      problems_.push_back(meta_.problem_at(row, code_column, "duplicate-code",
                                           "\"" + code + "\" is empty or stands twice"));
      return;
    }
    const std::string type = text(row, "Type");
    if (type == "Indicator" || type == "Aggregate") {
      if (!exclude_.contains(code))
        files_.nodes.push_back(read_node(row, code, type == "Indicator"));
    } else if (type == "Denominator") {
      files_.numbers[code];
    } else if (type == "Group") {
      files_.groups[code];
    } else if (type != "Other") {
      problems_.push_back(
          meta_.problem_at(row, *meta_.find_column("Type"), "unknown-type",
                           "\"" + type +
                               "\" is not a type; expected Indicator, Aggregate, Group, "
                               "Denominator or Other"));
    }
  }
  index_node read_node(const csv_row& row, const std::string& code, bool is_indicator) {
    index_node node{.code = code,
                    .name = text(row, "iName"),
                    .parent = text(row, "Parent"),
                    .weight = number(row, "Weight", 1),
                    .denominator = text(row, "Denominator"),
                    .is_indicator = is_indicator};
    if (node.name.empty()) node.name = code;
    const double direction = number(row, "Direction", 1);
    if (direction != 1 && direction != -1) {
      problems_.push_back(meta_.problem_at(row, *meta_.find_column("Direction"), "bad-direction",
                                           "the direction must be 1 or -1"));
    }
    node.direction = direction < 0 ? -1 : 1;
    if (is_indicator) {
      files_.numbers[code];
      read_parameters(row, node);
    }
    return node;
  }
  /// Every further cell that holds a number (or R's TRUE and FALSE) may be a parameter of a stage.
  void read_parameters(const csv_row& row, index_node& node) const {
    static const std::set<std::string, std::less<>> known{
        "iCode", "iName", "Type", "Parent", "Direction", "Weight", "Level", "Unit", "Denominator"};
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& title = meta_.header.cells[c];
      if (known.contains(title) || is_missing(row.cells[c])) continue;
      std::optional<double> value = parse_number(row.cells[c]);
      if (row.cells[c] == "TRUE") value = 1;
      if (row.cells[c] == "FALSE") value = 0;
      if (value) node.parameters[title] = *value;
    }
  }
  /// Excluding indicators may leave aggregates without members, and these others again.
  void drop_childless() {
    if (exclude_.empty()) return;
    for (std::size_t before = 0; before != files_.nodes.size();) {
      before = files_.nodes.size();
      std::set<std::string> parents;
      for (const index_node& node : files_.nodes) parents.insert(node.parent);
      std::erase_if(files_.nodes, [&](const index_node& n) {
        return !n.is_indicator && !parents.contains(n.code);
      });
    }
    for (const std::string& code : exclude_) {
      if (!meta_codes_.contains(code)) {
        problems_.push_back(
            {"unknown-code", meta_.name, code + " is to be excluded but is not in iMeta"});
      }
      files_.numbers.erase(code);
    }
  }

  void check_codes() {
    static const std::set<std::string> special{"uCode", "uName", "Time"};
    for (const std::string& title : data_.header.cells) {
      if (special.contains(title) || meta_codes_.contains(title)) continue;
      problems_.push_back({"unknown-column", data_.where(data_.header),
                           "column " + title + " is not in iMeta; expected a row for it there"});
    }
    std::set<std::string> parents;
    for (const index_node& node : files_.nodes) parents.insert(node.parent);
    for (const index_node& node : files_.nodes) {
      if (!node.is_indicator && !parents.contains(node.code)) {
        problems_.push_back(
            {"childless", meta_.name, "aggregate " + node.code + " has no members"});
      }
      if (node.is_indicator && parents.contains(node.code)) {
        problems_.push_back(
            {"indicator-parent", meta_.name, "indicator " + node.code + " is named as a parent"});
      }
      if (!node.denominator.empty() && !files_.numbers.contains(node.denominator)) {
        problems_.push_back(
            {"unknown-denominator", meta_.name,
             "denominator " + node.denominator + " of " + node.code + " is not in iMeta"});
      }
    }
    for (const auto& [code, unused] : files_.numbers) require_data_column(code);
    for (const auto& [code, unused] : files_.groups) require_data_column(code);
  }
  void require_data_column(const std::string& code) {
    if (data_.find_column(code)) return;
    problems_.push_back({"missing-column", data_.where(data_.header),
                         "there is no column " + code + ", which iMeta names"});
  }

  void read_units() {
    const std::size_t code_column = *data_.find_column("uCode");
    const auto name_column = data_.find_column("uName");
    for (const csv_row& row : data_.rows) {
      index_unit unit{row.cells[code_column],
                      name_column ? row.cells[*name_column] : row.cells[code_column],
                      data_number(row, "Time")};
      if (!seen_.emplace(unit.time, unit.code).second) {
        problems_.push_back(
            data_.problem_at(row, code_column, "duplicate-unit",
                             unit.code + " stands twice; expected one row for a unit and a time"));
      }
      files_.units.push_back(std::move(unit));
    }
    order_.resize(files_.units.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      const index_unit& first = files_.units[a];
      const index_unit& second = files_.units[b];
      return std::pair(first.time, first.code) < std::pair(second.time, second.code);
    });
    std::vector<index_unit> sorted;
    for (const std::size_t r : order_) sorted.push_back(files_.units[r]);
    files_.units = std::move(sorted);
  }
  std::optional<double> data_number(const csv_row& row, const std::string& title) {
    const auto column = data_.find_column(title);
    if (!column || is_missing(row.cells[*column])) return std::nullopt;
    const std::optional<double> value = parse_number(row.cells[*column]);
    if (!value) {
      problems_.push_back(data_.problem_at(
          row, *column, "not-a-number",
          "\"" + row.cells[*column] + "\" is not a number; expected one or an empty cell"));
    }
    return value;
  }
  void read_columns() {
    for (auto& [code, values] : files_.numbers) {
      for (const std::size_t r : order_) values.push_back(data_number(data_.rows[r], code));
    }
    for (auto& [code, values] : files_.groups) {
      const std::size_t column = *data_.find_column(code);
      for (const std::size_t r : order_) {
        const std::string& cell = data_.rows[r].cells[column];
        values.push_back(is_missing(cell) ? std::string() : cell);
      }
    }
  }

  csv_table data_;
  csv_table meta_;
  std::set<std::string> exclude_;
  std::set<std::string> meta_codes_;
  std::set<std::pair<std::optional<double>, std::string>> seen_;
  std::vector<std::size_t> order_;
  index_files files_;
  std::vector<problem> problems_;
};

}  // namespace

index_files read_index_files(const std::filesystem::path& data, const std::filesystem::path& meta,
                             const std::vector<std::string>& exclude) {
  return index_reader(read_csv(data), read_csv(meta), exclude).read();
}

}  // namespace daopai::io
