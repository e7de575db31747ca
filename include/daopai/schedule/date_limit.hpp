/// A date that binds a task, and who said so.
#ifndef DAOPAI_SCHEDULE_DATE_LIMIT_HPP
#define DAOPAI_SCHEDULE_DATE_LIMIT_HPP

#include <daopai/plan/dependency.hpp>
#include <daopai/time/date.hpp>

#include <limits>
#include <optional>

namespace daopai {

/// A limit on a task's dates, and where it was written: at the task itself, at a phase above it, or
/// as the window of an inspection.
struct date_limit {
  day_number day;  ///< inclusive
  event_id from;
};

/// What binds a task, if anything does: as std::optional<date_limit>, but in eight bytes instead of
/// twelve, and copied in a register. (g++ copies the other through memory and waits for it: a sixth
/// of the time of compile().)
class binding_limit {
public:
  constexpr binding_limit() = default;
  constexpr binding_limit(std::nullopt_t /*none*/) {}
  constexpr binding_limit(date_limit limit) : limit_(limit) {}

  [[nodiscard]] constexpr bool has_value() const { return limit_.day != none; }
  [[nodiscard]] constexpr explicit operator bool() const { return has_value(); }
  [[nodiscard]] constexpr const date_limit& operator*() const { return limit_; }
  [[nodiscard]] constexpr const date_limit* operator->() const { return &limit_; }

private:
  static constexpr day_number none = std::numeric_limits<day_number>::max();
  date_limit limit_{none, task_id(0)};
};

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_DATE_LIMIT_HPP
