/// Indicator systems and observations as they stand in JSON, before they are checked against each
/// other.
#ifndef DAOPAI_SRC_IO_SCORING_DOCUMENT_HPP
#define DAOPAI_SRC_IO_SCORING_DOCUMENT_HPP

#include "io/scoring/fields.hpp"
#include <daopai/scoring/observation.hpp>
#include <daopai/scoring/system.hpp>

#include <string>
#include <utility>
#include <vector>

namespace daopai::io {

/// A thing read and its place in the file.
template <class Thing>
struct placed {
  Thing thing;
  std::string where;
};

struct indicator_document {
  scoring::settings config;
  std::vector<placed<scoring::indicator>> indicators;
};

struct observation_document {
  std::vector<placed<scoring::object>> objects;
  std::vector<placed<scoring::observation>> observations;
};

/// The value of the plan file's "indicators": a list of indicators, or an object of settings with
/// such a list.
[[nodiscard]] indicator_document read_indicator_document(const json_place& place);

/// The value of "observations": a list, or {"objects": [...], "observations": [...]}.
[[nodiscard]] observation_document read_observation_document(const json_place& place);

[[nodiscard]] scoring::settings read_settings(json_fields& f);

/// The system of a document, complete only where nothing was found. Appends to `found`, which holds
/// what reading has found already.
[[nodiscard]] scoring::indicator_system draft_of(const indicator_document& document,
                                                 std::vector<problem>& found);

/// What is wrong with observations of a system, whose draft will do.
void check_observations(const scoring::indicator_system& system,
                        const observation_document& document, std::vector<problem>& found);

/// @throws invalid_input for what `check_observations` would have found
[[nodiscard]] scoring::observation_table table_of(const scoring::indicator_system& system,
                                                  const observation_document& document);

struct csv_table;

/// Observations in a table, in one of two shapes. Long: the columns "object", "indicator" and
/// "value", and if wanted "part", "rater", "period", "size". Wide: "object", if wanted "group",
/// "rater" and "period", and one column for each indicator, titled by its id or name. The titles
/// may be Chinese: 对象, 指标, 数值, 分项, 评分人, 时期, 样本数, 分组. Cells are numbers
/// (full-width digits, thousands separators and % are understood) or labels.
[[nodiscard]] observation_document read_observation_table(const csv_table& table,
                                                          const scoring::indicator_system& system,
                                                          std::vector<problem>& found);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_SCORING_DOCUMENT_HPP
