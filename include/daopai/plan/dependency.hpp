/// What a task or an inspection waits for: a predecessor, the kind of dependency, and a lag.
#ifndef DAOPAI_PLAN_DEPENDENCY_HPP
#define DAOPAI_PLAN_DEPENDENCY_HPP

#include <daopai/plan/keys.hpp>
#include <daopai/time/workdays.hpp>

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
class predecessor {
  std::string text_;  // these first: so all of it takes 48 bytes
  bool is_task_;

public:
  dependency_kind kind;
  daopai::lag lag;

  predecessor(task_key task, dependency_kind k = dependency_kind::finish_to_start,
              daopai::lag l = workdays(0))
      : text_(std::move(task).text()), is_task_(true), kind(k), lag(l) {}
  predecessor(inspection_key inspection, dependency_kind k = dependency_kind::finish_to_start,
              daopai::lag l = workdays(0))
      : text_(std::move(inspection).text()), is_task_(false), kind(k), lag(l) {}

  [[nodiscard]] bool is_task() const { return is_task_; }
  [[nodiscard]] const std::string& text() const { return text_; }  ///< the key of what it names
};

/// A task or an inspection of a plan: what can stand at either end of a dependency.
class event_id {
public:
  constexpr event_id(task_id t) : index_(t.index() & most), is_task_(true) {}
  constexpr event_id(inspection_id i) : index_(i.index() & most), is_task_(false) {}

  [[nodiscard]] constexpr bool is_task() const { return is_task_; }
  [[nodiscard]] constexpr bool is_inspection() const { return !is_task_; }
  [[nodiscard]] constexpr task_id task() const { return task_id(index_); }  ///< if is_task()
  [[nodiscard]] constexpr inspection_id inspection() const { return inspection_id(index_); }
  friend constexpr bool operator==(const event_id&, const event_id&) = default;

private:
  static constexpr std::uint32_t most = (std::uint32_t{1} << 31) - 1;
  std::uint32_t index_ : 31;
  bool is_task_ : 1;  // in one word with the index: networks hold two of these for each event
};

/// A dependency of a built plan, both ends resolved.
struct dependency {
  event_id before;  ///< the predecessor
  event_id after;   ///< the successor
  dependency_kind kind;
  daopai::lag lag;
};

}  // namespace daopai

#endif  // DAOPAI_PLAN_DEPENDENCY_HPP
