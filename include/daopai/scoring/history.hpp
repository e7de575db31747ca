/// The results of one object over several periods, as dynamic management reads them.
#ifndef DAOPAI_SCORING_HISTORY_HPP
#define DAOPAI_SCORING_HISTORY_HPP

#include <daopai/scoring/scores.hpp>
#include <daopai/scoring/standing.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace daopai::scoring {

/// One result for each of `periods` (oldest first, each scored with its period as the view) that
/// knows the object.
[[nodiscard]] inline std::vector<period_result> history_of(std::span<const scores> periods,
                                                           const object_key& object) {
  std::vector<period_result> history;
  for (const scores& s : periods) {
    const auto o = s.table().find(object);
    if (!o) continue;
    const score_card& card = s.of(*o);
    history.push_back(
        {s.seen().period, card.score, card.grade, card.rank, s.ranked(), s.table().at(*o).group});
  }
  return history;
}

/// The state of an object after the last of `periods` by the system's own rules; nothing where none
/// applies.
[[nodiscard]] inline std::optional<standing> standing_of(std::span<const scores> periods,
                                                         const object_key& object) {
  if (periods.empty()) return std::nullopt;
  return standing_after(periods.back().system().config().states, history_of(periods, object));
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_HISTORY_HPP
