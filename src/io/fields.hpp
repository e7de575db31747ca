/// Reads a JSON object by a table of its fields: which there are, which must be there, and what
/// reads each.
#ifndef DAOPAI_SRC_IO_FIELDS_HPP
#define DAOPAI_SRC_IO_FIELDS_HPP

#include "io/values.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace daopai::io {

/// One field of the objects that are read into a Target. The Reader carries the findings, in a
/// member `found`, and whatever else reading needs.
template <class Reader, class Target>
struct field {
  std::string_view name;
  void (*read)(Reader&, const place_in_file&, const json::value&, Target&);
  const char* required_as = nullptr;  ///< for a field that must be there: what it is
};

namespace detail {

/// Where a field stands in a table, looking first at `hint`; the size of the table if it does not.
template <class Reader, class Target>
[[nodiscard]] std::size_t find_field(std::span<const field<Reader, Target>> table,
                                     std::string_view name, std::size_t hint) {
  for (std::size_t i = hint; i < table.size(); ++i) {
    if (table[i].name == name) return i;
  }
  for (std::size_t i = 0; i < std::min(hint, table.size()); ++i) {
    if (table[i].name == name) return i;
  }
  return table.size();
}

/// What no table names: a comment, or an error.
template <class Reader, class Target>
void read_other_field(findings& found, const place_in_file& at, std::string_view name,
                      const json::value& v, std::span<const field<Reader, Target>> table) {
  if (name == "comment") {
    static_cast<void>(read_text(found, at / name, v));
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& f : table) names.push_back(f.name);
  const std::string nearest = did_you_mean(name, names);
  found.report("unknown-field", at / name,
               "there is no field " + quoted(name) + " here" +
                   (nearest.empty() ? "; expected " + one_of(names) : nearest));
}

/// The fields that must be there, as bits: a sum that compilers know beforehand.
template <class Reader, class Target, std::size_t Size, std::size_t... I>
[[nodiscard]] constexpr std::uint32_t required_fields(
    const std::array<field<Reader, Target>, Size>& fields, std::index_sequence<I...> /*all*/) {
  return ((fields[I].required_as ? std::uint32_t{1} << I : 0U) | ...);
}

template <class Reader, class Target>
void report_missing(findings& found, const place_in_file& at,
                    std::span<const field<Reader, Target>> table, std::uint32_t missing) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if ((missing >> i & 1U) == 0) continue;
    found.report(
        "missing-field", at,
        "the field " + quoted(table[i].name) + " is missing; expected " + table[i].required_as);
  }
}

}  // namespace detail

/// Reads every field that the table names; reports those it does not, and those that are missing.
/// @return false if the value is no object
template <class Reader, class Target, std::size_t Size>
bool read_fields(Reader& reader, place_in_file at, const json::value& v,
                 const std::array<field<Reader, Target>, Size>& fields, Target& target) {
  static_assert(Size <= 32, "the fields that were seen are bits of one number");
  const std::span<const field<Reader, Target>> table(fields);
  const auto object = v.if_object();
  if (!object) {
    report_type(reader.found, at, "an object", v);
    return false;
  }
  at.holds(v);
  std::uint32_t seen = 0;
  std::size_t next = 0;
  for (const auto& member : *object) {
    const std::string_view name = member.name;
    const std::size_t i = detail::find_field(table, name, next);
    if (i == table.size()) {
      detail::read_other_field(reader.found, at, name, member.value, table);
      continue;
    }
    table[i].read(reader, at / table[i].name, member.value, target);
    seen |= 1U << i;
    next = i + 1;
  }
  const std::uint32_t missing =
      detail::required_fields(fields, std::make_index_sequence<Size>()) & ~seen;
  if (missing != 0) detail::report_missing(reader.found, at, table, missing);
  return true;
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_FIELDS_HPP
