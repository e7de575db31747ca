/// Scores of all objects at once: cells, totals, grades, ranks.
#ifndef DAOPAI_SCORING_SCORES_HPP
#define DAOPAI_SCORING_SCORES_HPP

#include <daopai/scoring/assumed.hpp>
#include <daopai/scoring/cell.hpp>
#include <daopai/scoring/detail/cell_store.hpp>
#include <daopai/scoring/detail/leaf_scorer.hpp>
#include <daopai/scoring/observation.hpp>
#include <daopai/scoring/system.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring {

/// Whose and which period's observations count; empty: all, by the settings' order of raters, the
/// latest period first.
struct view {
  std::string rater = {};
  std::string period = {};
};

/// An effect that struck, and the indicator it hangs on.
struct struck_effect {
  indicator_id indicator;
  effect what;
};

/// The result of one object.
struct score_card {
  decimal exact = 0;  ///< before rounding
  decimal full = 0;   ///< what could be had
  std::optional<decimal>
      score;  ///< rounded half-up at `settings::places`; nothing: not to be published
  std::optional<std::size_t> grade_by_score;  ///< place among the bands, before effects
  std::optional<std::size_t> grade;           ///< after effects
  std::vector<struck_effect> effects = {};
  bool passed = true;   ///< no failure struck, and the whole is not unmet
  decimal missing = 0;  ///< share (0 to 1) of the full score that rests on no observation
  decimal imputed = 0;  ///< share that rests on imputed values
  std::optional<std::size_t> rank;           ///< among all with a score, from 1
  std::optional<std::size_t> rank_in_group;  ///< among those of its group
};

/// The scores of all objects of a table. Keeps what it needs to answer further questions; the
/// system and the table must outlive it.
class scores {
public:
  [[nodiscard]] const indicator_system& system() const { return *system_; }
  [[nodiscard]] const observation_table& table() const { return *table_; }
  [[nodiscard]] const scoring::view& seen() const { return view_; }
  [[nodiscard]] std::size_t objects() const { return cards_.size(); }
  /// How many objects have a rank.
  [[nodiscard]] std::size_t ranked() const { return ranked_; }
  [[nodiscard]] const score_card& of(object_id o) const { return cards_[o.index()]; }
  [[nodiscard]] cell of(object_id o, indicator_id i) const { return cells_.at(o, i); }
  /// The cells of one object, by indicator.
  [[nodiscard]] detail::cells_of_object row(object_id o) const { return {cells_, o}; }
  /// What the value of a leaf is held against; nothing where its rule has no target.
  [[nodiscard]] std::optional<decimal> target(object_id o, indicator_id i) const {
    return leaves_->target(o, i);
  }
  /// The values of the object's peers; null where the indicator's rule does not look at them.
  [[nodiscard]] const detail::peer_values* peers(object_id o, indicator_id i) const {
    return leaves_->peers(o, i);
  }
  /// The value of a leaf as observed or assumed, before `scaled_by`; the number of the level, from
  /// 1, where a label was. Nothing where it is missing.
  [[nodiscard]] std::optional<decimal> observed(object_id o, indicator_id leaf) const;
  /// The score of the whole if a leaf of one object had another value and all else stayed. What
  /// looks at peers looks at them as they are. O(indicators).
  [[nodiscard]] decimal exact_with(object_id o, indicator_id leaf, decimal value) const;

private:
  friend scores score(const indicator_system& system, const observation_table& table,
                      const scoring::view& seen, std::span<const assumed_value> assumed);
  const indicator_system* system_ = nullptr;
  const observation_table* table_ = nullptr;
  scoring::view view_;
  std::optional<detail::leaf_scorer> leaves_;
  detail::cell_store cells_;
  std::vector<score_card> cards_;
  std::size_t ranked_ = 0;
};

/// Scores every object. The order of the steps is that of `settings`.
/// O(objects x indicators), plus sorting for what looks at peers.
/// @param assumed  values that stand for what was observed, one for a leaf of an object at most
/// @throws out_of_range where a number leaves the range of `decimal`
[[nodiscard]] scores score(const indicator_system& system, const observation_table& table,
                           const view& seen = {}, std::span<const assumed_value> assumed = {});

}  // namespace daopai::scoring

#include <daopai/scoring/detail/score_objects.hpp>

#endif  // DAOPAI_SCORING_SCORES_HPP
