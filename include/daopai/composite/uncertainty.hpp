/// How sure a ranking is: the index computed again and again with other, equally defensible
/// choices.
#ifndef DAOPAI_COMPOSITE_UNCERTAINTY_HPP
#define DAOPAI_COMPOSITE_UNCERTAINTY_HPP

#include <daopai/composite/pipeline.hpp>
#include <daopai/composite/random.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace daopai::composite {

/// The weights of one level vary, each by itself and evenly, by up to +/- `factor` of what they
/// are.
struct weight_noise {
  int level = 1;
  double factor = 0.25;  ///< in [0, 1]
};

/// What might have been chosen instead. Each list that is not empty, the noise, and leaving out is
/// one uncertain factor; all alternatives of a factor are equally likely. To keep the design's own
/// choice in play, list it too.
struct alternatives {
  std::vector<imputation> gaps = {};
  std::vector<normalisation> scales = {};
  /// Further normalisations, each with one rule for each indicator; counted after `scales`.
  std::vector<std::vector<normalisation>> scale_sets = {};
  std::vector<aggregation> rules =
      {};  ///< for every aggregate at once; availability thresholds stay
  std::vector<weight_noise> noise = {};
  bool leave_one_out = false;  ///< one indicator, or none, gets weight 0
};

/// The choices of one replicate; a number counts alternatives from 0, the design's own where there
/// are none.
struct choices {
  std::size_t gap = 0;
  std::size_t scale = 0;
  std::size_t rule = 0;
  std::uint64_t noise_stream = 0;            ///< of the random numbers that move the weights
  std::optional<eigen_index> left_out = {};  ///< an indicator
};

/// Called now and then with the work done and the work in all, from the thread that started the
/// run.
using progress = std::function<void(std::size_t, std::size_t)>;

/// A design with its alternatives, checked and prepared: everything that does not depend on a
/// replicate is computed once. Immutable; score() may be called from many threads.
class uncertain_index {
public:
  /// @throws invalid_input with every invalid combination of alternatives (such as z-scores under a
  /// geometric mean), every unusable noise, and if `target` is not an aggregate or nothing is
  /// uncertain.
  uncertain_index(const observations& raw, const observations& denominators, indicator_tree tree,
                  index_design design, alternatives uncertain);

  /// The uncertain factors, in the order of a point's coordinates: imputation, normalisation,
  /// aggregation, weights, left-out, as far as they vary.
  [[nodiscard]] const std::vector<std::string>& factors() const { return factors_; }
  [[nodiscard]] const indicator_tree& tree() const { return tree_; }
  [[nodiscard]] eigen_index units() const { return tables_.front().units(); }
  /// The choices at a point of [0, 1)^factors.
  [[nodiscard]] choices choose(std::span<const double> point) const;
  /// All scores by some choices; the noise is drawn from `numbers`. Replays a replicate exactly.
  [[nodiscard]] observations score(const choices& chosen, const random_numbers& numbers) const;
  /// All scores by the design alone.
  [[nodiscard]] const observations& nominal() const { return nominal_; }
  /// The weights of one replicate, one for each node.
  [[nodiscard]] column noisy_weights(const choices& chosen, const random_numbers& numbers) const;

private:
  void name_factors();
  void prepare_tables(const observations& raw, const observations& denominators);
  void check_combinations() const;
  void check_noise(std::vector<problem>& problems) const;

  indicator_tree tree_;
  index_design design_;
  alternatives uncertain_;
  std::vector<std::string> factors_;
  std::vector<observations> tables_;  ///< normalised, by imputation and then normalisation
  std::vector<aggregation_rules> rules_;
  column weights_;
  observations nominal_;
};

/// What to run.
struct uncertainty_run {
  eigen_index target;  ///< the node whose ranks matter
  std::size_t replicates = 1000;
  std::uint64_t seed = 1;
  unsigned threads = 1;  ///< does not change any result
  progress report = {};
};

/// How the rank of each unit is spread over the replicates; quantiles as R's type 7. A unit that
/// was never ranked has 0 everywhere.
struct rank_spread {
  column nominal;
  column mean;
  column median;
  column low;   ///< 5 % quantile
  column high;  ///< 95 % quantile
};

/// A column for each replicate.
struct uncertainty_result {
  observations scores;
  observations ranks;
  rank_spread spread;
};

/// The point of one replicate: its coordinates are the stream's first numbers.
[[nodiscard]] inline std::vector<double> replicate_point(const uncertain_index& study,
                                                         std::uint64_t seed,
                                                         std::size_t replicate) {
  std::vector<double> point;
  for (std::size_t f = 0; f < study.factors().size(); ++f) {
    point.push_back(random_numbers{seed}.uniform(replicate, f));
  }
  return point;
}

/// Runs all replicates: a uniform random sample of the factors, as COINr's get_sensitivity() of
/// type "UA". O(replicates x units x nodes). @throws invalid_input if `target` is not a node or
/// nothing is uncertain.
[[nodiscard]] uncertainty_result run_uncertainty(const uncertain_index& study,
                                                 const uncertainty_run& run);

}  // namespace daopai::composite

#include <daopai/composite/detail/uncertainty.hpp>

#endif  // DAOPAI_COMPOSITE_UNCERTAINTY_HPP
