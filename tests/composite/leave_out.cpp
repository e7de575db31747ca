#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/leave_out.hpp>

using namespace daopai::composite;

TEST_CASE("The ranks of ASEM without each indicator agree with COINr", "[composite]") {
  const auto path = golden::file("asem/remove_lev1_ranks.csv");
  DAOPAI_SKIP_WITHOUT(path);
  const golden::asem_index asem;
  const leave_out_result result = leave_one_out(asem.result.stages.normalised, asem.tree,
                                                same_rule(asem.tree), {*asem.tree.find("Index")});
  REQUIRE(result.left_out.size() == 49);
  const daopai::io::csv_table expected = daopai::io::read_csv(path);
  for (std::size_t i = 0; i < 49; ++i) {
    const std::string& code = asem.tree.code(result.left_out[i]);
    CAPTURE(code);
    CHECK(golden::difference(expected, code, asem.files.units, result.ranks,
                             static_cast<eigen_index>(i)) == 0);
  }
}

TEST_CASE("Leaving out equals aggregating anew with weight 0, by any number of threads",
          "[composite]") {
  const indicator_tree tree(
      {{"a", "x"}, {"b", "x"}, {"c", "y"}, {"d", "y"}, {"x", "top"}, {"y", "top"}, {"top", ""}});
  table values = table::Random(20, 4) + 2;
  mask present = mask::Constant(20, 4, true);
  present(3, 1) = present(5, 2) = present(5, 3) = false;
  const observations data(values, present);
  const aggregation_rules rules = same_rule(tree, {geometric_mean{}, 0.4});
  const eigen_index target = *tree.find("top");
  const leave_out_result result = leave_one_out(data, tree, rules, {target});
  const leave_out_result parallel = leave_one_out(data, tree, rules, {target, 1, 4});
  for (std::size_t i = 0; i < 4; ++i) {
    column weights = tree.weights();
    weights(result.left_out[i]) = 0;
    const observations whole = aggregate(data, tree, weights, rules);
    const auto place = static_cast<eigen_index>(i);
    CHECK((result.scores.present().col(place) == whole.present().col(target)).all());
    CHECK((result.scores.values().col(place) - whole.values().col(target)).abs().maxCoeff() <
          1e-13);
  }
  CHECK((result.ranks.values() == parallel.ranks.values()).all());
  CHECK(leave_one_out(data, tree, rules, {target, 2}).left_out.size() == 2);
}
