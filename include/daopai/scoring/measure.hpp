/// How what was observed of one object becomes the one value that a rule judges.
#ifndef DAOPAI_SCORING_MEASURE_HPP
#define DAOPAI_SCORING_MEASURE_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/detail/one_of.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// The observed value itself. Where several raters gave one, the first of `settings::raters`
/// counts.
struct single {};

/// `numerator` / `denominator` x `times`: per capita, per 100 pupils, share, teachers to pupils.
/// Each name is looked for among the indicator's own parts, then among the indicators, then among
/// the object's quantities. A denominator of zero is a missing value.
struct ratio {
  std::string numerator = "numerator";
  std::string denominator = "denominator";
  decimal times = 1;
};

/// The coefficient of variation (差异系数) of the parts: standard deviation / mean.
struct dispersion {
  bool weighted = true;  ///< by the size of each part (pupils of each school)
  bool sample = false;   ///< divide the squares by n - 1 rather than n; needs unweighted parts
};

/// The mean of the parts, weighted by their sizes; missing where the sizes add up to less than
/// `minimum_sample`.
struct survey {
  decimal minimum_sample = 0;
};

/// One value from those of several raters (self-assessment, review, experts).
struct raters {
  enum class pick {
    first_present,  ///< the first of `names` that has given a value
    mean,
    trimmed_mean,  ///< without the highest and the lowest; the mean where there are fewer than
                   ///< three
    weighted,      ///< by `weights`; a rater without a value is left out and the others re-weighted
  };
  pick how = pick::first_present;
  std::vector<std::string> names = {"expert", "review", "self"};
  std::vector<decimal> weights = {};  ///< one for each name; for `weighted` alone
};

/// The weighted mean of the values of several periods (spring 35 %, autumn 35 %, ...). Missing
/// where one of the periods is.
struct periods {
  struct weight {
    std::string period;
    decimal share;
  };
  std::vector<weight> weights;
};

/// Sum of coefficient x part; missing where a part is. Names are looked for as in `ratio`.
struct combination {
  struct term {
    std::string part;
    decimal coefficient = 1;
  };
  std::vector<term> terms;
};

/// All parts taken together, each cut off at `each_at_most`.
struct collected {
  enum class by { sum, mean, median, minimum, maximum, count };
  by how = by::sum;
  std::optional<decimal> each_at_most = std::nullopt;
};

/// One of the measures above, held as a `rule` is.
struct measure
    : detail::one_of<single, ratio, dispersion, survey, raters, periods, combination, collected> {
  using one_of::one_of;
};

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_MEASURE_HPP
