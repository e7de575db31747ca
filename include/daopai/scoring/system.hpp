/// An indicator system: a checked, immutable tree of indicators, and the builder that checks it.
#ifndef DAOPAI_SCORING_SYSTEM_HPP
#define DAOPAI_SCORING_SYSTEM_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/indicator.hpp>
#include <daopai/scoring/settings.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace daopai::scoring {

/// A valid tree of indicators. Indicators stand in pre-order below the whole, which has position 0
/// and no author: its key is empty and its name the system's title.
class indicator_system {
public:
  [[nodiscard]] const settings& config() const { return settings_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] static indicator_id whole() { return indicator_id{0}; }

  [[nodiscard]] const indicator& at(indicator_id id) const { return given_[id.index()]; }
  [[nodiscard]] std::optional<indicator_id> parent(indicator_id id) const;
  [[nodiscard]] std::span<const indicator_id> parts(indicator_id id) const {
    return nodes_[id.index()].parts;
  }
  [[nodiscard]] bool is_leaf(indicator_id id) const {
    return nodes_[id.index()].parts.empty() && id != whole();
  }
  /// 0 for the whole, 1 for the top level.
  [[nodiscard]] int depth(indicator_id id) const { return nodes_[id.index()].depth; }
  /// The units responsible: the indicator's own, else those of the nearest heading that names any.
  [[nodiscard]] const std::vector<unit_share>& responsible(indicator_id id) const {
    return given_[nodes_[id.index()].responsible].units;
  }
  /// Points of a leaf, or those an inner part has in a mean: as printed, else 100 in a mean, else
  /// 0.
  [[nodiscard]] decimal points(indicator_id id) const { return nodes_[id.index()].points; }
  /// The weight in the parent's mean.
  [[nodiscard]] decimal weight(indicator_id id) const { return nodes_[id.index()].weight; }

  /// O(1) on average.
  [[nodiscard]] std::optional<indicator_id> find(const indicator_key& id) const;

  /// What the printed table says that does not add up, e.g. parts of 50 points under a heading
  /// of 60.
  [[nodiscard]] const std::vector<problem>& notes() const { return notes_; }

private:
  friend class indicator_system_builder;
  /// Where an indicator stands, apart from it: who walks the tree needs but this.
  struct node {
    std::size_t parent = 0;
    std::size_t responsible = 0;
    int depth = 0;
    decimal points = 0;
    decimal weight = 1;
    std::vector<indicator_id> parts = {};
  };

  /// Appends an indicator whose parent stands at `below`; the first one is the whole.
  void place(indicator given, std::size_t below);

  settings settings_;
  std::vector<indicator> given_;
  std::vector<node> nodes_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<problem> notes_;
};

/// Collects settings and indicators in any order and checks them once.
class indicator_system_builder {
public:
  explicit indicator_system_builder(settings s = {}) : settings_(std::move(s)) {}

  /// `where` names the place in messages; without one, "indicators[n]".
  indicator_system_builder& add(indicator given, std::string where = {});

  /// Everything that is wrong: doubled or unknown ids, loops, rules with swapped bounds, negative
  /// weights, a veto on nothing, bands with a gap, and so on, all at once. Empty for a valid
  /// system.
  [[nodiscard]] std::vector<problem> problems() const;

  /// @throws invalid_input with the same list
  [[nodiscard]] indicator_system build() const;

  /// The system as far as it goes, so that the observations of an invalid one can be checked in the
  /// same run. Not to be scored.
  [[nodiscard]] indicator_system draft() const;

private:
  settings settings_;
  std::vector<indicator> given_;
  std::vector<std::string> where_;
};

inline std::optional<indicator_id> indicator_system::parent(indicator_id id) const {
  if (id == whole()) return std::nullopt;
  return indicator_id{nodes_[id.index()].parent};
}

inline std::optional<indicator_id> indicator_system::find(const indicator_key& id) const {
  const auto found = by_key_.find(id.text());
  if (found == by_key_.end()) return std::nullopt;
  return indicator_id{found->second};
}

}  // namespace daopai::scoring

#include <daopai/scoring/detail/build_system.hpp>

#endif  // DAOPAI_SCORING_SYSTEM_HPP
