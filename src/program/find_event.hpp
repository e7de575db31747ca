/// Things of a plan by what a user typed, and what may have been meant where there is no such
/// thing.
#ifndef DAOPAI_SRC_PROGRAM_FIND_EVENT_HPP
#define DAOPAI_SRC_PROGRAM_FIND_EVENT_HPP

#include <daopai/plan/plan.hpp>

#include <string>
#include <vector>

namespace daopai::program {

/// An id of a plan and the name that goes with it.
struct known_name {
  std::string id;
  std::string name;
};

/// The ids closest to what was typed, the closest first, at most three: those that contain it or
/// whose name does, and those that a few letters less, more or other make of it.
[[nodiscard]] std::vector<std::string> nearest_ids(const std::string& typed,
                                                   const std::vector<known_name>& known);

/// Each throws daopai::error if there is no such thing: `there is no task "P3"; did you mean "P3.1"
/// or "P3.2"?`
[[nodiscard]] event_id find_event(const plan& p, const std::string& typed);
[[nodiscard]] inspection_id find_inspection(const plan& p, const std::string& typed);
[[nodiscard]] unit_id find_unit(const plan& p, const std::string& typed);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_FIND_EVENT_HPP
