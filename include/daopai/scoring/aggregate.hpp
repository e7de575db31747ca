/// How the scores of the parts of an indicator become its own.
#ifndef DAOPAI_SCORING_AGGREGATE_HPP
#define DAOPAI_SCORING_AGGREGATE_HPP

#include <daopai/scoring/decimal.hpp>

#include <cstddef>
#include <optional>
#include <variant>

namespace daopai::scoring {

/// The sum of the parts' points. Its full score is what the parts can give together.
struct sum_of_points {};

/// Points x the weighted mean of the parts' degrees of achievement (score / full score of the
/// part).
struct weighted_mean {};

/// Points x the weighted geometric mean of the degrees of achievement; one zero makes it zero.
struct geometric_mean {};

/// Points x the least degree of achievement.
struct minimum {};

/// All points or none: at least `at_least` parts are met, and the value of each of the others
/// reaches `rest_at_least` x its target (does not exceed target / `rest_at_least`, where lower is
/// better).
struct k_of_n {
  std::size_t at_least = 1;  ///< `every`: all of them
  std::optional<decimal> rest_at_least = std::nullopt;
  static constexpr std::size_t every = static_cast<std::size_t>(-1);
};

using aggregate = std::variant<sum_of_points, weighted_mean, geometric_mean, minimum, k_of_n>;

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_AGGREGATE_HPP
