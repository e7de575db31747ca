#include "io/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace daopai::io {
namespace {

std::string described(double d) {
  if (std::isinf(d)) return "a number too large to be read";
  std::array<char, 40> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), d).ptr};
}

std::string described(const json::value& v) {
  if (v.is_object()) return "an object";
  if (v.is_array()) return "an array of length " + std::to_string(v.get_array().size());
  if (v.is_string()) return quoted(v.get_string());
  if (v.is_double()) return described(v.get_double());
  if (v.is_int64()) return std::to_string(v.get_int64());
  if (v.is_uint64()) return std::to_string(v.get_uint64());
  return v.is_null() ? "null" : v.get_bool() ? "true" : "false";
}

/// The number, if it is whole and fits.
std::optional<std::int64_t> whole(const json::value& v) {
  if (v.is_int64()) return v.get_int64();
  if (!v.is_double()) return std::nullopt;  // what is uint64 is too large for int64
  const double d = v.get_double();
  if (std::abs(d) > 1e15 || d != std::trunc(d)) return std::nullopt;
  return static_cast<std::int64_t>(d);
}

}  // namespace

void report_type(findings& found, const place_in_file& at, const std::string& expected,
                 const json::value& v) {
  found.report("wrong-type", at, "expected " + expected + ", found " + described(v));
}

std::optional<std::string_view> read_text(findings& found, const place_in_file& at,
                                          const json::value& v) {
  if (v.is_string()) return v.get_string();
  report_type(found, at, "a text in double quotes", v);
  return std::nullopt;
}

std::optional<std::string_view> read_odd_id(findings& found, const place_in_file& at,
                                            const json::value& v) {
  const auto text = read_text(found, at, v);
  if (!text) return std::nullopt;
  if (text->empty()) {
    found.report("empty-id", at, "this is an empty text; expected an id of at least one character");
    return std::nullopt;
  }
  found.report("bad-id", at,
               "the id " + quoted(*text) + " holds a control character; expected none");
  return std::nullopt;
}

std::optional<date> read_date(findings& found, const place_in_file& at, const json::value& v) {
  if (!v.is_string()) {
    report_type(found, at, R"(a date such as "2025-07-01")", v);
    return std::nullopt;
  }
  const std::string_view text = v.get_string();
  const auto d = parse_date(text);
  if (!d) {
    found.report("impossible-date", at,
                 "there is no date " + quoted(text) +
                     "; expected a day of the years 1400 to 9999 as YYYY-MM-DD");
  }
  return d;
}

std::optional<date> read_date_or_null(findings& found, const place_in_file& at,
                                      const json::value& v) {
  return v.is_null() ? std::nullopt : read_date(found, at, v);
}

std::optional<std::int32_t> read_integer(findings& found, const place_in_file& at,
                                         const json::value& v, number_range range) {
  const auto n = whole(v);
  if (n && *n >= range.least && *n <= range.most) return static_cast<std::int32_t>(*n);
  const std::string expected =
      "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most);
  if (v.is_number()) {
    found.report("out-of-range", at, "expected " + expected + ", found " + described(v));
  } else {
    report_type(found, at, expected, v);
  }
  return std::nullopt;
}

std::optional<std::size_t> read_word(findings& found, const place_in_file& at, const json::value& v,
                                     std::span<const std::string_view> words) {
  if (!v.is_string()) {
    report_type(found, at, one_of(words), v);
    return std::nullopt;
  }
  const std::string_view text = v.get_string();
  const auto word = std::ranges::find(words, text);
  if (word != words.end()) return static_cast<std::size_t>(word - words.begin());
  found.report("unknown-word", at,
               "expected " + one_of(words) + ", found " + quoted(text) + did_you_mean(text, words));
  return std::nullopt;
}

std::optional<json::array> read_array(findings& found, const place_in_file& at,
                                      const json::value& v, const char* expected) {
  const auto array = v.if_array();
  if (!array) report_type(found, at, expected, v);
  return array;
}

std::vector<std::string> read_ids(findings& found, const place_in_file& at, const json::value& v) {
  std::vector<std::string> ids;
  const auto array = read_array(found, at, v, "an array of ids");
  if (!array) return ids;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const auto id = read_id(found, at[i], (*array)[i]);
    ids.emplace_back(id.value_or(""));
    if (id && array->size() > 1 && !seen.insert(*id).second) {
      found.report("doubled-id", at[i],
                   quoted(*id) + " stands twice in this list; expected it once");
    }
  }
  return ids;
}

std::vector<std::string> read_texts(findings& found, const place_in_file& at,
                                    const json::value& v) {
  std::vector<std::string> texts;
  const auto array = read_array(found, at, v, "an array of texts");
  if (!array) return texts;
  for (std::size_t i = 0; i < array->size(); ++i) {
    texts.emplace_back(read_text(found, at[i], (*array)[i]).value_or(""));
  }
  return texts;
}

}  // namespace daopai::io
