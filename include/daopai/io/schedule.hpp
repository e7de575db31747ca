/// Writes a schedule as JSON: the answer that scripts read.
#ifndef DAOPAI_IO_SCHEDULE_HPP
#define DAOPAI_IO_SCHEDULE_HPP

#include <daopai/plan/language.hpp>
#include <daopai/schedule/lights.hpp>
#include <daopai/schedule/schedule.hpp>

#include <string>

namespace daopai::io {

/// What may be asked of the answer.
struct answer_options {
  light_policy lights{};
  language sentences = language::english;  ///< of `light_text`
};

/// An object with `title`, `today`, `finish` and `least_float` (null for a plan without tasks),
/// `tasks` in the order of the file, `inspections` and `problems`; one task, inspection or problem
/// a line, a line feed at the end. Dates are YYYY-MM-DD, durations and floats working days of the
/// task's own calendar.
///
/// A driver is `by` task, inspection, deadline, parent, not-before, today, progress or none, with
/// `id` and `date` where there are such. `floats` holds one number for each inspection the task
/// leads to. `state` is not-due, due, under-way, late or done; `light` is green, yellow, red or
/// blue, `light_reason` says why in a word (see light_reason), `light_text` in a sentence, and
/// `light_task` names the task below a phase that gives its light. `scheduled_progress` and
/// `actual_progress` are shares from 0 to 1, of tasks and at the top of the plan; `lights` at the
/// top counts the tasks of each light. Where several critical paths tie, `critical_paths` has up to
/// 16 of them. An inspection that waits for nothing has null floats.
///
/// O(inspections x (tasks + dependencies)). Beyond 64 million pairs of task and inspection `floats`
/// is left out, and `problems` says so ("floats-left-out").
[[nodiscard]] std::string to_json(const schedule& s, const answer_options& options = {});

/// How late the tasks may come if inspection `i` alone counts: an object with `title`, `today`, the
/// `inspection` and, in the order of the file, the `tasks` that are not done and lead to it, each
/// with its early dates and with the late dates and the float for this inspection.
/// O(tasks + dependencies).
[[nodiscard]] std::string to_json(const schedule& s, inspection_id i);

}  // namespace daopai::io

#endif  // DAOPAI_IO_SCHEDULE_HPP
