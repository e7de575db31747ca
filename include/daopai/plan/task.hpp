/// Tasks, the phases that hold them, and the inspections they are planned back from.
#ifndef DAOPAI_PLAN_TASK_HPP
#define DAOPAI_PLAN_TASK_HPP

#include <daopai/plan/dependency.hpp>
#include <daopai/plan/keys.hpp>
#include <daopai/time/date.hpp>
#include <daopai/time/workdays.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai {

/// The last day on which something may still finish ("7月20日前"): the day itself counts, and a day
/// that is not worked means the working day before it.
struct deadline {
  explicit deadline(date day) : last_day(day) {}
  date last_day;
};

/// The first day on which something may start; a day that is not worked means the next one that is.
struct not_before {
  explicit not_before(date day) : first_day(day) {}
  date first_day;
};

/// What is known of work that has begun. Dates are those on which work was really done.
struct progress {
  std::optional<date> started{};
  std::optional<date> finished{};       ///< inclusive
  std::optional<workdays> remaining{};  ///< of work under way; the whole duration if not said
};

/// The smallest thing with a responsible unit. A task that other tasks name as their parent is a
/// phase: it spans them, and its own duration says nothing.
///
/// A task that restates others is linked to them and never counted beside them: not in the work or
/// load of a unit, nor in scores or progress. One without a duration and without tasks below it is
/// a milestone that waits for all it restates, is due when the last of them is, and is finished
/// when they are.
struct task {
  task_key id;
  std::string name;
  workdays duration;  ///< 0 is a milestone
  std::optional<unit_key> lead{};
  std::vector<unit_key> assist{};
  std::vector<predecessor> after{};
  std::optional<daopai::deadline> deadline{};
  std::optional<daopai::not_before> not_before{};
  std::optional<task_key> parent{};
  std::optional<calendar_key> calendar{};  ///< else its lead unit's, else the plan's
  daopai::progress progress{};
  std::vector<std::string> evidence{};
  std::vector<indicator_key> indicators{};
  std::string number{};              ///< where the printed plan has it, such as "（三）1"
  std::string leader{};              ///< the role of the leader who heads it, never a name
  std::vector<task_key> restates{};  ///< tasks that this one only says again, as rows of annexes do
};

/// A heading over tasks: no duration of its own, its dates span what lies below it. Its deadline
/// and its not_before bind all below it; to wait for it is to wait for all below it; what it waits
/// for, all below it waits for.
struct phase {
  task_key id;
  std::string name;
  std::optional<unit_key> lead{};
  std::vector<unit_key> assist{};
  std::vector<predecessor> after{};
  std::optional<daopai::deadline> deadline{};
  std::optional<daopai::not_before> not_before{};
  std::optional<task_key> parent{};
  std::optional<calendar_key> calendar{};
  daopai::progress progress{};  ///< noted as without effect: its progress is that of its tasks
  std::vector<std::string> evidence{};
  std::vector<indicator_key> indicators{};
  std::string number{};              ///< where the printed plan has it, such as "（三）1"
  std::string leader{};              ///< the role of the leader who heads it, never a name
  std::vector<task_key> restates{};  ///< tasks that this one only says again, as rows of annexes do
};

/// One thing that happens on the day of an inspection: 汇报会, 查阅资料, 实地考察, 通报会.
struct inspection_step {
  std::string name;
  std::optional<unit_key> lead{};
};

/// The dated event everything is planned back from: to the first day of its window, with the float
/// to the last day reported beside it.
struct inspection {
  inspection_key id;
  std::string name;
  date_window window;
  std::vector<predecessor> after{};      ///< finished on the last working day before it
  std::vector<inspection_step> steps{};  ///< of its day, in order
};

}  // namespace daopai

#endif  // DAOPAI_PLAN_TASK_HPP
