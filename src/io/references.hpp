/// Says more of an unknown id than the builder can: who refers to it, and which id is near to it.
#ifndef DAOPAI_SRC_IO_REFERENCES_HPP
#define DAOPAI_SRC_IO_REFERENCES_HPP

#include "io/json_value.hpp"
#include <daopai/error.hpp>

#include <string_view>
#include <vector>

namespace daopai::io {

/// The value at a place such as "tasks[3].after[1]", or nothing if there is none.
[[nodiscard]] const json::value* value_at(const json::value& root, std::string_view where);

/// Rewrites the messages of unknown tasks, inspections and units. O(problems x ids of the file) up
/// to a few million comparisons; beyond these no near id is looked for.
void explain_unknown_ids(std::vector<problem>& problems, const json::value& root);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_REFERENCES_HPP
