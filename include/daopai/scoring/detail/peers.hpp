/// What rules that look at other objects need to know of them: means, medians, order.
#ifndef DAOPAI_SCORING_DETAIL_PEERS_HPP
#define DAOPAI_SCORING_DETAIL_PEERS_HPP

#include <daopai/scoring/detail/measured.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// The values of one indicator in one group of peers.
struct peer_values {
  std::vector<decimal> sorted;  ///< rising
  decimal sum = 0;

  [[nodiscard]] std::optional<decimal> mean() const {
    if (sorted.empty()) return std::nullopt;
    return sum / decimal{sorted.size()};
  }
};

/// The places of a value among `sorted` values that it belongs to: how many are better, how many
/// different ones are better, how many are equal (itself included).
struct standing_among {
  std::size_t better = 0;
  std::size_t different_better = 0;
  std::size_t equal = 1;
};

[[nodiscard]] inline standing_among place_among(const std::vector<decimal>& sorted, decimal value,
                                                direction better) {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
  const bool up = better == direction::higher_is_better;
  const auto from = up ? last : sorted.begin();
  const auto to = up ? sorted.end() : first;
  standing_among place;
  place.better = static_cast<std::size_t>(to - from);
  place.equal = std::max<std::size_t>(1, static_cast<std::size_t>(last - first));
  for (auto at = from; at != to; at = std::upper_bound(at, to, *at)) ++place.different_better;
  return place;
}

/// The points of a place in a table; beyond the table 0. Tied objects share as the rule says.
[[nodiscard]] inline decimal points_of_place(const ranked& r, const standing_among& place) {
  const auto entry = [&r](std::size_t i) { return i < r.table.size() ? r.table[i] : decimal{0}; };
  if (r.ties == tie_rule::competition) return entry(place.better);
  if (r.ties == tie_rule::dense) return entry(place.different_better);
  decimal sum = 0;
  const std::size_t end = std::min(place.better + place.equal, r.table.size());
  for (std::size_t i = place.better; i < end; ++i) sum += entry(i);
  return sum / decimal{place.equal};
}

/// Which group each object is in, and the values of the indicators that somebody looks at.
class peer_groups {
public:
  explicit peer_groups(const observation_table& table) {
    std::map<std::string, std::size_t> groups;
    for (std::size_t o = 0; o < table.objects(); ++o) {
      group_of_.push_back(
          groups.emplace(table.at(object_id{o}).group, groups.size()).first->second);
    }
    groups_ = groups.size();
  }

  [[nodiscard]] std::size_t group_of(object_id o) const { return group_of_[o.index()]; }
  [[nodiscard]] std::size_t size() const { return groups_; }

  /// Sorts the values of one indicator (nothing: missing or not applicable) into the groups.
  [[nodiscard]] std::vector<peer_values> gather(
      const std::vector<std::optional<decimal>>& of_objects) const {
    std::vector<peer_values> by_group(groups_);
    for (std::size_t o = 0; o < of_objects.size(); ++o) {
      if (!of_objects[o]) continue;
      peer_values& g = by_group[group_of_[o]];
      g.sorted.push_back(*of_objects[o]);
      g.sum += *of_objects[o];
    }
    for (peer_values& g : by_group) std::sort(g.sorted.begin(), g.sorted.end());
    return by_group;
  }

private:
  std::vector<std::size_t> group_of_;
  std::size_t groups_ = 0;
};

/// The target that an indicator's rule holds values against; null for rules without one.
[[nodiscard]] inline const target* target_of(const indicator& of) {
  if (!of.rule) return nullptr;
  if (const auto* r = of.rule->as<threshold>()) return &r->pass.than;
  if (const auto* r = of.rule->as<threshold_then_rank>()) return &r->pass.than;
  if (const auto* r = of.rule->as<proportional>()) return &r->goal;
  if (const auto* r = of.rule->as<proportional_deduction>()) return &r->goal;
  if (const auto* r = of.rule->as<deduction>()) return &r->from;
  if (const auto* r = of.rule->as<veto>()) return &r->when.than;
  return nullptr;
}

/// Whether scoring the indicator needs the values of all objects.
[[nodiscard]] inline bool looks_at_peers(const indicator& of) {
  if (const auto* m = std::get_if<missing::imputed>(&of.missing)) {
    if (m->how == missing::imputed::method::mean_of_peers ||
        m->how == missing::imputed::method::median_of_peers)
      return true;
  }
  const target* goal = target_of(of);
  return (goal != nullptr && goal->mean_of_peers) || of.rule->is<ranked>() ||
         of.rule->is<threshold_then_rank>() || of.rule->is<relative_to_best>();
}

/// The targets of all objects, by position; nothing where none applies to one. `mean_of` gives the
/// mean of the peers.
template <class MeanOfPeers>
[[nodiscard]] std::vector<std::optional<decimal>> resolve_all(const target& t,
                                                              const observation_table& table,
                                                              MeanOfPeers mean_of) {
  std::vector<std::optional<decimal>> resolved;
  for (std::size_t o = 0; o < table.objects(); ++o) {
    resolved.push_back(t.mean_of_peers ? mean_of(object_id{o}) : t.value);
    for (const auto& c : t.cases) {
      const auto& known = table.at(object_id{o}).attributes;
      const auto found = known.find(c.attribute);
      if (found == known.end() || found->second != c.equals) continue;
      resolved.back() = c.value;
      break;
    }
  }
  for (const auto& own : t.by_object) {
    if (const auto o = table.find(own.object)) resolved[o->index()] = own.value;
  }
  return resolved;
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_PEERS_HPP
