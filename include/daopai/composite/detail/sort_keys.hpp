/// Sorting scores with the places they came from: by digits where there are many, for that costs no
/// comparisons.
#ifndef DAOPAI_COMPOSITE_DETAIL_SORT_KEYS_HPP
#define DAOPAI_COMPOSITE_DETAIL_SORT_KEYS_HPP

#include <daopai/composite/observations.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace daopai::composite::detail {

/// Scores to be ranked together, with the place each came from.
using sort_keys = std::vector<std::pair<double, eigen_index>>;

/// A whole number that is as far up as the finite x; 0 and -0 are the same.
[[nodiscard]] inline std::uint64_t ordinal(double x) {
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  const auto bits = std::bit_cast<std::uint64_t>(x + 0.0);
  return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Sorts by digits of eight bits, the lowest first; digits in which no two keys differ are skipped.
class digit_sorter {
public:
  explicit digit_sorter(sort_keys& keys) : keys_(keys), other_(keys.size()) {
    for (const auto& key : keys_) {
      const std::uint64_t whole = ordinal(key.first);
      for (unsigned d = 0; d < digits; ++d) ++counts_[d][digit(whole, d)];
    }
    for (unsigned d = 0; d < digits; ++d) {
      const auto& count = counts_[d];
      if (*std::max_element(count.begin(), count.end()) < keys_.size()) sort_by(d);
    }
  }

private:
  static constexpr unsigned digits = 8;
  [[nodiscard]] static std::size_t digit(std::uint64_t whole, unsigned d) {
    return (whole >> (8 * d)) & 0xff;
  }
  void sort_by(unsigned d) {
    std::array<std::size_t, 256> next{};
    for (std::size_t v = 1; v < next.size(); ++v) next[v] = next[v - 1] + counts_[d][v - 1];
    for (const auto& key : keys_) other_[next[digit(ordinal(key.first), d)]++] = key;
    keys_.swap(other_);
  }

  sort_keys& keys_;
  sort_keys other_;
  std::array<std::array<std::size_t, 256>, digits> counts_{};
};

/// Lowest score first. O(n) for many, O(n log n) for few.
inline void sort_by_score(sort_keys& keys) {
  constexpr std::size_t many = 500;
  if (keys.size() >= many) {
    const digit_sorter sorted(keys);
    return;
  }
  std::sort(keys.begin(), keys.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
}

}  // namespace daopai::composite::detail

#endif  // DAOPAI_COMPOSITE_DETAIL_SORT_KEYS_HPP
