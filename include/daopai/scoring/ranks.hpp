/// Ranks with a stated precision and tie rule.
#ifndef DAOPAI_SCORING_RANKS_HPP
#define DAOPAI_SCORING_RANKS_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/rule.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace daopai::scoring {

namespace detail {

/// A score that is ranked, and whose it is.
struct ranked_score {
  decimal score;
  std::size_t owner;
};

/// Gives each run of equal scores the middle of the places it takes up, rounded down.
inline void share_places(const std::vector<ranked_score>& order,
                         std::vector<std::optional<std::size_t>>& ranks) {
  std::size_t first = 0;
  while (first < order.size()) {
    std::size_t end = first + 1;
    while (end < order.size() && order[end].score == order[first].score) ++end;
    for (std::size_t k = first; k < end; ++k) ranks[order[k].owner] = (first + end - 1) / 2 + 1;
    first = end;
  }
}

}  // namespace detail

/// The rank of each score, 1 for the highest; scores that are equal when rounded at `places` tie.
/// Objects without a score have no rank. Of `tie_rule::average` the rank is rounded down: 1, 2, 2,
/// 4 for 1, 2.5, 2.5, 4. O(n log n).
[[nodiscard]] inline std::vector<std::optional<std::size_t>> ranks_of(
    std::span<const std::optional<decimal>> scores, int places,
    tie_rule ties = tie_rule::competition) {
  std::vector<detail::ranked_score> order;
  order.reserve(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i]) order.push_back({rounded(*scores[i], places), i});
  }
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.score > b.score; });
  std::vector<std::optional<std::size_t>> ranks(scores.size());
  std::size_t first = 0;
  std::size_t different = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k == 0 || order[k].score != order[k - 1].score) {
      first = k;
      ++different;
    }
    ranks[order[k].owner] = ties == tie_rule::dense ? different : first + 1;
  }
  if (ties == tie_rule::average) detail::share_places(order, ranks);
  return ranks;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_RANKS_HPP
