/// Adding columns of scores.
#ifndef DAOPAI_SCORING_DETAIL_COLUMN_SUMS_HPP
#define DAOPAI_SCORING_DETAIL_COLUMN_SUMS_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/detail/blocks.hpp>

#include <array>
#include <cstdint>

namespace daopai::scoring::detail {

/// Sums of scores of the objects of a block. Scores of 64 bits are added in halves, several at
/// once.
class column_sums {
public:
  void add(const std::int64_t* scores) {
    for (std::size_t n = 0; n < blocks::objects; ++n) {
      low_[n] += scores[n] & 0xffff'ffff;
      high_[n] += scores[n] >> 32;
    }
  }
  void add(std::size_t n, decimal score) { others_[n] += score; }

  [[nodiscard]] std::array<decimal, blocks::objects> all() const {
    std::array<decimal, blocks::objects> sums = others_;
    for (std::size_t n = 0; n < blocks::objects; ++n)
      sums[n] += decimal::from_scaled((int128{high_[n]} << 32) + low_[n]);
    return sums;
  }

private:
  using halves = std::array<std::int64_t, blocks::objects>;
  halves low_{};
  halves high_{};
  std::array<decimal, blocks::objects> others_{};
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_COLUMN_SUMS_HPP
