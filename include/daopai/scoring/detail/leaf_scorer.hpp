/// Scores leaves: measures, puts missing values right, and judges.
#ifndef DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
#define DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP

#include <daopai/scoring/detail/rule_points.hpp>
#include <daopai/scoring/quota.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// Which objects each indicator is for, its headings' restrictions included.
class applicable {
public:
  applicable(const indicator_system& system, const observation_table& table) : own_(system.size()) {
    for (std::size_t i = 1; i < system.size(); ++i) {
      const applicability& to = system.at(indicator_id{i}).applies_to;
      const std::size_t above = system.parent(indicator_id{i})->index();
      own_[i] = own_[above];
      if (!to.to_all()) restrict(own_[i], to, table);
    }
  }
  [[nodiscard]] bool operator()(object_id o, indicator_id i) const {
    return own_[i.index()].empty() || own_[i.index()][o.index()];
  }

private:
  static void restrict(std::vector<bool>& to_whom, const applicability& to,
                       const observation_table& table) {
    std::vector<bool> listed(table.objects());
    for (const auto& id : to.objects) {
      if (const auto o = table.find(id)) listed[o->index()] = true;
    }
    for (std::size_t o = 0; o < listed.size(); ++o) {
      const auto& known = table.at(object_id{o}).attributes;
      for (const auto& a : to.attributes) {
        const auto found = known.find(a.name);
        if (found != known.end() && found->second == a.equals) listed[o] = true;
      }
      if (!to_whom.empty() && !to_whom[o]) listed[o] = false;
    }
    to_whom = std::move(listed);
  }

  std::vector<std::vector<bool>> own_;  ///< empty: all
};

/// What one leaf needs to know of all objects before any is scored.
struct leaf_context {
  std::vector<peer_values> peers;               ///< by group; empty where nobody looks
  std::vector<peer_values> below_line;          ///< by group, for `threshold_then_rank`
  std::vector<std::optional<decimal>> targets;  ///< by object; empty: `constant` for all
  std::optional<decimal> constant;
};

/// Scores any leaf of any object, O(1) each but for measures over many parts.
class leaf_scorer {
public:
  leaf_scorer(const indicator_system& system, const observation_table& table, visible seen,
              std::span<const assumed_value> assumed = {})
      : system_(&system),
        table_(&table),
        measure_(system, table, std::move(seen), assumed),
        groups_(table),
        applies_(system, table),
        contexts_(system.size()) {
    for (std::size_t i = 0; i < system.size(); ++i) {
      if (system.is_leaf(indicator_id{i})) prepare(indicator_id{i});
    }
  }

  [[nodiscard]] cell operator()(object_id object, indicator_id id) const {
    cell c;
    if (!applies_(object, id)) {
      c.rests_on = basis::not_applicable;
      return c;
    }
    const indicator& of = system_->at(id);
    c.full = is_within_full_score(*of.rule) ? system_->points(id) : decimal{0};
    const measured found = measure_(object, id);
    if (!found.present || needs_target(of) > target(object, id).has_value())
      return without_value(object, id, c);
    c.value = found.value;
    c.label = found.label;
    return judged(object, id, c);
  }

  /// The same leaf with another value.
  [[nodiscard]] cell with_value(object_id object, indicator_id id, cell c, decimal value) const {
    c.value = value;
    c.label = 0;
    return judged(object, id, c);
  }

  /// What was observed of a leaf, before it is scaled.
  [[nodiscard]] measured observed(object_id object, indicator_id id) const {
    return measure_.unscaled(object, id);
  }

  [[nodiscard]] bool applies(object_id object, indicator_id id) const {
    return applies_(object, id);
  }
  [[nodiscard]] const peer_groups& groups() const { return groups_; }
  [[nodiscard]] std::optional<decimal> target(object_id object, indicator_id id) const {
    const leaf_context& context = contexts_[id.index()];
    return context.targets.empty() ? context.constant : context.targets[object.index()];
  }
  /// The values of the object's peers; null where the indicator does not look at any.
  [[nodiscard]] const peer_values* peers(object_id object, indicator_id id) const {
    const auto& by_group = contexts_[id.index()].peers;
    return by_group.empty() ? nullptr : &by_group[groups_.group_of(object)];
  }

private:
  [[nodiscard]] static bool needs_target(const indicator& of) {
    return target_of(of) != nullptr || std::holds_alternative<quota_share>(*of.rule);
  }

  void prepare(indicator_id id) {
    leaf_context& context = contexts_[id.index()];
    const indicator& of = system_->at(id);
    std::vector<std::optional<decimal>> values;
    if (looks_at_peers(of)) {
      values = values_of_all(id);
      context.peers = groups_.gather(values);
    }
    set_targets(context, of, id);
    const auto* ranks = std::get_if<threshold_then_rank>(&*of.rule);
    if (ranks != nullptr)
      context.below_line = groups_.gather(below(ranks->pass.op, std::move(values), id));
  }

  /// The numbers observed of all objects that the indicator is for.
  [[nodiscard]] std::vector<std::optional<decimal>> values_of_all(indicator_id id) const {
    std::vector<std::optional<decimal>> values(table_->objects());
    for (std::size_t o = 0; o < values.size(); ++o) {
      if (!applies_(object_id{o}, id)) continue;
      const measured found = measure_(object_id{o}, id);
      if (found.present && found.label == 0) values[o] = found.value;
    }
    return values;
  }

  /// Those of the values that miss their line.
  [[nodiscard]] std::vector<std::optional<decimal>> below(
      comparison::relation op, std::vector<std::optional<decimal>> values, indicator_id id) const {
    for (std::size_t o = 0; o < values.size(); ++o) {
      const auto line = target(object_id{o}, id);
      if (values[o] && (!line || holds(op, *values[o], *line))) values[o].reset();
    }
    return values;
  }

  void set_targets(leaf_context& context, const indicator& of, indicator_id id) {
    if (const auto* quota = std::get_if<quota_share>(&*of.rule)) {
      context.targets = quotas(*quota, id);
    } else if (const scoring::target* goal = target_of(of)) {
      context.constant = goal->value;
      if (!goal->by_object.empty() || !goal->cases.empty() || goal->mean_of_peers) {
        context.targets =
            resolve_all(*goal, *table_, [&](object_id o) { return peers(o, id)->mean(); });
      }
    }
  }

  /// Nobody has a quota where no object has a weight.
  [[nodiscard]] std::vector<std::optional<decimal>> quotas(const quota_share& rule,
                                                           indicator_id id) const {
    std::vector<quota_claim> claims;
    bool any = false;
    for (std::size_t o = 0; o < table_->objects(); ++o) {
      const auto& known = table_->at(object_id{o}).quantities;
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

  [[nodiscard]] cell judged(object_id object, indicator_id id, cell c) const {
    const leaf_context& context = contexts_[id.index()];
    const std::size_t group = groups_.group_of(object);
    const situation s{
        .points = system_->points(id),
        .value = c.value,
        .label = c.label == 0 ? nullptr : &table_->name(c.label),
        .target = target(object, id),
        .peers = context.peers.empty() ? nullptr : &context.peers[group],
        .below_line = context.below_line.empty() ? nullptr : &context.below_line[group]};
    const outcome given = judge(*system_->at(id).rule, s);
    c.score = given.points;
    c.result = given.result;
    return c;
  }

  [[nodiscard]] cell without_value(object_id object, indicator_id id, cell c) const {
    const missing::policy& policy = system_->at(id).missing;
    const rule& of = *system_->at(id).rule;
    const bool is_veto = std::holds_alternative<veto>(of);  // strikes only where it was seen to
    if (c.full == 0 && (is_veto || !has_line(of))) {
      c.rests_on =
          std::holds_alternative<missing::blocks>(policy) ? basis::blocked : basis::missing_zero;
      return c;
    }
    if (const auto* how = std::get_if<missing::imputed>(&policy)) {
      if (const auto value = imputed(*how, object, id)) {
        c.rests_on = basis::imputed;
        return with_value(object, id, c, *value);
      }
    }
    return by_policy(policy, c);
  }

  [[nodiscard]] static cell by_policy(const missing::policy& policy, cell c) {
    if (std::holds_alternative<missing::full>(policy)) {
      c.rests_on = basis::missing_full;
      c.score = c.full;
      c.result = verdict::met;
    } else if (std::holds_alternative<missing::exempt>(policy)) {
      c.rests_on = basis::exempt;
    } else {
      c.rests_on =
          std::holds_alternative<missing::blocks>(policy) ? basis::blocked : basis::missing_zero;
      c.result = verdict::unmet;
    }
    return c;
  }

  [[nodiscard]] std::optional<decimal> imputed(const missing::imputed& how, object_id object,
                                               indicator_id id) const {
    using method = missing::imputed::method;
    const bool needs = needs_target(system_->at(id));
    if (needs && !target(object, id)) return std::nullopt;
    switch (how.how) {
      case method::constant: return how.value;
      case method::previous_period: return measure_.before(object, id);
      case method::mean_of_peers: return peers(object, id)->mean();
      case method::median_of_peers: return median_of(peers(object, id)->sorted);
    }
    return std::nullopt;
  }

  const indicator_system* system_;
  const observation_table* table_;
  measurer measure_;
  peer_groups groups_;
  applicable applies_;
  std::vector<leaf_context> contexts_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
