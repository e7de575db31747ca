#include "io/csv.hpp"

#include "io/utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iconv.h>
#include <iterator>
#include <system_error>
#include <utility>

namespace daopai::io {
namespace {

/// The text converted by iconv, or nothing if it is not valid in `encoding`.
std::optional<std::string> convert(std::string_view text, const char* encoding) {
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == iconv_t(-1)) return std::nullopt;
  std::string result;
  std::array<char, 16384> block{};
  auto* in = const_cast<char*>(
      text.data());  // iconv's interface is older than const; it does not write here
  std::size_t in_left = text.size();
  bool valid = true;
  while (in_left > 0 && valid) {
    char* out = block.data();
    std::size_t out_left = block.size();
    const std::size_t answer = iconv(converter, &in, &in_left, &out, &out_left);
    valid = answer != std::size_t(-1) || errno == E2BIG;
    result.append(block.data(), block.size() - out_left);
  }
  iconv_close(converter);
  if (!valid) return std::nullopt;
  return result;
}

/// Cuts a text into records; knows where it is and collects what is wrong.
class csv_parser {
public:
  csv_parser(std::string_view text, std::string name) : text_(text), name_(std::move(name)) {}

  std::vector<csv_row> rows() {
    std::vector<csv_row> rows;
    while (at_ < text_.size()) {
      csv_row row = record();
      if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
    }
    return rows;
  }
  std::vector<problem>& problems() { return problems_; }

private:
  [[nodiscard]] bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }
  void skip_line_end() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }
  csv_row record() {
    csv_row row{line_, {}};
    for (;;) {
      row.cells.push_back(cell(row.cells.size()));
      if (at_line_end()) break;
      ++at_;  // the comma
    }
    skip_line_end();
    return row;
  }
  std::string cell(std::size_t column) {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell(column);
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string result(text_.substr(at_, end - at_));
    at_ = end;
    return result;
  }
  std::string quoted_cell(std::size_t column) {
    const std::size_t start_line = line_;
    std::string result;
    ++at_;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        report(start_line, column, "a quoted cell is not closed; expected \" before the file ends");
        return result;
      }
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] == '"' && !doubled_quote()) break;
      result += text_[at_];
    }
    ++at_;
    skip_after_quote(column);
    return result;
  }
  /// At a quote: true, and moved onto the second one, if two stand for one.
  bool doubled_quote() {
    if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') return false;
    ++at_;
    return true;
  }
  void skip_after_quote(std::size_t column) {
    if (at_line_end() || text_[at_] == ',') return;
    report(line_, column, "text after a closing quote; expected a comma or the end of the line");
    at_ = std::min(text_.find_first_of(",\r\n", at_), text_.size());
  }
  void report(std::size_t line, std::size_t column, const std::string& message) {
    problems_.push_back({"csv-quote", name_ + ":" + std::to_string(line),
                         "column " + std::to_string(column + 1) + ": " + message});
  }

  std::string_view text_;
  std::string name_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<problem> problems_;
};

void check_titles(const csv_table& table, std::vector<problem>& problems) {
  for (std::size_t c = 0; c < table.header.cells.size(); ++c) {
    const std::string& title = table.header.cells[c];
    if (title.empty() && c > 0) {
      problems.push_back(table.problem_at(table.header, c, "csv-title", "a column needs a title"));
    } else if (*table.find_column(title) != c) {
      problems.push_back(table.problem_at(table.header, c, "csv-title", "the title stands twice"));
    }
  }
}

/// Brings a row to the header's length where only empty cells are concerned; otherwise reports it.
void fit_to_header(const csv_table& table, csv_row& row, std::vector<problem>& problems) {
  const std::size_t expected = table.header.cells.size();
  while (row.cells.size() > expected && row.cells.back().empty()) row.cells.pop_back();
  if (row.cells.size() == expected) return;
  problems.push_back({"csv-ragged", table.where(row),
                      "the row has " + std::to_string(row.cells.size()) + " cells; expected " +
                          std::to_string(expected) + " as in the header"});
}

/// The code points of a number in half width; spaces are dropped at both ends.
std::string half_width(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 9> punctuation{{{"．", '.'},
                                                                                 {"，", ','},
                                                                                 {"－", '-'},
                                                                                 {"−", '-'},
                                                                                 {"＋", '+'},
                                                                                 {"％", '%'},
                                                                                 {"　", ' '},
                                                                                 {"\xC2\xA0", ' '},
                                                                                 {"。", '.'}}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const auto* mark = std::find_if(punctuation.begin(), punctuation.end(),
                                    [&](const auto& p) { return rest.starts_with(p.first); });
    const bool digit =
        rest.size() >= 3 && rest.starts_with("\xEF\xBC") && rest[2] >= '\x90' && rest[2] <= '\x99';
    if (mark != punctuation.end()) {
      result += mark->second;
      i += mark->first.size();
    } else if (digit) {
      result += static_cast<char>('0' + (rest[2] - '\x90'));
      i += 3;
    } else {
      result += rest[0];
      ++i;
    }
  }
  const auto first = result.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return result.substr(first, result.find_last_not_of(" \t\r\n") - first + 1);
}

/// Takes thousands separators out; false if one stands where none belongs.
bool drop_separators(std::string& number) {
  if (number.find(',') == std::string::npos) return true;
  const std::size_t start = number.find_first_of("0123456789");
  const std::size_t end = std::min(number.find_first_of(".eE%"), number.size());
  const std::size_t first = number.find(',');
  if (start == std::string::npos || first <= start || first - start > 3) return false;
  for (std::size_t i = first; i < end; i += 4) {
    if (number[i] != ',' || i + 4 > end) return false;
    if (!std::all_of(number.begin() + std::ptrdiff_t(i) + 1, number.begin() + std::ptrdiff_t(i) + 4,
                     [](char c) { return c >= '0' && c <= '9'; }))
      return false;
  }
  if (number.find(',', end) != std::string::npos) return false;
  std::erase(number, ',');
  return true;
}

}  // namespace

std::optional<std::size_t> csv_table::find_column(std::string_view title) const {
  const auto found = std::find(header.cells.begin(), header.cells.end(), title);
  if (found == header.cells.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.cells.begin());
}

std::string csv_table::where(const csv_row& row) const {
  return name + ":" + std::to_string(row.line);
}

problem csv_table::problem_at(const csv_row& row, std::size_t column, std::string code,
                              const std::string& message) const {
  std::string place = "column " + std::to_string(column + 1);
  if (column < header.cells.size()) place += " (" + header.cells[column] + ")";
  return {std::move(code), where(row), place + ": " + message};
}

csv_table parse_csv(std::string_view text, std::string name) {
  const std::optional<std::string> utf8 = to_utf8(text);
  if (!utf8) {
    throw invalid_input(
        {{"csv-encoding", name, "the text is neither UTF-8 nor GB 18030; expected one of them"}});
  }
  csv_parser parser(*utf8, name);
  csv_table table{std::move(name), {}, parser.rows()};
  if (table.rows.empty()) {
    throw invalid_input({{"csv-empty", table.name, "the file is empty; expected a header line"}});
  }
  table.header = std::move(table.rows.front());
  table.rows.erase(table.rows.begin());
  std::vector<problem> problems = std::move(parser.problems());
  while (table.header.cells.size() > 1 && table.header.cells.back().empty())
    table.header.cells.pop_back();
  check_titles(table, problems);
  for (csv_row& row : table.rows) fit_to_header(table, row, problems);
  std::erase_if(table.rows, [](const csv_row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& c) { return c.empty(); });
  });
  if (!problems.empty()) throw invalid_input(std::move(problems));
  return table;
}

csv_table read_csv(const std::filesystem::path& file) {
  std::error_code failure;
  if (std::filesystem::is_directory(file, failure))
    throw error(file.string() + ": is a directory; expected a file");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw error(file.string() + ": cannot be opened for reading");
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw error(file.string() + ": cannot be read to its end");
  return parse_csv(text, file.string());
}

std::optional<std::string> to_utf8(std::string_view text) {
  text = without_mark(text);
  if (std::optional<std::string> utf8 = convert(text, "UTF-8")) return utf8;
  return convert(text, "GB18030");
}

std::optional<double> parse_number(std::string_view text) {
  std::string number = half_width(text);
  const bool per_cent = number.ends_with('%');
  if (per_cent) number.pop_back();
  if (!drop_separators(number)) return std::nullopt;
  if (number.starts_with('+') && !number.starts_with("+-")) number.erase(0, 1);
  double value = 0;
  const char* end = number.data() + number.size();
  const auto [last, failure] = std::from_chars(number.data(), end, value);
  if (failure != std::errc() || last != end || !std::isfinite(value)) return std::nullopt;
  return per_cent ? value / 100 : value;
}

bool is_missing(std::string_view text) {
  static constexpr std::array<std::string_view, 12> marks{"",    "NA",   "N/A", "na", "n/a", "NaN",
                                                          "nan", "null", "-",   "--", "—",   "/"};
  const std::string trimmed = half_width(text);
  return trimmed == "……" || trimmed == "…" ||
         std::find(marks.begin(), marks.end(), trimmed) != marks.end();
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace daopai::io
