/// What holds for a whole indicator system: rounding, bounds, grades, ranks, states.
#ifndef DAOPAI_SCORING_SETTINGS_HPP
#define DAOPAI_SCORING_SETTINGS_HPP

#include <daopai/scoring/aggregate.hpp>
#include <daopai/scoring/bands.hpp>
#include <daopai/scoring/rule.hpp>
#include <daopai/scoring/standing.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// What the bands read.
enum class graded_on { exact_score, rounded_score };

/// How ranks are given. Objects tie when their scores are equal at `places` (nothing: those of the
/// score).
struct ranking {
  std::optional<int> places = std::nullopt;
  tie_rule ties = tie_rule::competition;
};

/// The steps of a score have one fixed order: (1) points of each leaf; (2) headings, from the
/// bottom up, each with its bonus and malus parts added, then its floor and cap; (3) floor and cap
/// of the whole; (4) rounding half-up at `places`; (5) the band; (6) the largest downgrade; (7) the
/// lowest grade cap; (8) failure.
struct settings {
  std::string title = {};
  aggregate combine = sum_of_points{};
  std::optional<decimal> points = std::nullopt;    ///< the full score as printed
  std::optional<decimal> at_most = std::nullopt;   ///< 总分封顶
  std::optional<decimal> at_least = std::nullopt;  ///< 总分保底
  int places = 2;                                  ///< of published scores, 0 to 12
  graded_on grade_reads = graded_on::exact_score;
  grade_bands bands = {};
  ranking ranks = {};
  /// Whose value counts where several raters observed and the measure does not say.
  std::vector<std::string> raters = {"expert", "review", "self"};
  std::vector<state_rule> states = {};  ///< dynamic management, the gravest first
};

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_SETTINGS_HPP
