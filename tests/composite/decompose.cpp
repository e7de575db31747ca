#include "catch.hpp"
#include <daopai/composite/decompose.hpp>

#include <rapidcheck.h>

using namespace daopai::composite;

namespace {
const indicator_tree& two_levels() {
  static const indicator_tree t({{"a", "x", 2},
                                 {"b", "x"},
                                 {"c", "y"},
                                 {"d", "y", 3},
                                 {"x", "top"},
                                 {"y", "top", 2},
                                 {"top", ""}});
  return t;
}
column split(const table& x, const aggregation_rules& rules, double& difference) {
  const observations scores =
      aggregate(observations(x), two_levels(), two_levels().weights(), rules);
  difference = scores.values()(1, 6) - scores.values()(0, 6);
  return decompose({scores, 0}, {scores, 1}, two_levels(), two_levels().weights(), rules);
}
}  // namespace

TEST_CASE("Under arithmetic means an indicator contributes its change times its effective weight",
          "[composite]") {
  table x(2, 4);
  x << 1, 2, 3, 4, 2, 4, 3, 0;
  double difference = 0;
  const column parts = split(x, same_rule(two_levels()), difference);
  const column effective = effective_weights(two_levels(), two_levels().weights());
  for (eigen_index i = 0; i < 4; ++i) CHECK(parts(i) == Approx(effective(i) * (x(1, i) - x(0, i))));
}

TEST_CASE("Under geometric means the parts follow the LMDI identity", "[composite]") {
  table x(2, 4);
  x << 1, 2, 3, 4, 2, 4, 3, 1;
  double difference = 0;
  const column parts = split(x, same_rule(two_levels(), {geometric_mean{}}), difference);
  const column effective = effective_weights(two_levels(), two_levels().weights());
  const auto top = [&](eigen_index u) {
    return std::exp((x.row(u).log().transpose() * effective.head(4)).sum());
  };
  const double logarithmic = (top(1) - top(0)) / std::log(top(1) / top(0));
  for (eigen_index i = 0; i < 4; ++i) {
    CHECK(parts(i) == Approx(logarithmic * effective(i) * std::log(x(1, i) / x(0, i))));
  }
}

TEST_CASE("Whatever the mixture of means, the parts sum exactly to the difference", "[composite]") {
  CHECK(rc::check([] {
    table x(2, 4);
    for (double& v : x.reshaped()) v = *rc::gen::inRange(1, 1000) / 10.0;
    aggregation_rules rules = same_rule(two_levels());
    for (auto& rule : rules) {
      if (*rc::gen::arbitrary<bool>()) rule.how = geometric_mean{};
    }
    double difference = 0;
    const column parts = split(x, rules, difference);
    RC_ASSERT(std::abs(parts.head(4).sum() - difference) < 1e-10);
    RC_ASSERT(std::abs(parts(4) + parts(5) - difference) < 1e-10);
    RC_ASSERT(std::abs(parts(0) + parts(1) - parts(4)) < 1e-10);
  }));
}

TEST_CASE("What has no exact decomposition is refused by name", "[composite]") {
  double difference = 0;
  aggregation_rules rules = same_rule(two_levels());
  rules[1].how = minimum{};
  CHECK_THROWS_WITH(split(table::Ones(2, 4), rules, difference),
                    "y: only arithmetic and geometric means have an exact decomposition");
}
