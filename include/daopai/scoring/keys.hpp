/// The names of scoring: objects beside the indicators, units and tasks of a plan.
#ifndef DAOPAI_SCORING_KEYS_HPP
#define DAOPAI_SCORING_KEYS_HPP

#include <daopai/plan/keys.hpp>

namespace daopai::scoring {

struct object;

/// What is scored: a county, a township, a school, a department.
using object_key = key<object>;
/// The position of an object in a table of observations.
using object_id = id<object>;
/// The position of an indicator in its system: 0 is the whole, and parents come before their
/// children.
using indicator_id = id<daopai::indicator>;

namespace literals {
[[nodiscard]] inline object_key operator""_object(const char* text, std::size_t size) {
  return object_key({text, size});
}
using namespace daopai::literals;  // "edu"_unit and its like
}  // namespace literals

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_KEYS_HPP
