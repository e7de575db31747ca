#include "catch.hpp"
#include <daopai/composite/indicator_tree.hpp>

using namespace daopai::composite;

//        top
//       /   \.
//      x     c      levels: a, b, c 1; x 2; top 3
//     / \.
//    a   b
TEST_CASE("A ragged tree is numbered from its leaves upwards", "[composite]") {
  const indicator_tree tree({{"top", ""}, {"x", "top", 3}, {"a", "x"}, {"b", "x"}, {"c", "top"}});
  CHECK(tree.indicators() == 3);
  CHECK(tree.aggregates() == 2);
  CHECK(tree.code(0) == "a");
  CHECK(tree.code(3) == "x");
  CHECK(tree.code(4) == "top");
  CHECK(tree.level(2) == 1);
  CHECK(tree.levels() == 3);
  CHECK(tree.weights()(3) == 3);
  const auto members = tree.children(4);
  CHECK(std::vector<eigen_index>(members.begin(), members.end()) == std::vector<eigen_index>{3, 2});
  CHECK(tree.indicators_below(4) == std::vector<eigen_index>{0, 1, 2});
  CHECK(tree.ancestor(0, 3) == 4);
  CHECK(tree.ancestor(2, 2) == std::nullopt);
}

TEST_CASE("Every fault of a tree is reported at once", "[composite]") {
  try {
    const indicator_tree tree(
        {{"a", "nobody"}, {"b", "p", -1}, {"p", "q"}, {"q", "p"}, {"a", ""}, {"", ""}});
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    std::vector<std::string> codes;
    for (const auto& p : bad.problems()) codes.push_back(p.code);
    std::sort(codes.begin(), codes.end());
    CHECK(codes == std::vector<std::string>{"bad-weight", "duplicate-code", "empty-code", "loop",
                                            "loop", "unknown-parent"});
  }
}

TEST_CASE("A chain of a hundred thousand aggregates is no stack to fall off", "[composite]") {
  std::vector<indicator_entry> entries;
  for (int i = 0; i < 100'000; ++i)
    entries.push_back({std::to_string(i), i > 0 ? std::to_string(i - 1) : ""});
  const indicator_tree tree(entries);
  CHECK(tree.levels() == 100'000);
  CHECK(tree.indicators_below(tree.size() - 1).size() == 1);
}
