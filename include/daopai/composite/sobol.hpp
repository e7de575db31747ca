/// Variance-based sensitivity: how much of the movement of a ranking each uncertain choice is
/// answerable for.
#ifndef DAOPAI_COMPOSITE_SOBOL_HPP
#define DAOPAI_COMPOSITE_SOBOL_HPP

#include <daopai/composite/detail/parallel.hpp>
#include <daopai/composite/leave_out.hpp>
#include <daopai/composite/statistics.hpp>
#include <daopai/composite/uncertainty.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace daopai::composite {

/// Saltelli's sample of [0, 1)^factors: `base` rows of A, as many of B, and for each factor as many
/// rows of A with that factor's coordinate from B; base x (factors + 2) rows, each computable
/// alone. Saltelli & al. (2010), Computer Physics Communications 181, 259-270.
struct sobol_sample {
  std::size_t base;
  std::size_t factors;
  std::uint64_t seed = 1;

  [[nodiscard]] std::size_t rows() const { return base * (factors + 2); }
  [[nodiscard]] std::vector<double> point(std::size_t row) const {
    const std::size_t block = row / base;
    const random_numbers numbers{seed};
    std::vector<double> x(factors);
    for (std::size_t f = 0; f < factors; ++f) {
      const bool from_b = block == 1 || block == f + 2;
      x[f] = numbers.uniform(row % base, from_b ? factors + f : f);
    }
    return x;
  }
};

/// Indices of one factor: first-order (its own share of the variance) and total (with all
/// interactions), with the 5 % and 95 % quantiles of the bootstrap (both equal the estimate if
/// there was none).
struct sobol_index {
  double first = 0;
  double total = 0;
  double first_low = 0;
  double first_high = 0;
  double total_low = 0;
  double total_high = 0;
};

/// The indices from the outputs of all rows of a sample, in order: first-order by Saltelli & al.
/// (2010) with the output centred, total by Jansen (1999). All 0 where the output does not vary.
/// `resamples` rows drawn with replacement for the intervals. O(resamples x rows).
/// @throws invalid_input if there is not one finite output for each row, or the base is below 2.
[[nodiscard]] std::vector<sobol_index> sobol_indices(const sobol_sample& sample, column_ref outputs,
                                                     std::size_t resamples = 0);

struct sobol_run {
  eigen_index target;  ///< the node whose ranks matter
  std::size_t base = 1000;
  std::uint64_t seed = 1;
  unsigned threads = 1;  ///< does not change any result
  std::size_t resamples = 1000;
  progress report = {};
};

struct sobol_result {
  std::vector<std::string> factors;
  std::vector<sobol_index> indices;  ///< one for each factor
  column mean_rank_change;           ///< of each row of the sample: the output that was analysed
};

/// The sensitivity of the mean absolute change of rank against the design alone: COINr's
/// get_sensitivity() of type "SA". O(base x (factors + 2) x units x nodes). @throws invalid_input
/// as run_uncertainty() and sobol_indices().
[[nodiscard]] sobol_result run_sobol(const uncertain_index& study, const sobol_run& run);

namespace detail {

/// First-order and total index of each factor; `y` holds the outputs of A, B and one column for
/// each factor.
[[nodiscard]] inline std::vector<sobol_index> estimate(table_ref y) {
  const auto a = y.col(0);
  const auto b = y.col(1);
  const double centre = (a.mean() + b.mean()) / 2;
  const double var = ((a - centre).square().sum() + (b - centre).square().sum()) /
                     static_cast<double>(2 * a.size() - 1);
  std::vector<sobol_index> indices(static_cast<std::size_t>(y.cols() - 2));
  for (std::size_t f = 0; f < indices.size() && var > 0; ++f) {
    const column change = y.col(static_cast<eigen_index>(f) + 2) - a;
    indices[f].first = ((b - centre) * change).mean() / var;
    indices[f].total = change.square().mean() / (2 * var);
  }
  return indices;
}

/// Fills in the quantiles of each index over the resamples.
inline void bootstrap(std::vector<sobol_index>& indices, table_ref y, const sobol_sample& sample,
                      std::size_t resamples) {
  const random_numbers numbers{sample.seed ^ 0xD1B54A32D192ED03U};
  const auto count = static_cast<eigen_index>(resamples);
  table first(count, static_cast<eigen_index>(indices.size()));
  table total = first;
  std::vector<eigen_index> rows(sample.base);
  for (std::size_t s = 0; s < resamples; ++s) {
    for (std::size_t i = 0; i < sample.base; ++i) {
      rows[i] = static_cast<eigen_index>(pick(numbers.uniform(s, i), sample.base));
    }
    const std::vector<sobol_index> drawn = estimate(y(rows, Eigen::all));
    for (std::size_t f = 0; f < drawn.size(); ++f) {
      first(static_cast<eigen_index>(s), static_cast<eigen_index>(f)) = drawn[f].first;
      total(static_cast<eigen_index>(s), static_cast<eigen_index>(f)) = drawn[f].total;
    }
  }
  for (std::size_t f = 0; f < indices.size(); ++f) {
    const auto place = static_cast<eigen_index>(f);
    indices[f].first_low = quantile(first.col(place), 0.05);
    indices[f].first_high = quantile(first.col(place), 0.95);
    indices[f].total_low = quantile(total.col(place), 0.05);
    indices[f].total_high = quantile(total.col(place), 0.95);
  }
}

}  // namespace detail

inline std::vector<sobol_index> sobol_indices(const sobol_sample& sample, column_ref outputs,
                                              std::size_t resamples) {
  const bool fits = outputs.size() == static_cast<eigen_index>(sample.rows());
  if (!fits || sample.base < 2 || !detail::all_finite(outputs)) {
    throw invalid_input(
        {{"sobol-outputs", "", "expected a finite output for each row of a base of at least 2"}});
  }
  const auto base = static_cast<eigen_index>(sample.base);
  const Eigen::Map<const table> y(outputs.data(), base, outputs.size() / base);
  std::vector<sobol_index> indices = detail::estimate(y);
  for (sobol_index& i : indices) {
    i.first_low = i.first_high = i.first;
    i.total_low = i.total_high = i.total;
  }
  if (resamples > 0) detail::bootstrap(indices, y, sample, resamples);
  return indices;
}

inline sobol_result run_sobol(const uncertain_index& study, const sobol_run& run) {
  detail::check_target(study, run.target);
  const sobol_sample sample{run.base, study.factors().size(), run.seed};
  const observations nominal = rank(detail::one_column(study.nominal(), run.target));
  sobol_result result{study.factors(), {}, column(static_cast<eigen_index>(sample.rows()))};
  detail::for_each_index(
      sample.rows(), run.threads,
      [&](std::size_t row, std::size_t /*worker*/) {
        const observations all =
            study.score(study.choose(sample.point(row)), random_numbers{run.seed});
        const observations ranks = rank(detail::one_column(all, run.target));
        result.mean_rank_change(static_cast<eigen_index>(row)) =
            detail::mean_change(ranks, 0, nominal);
      },
      run.report);
  result.indices = sobol_indices(sample, result.mean_rank_change, run.resamples);
  return result;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_SOBOL_HPP
