/// Reads the two files of a composite index as the R package COINr takes them: iData (units) and
/// iMeta (indicators).
#ifndef DAOPAI_IO_INDEX_FILES_HPP
#define DAOPAI_IO_INDEX_FILES_HPP

#include <daopai/error.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace daopai::io {

/// One row of iMeta that belongs to the index; what a row says beyond these columns is in
/// `parameters`.
struct index_node {
  std::string code;
  std::string name;    ///< the code where iMeta has no name
  std::string parent;  ///< empty at the top
  double weight = 1;
  int direction = 1;        ///< 1 or -1
  std::string denominator;  ///< code of a denominator column; empty: none
  bool is_indicator = true;
  /// Numbers of any further column, by its title (Target, minmax_lower, goalpost_upper, ...).
  std::map<std::string, double> parameters = {};
};

/// One row of iData.
struct index_unit {
  std::string code;
  std::string name;            ///< the code where iData has no name
  std::optional<double> time;  ///< of panel data
};

/// Both files, checked against each other. Units are sorted by time and then code, as COINr does;
/// plain types only, so that nothing depends on how the library was compiled.
struct index_files {
  std::vector<index_unit> units;
  std::vector<index_node> nodes;  ///< indicators and aggregates, in the order of iMeta
  /// Numbers of every indicator and denominator by code, one for each unit; nothing where missing.
  std::map<std::string, std::vector<std::optional<double>>> numbers;
  /// Texts of every group column by code, one for each unit; empty where missing.
  std::map<std::string, std::vector<std::string>> groups;
};

/// Reads and checks both files. Indicators named in `exclude`, and aggregates this leaves without
/// any, are left out.
/// @throws error if a file cannot be read; invalid_input with every fault of both files: missing
/// columns, unknown types, codes that stand twice or in one file alone, cells that are not numbers,
/// repeated units.
[[nodiscard]] index_files read_index_files(const std::filesystem::path& data,
                                           const std::filesystem::path& meta,
                                           const std::vector<std::string>& exclude = {});

}  // namespace daopai::io

#endif  // DAOPAI_IO_INDEX_FILES_HPP
