/// An index read from its files and computed stage by stage.
#ifndef DAOPAI_SRC_PROGRAM_COMPUTED_INDEX_HPP
#define DAOPAI_SRC_PROGRAM_COMPUTED_INDEX_HPP

#include "program/index_options.hpp"
#include "program/index_years.hpp"
#include <daopai/composite/pipeline.hpp>
#include <daopai/io/index_model.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::program {

/// What the options ask for, computed; the options must outlive it.
class computed_index {
public:
  /// @throws as run_index()
  explicit computed_index(const index_options& options);

  [[nodiscard]] const index_options& options() const { return options_; }
  [[nodiscard]] const io::index_files& files() const { return files_; }
  [[nodiscard]] const composite::indicator_tree& tree() const { return tree_; }
  [[nodiscard]] const std::vector<year>& years() const { return years_; }
  [[nodiscard]] const io::denominator_columns& denominators() const { return denominators_; }
  [[nodiscard]] const composite::aggregation_rules& rules() const { return rules_; }
  /// The node whose ranks matter.
  [[nodiscard]] composite::eigen_index target() const { return target_; }
  [[nodiscard]] const composite::observations& raw() const { return raw_; }
  [[nodiscard]] const composite::index_stages& stages() const { return stages_; }

  [[nodiscard]] composite::imputation imputation_of(const std::string& text) const;
  [[nodiscard]] std::optional<composite::treatment> treatment_rule() const;
  [[nodiscard]] composite::rank_rule ranking() const;
  /// The codes of the first `count` nodes.
  [[nodiscard]] std::vector<std::string> node_codes(composite::eigen_index count) const;

private:
  template <typename T>
  [[nodiscard]] T at_level(const std::vector<T>& given, int level, const char* option) const;
  [[nodiscard]] composite::aggregation_rules aggregation_rules_of(
      const std::vector<std::string>& names) const;
  [[nodiscard]] composite::observations panel_filled(const composite::observations& data) const;
  [[nodiscard]] composite::observations imputed_year(const composite::observations& all,
                                                     const year& y) const;
  [[nodiscard]] composite::observations normalised_years(
      const std::vector<composite::observations>& treated) const;
  void compute();

  const index_options& options_;
  io::index_files files_;
  composite::indicator_tree tree_;
  std::vector<year> years_;
  io::denominator_columns denominators_;
  composite::aggregation_rules rules_;
  composite::eigen_index target_ = 0;
  composite::observations raw_;
  composite::index_stages stages_;
};

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_COMPUTED_INDEX_HPP
