/// Reads numbers that are no counts of days: decimals, and whole numbers up to 1e15.
#ifndef DAOPAI_SRC_IO_PLAN_NUMBERS_HPP
#define DAOPAI_SRC_IO_PLAN_NUMBERS_HPP

#include "io/scoring/fields.hpp"
#include "io/values.hpp"

namespace daopai::io {

/// A JSON number, as the decimal it writes.
[[nodiscard]] inline std::optional<decimal> read_decimal(findings& found, const place_in_file& at,
                                                         const json::value& v) {
  const auto number = v.is_number() ? to_decimal(v) : std::nullopt;
  if (!number) report_type(found, at, "a number", v);
  return number;
}

/// A number without a fraction, written with or without an exponent.
[[nodiscard]] inline std::optional<std::int64_t> read_whole(findings& found,
                                                            const place_in_file& at,
                                                            const json::value& v) {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  const auto number = v.is_number() ? to_decimal(v) : std::nullopt;
  if (number && floor(*number) == *number && *number >= -decimal{most} &&
      *number <= decimal{most}) {
    return static_cast<std::int64_t>(number->scaled() / decimal{1}.scaled());
  }
  report_type(found, at, "a whole number up to 1e15", v);
  return std::nullopt;
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLAN_NUMBERS_HPP
