/// The difference between two results, split by indicator so that the parts add up to it.
#ifndef DAOPAI_SCORING_DIFFERENCE_HPP
#define DAOPAI_SCORING_DIFFERENCE_HPP

#include <daopai/scoring/lost.hpp>

#include <map>
#include <vector>

namespace daopai::scoring {

struct difference_line {
  indicator_id
      indicator;   ///< the whole stands for a different full score and for its own floor and cap
  decimal points;  ///< what the first has more than the second
};

struct score_difference {
  decimal total;                       ///< score of the first - score of the second
  std::vector<difference_line> lines;  ///< in the order of the indicators; they sum to `total`
};

/// From the lost points of two objects, or of one in two periods, by the same system at the same
/// places. O(lines log lines).
[[nodiscard]] inline score_difference difference_between(const lost_points& first,
                                                         const lost_points& second) {
  std::map<std::size_t, decimal> by_indicator;
  by_indicator[0] += first.full - second.full;
  for (const lost_line& l : first.lines) by_indicator[l.indicator.index()] -= l.points;
  for (const lost_line& l : second.lines) by_indicator[l.indicator.index()] += l.points;
  score_difference difference{first.score - second.score, {}};
  for (const auto& [indicator, points] : by_indicator) {
    if (points != 0) difference.lines.push_back({indicator_id{indicator}, points});
  }
  return difference;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DIFFERENCE_HPP
