/// Means, medians and dispersions of observed values.
#ifndef DAOPAI_SCORING_DETAIL_SUMMARY_HPP
#define DAOPAI_SCORING_DETAIL_SUMMARY_HPP

#include <daopai/scoring/decimal.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace daopai::scoring::detail {

/// One value and its weight.
struct weighted_value {
  decimal value;
  decimal weight;
};

[[nodiscard]] inline std::optional<decimal> mean_of(std::span<const weighted_value> values) {
  decimal sum = 0;
  decimal weights = 0;
  for (const auto& v : values) {
    sum += v.value * v.weight;
    weights += v.weight;
  }
  if (weights <= 0) return std::nullopt;
  return sum / weights;
}

/// The median; the mean of the middle two where the count is even. Sorts the values.
[[nodiscard]] inline std::optional<decimal> median_of(std::vector<decimal> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// sqrt(sum of w (x / mean - 1)^2 / sum of w): no squares of large numbers. Nothing for a mean of
/// 0.
[[nodiscard]] inline std::optional<decimal> variation_of(std::span<const weighted_value> values,
                                                         bool sample) {
  const auto mean = mean_of(values);
  if (!mean || *mean == 0 || (sample && values.size() < 2)) return std::nullopt;
  decimal squares = 0;
  decimal weights = 0;
  for (const auto& v : values) {
    const decimal off = (v.value - *mean) / *mean;
    squares += off * off * v.weight;
    weights += v.weight;
  }
  const decimal root = sqrt(squares / (sample ? weights - 1 : weights));
  return *mean < 0 ? -root : root;
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_SUMMARY_HPP
