#include "catch.hpp"
#include "folder.hpp"
#include <daopai/io/index_files.hpp>
#include <daopai/io/index_model.hpp>

#include <filesystem>
#include <fstream>

using namespace daopai::io;

namespace {
/// Two files in a folder of their own, gone with the test.
struct two_files {
  daopai::tests::folder in{};
  two_files(const std::string& data, const std::string& meta) {
    std::ofstream(in.file("iData.csv")) << data;
    std::ofstream(in.file("iMeta.csv")) << meta;
  }
  [[nodiscard]] index_files read(const std::vector<std::string>& exclude = {}) const {
    return read_index_files(in.file("iData.csv"), in.file("iMeta.csv"), exclude);
  }
};

const char* const meta =
    "Level,iCode,Direction,Weight,Denominator,Parent,Type,Target\n"
    "1,a,1,2,size,x,Indicator,9\n1,b,-1,1,,x,Indicator,\n1,c,1,1,,y,Indicator,\n"
    "2,x,1,1,,top,Aggregate,\n2,y,1,1,,top,Aggregate,\n3,top,1,1,,,Aggregate,\n"
    ",size,,,,,Denominator,\n,region,,,,,Group,\n";
}  // namespace

TEST_CASE("COINr's two files become a tree and tables, sorted by time and code", "[io]") {
  const two_files files(
      "uCode,Time,region,a,b,c,size\nB,2021,n,1,2,3,4\nA,2021,s,NA,5,6,7\nA,2020,,8,9,,2\n", meta);
  const index_files read = files.read();
  REQUIRE(read.units.size() == 3);
  CHECK(read.units[0].time == 2020);
  CHECK(read.units[1].code == "A");
  CHECK(read.nodes[0].parameters.at("Target") == 9);
  const auto tree = tree_of(read);
  CHECK(tree.levels() == 3);
  CHECK(tree.directions()(1) == -1);
  const auto data = indicators_of(read, tree);
  CHECK(data.at(0, 0) == 8.0);
  CHECK_FALSE(data.at(1, 0));
  CHECK_FALSE(data.at(0, 2));
  const auto by = denominators_of(read, tree);
  REQUIRE(by.divisions.size() == 1);
  CHECK(by.values.at(2, 0) == 4.0);
  CHECK(groups_of(read, "region") == daopai::composite::grouping{-1, 0, 1});
}

TEST_CASE("Excluding an indicator takes an aggregate without members with it", "[io]") {
  const two_files files("uCode,region,a,b,c,size\nA,n,1,2,3,4\n", meta);
  const auto tree = tree_of(files.read({"c"}));
  CHECK(tree.indicators() == 2);
  CHECK_FALSE(tree.find("y"));
}

TEST_CASE("Every fault of both files is reported with its place", "[io]") {
  const two_files files("uCode,region,a,b,c,size,extra\nA,n,1,2,3,4,5\n",
                        std::string(meta) + "1,d,1,1,gdp,x,Indicator,\n");
  try {
    static_cast<void>(files.read());
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    std::vector<std::string> codes;
    for (const auto& p : bad.problems()) codes.push_back(p.code);
    CHECK(codes ==
          std::vector<std::string>{"unknown-column", "unknown-denominator", "missing-column"});
  }
  const two_files cells("uCode,region,a,b,c,size\nA,n,1,x2,3,4\nA,n,1,2,,?\n", meta);
  try {
    static_cast<void>(cells.read());
    FAIL("accepted");
  } catch (const daopai::invalid_input& bad) {
    REQUIRE(bad.problems().size() == 3);
    CHECK(bad.problems()[0].code == "duplicate-unit");
    CHECK(bad.problems()[1].where.ends_with("iData.csv:2"));
    CHECK(bad.problems()[1].message ==
          "column 4 (b): \"x2\" is not a number; expected one or an empty cell");
  }
}
