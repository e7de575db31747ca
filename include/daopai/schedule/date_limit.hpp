/// A date that binds a task, and who said so.
#ifndef DAOPAI_SCHEDULE_DATE_LIMIT_HPP
#define DAOPAI_SCHEDULE_DATE_LIMIT_HPP

#include <daopai/plan/dependency.hpp>
#include <daopai/time/date.hpp>

namespace daopai {

/// A limit on a task's dates, and where it was written: at the task itself, at a phase above it, or
/// as the window of an inspection.
struct date_limit {
  day_number day;  ///< inclusive
  event_id from;
};

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DATE_LIMIT_HPP
