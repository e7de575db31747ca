#include "catch.hpp"
#include "weighting_cases.hpp"
#include <daopai/composite/data_weights.hpp>

using namespace daopai::composite;

TEST_CASE("Published entropy weights are reproduced", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("elsayed2017_entropy");
  const table x = weighting::rows(c.at("matrix"));
  CHECK(weighting::difference(entropy_weights(x), c.at("published")) < 1e-6);
  CHECK(weighting::difference(entropy_weights(x), c.at("computed").at("weights")) < 1e-12);
  CHECK(weighting::difference(entropies(x), c.at("computed").at("entropy")) < 1e-12);
}

TEST_CASE("Published CRITIC weights are reproduced", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("diakoulaki1995_critic");
  const table x = weighting::rows(c.at("matrix"));
  CHECK(weighting::difference(critic_weights(x), c.at("published")) < 1e-8);
  CHECK(weighting::difference(critic_weights(x), c.at("computed").at("weights")) < 1e-12);
}

TEST_CASE("A column that is the same everywhere weighs exactly nothing", "[composite]") {
  table x(3, 3);
  x << 2, 1, 4, 2, 3, 5, 2, 5, 9;
  for (const column& w :
       {entropy_weights(x), critic_weights(x), deviation_weights(x), variation_weights(x),
        pca_weights(x), pca_weights(x, {.explained = 1, .components = 1, .squared = true})}) {
    CHECK(w(0) == 0);
    CHECK(w.sum() == Approx(1));
    CHECK((w.tail(2) > 0).all());
  }
  CHECK_THROWS_AS(entropy_weights(table::Ones(3, 2)), daopai::invalid_input);
  CHECK_THROWS_AS(critic_weights(table::Ones(1, 2)), daopai::invalid_input);
}

TEST_CASE("Zero times the logarithm of zero is zero", "[composite]") {
  table x(2, 2);
  x << 0, 1, 5, 3;
  // By hand: the first column's entropy is 0; the second's shares are 1/4 and 3/4.
  const double e = -(0.25 * std::log(0.25) + 0.75 * std::log(0.75)) / std::log(2.0);
  CHECK(entropy_weights(x)(0) == Approx(1 / (2 - e)));
  CHECK_THROWS_AS(entropy_weights(-x), daopai::invalid_input);
}

TEST_CASE("Deviations and coefficients of variation become weights", "[composite]") {
  table x(3, 2);
  x << 1, 10, 2, 40, 3, 70;  // by hand: deviations 1 and 30, means 2 and 40
  CHECK(deviation_weights(x)(1) == Approx(30.0 / 31));
  CHECK(variation_weights(x)(1) == Approx(0.75 / 1.25));
}

TEST_CASE("Principal components of two columns are their sum and difference", "[composite]") {
  table x(4, 2);
  x << 1, 1, 2, 3, 3, 2, 4, 5;
  const double r = *correlation(x.col(0), x.col(1));
  const principal_components pca = principal_components_of(x);
  CHECK(pca.eigenvalues(0) == Approx(1 + r));
  CHECK(pca.eigenvalues(1) == Approx(1 - r));
  CHECK(pca.loadings(0, 0) == Approx(std::sqrt(0.5)));
  CHECK(pca.loadings(1, 0) == Approx(std::sqrt(0.5)));
  CHECK(pca_weights(x)(0) == Approx(0.5));
}

TEST_CASE("Subjective and objective weights are combined by product or by sum", "[composite]") {
  // The example of the R package mathmodels, by hand.
  const column s = (column(4) << 0.4, 0.3, 0.2, 0.1).finished();
  const column o = (column(4) << 0.25, 0.2, 0.3, 0.25).finished();
  CHECK(multiply_weights(s, o)(0) == Approx(0.1 / 0.245));
  CHECK(add_weights(s, o, 0.6)(3) == Approx(0.16));
  CHECK_THROWS_AS(add_weights(s, o, 2), daopai::invalid_input);
  CHECK_THROWS_AS(multiply_weights(s, o.head(3)), daopai::invalid_input);
}
