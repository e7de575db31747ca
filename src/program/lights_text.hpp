/// Lights and progress, as several commands show them.
#ifndef DAOPAI_SRC_PROGRAM_LIGHTS_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_LIGHTS_TEXT_HPP

#include "program/words.hpp"
#include <daopai/schedule/lights.hpp>

#include <string>

namespace daopai::program {

/// What is done, what should be, and the lights of all tasks.
struct standing {
  progress_report progress;
  std::vector<task_light> lights;

  standing(const schedule& s, const light_policy& policy)
      : progress(progress_of(s)), lights(lights_of(s, progress, policy)) {}
};

/// "done: 45.0% of the work, ...", without a line feed; empty for no tasks.
[[nodiscard]] std::string standing_text(const work_progress& work, const light_counts& counts,
                                        const words& w);

/// A table of the tasks whose light is red or yellow, red ones first, and why; empty if none is.
[[nodiscard]] std::string lights_text(const schedule& s, const standing& how, const words& w,
                                      bool colour);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_LIGHTS_TEXT_HPP
