/// What a task or an inspection waits for: a predecessor, the kind of dependency, and a lag.
#ifndef DAOPAI_PLAN_DEPENDENCY_HPP
#define DAOPAI_PLAN_DEPENDENCY_HPP

#include <daopai/plan/keys.hpp>
#include <daopai/time/workdays.hpp>

#include <variant>

namespace daopai {

/// Which end of the predecessor holds which end of the successor.
enum class dependency_kind : std::uint8_t {
  finish_to_start,
  start_to_start,
  finish_to_finish,
  start_to_finish,
};

/// Time between the two ends: working days of the successor's calendar, or calendar days.
/// A negative lag is a lead.
class lag {
public:
  constexpr lag(workdays length) : amount_(length.count()), elapsed_(false) {}
  constexpr lag(calendar_days length) : amount_(length.count()), elapsed_(true) {}

  [[nodiscard]] constexpr std::int32_t amount() const { return amount_; }
  [[nodiscard]] constexpr bool in_calendar_days() const { return elapsed_; }
  friend constexpr bool operator==(const lag&, const lag&) = default;

private:
  std::int32_t amount_;
  bool elapsed_;
};

/// One entry of an `after` list. Converts from a bare key: finish-to-start without lag.
struct predecessor {
  std::variant<task_key, inspection_key> what;
  dependency_kind kind;
  daopai::lag lag;

  predecessor(task_key task, dependency_kind k = dependency_kind::finish_to_start,
              daopai::lag l = workdays(0))
      : what(std::move(task)), kind(k), lag(l) {}
  predecessor(inspection_key inspection, dependency_kind k = dependency_kind::finish_to_start,
              daopai::lag l = workdays(0))
      : what(std::move(inspection)), kind(k), lag(l) {}

  [[nodiscard]] const std::string& text() const {
    return std::visit([](const auto& k) -> const std::string& { return k.text(); }, what);
  }
};

/// A task or an inspection of a plan: what can stand at either end of a dependency.
using event_id = std::variant<task_id, inspection_id>;

/// A dependency of a built plan, both ends resolved.
struct dependency {
  event_id before;  ///< the predecessor
  event_id after;   ///< the successor
  dependency_kind kind;
  daopai::lag lag;
};

}  // namespace daopai

#endif  // DAOPAI_PLAN_DEPENDENCY_HPP
