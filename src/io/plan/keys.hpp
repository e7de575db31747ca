/// Reads the ids by which the parts of a plan file name each other.
#ifndef DAOPAI_SRC_IO_PLAN_KEYS_HPP
#define DAOPAI_SRC_IO_PLAN_KEYS_HPP

#include "io/plan_reader.hpp"
#include "io/values.hpp"

namespace daopai::io {

/// The id of a thing that is referred to; an empty key after reporting that it is none.
template <class Key>
[[nodiscard]] Key read_key(plan_reader& r, const place_in_file& at, const json::value& v) {
  return Key(std::string(read_id(r.found, at, v).value_or("")));
}

/// The id of a thing itself, not of one it refers to.
template <class Key>
void read_own_key(plan_reader& r, const place_in_file& at, const json::value& v, Key& own) {
  if (const auto id = read_id(r.found, at, v)) own = Key(std::string(*id));
}

/// An array of ids that are referred to, none twice.
template <class Key>
[[nodiscard]] std::vector<Key> read_keys(plan_reader& r, const place_in_file& at,
                                         const json::value& v) {
  std::vector<Key> keys;
  for (std::string& id : read_ids(r.found, at, v)) keys.emplace_back(std::move(id));
  return keys;
}

/// Gives a thing that could not be read an id that no file can write, and one without a name its
/// id for a name.
template <class Thing>
void settle(plan_reader& r, const place_in_file& at, Thing& thing) {
  if (thing.id.text().empty()) {
    r.lost_id = true;
    thing.id = decltype(thing.id)('\n' + at.text());
  }
  if (thing.name.empty()) thing.name = thing.id.text();
}

/// Calls `read_one(place, value)` for each element of the list of that name, if it is an array.
template <class ReadOne>
void read_each(plan_reader& r, std::string_view list, const json::value& v, ReadOne read_one) {
  const place_in_file root;
  const place_in_file at = root / list;
  const auto array = read_array(r.found, at, v, "an array");
  if (!array) {
    r.lost_id = true;
    return;
  }
  for (std::size_t i = 0; i < array->size(); ++i) read_one(at[i], (*array)[i]);
}

/// Indicators, their values and what raises and proves them are other readers' to read: here they
/// need only be there in form.
template <class Target>
void leave_to_others(plan_reader& r, const place_in_file& at, const json::value& v, Target&) {
  if (!v.is_structured()) report_type(r.found, at, "an array or an object", v);
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLAN_KEYS_HPP
