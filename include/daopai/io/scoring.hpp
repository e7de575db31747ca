/// Indicator systems and observations from plan files, files of their own and CSV; scores as JSON.
#ifndef DAOPAI_IO_SCORING_HPP
#define DAOPAI_IO_SCORING_HPP

#include <daopai/scoring.hpp>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace daopai::io {

/// The text of a file and the name that messages give it.
struct named_text {
  std::string name;
  std::string text;
};

/// Where the parts of an assessment come from. The plan's "indicators" and "observations" count
/// where no file of their own is given. An indicator file holds what "indicators" of a plan would,
/// a table of observations is CSV in UTF-8 (with or without byte-order mark) or GB 18030.
struct assessment_files {
  named_text plan;
  std::optional<named_text> indicators = std::nullopt;
  std::optional<named_text> observations = std::nullopt;
};

/// Names of things that indicators refer to, by key.
using unit_names = std::map<unit_key, std::string>;

/// An indicator system and what was observed of it. They stay where they are when the assessment is
/// moved.
class assessment {
public:
  assessment(std::string title, unit_names units, scoring::indicator_system system,
             scoring::observation_table table);
  /// The plan's title, else the system's.
  [[nodiscard]] const std::string& title() const { return title_; }
  /// The unit's name in the plan, else its key.
  [[nodiscard]] const std::string& name_of(const unit_key& unit) const;
  [[nodiscard]] const scoring::indicator_system& system() const { return *system_; }
  [[nodiscard]] const scoring::observation_table& table() const { return *table_; }

private:
  std::string title_;
  unit_names units_;
  std::unique_ptr<const scoring::indicator_system> system_;
  std::unique_ptr<const scoring::observation_table> table_;
};

/// Reads and checks system and observations together.
/// @throws invalid_input with everything that is wrong with any of the files, by file, line and
/// column
[[nodiscard]] assessment read_assessment(const assessment_files& files);

/// One score for each period observed, oldest first; one alone where no observation names a period.
[[nodiscard]] std::vector<scoring::scores> score_periods(const assessment& of);

/// All results as JSON: cards, cells, lost points, unmet indicators, next steps, states, notes.
/// Scores of several periods, oldest first, add states; the last period is the one told. Points are
/// numbers with exactly the digits they have.
[[nodiscard]] std::string scores_to_json(const assessment& of,
                                         std::span<const scoring::scores> periods);

/// One object as one of the scores knows it, which must stay where they are.
struct scored_object {
  const scoring::scores& in;
  scoring::object_id object;
};

/// Why the score of one object is not that of another, or of itself in another period, as JSON:
/// both scores, their difference, and the points of each indicator, which add up to it.
/// @throws error where one of them has no score
[[nodiscard]] std::string difference_to_json(const assessment& of, const scored_object& first,
                                             const scored_object& second);

}  // namespace daopai::io

#endif  // DAOPAI_IO_SCORING_HPP
