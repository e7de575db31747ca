/// What `daopai index` was asked for, and the steps it is carried out in.
#ifndef DAOPAI_SRC_PROGRAM_INDEX_OPTIONS_HPP
#define DAOPAI_SRC_PROGRAM_INDEX_OPTIONS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daopai::program {

struct index_options {
  std::string data;
  std::string meta;
  std::string out;  ///< folder; empty: the result alone, to standard output
  std::vector<std::string> exclude;

  bool denominate = true;
  std::string impute = "none";
  std::string group;
  int branch_level = 2;
  std::string panel = "none";
  std::optional<std::size_t> reach;
  std::string treat = "none";
  int winsorise_most = 5;
  bool combine_treat = false;
  double skew = 2;
  double kurtosis = 3.5;
  std::string normalise = "min-max";
  std::string yardstick = "all";
  std::vector<std::string> aggregate{"arithmetic"};
  std::vector<double> availability;
  std::string ties = "minimum";
  std::optional<int> decimals;
  std::string rank_group;

  std::optional<std::size_t> uncertainty;
  std::optional<std::size_t> sobol;
  std::vector<std::string> vary_impute;
  std::vector<std::string> vary_normalise;
  std::vector<std::string> vary_aggregate;
  std::vector<std::string> noise;
  bool vary_indicators = false;
  bool leave_one_out = false;
  std::string correlations;
  std::vector<std::string> decompose;
  std::string target;
  std::uint64_t seed = 1;
  unsigned threads = 1;
};

/// Reads the files, computes, and writes what was asked for. @throws std::invalid_argument for a
/// wrong usage found on the way, daopai::error for bad data.
void run_index(const index_options& options);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_INDEX_OPTIONS_HPP
