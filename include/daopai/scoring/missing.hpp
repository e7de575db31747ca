/// What it means that nothing was observed: a policy of every indicator.
#ifndef DAOPAI_SCORING_MISSING_HPP
#define DAOPAI_SCORING_MISSING_HPP

#include <daopai/scoring/decimal.hpp>

#include <variant>

namespace daopai::scoring::missing {

/// No points.
struct zero {};
/// Full points.
struct full {};
/// The indicator does not count for this object; what its siblings get is scaled up to the parent's
/// points.
struct exempt {};
/// The score of the object cannot be published.
struct blocks {};
/// A value put in its place, by a named method. Where the method finds none, the policy is `zero`.
struct imputed {
  enum class method {
    mean_of_peers,
    median_of_peers,
    previous_period,  ///< the object's latest observation of an earlier period
    constant,         ///< `value`
  };
  method how = method::mean_of_peers;
  decimal value = 0;
};

using policy = std::variant<zero, full, exempt, blocks, imputed>;

}  // namespace daopai::scoring::missing

#endif  // DAOPAI_SCORING_MISSING_HPP
