#include "catch.hpp"
#include "composite/golden.hpp"
#include "folder.hpp"
#include "program/index_options.hpp"
#include <daopai/error.hpp>

#include <filesystem>
#include <fstream>
#include <stdexcept>

using daopai::program::index_options;
using daopai::program::run_index;
using daopai::tests::folder;

namespace {
/// An index of two indicators over two years.
index_options small_index(const folder& in) {
  std::ofstream(in.file("iData.csv"))
      << "uCode,Time,a,b\nA,2020,0,10\nB,2020,10,\nA,2021,20,10\nB,2021,5,30\n";
  std::ofstream(in.file("iMeta.csv")) << "iCode,Type,Parent,Direction,Weight\na,Indicator,top,1,"
                                         "1\nb,Indicator,top,1,1\ntop,Aggregate,,1,1\n";
  index_options options;
  options.data = in.file("iData.csv");
  options.meta = in.file("iMeta.csv");
  options.out = in.file("out");
  return options;
}

/// One column of a file that was written.
std::vector<std::string> written(const index_options& options, const std::string& name,
                                 const std::string& title) {
  const auto table = daopai::io::read_csv(std::filesystem::path(options.out) / name);
  std::vector<std::string> cells;
  for (const auto& row : table.rows) cells.push_back(row.cells[*table.find_column(title)]);
  return cells;
}
using cells = std::vector<std::string>;
}  // namespace

TEST_CASE("Bounds in iMeta are turned round with the indicator, bounds typed are not",
          "[program]") {
  // COINr: npara is c(-upper, -lower) from iMeta where the direction is -1; typed it is taken as it
  // is, of -x.
  const folder in;
  index_options options = small_index(in);
  std::ofstream(options.meta) << "iCode,Type,Parent,Direction,Weight,scaled_lower,scaled_upper\n"
                                 "a,Indicator,top,-1,1,0,20\nb,Indicator,top,1,1,0,20\n"
                                 "top,Aggregate,,1,1,,\n";
  options.normalise = "scaled";
  run_index(options);
  CHECK(written(options, "normalised.csv", "a") == cells{"100", "50", "0", "75"});
  CHECK(written(options, "normalised.csv", "b") == cells{"50", "", "50", "150"});
  options.normalise = "scaled:0,20";
  run_index(options);
  CHECK(written(options, "normalised.csv", "a") == cells{"0", "-50", "-100", "-25"});
}

TEST_CASE("Ranks share equal values by the word typed behind them", "[program]") {
  const folder in;
  index_options options = small_index(in);
  options.normalise = "rank:average";
  run_index(options);
  CHECK(written(options, "normalised.csv", "b") == cells{"1.5", "", "1.5", "3"});
  options.normalise = "rank:sideways";
  CHECK_THROWS_AS(run_index(options), std::invalid_argument);
}

TEST_CASE("Every stage of ASEM is written as COINr computes it", "[program]") {
  DAOPAI_SKIP_WITHOUT(golden::file("asem"));
  const folder in;
  index_options options;
  options.data = golden::file("asem/iData.csv").string();
  options.meta = golden::file("asem/iMeta.csv").string();
  options.impute = "mean-group";
  options.group = "EurAsia_group";
  options.treat = "log";
  options.out = in.file("out");
  run_index(options);
  for (const auto& [ours, theirs] : {std::pair{"denominated", "stage_denominated"},
                                     {"imputed", "stage_imputed"},
                                     {"treated", "stage_treated"},
                                     {"normalised", "stage_normalised"},
                                     {"aggregated", "stage_aggregated"},
                                     {"ranks", "results_ranks_all"}}) {
    CAPTURE(ours);
    const auto mine =
        daopai::io::read_csv(std::filesystem::path(options.out) / (std::string(ours) + ".csv"));
    const auto truth = daopai::io::read_csv(golden::file("asem/" + std::string(theirs) + ".csv"));
    REQUIRE(mine.header.cells == truth.header.cells);
    REQUIRE(mine.rows.size() == truth.rows.size());
    double largest = 0;
    for (std::size_t r = 0; r < truth.rows.size(); ++r) {
      REQUIRE(mine.rows[r].cells[0] == truth.rows[r].cells[0]);
      for (std::size_t c = 1; c < truth.header.cells.size(); ++c) {
        const auto a = daopai::io::parse_number(mine.rows[r].cells[c]);
        const auto b = daopai::io::parse_number(truth.rows[r].cells[c]);
        REQUIRE(a.has_value() == b.has_value());
        if (a && *a != *b) largest = std::max(largest, std::abs(*a - *b) / std::abs(*b));
      }
    }
    CHECK(largest < 1e-12);
  }
}

TEST_CASE("Years are measured together, each by itself, or by the first", "[program]") {
  const folder in;
  index_options options = small_index(in);
  run_index(options);  // a from 0 to 20 over both years
  CHECK(written(options, "normalised.csv", "a") == cells{"0", "50", "100", "25"});
  CHECK(written(options, "ranks.csv", "top") == cells{"2", "1", "2", "1"});
  options.yardstick = "own";
  run_index(options);
  CHECK(written(options, "normalised.csv", "a") == cells{"0", "100", "100", "0"});
  options.yardstick = "first";
  run_index(options);
  CHECK(written(options, "normalised.csv", "a") == cells{"0", "100", "200", "50"});
}

TEST_CASE("Gaps stay, or are filled from the unit's other years", "[program]") {
  const folder in;
  index_options options = small_index(in);
  run_index(options);
  CHECK(written(options, "imputed.csv", "b") == cells{"10", "", "10", "30"});
  options.panel = "linear";
  run_index(options);
  CHECK(written(options, "imputed.csv", "b") == cells{"10", "30", "10", "30"});
}

TEST_CASE("Wrong usage and bad data are told apart", "[program]") {
  const folder in;
  index_options options = small_index(in);
  options.normalise = "min-mox";
  CHECK_THROWS_AS(run_index(options), std::invalid_argument);
  options = small_index(in);
  options.leave_one_out = true;  // of two years
  CHECK_THROWS_AS(run_index(options), std::invalid_argument);
  options = small_index(in);
  options.aggregate = {"geometric"};
  CHECK_THROWS_AS(run_index(options), daopai::invalid_input);
}
