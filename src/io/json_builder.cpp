#include "io/json_builder.hpp"

#include <cstring>
#include <map>
#include <memory>

namespace daopai::io {
namespace {

using json::member;

/// One bit of 64 for a name: two names with different bits differ.
std::uint64_t bit_of(std::string_view name) {
  if (name.empty()) return 1;
  const auto byte = [](char c) -> std::size_t { return static_cast<unsigned char>(c); };
  const std::size_t sum = name.size() + 7 * byte(name.front()) + 31 * byte(name.back());
  return std::uint64_t{1} << (sum % 64);
}

/// Whether two of a few members have one name; almost always without comparing any.
bool has_double(const member* members, std::size_t size) {
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t bit = bit_of(members[i].name);
    const bool is_new = (seen & bit) == 0;
    seen |= bit;
    if (is_new) continue;
    if (std::ranges::find(members, members + i, members[i].name, &member::name) != members + i) {
      return true;
    }
  }
  return false;
}

/// Lays the members, sorted by name, behind themselves. @return whether two have one name
bool sort_behind(member* members, std::size_t size) {
  member* const sorted = std::uninitialized_copy_n(members, size, members + size) - size;
  std::ranges::sort(sorted, sorted + size, {}, &member::name);
  return std::ranges::adjacent_find(sorted, sorted + size, {}, &member::name) != sorted + size;
}

}  // namespace

void json_builder::close_array(std::size_t size) {
  auto* const elements = allocate<json::value>(size);
  std::uninitialized_copy_n(open_.end() - static_cast<std::ptrdiff_t>(size), size, elements);
  open_.resize(open_.size() - size);
  push(json::value(json::array(elements, size)));
}

void json_builder::close_object(std::size_t size) {
  const bool is_large = size > json::object::most_unsorted;
  auto* const members = allocate<member>(is_large ? 2 * size : size);
  const json::value* from = open_.data() + open_.size() - 2 * size;
  for (std::size_t i = 0; i < size; ++i, from += 2) {
    std::construct_at(members + i, member{from[0].get_string(), from[1]});
  }
  open_.resize(open_.size() - 2 * size);
  if (is_large ? sort_behind(members, size) : has_double(members, size)) {
    size = without_doubles(members, size);
  }
  push(json::value(json::object(members, size)));
}

/// Of members with one name, leaves the value of the last at the place of the first.
std::size_t json_builder::without_doubles(member* members, std::size_t size) {
  has_doubled_fields_ = true;
  std::map<std::string_view, json::value*> known;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto [at, is_new] = known.emplace(members[i].name, &members[kept].value);
    if (is_new) {
      members[kept++] = members[i];
    } else {
      *at->second = members[i].value;
    }
  }
  if (kept > json::object::most_unsorted) sort_behind(members, kept);
  return kept;
}

std::string_view json_builder::keep(std::string_view text) {
  auto* const kept = allocate<char>(text.size());
  std::memcpy(kept, text.data(), text.size());
  return {kept, text.size()};
}

}  // namespace daopai::io
