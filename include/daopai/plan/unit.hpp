/// A responsible unit: an office, or a group of offices (各乡镇).
#ifndef DAOPAI_PLAN_UNIT_HPP
#define DAOPAI_PLAN_UNIT_HPP

#include <daopai/plan/keys.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai {

struct unit {
  unit_key id;
  std::string name;
  std::vector<unit_key> members{};         ///< not empty: a group of these units
  std::optional<unit_key> parent{};        ///< the unit above
  std::optional<calendar_key> calendar{};  ///< works on the plan's calendar without one
  std::optional<int> capacity{};  ///< tasks it can work on at a time; kept, not yet computed with
};

}  // namespace daopai

#endif  // DAOPAI_PLAN_UNIT_HPP
