#include "catch.hpp"
#include <daopai/composite/treat.hpp>

using namespace daopai::composite;

namespace {
observations one(std::initializer_list<double> values) {
  table x(static_cast<eigen_index>(values.size()), 1);
  std::copy(values.begin(), values.end(), x.reshaped().begin());
  return observations(x);
}
}  // namespace

TEST_CASE("Outliers are winsorised to their neighbour until the limits are met", "[composite]") {
  // By hand: with 100 -> 30 skewness (1.7) and kurtosis (1.6) still are above the limits; with 30
  // -> 10 they are not.
  const observations x = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100});
  const auto fitted = fit(treatment{.limits = {1.5, 1}, .most_points = 2}, x);
  CHECK(fitted[0].winsorised == 2);
  CHECK(fitted[0].upper == 10);
  CHECK_FALSE(fitted[0].lambda);
  CHECK(transform(fitted, x).at(11, 0) == 10.0);
  CHECK(transform(fitted, x).at(10, 0) == 10.0);
}

TEST_CASE("What winsorising cannot mend is transformed from its original values", "[composite]") {
  const observations x = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100});
  const auto fitted = fit(treatment{.limits = {1.5, 1}, .most_points = 1}, x);
  REQUIRE(fitted[0].lambda == 0.0);
  CHECK(transform(fitted, x).at(0, 0) == Approx(std::log(0.99)));
  CHECK(transform(fitted, x).at(11, 0) == Approx(std::log(99.99)));
  const auto power = fit(treatment{.most_points = 0, .otherwise = box_cox{0.5}}, x);
  CHECK(transform(power, x).at(3, 0) == Approx((std::sqrt(4.0) - 1) / 0.5));
  const auto by_one = fit(treatment{.most_points = 0, .otherwise = log_shifted_by_one{}}, x);
  CHECK(transform(by_one, x).at(11, 0) == Approx(std::log(100)));
}

TEST_CASE("Without a transformation the winsorised values stay", "[composite]") {
  const observations x = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100});
  const auto fitted =
      fit(treatment{.limits = {1.5, 1}, .most_points = 1, .otherwise = no_transformation{}}, x);
  CHECK(fitted[0].winsorised == 1);
  CHECK(transform(fitted, x).at(11, 0) == 30.0);
}

TEST_CASE("The two treatments can be combined", "[composite]") {
  const observations x = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100});
  const auto fitted = fit(treatment{.limits = {1.5, 1}, .most_points = 1, .combined = true}, x);
  const observations y = transform(fitted, x);  // 100 -> 30, then log(x - 1 + 0.29)
  CHECK(y.at(11, 0) == Approx(std::log(29.29)));
  CHECK(y.at(10, 0) == y.at(11, 0));
}

TEST_CASE("A logarithm against the skew keeps the order and pulls in the long tail",
          "[composite]") {
  // By the formula of COINr's log_CT_plus(), a = 0.99: -log(-1 + 0.99 - x) for a tail to the left.
  const observations x = one({-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -30, -100});
  const treatment rule{.most_points = 0, .otherwise = log_by_skew{}};
  const observations y = transform(fit(rule, x), x);
  CHECK(y.at(0, 0) == Approx(-std::log(0.99)));
  CHECK(y.at(11, 0) == Approx(-std::log(99.99)));
  const observations right = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100});
  CHECK(transform(fit(rule, right), right).at(11, 0) == Approx(std::log(99.99)));
  CHECK_THROWS_AS(transform(fit(rule, x), one({5})), daopai::invalid_input);
}

TEST_CASE("Equal outliers are moved together, even beyond the most", "[composite]") {
  // Both 100s are the highest value: one step of COINr's winsorise() moves both.
  const observations x = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 100, 100});
  const auto fitted = fit(treatment{.limits = {1.5, 1}, .most_points = 1}, x);
  CHECK(fitted[0].winsorised == 2);
  CHECK(transform(fitted, x).at(14, 0) == 14.0);
}

TEST_CASE("An indicator that winsorising would make constant is left as it is", "[composite]") {
  // COINr gives up on it ("lack of unique values") and returns it untreated.
  const observations x = one({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  const auto fitted = fit(treatment{}, x);
  CHECK(fitted[0].winsorised == 0);
  CHECK(transform(fitted, x).at(11, 0) == 1.0);
}

TEST_CASE("Equal values and few values need no treatment", "[composite]") {
  const observations equal = one({4, 4, 4, 4, 4});
  CHECK((transform(fit(treatment{}, equal), equal).values() == 4).all());
  CHECK(fit(treatment{}, one({1, 2, 1000}))[0].winsorised == 0);
}

TEST_CASE("Another year's value below a fitted logarithm is reported, not scored", "[composite]") {
  const observations x = one({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100});
  const auto fitted = fit(treatment{.most_points = 0}, x);
  CHECK_THROWS_AS(transform(fitted, one({-5})), daopai::invalid_input);
}
