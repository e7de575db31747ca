/// From the files of an index to what composite/ computes with. In headers, because no Eigen object
/// crosses into the compiled library.
#ifndef DAOPAI_IO_INDEX_MODEL_HPP
#define DAOPAI_IO_INDEX_MODEL_HPP

#include <daopai/composite/denominate.hpp>
#include <daopai/composite/indicator_tree.hpp>
#include <daopai/composite/observations.hpp>
#include <daopai/io/index_files.hpp>

#include <map>
#include <string>
#include <vector>

namespace daopai::io {

/// The tree of iMeta. @throws invalid_input as composite::indicator_tree.
[[nodiscard]] inline composite::indicator_tree tree_of(const index_files& files) {
  std::vector<composite::indicator_entry> entries;
  for (const index_node& node : files.nodes) {
    const auto sense = node.direction < 0 ? composite::direction::lower_is_better
                                          : composite::direction::higher_is_better;
    entries.push_back({node.code, node.parent, node.weight, sense});
  }
  return composite::indicator_tree(entries);
}

/// The columns named, a row for each unit. @throws std::out_of_range if a code is not among the
/// numbers.
[[nodiscard]] inline composite::observations columns_of(const index_files& files,
                                                        const std::vector<std::string>& codes) {
  const auto rows = static_cast<composite::eigen_index>(files.units.size());
  const auto cols = static_cast<composite::eigen_index>(codes.size());
  composite::table values = composite::table::Zero(rows, cols);
  composite::mask present = composite::mask::Constant(rows, cols, false);
  for (composite::eigen_index c = 0; c < cols; ++c) {
    const auto& cells = files.numbers.at(codes[static_cast<std::size_t>(c)]);
    for (composite::eigen_index r = 0; r < rows; ++r) {
      const std::optional<double>& cell = cells[static_cast<std::size_t>(r)];
      values(r, c) = cell.value_or(0);
      present(r, c) = cell.has_value();
    }
  }
  return {std::move(values), std::move(present)};
}

/// The raw data: the tree's indicators in node order.
[[nodiscard]] inline composite::observations indicators_of(const index_files& files,
                                                           const composite::indicator_tree& tree) {
  std::vector<std::string> codes;
  for (composite::eigen_index i = 0; i < tree.indicators(); ++i) codes.push_back(tree.code(i));
  return columns_of(files, codes);
}

/// The denominators iMeta names and what they divide.
struct denominator_columns {
  composite::observations values;
  std::vector<composite::denominator> divisions;
};

[[nodiscard]] inline denominator_columns denominators_of(const index_files& files,
                                                         const composite::indicator_tree& tree) {
  std::map<std::string, composite::eigen_index> places;
  std::vector<std::string> codes;
  std::vector<composite::denominator> divisions;
  for (const index_node& node : files.nodes) {
    if (node.denominator.empty() || !node.is_indicator) continue;
    const auto [place, is_new] =
        places.emplace(node.denominator, static_cast<composite::eigen_index>(codes.size()));
    if (is_new) codes.push_back(node.denominator);
    divisions.push_back({*tree.find(node.code), place->second});
  }
  return {columns_of(files, codes), std::move(divisions)};
}

/// The group of each unit by a group column, counted from 0 in order of appearance; -1 where it is
/// missing.
/// @throws std::out_of_range if there is no such column.
[[nodiscard]] inline composite::grouping groups_of(const index_files& files,
                                                   const std::string& code) {
  std::map<std::string, int> known;
  composite::grouping groups;
  for (const std::string& name : files.groups.at(code)) {
    groups.push_back(
        name.empty() ? -1 : known.emplace(name, static_cast<int>(known.size())).first->second);
  }
  return groups;
}

}  // namespace daopai::io

#endif  // DAOPAI_IO_INDEX_MODEL_HPP
