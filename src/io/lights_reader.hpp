/// Reads the object "lights" of a plan file.
#ifndef DAOPAI_SRC_IO_LIGHTS_READER_HPP
#define DAOPAI_SRC_IO_LIGHTS_READER_HPP

#include "io/findings.hpp"
#include "io/json_value.hpp"
#include <daopai/schedule/lights.hpp>

namespace daopai::io {

/// The policy that stands at `at`; what is wrong with it goes to `found`.
[[nodiscard]] light_policy read_lights(findings& found, const place_in_file& at,
                                       const json::value& v);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_LIGHTS_READER_HPP
