/// A quota of a plan (65万人) and what each unit is given of it.
#ifndef DAOPAI_SCORING_PASSED_DOWN_HPP
#define DAOPAI_SCORING_PASSED_DOWN_HPP

#include <daopai/plan/keys.hpp>
#include <daopai/scoring/quota.hpp>

namespace daopai::scoring {

struct quota;
using quota_key = key<quota>;

/// What one unit may claim of a quota.
struct share_of_quota {
  unit_key to;
  quota_claim claim;
};

/// A total that is passed down in whole numbers of `unit`.
struct quota {
  quota_key id;
  std::string name;
  std::int64_t total = 0;
  std::string unit{};
  apportionment how = apportionment::largest_remainder;
  std::vector<share_of_quota> shares{};
};

/// The part of each share, in order; they sum to the total. Cost and errors are those of
/// decompose().
[[nodiscard]] inline std::vector<std::int64_t> parts_of(const quota& q) {
  std::vector<quota_claim> claims;
  claims.reserve(q.shares.size());
  for (const share_of_quota& s : q.shares) claims.push_back(s.claim);
  return decompose(q.total, claims, q.how);
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_PASSED_DOWN_HPP
