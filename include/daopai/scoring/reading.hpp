/// The objects that are scored, and single values observed of them.
#ifndef DAOPAI_SCORING_READING_HPP
#define DAOPAI_SCORING_READING_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/keys.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace daopai::scoring {

/// A county, a township, a school, a department.
struct object {
  object_key id;
  std::string name = {};
  std::string group = {};                       ///< its peers are the objects of the same group
  std::optional<unit_key> unit = std::nullopt;  ///< answers where an indicator names nobody
  std::map<std::string, std::string> attributes = {};  ///< "type" -> "technical school"
  std::map<std::string, decimal> quantities = {};  ///< "population" -> 312000, "difficulty" -> 1.25
};

/// One observed value.
struct observation {
  object_key object;
  indicator_key indicator;
  std::optional<decimal> value = std::nullopt;  ///< nothing, and no label: looked for and missing
  std::string label = {};                       ///< for rules by level or title
  std::string part = {};    ///< one of several values: a school, "numerator", a question
  std::string rater = {};   ///< "self", "review", "expert", ...
  std::string period = {};  ///< "2023", "2024-spring"; later ones sort behind earlier ones
  decimal size = 1;         ///< of the part: pupils of the school, people asked
};

/// What an observation says beside its value: names are positions in a pool, 0 is the empty one.
struct circumstance {
  decimal size = 1;
  std::uint32_t part = 0;
  std::uint32_t rater = 0;
  std::uint32_t period = 0;
  std::uint32_t label : 31 = 0;
  std::uint32_t has_value : 1 = 1;
  friend bool operator==(const circumstance&, const circumstance&) = default;
};

/// An observation as the table gives it.
struct reading : circumstance {
  decimal value = 0;
};

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_READING_HPP
