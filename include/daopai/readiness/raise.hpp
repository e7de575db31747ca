/// What a task does for an indicator: the value that it will have reached.
#ifndef DAOPAI_READINESS_RAISE_HPP
#define DAOPAI_READINESS_RAISE_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/keys.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace daopai::readiness {

enum class raised : std::uint8_t {
  on_finish,      ///< all at once, when the task is done
  in_proportion,  ///< evenly over the working days of the task, or the tasks below a phase
};

/// A task brings the value of a leaf to `to`; "raises" also where fewer is better (cases of
/// pollution: to 0). It never makes a value worse, so of several raises of one value the best that
/// is reached counts, in whatever order they come.
///
/// In proportion and without `from`, the value moves from the one observed to `to` over the days
/// that the task still has; with `from`, from there over the whole of the task, and what was
/// observed stands until that is better. Without either nothing is known to start from, and the
/// value comes all at once.
///
/// A phase, as a recurring duty is one over its occurrences, raises in proportion with each task
/// below it that is done, all counting alike: over those that are open today, or with `from` over
/// all of them.
struct raise {
  task_key task;
  indicator_key indicator;  ///< a leaf
  scoring::decimal to = 0;  ///< as an observation would write it
  std::string label = {};   ///< instead of `to`, for rules by level or title
  raised when = raised::on_finish;
  std::optional<scoring::object_key> object = std::nullopt;  ///< needed where there are several
  std::optional<scoring::decimal> from = std::nullopt;
};

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_RAISE_HPP
