#include "catch.hpp"
#include "weighting_cases.hpp"
#include <daopai/composite/ahp.hpp>

using namespace daopai::composite;

TEST_CASE("Published AHP examples are reproduced by every method", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const std::string id =
      GENERATE("saaty2008_drinks", "jiang_tourism_criteria", "cyclic_3x3", "two_by_two");
  CAPTURE(id);
  const auto c = weighting::find(id);
  const auto& computed = c.at("computed");
  const judgements matrix(weighting::rows(c.at("matrix")));
  const bool later_table = computed.at("RI").to_number<double>() == 1.35;
  const ahp_result result = ahp(matrix, ahp_method::eigenvector,
                                later_table ? random_index::saaty_2000s : random_index::saaty_1980);
  CHECK(weighting::difference(result.weights, computed.at("weights_eigen")) < 1e-12);
  CHECK(weighting::difference(ahp(matrix, ahp_method::geometric_mean).weights,
                              computed.at("weights_geometric_mean")) < 1e-12);
  CHECK(weighting::difference(ahp(matrix, ahp_method::column_mean).weights,
                              computed.at("weights_column_mean")) < 1e-12);
  CHECK(result.lambda_max == Approx(computed.at("lambda_max").to_number<double>()).epsilon(1e-12));
  CHECK(result.consistency_index ==
        Approx(computed.at("CI").to_number<double>()).epsilon(1e-10).margin(1e-13));
  CHECK(result.consistency_ratio.value() ==
        Approx(computed.at("CR").to_number<double>()).epsilon(1e-10).margin(1e-13));
  const double gci = ahp(matrix, ahp_method::geometric_mean).geometric_consistency_index;
  CHECK(gci == Approx(computed.at("gci").to_number<double>()).epsilon(1e-9).margin(1e-13));
}

TEST_CASE("Saaty's drinks round to the printed weights and ratio", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("saaty2008_drinks");
  const ahp_result result = ahp(judgements(weighting::rows(c.at("matrix"))),
                                ahp_method::eigenvector, random_index::saaty_2000s);
  CHECK(weighting::difference(result.weights, c.at("published").at("weights")) < 1e-3);
  CHECK(std::round(*result.consistency_ratio * 1000) == 22);
  CHECK(result.table == "Saaty 2000s");
}

TEST_CASE("A hierarchy gives the total weights of its alternatives", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("jiang_tourism_full");
  std::vector<judgements> below;
  for (const auto& matrix : c.at("alternatives").as_array())
    below.emplace_back(weighting::rows(matrix));
  const ahp_hierarchy result =
      ahp_of_hierarchy(judgements(weighting::rows(c.at("criteria_matrix"))), below);
  const auto& computed = c.at("computed");
  CHECK(weighting::difference(result.criteria.weights, computed.at("criteria")) < 1e-12);
  for (std::size_t i = 0; i < below.size(); ++i) {
    CHECK(weighting::difference(result.below[i].weights, computed.at("B_weights").at(i)) < 1e-12);
    CHECK(result.below[i].lambda_max ==
          Approx(computed.at("lambda_B").at(i).to_number<double>()).epsilon(1e-12));
  }
  CHECK(weighting::difference(result.total, computed.at("total")) < 1e-12);
  CHECK(weighting::difference(result.total, c.at("published").at("total")) < 2e-3);
  CHECK(*result.consistency_ratio < 0.1);
}

TEST_CASE("The published ratio of an incomplete matrix is Donegan and Dodd's", "[composite]") {
  DAOPAI_SKIP_WITHOUT(weighting::path());
  const auto c = weighting::find("bozoki2010_incomplete4");
  table cells(4, 4);
  cells << 1, 1, 5, 2, 1, 1, 3, 4, 0.2, 1.0 / 3, 1, 0, 0.5, 0.25, 0, 1;
  const ahp_result result = ahp(judgements(observations(cells, cells > 0)), ahp_method::eigenvector,
                                random_index::donegan_dodd_1991);
  CHECK(weighting::difference(result.weights, c.at("computed").at("weights")) < 1e-8);
  CHECK(result.lambda_max ==
        Approx(c.at("computed").at("lambda_max").to_number<double>()).epsilon(1e-12));
  CHECK(std::round(*result.consistency_ratio * 1e4) == 372);
}

TEST_CASE("The most inconsistent judgement is pointed out", "[composite]") {
  const column w = (column(4) << 4, 3, 2, 1).finished();
  table cells(4, 4);
  for (eigen_index i = 0; i < 4; ++i) cells.row(i) = w(i) / w.transpose();
  cells(1, 3) = 9;  // instead of 3
  cells(3, 1) = 1.0 / 9;
  const doubtful_judgement worst = ahp(judgements(cells)).most_inconsistent;
  CHECK(worst.row == 1);
  CHECK(worst.column == 3);
  CHECK(worst.given == 9);
  CHECK(worst.implied < 9);
}

TEST_CASE("Beyond its table a random index is not made up", "[composite]") {
  CHECK(random_index_of(random_index::saaty_1980, 10) == 1.49);
  CHECK(random_index_of(random_index::saaty_1980, 11) == std::nullopt);
  CHECK(random_index_of(random_index::chinese_textbook, 12) == 1.48);
  CHECK(random_index_of(random_index::tummala_ling_1998, 2) == 0.0);
  const ahp_result result = ahp(judgements(table::Ones(12, 12)));
  CHECK_FALSE(result.consistency_ratio);
  CHECK(result.weights(0) == Approx(1.0 / 12));
}
