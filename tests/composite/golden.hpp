/// Tables computed by another program, read from the shared folder where it is at hand.
#ifndef DAOPAI_TESTS_COMPOSITE_GOLDEN_HPP
#define DAOPAI_TESTS_COMPOSITE_GOLDEN_HPP

#include "catch.hpp"
#include "io/csv.hpp"
#include <daopai/composite/pipeline.hpp>
#include <daopai/io/index_model.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace golden {

using daopai::composite::eigen_index;
using daopai::composite::observations;

/// A file of the shared folder; the caller's test ends with a warning where it is absent.
inline std::filesystem::path file(const std::string& name) {
  return std::filesystem::path(DAOPAI_SHARED_DIR) / "golden" / name;
}
#define DAOPAI_SKIP_WITHOUT(path)                     \
  if (!std::filesystem::exists(path)) {               \
    WARN("skipped: " << (path) << " is not at hand"); \
    return;                                           \
  }

/// The index files of the ASEM example.
inline daopai::io::index_files asem() {
  return daopai::io::read_index_files(file("asem/iData.csv"), file("asem/iMeta.csv"));
}

/// The ASEM index as COINr's build_example_coin() builds it.
struct asem_index {
  daopai::io::index_files files = asem();
  daopai::composite::indicator_tree tree = daopai::io::tree_of(files);
  daopai::io::denominator_columns denominators = daopai::io::denominators_of(files, tree);
  observations raw = daopai::io::indicators_of(files, tree);
  daopai::composite::index_design design{
      .denominators = denominators.divisions,
      .gaps = daopai::composite::from_units{daopai::composite::centre::mean,
                                            daopai::io::groups_of(files, "EurAsia_group")},
      .outliers = daopai::composite::treatment{}};
  daopai::composite::index_result result =
      daopai::composite::build_index(raw, denominators.values, tree, design);
};

/// The largest relative difference between a column of a file and computed values, units matched by
/// code; a cell missing on one side alone counts as infinite.
inline double difference(const daopai::io::csv_table& expected, const std::string& code,
                         const std::vector<daopai::io::index_unit>& units,
                         const observations& actual, eigen_index column) {
  const std::size_t unit_column = *expected.find_column("uCode");
  const std::size_t value_column = *expected.find_column(code);
  std::map<std::string, std::string> cells;
  for (const auto& row : expected.rows) cells[row.cells[unit_column]] = row.cells[value_column];
  double largest = 0;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const auto truth = daopai::io::parse_number(cells.at(units[u].code));
    const auto value = actual.at(static_cast<eigen_index>(u), column);
    if (truth.has_value() != value.has_value()) return std::numeric_limits<double>::infinity();
    if (truth)
      largest = std::max(largest, std::abs(*value - *truth) / std::max(std::abs(*truth), 1e-300) *
                                      (*value != *truth));
  }
  return largest;
}

/// The largest over every column of the file that the tree has as a node.
inline double difference(const std::string& name, const daopai::io::index_files& files,
                         const daopai::composite::indicator_tree& tree,
                         const observations& actual) {
  const daopai::io::csv_table expected = daopai::io::read_csv(file(name));
  double largest = 0;
  int compared = 0;
  for (const std::string& code : expected.header.cells) {
    const auto node = tree.find(code);
    if (!node || *node >= actual.indicators()) continue;
    largest = std::max(largest, difference(expected, code, files.units, actual, *node));
    ++compared;
  }
  return compared > 0 ? largest : std::numeric_limits<double>::infinity();
}

}  // namespace golden

#endif  // DAOPAI_TESTS_COMPOSITE_GOLDEN_HPP
