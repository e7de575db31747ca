/// Passing a total down in whole numbers: parts in proportion to weights that sum to the total
/// exactly.
#ifndef DAOPAI_SCORING_QUOTA_HPP
#define DAOPAI_SCORING_QUOTA_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/decimal.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <span>
#include <string>
#include <vector>

namespace daopai::scoring {

enum class apportionment {
  largest_remainder,  ///< Hare quota: whole parts first, the rest to the largest remainders
  sainte_lague,       ///< one at a time to the greatest weight / (2 x part + 1)
};

/// One receiver of a quota. Bounds are inclusive.
struct quota_claim {
  decimal weight;
  std::int64_t at_least = 0;
  std::optional<std::int64_t> at_most = std::nullopt;
};

/// The parts of `total`, in the order of the claims; ties go to the earlier claim. Claims held at a
/// bound keep the bound, and the others share what is left in proportion to their weights. O(n^2)
/// in the worst case of bounds; Sainte-Laguë after its start needs O(n log n).
/// @throws invalid_input for negative weights, bounds that cross, and totals that the bounds do not
/// admit
[[nodiscard]] std::vector<std::int64_t> decompose(
    std::int64_t total, std::span<const quota_claim> claims,
    apportionment how = apportionment::largest_remainder);

namespace detail {

inline constexpr std::int64_t largest_quota = 1'000'000'000'000'000;

inline void check_claim(const quota_claim& c, const std::string& where,
                        std::vector<problem>& problems) {
  if (c.weight < 0) {
    problems.push_back(
        {"weight-negative", where, "a weight must not be negative: " + to_string(c.weight)});
  }
  if (c.at_least < 0) {
    problems.push_back(
        {"quota-floor", where, "a floor must not be negative: " + std::to_string(c.at_least)});
  }
  if (c.at_most && *c.at_most < c.at_least) {
    problems.push_back({"quota-bounds", where,
                        "the cap " + std::to_string(*c.at_most) + " lies below the floor " +
                            std::to_string(c.at_least)});
  }
}

/// The most that a claim can take of a total; a claim without weight takes its floor.
[[nodiscard]] inline std::int64_t most_of(const quota_claim& c, std::int64_t total) {
  return c.weight > 0 ? c.at_most.value_or(total) : c.at_least;
}

[[nodiscard]] inline std::vector<problem> check_claims(std::int64_t total,
                                                       std::span<const quota_claim> claims) {
  std::vector<problem> problems;
  decimal least = 0;
  decimal most = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    check_claim(claims[i], "claims[" + std::to_string(i) + "]", problems);
    least += claims[i].at_least;
    most += most_of(claims[i], total);
  }
  if (total < 0 || total > largest_quota) {
    problems.push_back(
        {"quota-total", "", "a total must lie between 0 and 1e15: " + std::to_string(total)});
  }
  if (least > decimal{total}) {
    problems.push_back({"quota-floors", "",
                        "the floors add up to " + to_string(least) + ", more than the total " +
                            std::to_string(total)});
  }
  if (most < decimal{total}) {
    problems.push_back({"quota-caps", "",
                        "at most " + to_string(most) + " of the total " + std::to_string(total) +
                            " can be placed"});
  }
  return problems;
}

/// Exact shares of `total` where claims whose share breaks a bound are held at it, worst side
/// first.
class held_shares {
public:
  held_shares(std::int64_t total, std::span<const quota_claim> claims)
      : claims_(claims), shares_(claims.size()), fixed_(claims.size()) {
    for (bool again = true; again;) {
      share(total);
      again = hold();
    }
  }
  [[nodiscard]] const std::vector<decimal>& shares() const { return shares_; }
  [[nodiscard]] bool is_fixed(std::size_t i) const { return fixed_[i]; }

private:
  void share(std::int64_t total) {
    decimal rest = total;
    decimal weights = 0;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (fixed_[i])
        rest -= shares_[i];
      else
        weights += claims_[i].weight;
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (!fixed_[i])
        shares_[i] = weights > 0 ? mul_div(rest, claims_[i].weight, weights) : decimal{0};
    }
  }

  /// Holds all claims on the side (floor or cap) whose breaches add up to more; false where there
  /// are none.
  bool hold() {
    decimal short_of = 0;
    decimal beyond = 0;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (is_low(i)) short_of += decimal{claims_[i].at_least} - shares_[i];
      if (is_high(i)) beyond += shares_[i] - decimal{*claims_[i].at_most};
    }
    if (short_of == 0 && beyond == 0) return false;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const bool low = is_low(i);
      if (short_of >= beyond ? low : is_high(i)) {
        fixed_[i] = true;
        shares_[i] = low ? claims_[i].at_least : *claims_[i].at_most;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_low(std::size_t i) const {
    return !fixed_[i] && shares_[i] < decimal{claims_[i].at_least};
  }
  [[nodiscard]] bool is_high(std::size_t i) const {
    return !fixed_[i] && claims_[i].at_most && shares_[i] > decimal{*claims_[i].at_most};
  }

  std::span<const quota_claim> claims_;
  std::vector<decimal> shares_;
  std::vector<bool> fixed_;
};

[[nodiscard]] inline std::int64_t whole(decimal x) {
  return static_cast<std::int64_t>(floor(x).scaled() / decimal{1}.scaled());
}

[[nodiscard]] inline std::vector<std::int64_t> by_largest_remainder(
    std::int64_t total, std::span<const quota_claim> claims) {
  const held_shares exact(total, claims);
  std::vector<std::int64_t> parts;
  std::vector<std::size_t> order;
  std::int64_t left = total;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    parts.push_back(whole(rounded(exact.shares()[i], 12)));
    left -= parts.back();
    if (!exact.is_fixed(i) && claims[i].weight > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rounded(exact.shares()[a] - parts[a], 12) > rounded(exact.shares()[b] - parts[b], 12);
  });
  for (std::size_t k = 0; left > 0 && k < order.size(); ++k, --left) ++parts[order[k]];
  return parts;
}

/// Sainte-Laguë with floors and caps: every claim starts at its floor, and seats go one by one. A
/// start near the exact shares spares counting up from nothing.
[[nodiscard]] inline std::vector<std::int64_t> by_sainte_lague(
    std::int64_t total, std::span<const quota_claim> claims) {
  const held_shares exact(total, claims);
  const auto spare = static_cast<std::int64_t>(claims.size());
  std::vector<std::int64_t> parts;
  std::int64_t left = total;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    parts.push_back(std::max(claims[i].at_least, whole(exact.shares()[i]) - spare));
    left -= parts.back();
  }
  // weight / (2 x part + 1), compared by cross-multiplication, which is exact
  const auto after = [&](std::size_t a, std::size_t b) {
    const decimal of_a = claims[a].weight * decimal{2 * parts[b] + 1};
    const decimal of_b = claims[b].weight * decimal{2 * parts[a] + 1};
    return of_a < of_b || (of_a == of_b && a > b);
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(after)> next(after);
  const auto enter = [&](std::size_t i) {
    if (claims[i].weight > 0 && (!claims[i].at_most || parts[i] < *claims[i].at_most)) next.push(i);
  };
  for (std::size_t i = 0; i < claims.size(); ++i) enter(i);
  for (; left > 0 && !next.empty(); --left) {
    const std::size_t best = next.top();
    next.pop();
    ++parts[best];
    enter(best);
  }
  return parts;
}

}  // namespace detail

inline std::vector<std::int64_t> decompose(std::int64_t total, std::span<const quota_claim> claims,
                                           apportionment how) {
  if (auto problems = detail::check_claims(total, claims); !problems.empty())
    throw invalid_input(std::move(problems));
  return how == apportionment::sainte_lague ? detail::by_sainte_lague(total, claims)
                                            : detail::by_largest_remainder(total, claims);
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_QUOTA_HPP
