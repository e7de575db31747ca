#include "catch.hpp"
#include "scoring/helpers.hpp"

#include <rapidcheck.h>

#include <numeric>

using namespace scoring_tests;
using parts = std::vector<std::int64_t>;

namespace {

std::vector<quota_claim> claims_of(const std::vector<int>& weights) {
  std::vector<quota_claim> claims;
  for (const int w : weights) claims.push_back({w});
  return claims;
}

}  // namespace

// The example of votes 47, 16, 15.8, 12, 6.1, 3.1 for 10 seats that textbooks on largest remainder
// use.
TEST_CASE("The largest remainders take what whole parts leave", "[scoring]") {
  CHECK(decompose(10, claims_of({47000, 16000, 15900, 12000, 6000, 3100})) ==
        parts{5, 2, 1, 1, 1, 0});
}

// Votes 53, 24, 23 (thousands) for 7 seats: Sainte-Laguë 3, 2, 2, where d'Hondt gives 4, 2, 1.
TEST_CASE("Sainte-Lague gives each seat to the greatest quotient", "[scoring]") {
  CHECK(decompose(7, claims_of({53000, 24000, 23000}), apportionment::sainte_lague) ==
        parts{3, 2, 2});
}

TEST_CASE("A total is passed down to townships in whole numbers", "[scoring]") {
  const auto eight = decompose(8000, claims_of({31, 22, 17, 9, 21}));
  CHECK(std::accumulate(eight.begin(), eight.end(), std::int64_t{0}) == 8000);
  CHECK(eight == parts{2480, 1760, 1360, 720, 1680});
}

TEST_CASE("Floors and caps hold, and the others share the rest", "[scoring]") {
  std::vector<quota_claim> claims = claims_of({1, 1, 8});
  claims[0].at_least = 20;
  claims[2].at_most = 50;
  for (const auto how : {apportionment::largest_remainder, apportionment::sainte_lague}) {
    CHECK(decompose(100, claims, how) == parts{25, 25, 50});
  }
  claims[0].at_least = 40;
  for (const auto how : {apportionment::largest_remainder, apportionment::sainte_lague}) {
    CHECK(decompose(100, claims, how) == parts{40, 10, 50});
  }
}

TEST_CASE("A quota that the bounds do not admit is refused with the reason", "[scoring]") {
  std::vector<quota_claim> claims = claims_of({1, 1});
  claims[0].at_least = 200;
  CHECK_THROWS_AS(decompose(100, claims), daopai::invalid_input);
  claims[0] = {1, 0, 10};
  claims[1] = {1, 0, 10};
  CHECK_THROWS_AS(decompose(100, claims), daopai::invalid_input);
  CHECK_THROWS_AS(decompose(100, std::vector<quota_claim>{}), daopai::invalid_input);
  CHECK_THROWS_AS(decompose(-1, claims_of({1})), daopai::invalid_input);
}

TEST_CASE("Parts always sum to the total and keep to their bounds", "[scoring]") {
  CHECK(rc::check("quotas", [] {
    std::vector<quota_claim> claims;
    const auto n = *rc::gen::inRange<std::size_t>(1, 12);
    for (std::size_t i = 0; i < n; ++i) {
      quota_claim c{*rc::gen::inRange(1, 1000)};
      c.at_least = *rc::gen::inRange(0, 20);
      if (i > 0 && *rc::gen::arbitrary<bool>()) c.at_most = c.at_least + *rc::gen::inRange(0, 300);
      claims.push_back(c);
    }
    const std::int64_t total = *rc::gen::inRange(300, 100'000);
    for (const auto how : {apportionment::largest_remainder, apportionment::sainte_lague}) {
      const auto given = decompose(total, claims, how);
      RC_ASSERT(std::accumulate(given.begin(), given.end(), std::int64_t{0}) == total);
      for (std::size_t i = 0; i < n; ++i) {
        RC_ASSERT(given[i] >= claims[i].at_least);
        const bool kept = !claims[i].at_most || given[i] <= *claims[i].at_most;
        RC_ASSERT(kept);  // which evaluates both sides of ||
      }
    }
  }));
}

TEST_CASE("Sainte-Lague agrees with giving out seats one by one", "[scoring]") {
  CHECK(rc::check("no seat would have gone elsewhere", [] {
    const auto weights = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(1, 500));
    const std::int64_t total = *rc::gen::inRange(0, 400);
    parts slow(weights.size(), 0);
    for (std::int64_t seat = 0; seat < total; ++seat) {
      std::size_t best = 0;
      for (std::size_t i = 1; i < weights.size(); ++i) {
        if (weights[i] * (2 * slow[best] + 1) > weights[best] * (2 * slow[i] + 1)) best = i;
      }
      ++slow[best];
    }
    RC_ASSERT(decompose(total, claims_of(weights), apportionment::sainte_lague) == slow);
  }));
}
