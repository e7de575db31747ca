/// Findings (问题清单): what is wrong, who sets it right by which tasks, and its way to being
/// closed out (销号).
#ifndef DAOPAI_READINESS_FINDING_HPP
#define DAOPAI_READINESS_FINDING_HPP

#include <daopai/readiness/keys.hpp>
#include <daopai/time/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daopai::readiness {

/// Closed out is `accepted` alone.
///
///     open --> in_hand --> submitted --> accepted
///       ^         ^            |             |
///       |         +-- returned <             |
///       +------------------------------------+   found again
enum class finding_state : std::uint8_t { open, in_hand, submitted, accepted, returned };

/// Whether a finding may go from one state to the next.
[[nodiscard]] constexpr bool may_follow(finding_state from, finding_state to) {
  using enum finding_state;
  switch (from) {
    case open: return to == in_hand;
    case in_hand: return to == submitted;
    case submitted: return to == accepted || to == returned;
    case returned: return to == in_hand;
    case accepted: return to == open;
  }
  return false;
}

/// A return and a re-opening must be given a reason.
[[nodiscard]] constexpr bool needs_reason(finding_state from, finding_state to) {
  return to == finding_state::returned || from == finding_state::accepted;
}

struct finding_step {
  date on;
  finding_state state;
  std::string reason = {};
};

/// Who accepts that a finding is settled, and by what rule.
struct acceptance {
  std::optional<unit_key> by = {};
  std::string rule = {};
};

struct finding {
  finding_key id;
  std::string name = {};
  date found;                        ///< from this day on it is open
  std::string source = {};           ///< who found it: self-check, experts, hotline
  std::vector<unit_key> units = {};  ///< who answers for it, the first before the others
  std::vector<task_key> tasks = {};  ///< the work that settles it
  acceptance accepted = {};
  std::vector<finding_step> history = {};  ///< rising dates; a first step `open` may be left out
  std::optional<date> due = {};            ///< else when its tasks must be done at the latest
};

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_FINDING_HPP
