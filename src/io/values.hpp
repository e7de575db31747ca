/// Reads single JSON values into what a plan is made of; says what was expected where one is wrong.
#ifndef DAOPAI_SRC_IO_VALUES_HPP
#define DAOPAI_SRC_IO_VALUES_HPP

#include "io/control.hpp"
#include "io/findings.hpp"
#include "io/json_value.hpp"
#include <daopai/time/date.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::io {

/// Reports that a value is not what was expected: `expected ..., found 3`.
void report_type(findings& found, const place_in_file& at, const std::string& expected,
                 const json::value& v);

/// Any string.
[[nodiscard]] std::optional<std::string_view> read_text(findings& found, const place_in_file& at,
                                                        const json::value& v);

/// Reports what of an id is none.
[[nodiscard]] std::optional<std::string_view> read_odd_id(findings& found, const place_in_file& at,
                                                          const json::value& v);

/// A string that can name a thing: not empty, without control characters.
[[nodiscard]] inline std::optional<std::string_view> read_id(findings& found,
                                                             const place_in_file& at,
                                                             const json::value& v) {
  const bool is_id = v.is_string() && !v.get_string().empty() && !has_control(v.get_string());
  return is_id ? v.get_string() : read_odd_id(found, at, v);
}

/// A string YYYY-MM-DD.
[[nodiscard]] std::optional<date> read_date(findings& found, const place_in_file& at,
                                            const json::value& v);

/// read_date(), or nothing where null stands.
[[nodiscard]] std::optional<date> read_date_or_null(findings& found, const place_in_file& at,
                                                    const json::value& v);

/// The numbers a value may have, both inclusive.
struct number_range {
  std::int32_t least;
  std::int32_t most;
};

/// A number without a fraction.
[[nodiscard]] std::optional<std::int32_t> read_integer(findings& found, const place_in_file& at,
                                                       const json::value& v, number_range range);

/// One of the words; its index.
[[nodiscard]] std::optional<std::size_t> read_word(findings& found, const place_in_file& at,
                                                   const json::value& v,
                                                   std::span<const std::string_view> words);

/// The array that a value is, or nothing after reporting that it is none.
[[nodiscard]] std::optional<json::array> read_array(findings& found, const place_in_file& at,
                                                    const json::value& v, const char* expected);

/// An array of ids, none twice.
[[nodiscard]] std::vector<std::string> read_ids(findings& found, const place_in_file& at,
                                                const json::value& v);

/// An array of strings.
[[nodiscard]] std::vector<std::string> read_texts(findings& found, const place_in_file& at,
                                                  const json::value& v);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_VALUES_HPP
