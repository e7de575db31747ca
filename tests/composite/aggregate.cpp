#include "catch.hpp"
#include "golden.hpp"
#include <daopai/composite/aggregate.hpp>

#include <rapidcheck.h>

using namespace daopai::composite;

namespace {
const indicator_tree& flat() {
  static const indicator_tree tree(
      {{"a", "top", 2}, {"b", "top", 1}, {"c", "top", 1}, {"top", ""}});
  return tree;
}
/// The top's value for one unit.
std::optional<double> top(const aggregation& how, std::vector<std::optional<double>> x,
                          double availability = 0) {
  table values = table::Zero(1, 3);
  mask present(1, 3);
  for (eigen_index i = 0; i < 3; ++i) {
    present(0, i) = x[static_cast<std::size_t>(i)].has_value();
    values(0, i) = x[static_cast<std::size_t>(i)].value_or(0);
  }
  return aggregate({values, present}, flat(), node_rule{how, availability}).at(0, 3);
}
}  // namespace

TEST_CASE("Each aggregation follows its formula", "[composite]") {
  // By hand; weights 2, 1, 1.
  CHECK(top(arithmetic_mean{}, {1, 2, 5}) == Approx(2.25));
  CHECK(top(geometric_mean{}, {1, 2, 3}) == Approx(std::pow(6.0, 0.25)));
  CHECK(top(harmonic_mean{}, {1, 2, 3}) == Approx(4 / (2 + 0.5 + 1.0 / 3)));  // COINr's own test
  CHECK(top(generalised_mean{-1}, {1, 2, 3}) == Approx(4 / (2 + 0.5 + 1.0 / 3)));
  CHECK(top(generalised_mean{2}, {1, 2, 3}) == Approx(std::sqrt(15.0 / 4)));
  CHECK(top(minimum{}, {3, 2, 5}) == 2.0);
  CHECK(top(ordered_weighted{{0, 0, 1}}, {3, 2, 5}) == 2.0);
  CHECK(top(ordered_weighted{{0.5, 0.25, 0.25}}, {3, 2, 5}) == Approx(3.75));
  CHECK(top(ordered_weighted{}, {3, 2, 5}) == Approx(10.0 / 3));
}

TEST_CASE("Missing members are left out down to the availability asked for", "[composite]") {
  CHECK(top(arithmetic_mean{}, {{}, 2, 5}) == Approx(3.5));
  CHECK(top(geometric_mean{}, {4, {}, 1}) == Approx(std::pow(16.0, 1.0 / 3)));
  CHECK(top(generalised_mean{2}, {{}, {}, 5}) == Approx(5));
  CHECK(top(minimum{}, {{}, -2, 5}) == -2.0);
  CHECK(top(arithmetic_mean{}, {{}, 2, 5}, 2.0 / 3) == Approx(3.5));
  CHECK_FALSE(top(arithmetic_mean{}, {{}, 2, 5}, 0.7));
  CHECK_FALSE(top(arithmetic_mean{}, {{}, {}, {}}));
  CHECK_FALSE(top(ordered_weighted{{1, 1, 1}}, {{}, 2, 5}));
}

TEST_CASE("Scores a mean cannot take are all named", "[composite]") {
  try {
    static_cast<void>(top(geometric_mean{}, {0, -1, 5}));
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    REQUIRE(bad.problems().size() == 2);
    CHECK(bad.problems()[0].where == "unit 0, a");
    CHECK(bad.problems()[1].where == "unit 0, b");
  }
}

TEST_CASE("Copeland counts who wins over whom", "[composite]") {
  // The matrix of COINr's own tests, with the outranking shares it states.
  const indicator_tree tree({{"x1", "top"}, {"x2", "top"}, {"x3", "top"}, {"top", ""}});
  table x(4, 3);
  x << 1, 3, 2, 2, 2, 3, 3, 1, 1, 4, 5, 4;
  const table share = outranking(observations(x), column::Ones(3));
  CHECK(share(1, 0) == Approx(2.0 / 3));
  CHECK(share(2, 0) == Approx(1.0 / 3));
  CHECK(share(3, 0) == Approx(1));
  CHECK((share.matrix().diagonal().array() == 0).all());
  const column points = aggregate(observations(x), tree, node_rule{copeland{}}).values().col(3);
  CHECK((points == (column(4) << -1, 1, -3, 3).finished()).all());
}

TEST_CASE("A drawn pair scores nothing unless told otherwise", "[composite]") {
  const indicator_tree tree({{"x1", "top"}, {"x2", "top"}, {"top", ""}});
  table x(2, 2);
  x << 1, 2, 2, 1;
  CHECK((aggregate(observations(x), tree, node_rule{copeland{}}).values().col(2) == 0).all());
  CHECK((aggregate(observations(x), tree, node_rule{copeland{-1}}).values().col(2) == -1).all());
}

TEST_CASE("Half of the weight is exactly a half, however it is added up", "[composite]") {
  // 1/n is no binary fraction for most n; added up one by one in doubles, n/2 of them often miss
  // 1/2. In R, which adds in extended precision, each of these pairs is a draw.
  for (int n = 2; n <= 60; n += 2) {
    std::vector<indicator_entry> entries;
    for (int i = 0; i < n; ++i) entries.push_back({"x" + std::to_string(i), "top"});
    entries.push_back({"top", ""});
    const indicator_tree tree(entries);
    table x(2, n);
    for (eigen_index i = 0; i < n; ++i) x.col(i) << (i < n / 2 ? 1 : 2), (i < n / 2 ? 2 : 1);
    CHECK(outranking(observations(x), column::Ones(n))(0, 1) == 0.5);
    CHECK((aggregate(observations(x), tree, node_rule{copeland{}}).values().col(n) == 0).all());
  }
}

TEST_CASE("Geometric means of ASEM agree with COINr", "[composite]") {
  DAOPAI_SKIP_WITHOUT(golden::file("asem"));
  const golden::asem_index asem;
  const observations one_to_hundred =
      normalise(min_max{1, 100}, asem.result.stages.treated, asem.tree.directions());
  const observations means = aggregate(one_to_hundred, asem.tree, node_rule{geometric_mean{}});
  CHECK(golden::difference("asem/agg_minmax1_100_gmean.csv", asem.files, asem.tree, means) < 1e-12);
}

TEST_CASE("Effective weights of ASEM agree with COINr", "[composite]") {
  const auto path = golden::file("asem/weights_effective.csv");
  DAOPAI_SKIP_WITHOUT(path);
  const golden::asem_index asem;
  const column effective = effective_weights(asem.tree, asem.tree.weights());
  const daopai::io::csv_table expected = daopai::io::read_csv(path);
  REQUIRE(expected.rows.size() == 60);
  for (const auto& row : expected.rows) {
    const double truth = *daopai::io::parse_number(row.cells[*expected.find_column("EffWeight")]);
    CHECK(effective(*asem.tree.find(row.cells[0])) == Approx(truth).epsilon(1e-14));
  }
}

TEST_CASE("An aggregate lies between its lowest and highest member", "[composite]") {
  CHECK(rc::check([](const std::vector<unsigned char>& raw) {
    RC_PRE(raw.size() >= 3U);
    std::vector<std::optional<double>> x;
    for (std::size_t i = 0; i < 3; ++i) x.emplace_back(1 + raw[i]);
    const double low = *std::min_element(x.begin(), x.end()).operator*();
    const double high = *std::max_element(x.begin(), x.end()).operator*();
    for (const aggregation& how : {aggregation(arithmetic_mean{}), aggregation(geometric_mean{}),
                                   aggregation(harmonic_mean{}), aggregation(generalised_mean{3}),
                                   aggregation(ordered_weighted{{}, 2}), aggregation(minimum{})}) {
      const double y = *top(how, x);
      RC_ASSERT(y >= low * (1 - 1e-12) && y <= high * (1 + 1e-12));
    }
  }));
}
