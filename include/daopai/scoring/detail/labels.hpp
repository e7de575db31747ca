/// The labels that a rule knows.
#ifndef DAOPAI_SCORING_DETAIL_LABELS_HPP
#define DAOPAI_SCORING_DETAIL_LABELS_HPP

#include <daopai/scoring/rule.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring::detail {

/// The labels a rule knows; nothing for a rule that wants numbers.
[[nodiscard]] inline const std::vector<level>* labels_of(const std::optional<rule>& r) {
  if (!r) return nullptr;
  if (const auto* by_level = r->as<levels>()) return &by_level->table;
  if (const auto* by_title = r->as<title>())
    return by_title->table.empty() ? nullptr : &by_title->table;
  if (const auto* plus = r->as<bonus>()) return plus->table.empty() ? nullptr : &plus->table;
  if (const auto* minus = r->as<malus>()) return minus->table.empty() ? nullptr : &minus->table;
  return nullptr;
}

[[nodiscard]] inline const level* find_level(const std::vector<level>& table,
                                             const std::string& label) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const level& l) { return l.label == label; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_LABELS_HPP
