/// Reads the policy of the lights from a plan file.
#ifndef DAOPAI_IO_LIGHTS_HPP
#define DAOPAI_IO_LIGHTS_HPP

#include <daopai/io/malformed_file.hpp>
#include <daopai/schedule/lights.hpp>

#include <string_view>

namespace daopai::io {

/// What "lights" at the top of a plan file says; a field that is left out keeps its usual value,
/// `null` switches a rule off. The rest of the file is not looked at: read_plan() reads it, and
/// reports what is wrong with the lights as well.
/// @param name  of the file, as messages shall show it
/// @throws malformed_file with every problem of the lights. O(text).
[[nodiscard]] light_policy read_light_policy(std::string_view text, std::string_view name);

}  // namespace daopai::io

#endif  // DAOPAI_IO_LIGHTS_HPP
