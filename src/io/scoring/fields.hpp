/// Reads the fields of JSON objects by name and kind, and collects what is wrong with them.
#ifndef DAOPAI_SRC_IO_SCORING_FIELDS_HPP
#define DAOPAI_SRC_IO_SCORING_FIELDS_HPP

#include "io/json_value.hpp"
#include <daopai/error.hpp>
#include <daopai/scoring/decimal.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daopai::io {

using scoring::decimal;

/// The kind of a value as a reader of the file would call it: "a number", "text", ...
[[nodiscard]] std::string kind_of(const json::value& v);

/// A number; or a text that is one, full-width digits, thousands separators and ratios "1:20"
/// included.
[[nodiscard]] std::optional<decimal> to_decimal(const json::value& v);

/// A value with its place in the file, e.g. "indicators[3].rule.target", and where to report.
class json_place {
public:
  json_place(const json::value& value, std::string path, std::vector<problem>& problems)
      : value_(&value), path_(std::move(path)), problems_(&problems) {}

  [[nodiscard]] const json::value& value() const { return *value_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::vector<problem>& problems() const { return *problems_; }

  void report(std::string code, std::string message) const {
    problems_->push_back({std::move(code), path_, std::move(message)});
  }
  void expected(const std::string& what) const {
    report("wrong-kind", "expected " + what + ", found " + kind_of(*value_));
  }

  /// The items of an array; reports anything else.
  [[nodiscard]] std::vector<json_place> items() const;
  /// The fields of an object, in the file's order; reports anything else.
  [[nodiscard]] std::vector<std::pair<std::string, json_place>> entries() const;

  /// Each reports what it cannot read and returns nothing, or an empty text.
  [[nodiscard]] std::optional<decimal> number() const;
  [[nodiscard]] std::optional<std::int64_t> whole_number() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::vector<std::string> texts() const;
  [[nodiscard]] bool flag() const;

private:
  const json::value* value_;
  std::string path_;
  std::vector<problem>* problems_;
};

/// The fields of one JSON object. Reports fields that nobody asked for when it goes.
class json_fields {
public:
  /// A value that is no object has no fields; that is reported.
  explicit json_fields(const json_place& place);
  json_fields(const json_fields&) = delete;
  json_fields& operator=(const json_fields&) = delete;
  ~json_fields();

  [[nodiscard]] const json_place& place() const { return place_; }
  [[nodiscard]] bool has(std::string_view name);
  /// The field, unless it is absent or null.
  [[nodiscard]] std::optional<json_place> find(std::string_view name);
  /// The field; its absence is reported.
  [[nodiscard]] std::optional<json_place> require(std::string_view name);

  [[nodiscard]] std::optional<decimal> number(std::string_view name);
  [[nodiscard]] decimal number_or(std::string_view name, decimal otherwise);
  [[nodiscard]] decimal required_number(std::string_view name);
  [[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view name);
  [[nodiscard]] std::string text(std::string_view name);
  [[nodiscard]] std::string required_text(std::string_view name);
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);
  [[nodiscard]] bool flag_or(std::string_view name, bool otherwise);

  /// One of a list of words; reports any other, naming all.
  template <class Enum>
  [[nodiscard]] Enum word_or(std::string_view name,
                             const std::vector<std::pair<std::string_view, Enum>>& words,
                             Enum otherwise) {
    const auto given = find(name);
    if (!given) return otherwise;
    const std::string text = given->text();
    std::string known;
    for (const auto& [word, meaning] : words) {
      if (word == text) return meaning;
      known += (known.empty() ? "" : ", ") + std::string(word);
    }
    if (!text.empty()) given->report("unknown-word", "\"" + text + "\" is none of " + known);
    return otherwise;
  }

private:
  json_place place_;
  std::optional<json::object> object_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_SCORING_FIELDS_HPP
