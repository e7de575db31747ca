#include "catch.hpp"
#include <daopai/composite/impute.hpp>

using namespace daopai::composite;

namespace {
/// A table where -1 stands for a gap.
observations with_gaps(const table& values) { return {values, values != -1}; }
const indicator_tree& two_branches() {
  static const indicator_tree tree({{"a", "x"},
                                    {"b", "x", 1, direction::lower_is_better},
                                    {"c", "y"},
                                    {"x", "top"},
                                    {"y", "top"},
                                    {"top", ""}});
  return tree;
}
}  // namespace

TEST_CASE("Gaps are filled with the mean or median of the other units", "[composite]") {
  table x(4, 3);
  x << 1, -1, 1, 2, 4, -1, 6, 8, 3, -1, 0, 2;
  const observations data = with_gaps(x);
  CHECK(impute(from_units{}, data, two_branches()).at(3, 0) == 3.0);
  CHECK(impute(from_units{centre::median}, data, two_branches()).at(3, 0) == 2.0);
  CHECK(impute(no_imputation{}, data, two_branches()).at(3, 0) == std::nullopt);
}

TEST_CASE("Groups are filled from themselves alone", "[composite]") {
  table x(4, 1);
  x << 1, 5, -1, -1;
  const observations data = with_gaps(x);
  const observations filled = impute(from_units{centre::mean, {0, 0, 0, 1}}, data, two_branches());
  CHECK(filled.at(2, 0) == 3.0);
  CHECK_FALSE(filled.at(3, 0));  // nothing is known in its group
  CHECK_FALSE(impute(from_units{centre::mean, {0, 0, -1, 1}}, data, two_branches()).at(2, 0));
  CHECK_THROWS_AS(impute(from_units{centre::mean, {0}}, data, two_branches()),
                  daopai::invalid_input);
}

TEST_CASE("A unit's gap is filled from its own branch at the same standing", "[composite]") {
  // By hand: unit 1 has b = 4 of 0..8, lower is better, so it stands at 0.5; a runs from 10 to 30.
  table x(3, 3);
  x << 10, 8, 1, -1, 4, 0, 30, 0, 9;
  const observations data = with_gaps(x);
  CHECK(impute(from_branch{}, data, two_branches()).at(1, 0) == 20.0);
  // Over all indicators c counts too, where it stands lowest.
  CHECK(impute(from_branch{centre::mean, 0}, data, two_branches()).at(1, 0) == 15.0);
}

TEST_CASE("A gap in an indicator that has one value only is filled with it", "[composite]") {
  table x(3, 3);
  x << 5, 8, 1, -1, 4, 0, 5, 0, 9;
  CHECK(impute(from_branch{}, with_gaps(x), two_branches()).at(1, 0) == 5.0);
}

TEST_CASE("Another year is filled with the fitted values", "[composite]") {
  table first(2, 1);
  first << 1, 3;
  table second(2, 1);
  second << -1, 9;
  const unit_fill fill = fit(from_units{}, observations(first));
  CHECK(transform(fill, with_gaps(second)).at(0, 0) == 2.0);
}
