/// What the leaves need to know of all objects before any is scored: targets, quotas, peers.
#ifndef DAOPAI_SCORING_DETAIL_LEAF_CONTEXT_HPP
#define DAOPAI_SCORING_DETAIL_LEAF_CONTEXT_HPP

#include <daopai/scoring/detail/applicable.hpp>
#include <daopai/scoring/detail/peers.hpp>
#include <daopai/scoring/quota.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// Of one leaf.
struct leaf_context {
  decimal points = 0;
  decimal full = 0;           ///< `points`, unless the rule stands outside the full score
  bool needs_target = false;  ///< the rule holds the value against something
  bool is_plain = false;      ///< the value is the observed number itself, for every object
  std::vector<peer_values> peers = {};               ///< by group; empty where nobody looks
  std::vector<peer_values> below_line = {};          ///< by group, for `threshold_then_rank`
  std::vector<std::optional<decimal>> targets = {};  ///< by object; empty: `constant` for all
  std::optional<decimal> constant = std::nullopt;

  /// Whether the rule judges the values of all objects alike.
  [[nodiscard]] bool is_alike() const {
    return targets.empty() && peers.size() < 2 && below_line.size() < 2;
  }
  /// Whether every object has the same target.
  [[nodiscard]] bool constant_for_all() const { return targets.empty() && constant.has_value(); }
  [[nodiscard]] std::optional<decimal> target(object_id o) const {
    return targets.empty() ? constant : targets[o.index()];
  }
};

/// Prepares leaves one by one; what it is made of must outlive it.
class leaf_preparer {
public:
  leaf_preparer(const indicator_system& system, const observation_table& table,
                const measurer& measure, const peer_groups& groups, const applicable& applies)
      : system_(system), table_(table), measure_(measure), groups_(groups), applies_(applies) {}

  [[nodiscard]] leaf_context operator()(indicator_id id) const {
    const indicator& of = system_.at(id);
    leaf_context context;
    context.points = system_.points(id);
    context.full = is_within_full_score(*of.rule) ? context.points : decimal{0};
    context.needs_target = target_of(of) != nullptr || of.rule->is<quota_share>();
    context.is_plain = of.measure.is<single>() && of.scaled_by.empty() && applies_.to_all(id);
    std::vector<std::optional<decimal>> values;
    if (looks_at_peers(of)) {
      values = values_of_all(id);
      context.peers = groups_.gather(values);
    }
    set_targets(context, of, id);
    if (const auto* ranks = of.rule->as<threshold_then_rank>())
      context.below_line = groups_.gather(below(ranks->pass.op, std::move(values), context));
    return context;
  }

private:
  /// The numbers observed of all objects that the indicator is for.
  [[nodiscard]] std::vector<std::optional<decimal>> values_of_all(indicator_id id) const {
    std::vector<std::optional<decimal>> values(table_.objects());
    for (std::size_t o = 0; o < values.size(); ++o) {
      if (!applies_(object_id{o}, id)) continue;
      const measured found = measure_(object_id{o}, id);
      if (found.present && found.label == 0) values[o] = found.value;
    }
    return values;
  }

  /// Those of the values that miss their line.
  [[nodiscard]] static std::vector<std::optional<decimal>> below(
      comparison::relation op, std::vector<std::optional<decimal>> values,
      const leaf_context& context) {
    for (std::size_t o = 0; o < values.size(); ++o) {
      const auto line = context.target(object_id{o});
      if (values[o] && (!line || holds(op, *values[o], *line))) values[o].reset();
    }
    return values;
  }

  void set_targets(leaf_context& context, const indicator& of, indicator_id id) const {
    if (const auto* quota = of.rule->as<quota_share>()) {
      context.targets = quotas(*quota, id);
    } else if (const scoring::target* goal = target_of(of)) {
      context.constant = goal->value;
      if (!goal->by_object.empty() || !goal->cases.empty() || goal->mean_of_peers) {
        context.targets = resolve_all(
            *goal, table_, [&](object_id o) { return context.peers[groups_.group_of(o)].mean(); });
      }
    }
  }

  /// Nobody has a quota where no object has a weight.
  [[nodiscard]] std::vector<std::optional<decimal>> quotas(const quota_share& rule,
                                                           indicator_id id) const {
    std::vector<quota_claim> claims;
    bool any = false;
    for (std::size_t o = 0; o < table_.objects(); ++o) {
      const auto& known = table_.at(object_id{o}).quantities;
      const auto found = known.find(rule.weight);
      const bool counts = applies_(object_id{o}, id) && found != known.end() && found->second > 0;
      claims.push_back({counts ? found->second : decimal{0}});
      any = any || counts;
    }
    std::vector<std::optional<decimal>> targets(claims.size());
    if (!any) return targets;
    const std::vector<std::int64_t> parts = decompose(whole(rule.total), claims);
    for (std::size_t o = 0; o < parts.size(); ++o) {
      if (claims[o].weight > 0) targets[o] = parts[o];
    }
    return targets;
  }

  const indicator_system& system_;
  const observation_table& table_;
  const measurer& measure_;
  const peer_groups& groups_;
  const applicable& applies_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_LEAF_CONTEXT_HPP
