#include "catch.hpp"
#include "weighting_cases.hpp"
#include <daopai/composite/judgements.hpp>

using namespace daopai::composite;

TEST_CASE("A missing judgement is completed where the inconsistency is least", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("bozoki2010_incomplete4");
  table cells = table::Zero(4, 4);
  mask known = mask::Constant(4, 4, false);
  for (const auto& entry : c.at("known").as_array()) {
    const column judgement = weighting::list(entry);
    cells(static_cast<eigen_index>(judgement(0)), static_cast<eigen_index>(judgement(1))) =
        judgement(2);
    known(static_cast<eigen_index>(judgement(0)), static_cast<eigen_index>(judgement(1))) = true;
  }
  const judgements full = complete(judgements(observations(cells, known)));
  CHECK(full.values()(2, 3) == Approx(0.7302967302226561).epsilon(1e-7));
  CHECK(full.values()(2, 3) ==
        Approx(c.at("published").at("missing").to_number<double>()).margin(5e-7));
  CHECK(full.values()(2, 3) * full.values()(3, 2) == Approx(1).epsilon(1e-15));
}

TEST_CASE("A consistent matrix is recovered from a chain of judgements", "[composite]") {
  const column w = (column(5) << 5, 4, 3, 2, 1).finished();
  table cells = table::Zero(5, 5);
  mask known = mask::Constant(5, 5, false);
  for (eigen_index i = 0; i < 4; ++i) {
    cells(i, i + 1) = w(i) / w(i + 1);
    known(i, i + 1) = true;
  }
  const table full = complete(judgements(observations(cells, known))).values();
  for (eigen_index i = 0; i < 5; ++i)
    CHECK((full.row(i).transpose() - w(i) / w).abs().maxCoeff() < 1e-10);
}

TEST_CASE("Judgements that say nothing about a thing are refused", "[composite]") {
  mask known = mask::Constant(3, 3, true);
  known(0, 2) = known(2, 0) = known(1, 2) = known(2, 1) = false;
  CHECK_THROWS_WITH(complete(judgements(observations(table::Ones(3, 3), known))),
                    "2: no known judgements lead from it to the first");
}

TEST_CASE("Every fault of a matrix is named; printed rounding is not one", "[composite]") {
  table cells(3, 3);
  cells << 1, 3, -2, 0.33, 2, 5, 1, 0.5, 1;
  try {
    static_cast<void>(judgements(cells));
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    std::vector<std::string> where;
    for (const auto& p : bad.problems()) where.push_back(p.code + " " + p.where);
    CHECK(where == std::vector<std::string>{"bad-judgement judgement (0, 2)",
                                            "bad-diagonal judgement (1, 1)",
                                            "not-reciprocal judgement (1, 2)"});
  }
  CHECK_THROWS_AS(judgements(table(2, 3)), daopai::invalid_input);
  table rounded(2, 2);
  rounded << 1, 3, 0.33, 1;
  CHECK(judgements(rounded).values()(1, 0) == 1.0 / 3);
}

TEST_CASE("Experts are combined by geometric means", "[composite]") {
  table first(2, 2);
  first << 1, 2, 0.5, 1;
  table second(2, 2);
  second << 1, 8, 0.125, 1;
  CHECK(combine({judgements(first), judgements(second)}).values()(0, 1) == Approx(4));
  CHECK(combine({judgements(first), judgements(second)}, {3, 1}).values()(0, 1) ==
        Approx(std::pow(64.0, 0.25)));
  CHECK_THROWS_AS(combine({}), daopai::invalid_input);
}
