/// Lost points, split among units and rounded so that they add up.
#ifndef DAOPAI_SCORING_DETAIL_LOSS_SHARES_HPP
#define DAOPAI_SCORING_DETAIL_LOSS_SHARES_HPP

#include <daopai/scoring/system.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace daopai::scoring::detail {

/// The shares of the responsible units, which add up to 1; units without one take equal parts of
/// what is left.
[[nodiscard]] inline std::vector<decimal> full_shares(const std::vector<unit_share>& units) {
  decimal left = 1;
  std::size_t open = 0;
  for (const auto& u : units) {
    if (u.share)
      left -= *u.share;
    else
      ++open;
  }
  std::vector<decimal> shares;
  shares.reserve(units.size());
  for (const auto& u : units) shares.push_back(u.share ? *u.share : left / decimal{open});
  return shares;
}

/// A line to be: `unit` is its place among those responsible for the indicator.
struct loss_share {
  decimal points;
  std::uint32_t indicator;
  std::uint32_t unit = 0;
};

/// Splits the amount of one indicator among its units, exactly: the last takes what rounding
/// leaves.
inline void add_shares(const indicator_system& system, indicator_id id, decimal amount,
                       std::vector<loss_share>& shares) {
  const auto at = static_cast<std::uint32_t>(id.index());
  const std::vector<unit_share>& units = system.responsible(id);
  if (units.size() < 2) {
    shares.push_back({amount, at});
    return;
  }
  const std::vector<decimal> parts = full_shares(units);
  decimal left = amount;
  for (std::size_t k = 0; k < units.size(); ++k) {
    const decimal points = k + 1 == units.size() ? left : amount * parts[k];
    left -= points;
    shares.push_back({points, at, static_cast<std::uint32_t>(k)});
  }
}

/// What rounding a line down to whole units leaves, in 1e-15ths: less than a unit of at most 1. In
/// one number with the line, so that the larger one comes first, and of equal ones the first line.
class remainder {
public:
  remainder(int128 size, std::size_t line)
      : key_(static_cast<uint128>(size) << 32 | (last_line - line)) {}
  [[nodiscard]] std::size_t line() const { return last_line - static_cast<std::uint32_t>(key_); }
  friend bool operator>(remainder a, remainder b) { return a.key_ > b.key_; }

private:
  static constexpr std::uint32_t last_line = static_cast<std::uint32_t>(-1);
  uint128 key_;
};

/// Rounds the points down to multiples of the unit.
[[nodiscard]] inline std::vector<remainder> round_down(std::vector<loss_share>& shares,
                                                       int128 unit) {
  std::vector<remainder> remainders;
  remainders.reserve(shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const int128 rest = remainder_of(shares[i].points.scaled(), unit);
    const int128 above = rest < 0 ? rest + unit : rest;
    remainders.emplace_back(above, i);
    shares[i].points -= decimal::from_scaled(above);
  }
  return remainders;
}

/// Rounds to `places` so that the points add up to `total`: down first, then up by the largest
/// remainder, the first of equal ones.
inline void round_to_sum(std::vector<loss_share>& shares, decimal total, int places) {
  const int128 unit = power_of_ten(decimal::places - places);
  std::vector<remainder> remainders = round_down(shares, unit);
  for (const loss_share& s : shares) total -= s.points;
  if (shares.empty() || total.scaled() < unit) return;
  const auto missing = static_cast<std::size_t>(total.scaled() / unit);
  const std::size_t to_all = missing / shares.size();
  const std::size_t to_some = missing % shares.size();
  std::nth_element(remainders.begin(), remainders.begin() + static_cast<std::ptrdiff_t>(to_some),
                   remainders.end(), [](remainder a, remainder b) { return a > b; });
  for (std::size_t k = 0; k < remainders.size(); ++k) {
    const std::size_t units = to_all + (k < to_some ? 1 : 0);
    shares[remainders[k].line()].points += decimal::from_scaled(unit * int128{units});
  }
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_LOSS_SHARES_HPP
