#include "catch.hpp"
#include <daopai/composite/panel.hpp>

using namespace daopai::composite;

namespace {
/// One indicator of unit "u" in 2018-2022, -1 for a gap.
std::vector<double> filled(std::vector<double> x, panel_rule rule, std::size_t reach = 9) {
  std::vector<panel_row> rows;
  table values(static_cast<eigen_index>(x.size()), 1);
  for (std::size_t i = 0; i < x.size(); ++i) {
    rows.push_back({"u", 2018.0 + static_cast<double>(i)});
    values(static_cast<eigen_index>(i), 0) = x[i];
  }
  const observations out = impute_panel({values, values != -1}, rows, rule, reach);
  std::vector<double> result;
  for (eigen_index i = 0; i < out.units(); ++i) result.push_back(out.at(i, 0).value_or(-1));
  return result;
}
}  // namespace

TEST_CASE("A gap is filled from other years by the stated rule", "[composite]") {
  // The rules of COINr's impute_panel(), by hand.
  const std::vector<double> x{-1, 2, -1, -1, 8, -1};
  CHECK(filled(x, panel_rule::latest) == std::vector<double>{-1, 2, 2, 2, 8, 8});
  CHECK(filled(x, panel_rule::latest, 1) == std::vector<double>{-1, 2, 2, -1, 8, 8});
  CHECK(filled(x, panel_rule::constant) == std::vector<double>{2, 2, 2, 2, 8, 8});
  CHECK(filled(x, panel_rule::linear) == std::vector<double>{2, 2, 4, 6, 8, 8});
}

TEST_CASE("Units do not lend each other values", "[composite]") {
  table x(3, 1);
  x << 5, -1, -1;
  const observations out =
      impute_panel({x, x != -1}, {{"a", 2020}, {"b", 2021}, {"a", 2021}}, panel_rule::latest);
  CHECK_FALSE(out.at(1, 0));
  CHECK(out.at(2, 0) == 5.0);
  CHECK_THROWS_AS(
      impute_panel({x, x != -1}, {{"a", 2020}, {"a", 2020}, {"a", 2021}}, panel_rule::latest),
      daopai::invalid_input);
}
