#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/sobol.hpp>

using namespace daopai::composite;

TEST_CASE("The indices of the Ishigami function are its known ones", "[composite]") {
  // a = 7, b = 0.1: S = 0.3139, 0.4424, 0; T = 0.5576, 0.4424, 0.2437 (Saltelli & al., Global
  // Sensitivity Analysis: The Primer, 2008).
  const sobol_sample sample{20'000, 3, 42};
  column y(static_cast<eigen_index>(sample.rows()));
  for (std::size_t row = 0; row < sample.rows(); ++row) {
    std::vector<double> x = sample.point(row);
    for (double& v : x) v = (2 * v - 1) * 3.14159265358979;
    y(static_cast<eigen_index>(row)) =
        std::sin(x[0]) + 7 * std::pow(std::sin(x[1]), 2) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
  }
  const std::vector<sobol_index> s = sobol_indices(sample, y, 50);
  CHECK(s[0].first == Approx(0.3139).margin(0.03));
  CHECK(s[1].first == Approx(0.4424).margin(0.03));
  CHECK(s[2].first == Approx(0).margin(0.03));
  CHECK(s[0].total == Approx(0.5576).margin(0.03));
  CHECK(s[1].total == Approx(0.4424).margin(0.03));
  CHECK(s[2].total == Approx(0.2437).margin(0.03));
  for (const sobol_index& i : s) {
    CHECK((i.first_low <= i.first && i.first <= i.first_high));
    CHECK((i.total_low <= i.total && i.total <= i.total_high));
  }
}

TEST_CASE("An output that does not vary has no sensitive input", "[composite]") {
  const std::vector<sobol_index> s = sobol_indices({10, 2}, column::Ones(40), 5);
  CHECK(s[0].first == 0);
  CHECK(s[1].total_high == 0);
  CHECK_THROWS_AS(sobol_indices({10, 2}, column::Ones(39)), daopai::invalid_input);
}

TEST_CASE("The sensitivity of a ranking does not depend on threads", "[composite]") {
  const indicator_tree tree({{"a", "top"}, {"b", "top"}, {"c", "top"}, {"top", ""}});
  const uncertain_index study(observations((table::Random(12, 3) + 3).eval()), {}, tree,
                              {.scale = min_max{1, 10}},
                              {.scales = {min_max{1, 10}, rank_order{}},
                               .rules = {arithmetic_mean{}, geometric_mean{}},
                               .noise = {{1, 0.5}}});
  const sobol_result one =
      run_sobol(study, {.target = 3, .base = 64, .resamples = 20, .report = {}});
  const sobol_result four =
      run_sobol(study, {.target = 3, .base = 64, .threads = 4, .resamples = 20, .report = {}});
  CHECK(one.factors == std::vector<std::string>{"normalisation", "aggregation", "weights"});
  CHECK((one.mean_rank_change == four.mean_rank_change).all());
  CHECK(one.indices[2].total == four.indices[2].total);
  CHECK(one.indices[2].total > 0);
}
