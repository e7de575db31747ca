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

/// Gives each run of equal ranks the middle of the places it takes up, rounded down.
inline void share_places(const std::vector<std::size_t>& order,
                         std::vector<std::optional<std::size_t>>& ranks) {
  std::size_t first = 0;
  while (first < order.size()) {
    std::size_t end = first + 1;
    while (end < order.size() && ranks[order[end]] == ranks[order[first]]) ++end;
    for (std::size_t k = first; k < end; ++k) ranks[order[k]] = (first + end - 1) / 2 + 1;
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
  std::vector<std::size_t> order;
  std::vector<decimal> at_places(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!scores[i]) continue;
    order.push_back(i);
    at_places[i] = rounded(*scores[i], places);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return at_places[a] > at_places[b]; });
  std::vector<std::optional<std::size_t>> ranks(scores.size());
  std::size_t first = 0;
  std::size_t different = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k == 0 || at_places[order[k]] != at_places[order[k - 1]]) {
      first = k;
      ++different;
    }
    ranks[order[k]] = ties == tie_rule::dense ? different : first + 1;
  }
  if (ties == tie_rule::average) detail::share_places(order, ranks);
  return ranks;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_RANKS_HPP
