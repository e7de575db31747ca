#include "catch.hpp"
#include <daopai/composite/random.hpp>
#include <daopai/composite/rank.hpp>

#include <cmath>
#include <vector>

using namespace daopai::composite;

namespace {
const column scores = (column(5) << 3, 1, 2, 2, 0).finished();
std::vector<double> list(const column& x) { return {x.begin(), x.end()}; }
}  // namespace

TEST_CASE("Ties are ranked by the stated rule", "[composite]") {
  CHECK(list(rank(scores)) == std::vector<double>{1, 4, 2, 2, 5});
  CHECK(list(rank(scores, {.equal = ties::maximum, .decimals = {}})) ==
        std::vector<double>{1, 4, 3, 3, 5});
  CHECK(list(rank(scores, {.equal = ties::average, .decimals = {}})) ==
        std::vector<double>{1, 4, 2.5, 2.5, 5});
  CHECK(list(rank(scores, {.equal = ties::dense, .decimals = {}})) ==
        std::vector<double>{1, 3, 2, 2, 4});
  CHECK(list(rank(scores, {.highest_first = false, .decimals = {}})) ==
        std::vector<double>{5, 2, 3, 3, 1});
}

TEST_CASE("Scores that print equal rank equal if asked to", "[composite]") {
  const column close = (column(3) << 0.7214, 0.7211, 0.7206).finished();
  CHECK(list(rank(close)) == std::vector<double>{1, 2, 3});
  CHECK(list(rank(close, {.decimals = 3})) == std::vector<double>{1, 1, 1});
}

TEST_CASE("Ranks are given within groups, and none to what is missing", "[composite]") {
  mask present = mask::Constant(5, 1, true);
  present(2) = false;
  const observations ranks = rank({table(scores), present}, {}, {0, 0, 0, 1, -1});
  CHECK(ranks.at(0, 0) == 1.0);
  CHECK(ranks.at(1, 0) == 2.0);
  CHECK_FALSE(ranks.at(2, 0));
  CHECK(ranks.at(3, 0) == 1.0);
  CHECK_FALSE(ranks.at(4, 0));
}

TEST_CASE("Many units rank as few do: by counting who is above", "[composite]") {
  // Repeated values, both signs, both zeros, tiny and huge numbers; the truth is counted pair by
  // pair.
  std::vector<double> values{0.0, -0.0, 1e-310, -1e-310, 1e300, -1e300};
  for (std::uint64_t i = 0; i < 700; ++i)
    values.push_back(std::floor(400 * (random_numbers{3}.uniform(0, i) - 0.5)) / 8);
  column x(static_cast<eigen_index>(values.size()));
  std::copy(values.begin(), values.end(), x.begin());
  const column ranks = rank(x);
  bool right = true;
  for (eigen_index u = 0; u < x.size(); ++u)
    right = right && ranks(u) == 1 + static_cast<double>((x > x(u)).count());
  CHECK(right);
}
