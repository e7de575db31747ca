/// The nearest better value of a leaf, rule by rule.
#ifndef DAOPAI_SCORING_DETAIL_NEXT_VALUE_HPP
#define DAOPAI_SCORING_DETAIL_NEXT_VALUE_HPP

#include <daopai/scoring/detail/rule_points.hpp>
#include <daopai/scoring/quota.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring::detail {

/// Where a leaf stands.
struct leaf_position {
  decimal points;
  const cell& now;
  std::optional<decimal> target;
  const peer_values* peers;
};

/// Finds the next value; a visitor of `rule`.
class next_value_finder {
public:
  next_value_finder(decimal step, const leaf_position& at) : step_(step), at_(at) {}

  using found = std::optional<decimal>;
  found operator()(const direct&) const { return up_to(at_.points); }
  found operator()(const met&) const { return now() == 0 ? found(1) : std::nullopt; }
  found operator()(const levels& r) const { return next_level(r.table, at_.now.score); }
  found operator()(const graded_steps&) const {
    return now() > 0 ? found(ceil(now()) - 1) : std::nullopt;
  }
  found operator()(const stairs& r) const {
    found best;
    for (const auto& s : r.table) {
      if (s.points > at_.now.score) best = best ? found(nearer(*best, s.bound)) : found(s.bound);
    }
    return best;
  }
  found operator()(const deduction& r) const {
    const decimal missed = shortfall(now(), *at_.target, r.better);
    if (missed == 0) return std::nullopt;
    decimal left =
        missed - std::min(missed, r.count == deduction::counting::proportional ? step_ : r.per);
    if (r.count == deduction::counting::started)
      left = (ceil(rounded(missed / r.per, 12)) - 1) * r.per;
    if (r.count == deduction::counting::full) {
      left =
          std::max(floor(rounded(missed / r.per, 12)) * r.per - std::min(step_, r.per), decimal{0});
    }
    return r.better == direction::higher_is_better ? *at_.target - left : *at_.target + left;
  }
  found operator()(const threshold& r) const { return over_the_line(r.pass.op); }
  found operator()(const threshold_then_rank& r) const { return over_the_line(r.pass.op); }
  found operator()(const proportional& r) const { return towards(*at_.target, r.better); }
  found operator()(const proportional_deduction& r) const { return towards(*at_.target, r.better); }
  found operator()(const linear& r) const { return towards(r.to, r.better); }
  found operator()(const efficacy& r) const { return towards(r.satisfactory, r.better); }
  found operator()(const efficacy_bands& r) const {
    const bool up = r.table[0].value > r.table[1].value;
    found best;
    for (const auto& s : r.table) {
      if (up ? s.value > now() : s.value < now()) best = s.value;
    }
    return best;
  }
  found operator()(const ranked& r) const { return next_place(r.better); }
  found operator()(const relative_to_best& r) const {
    if (at_.peers == nullptr || at_.peers->sorted.empty()) return std::nullopt;
    const bool up = r.better == direction::higher_is_better;
    return towards(up ? at_.peers->sorted.back() : at_.peers->sorted.front(), r.better);
  }
  found operator()(const title& r) const {
    if (r.table.empty()) return now() == 0 ? found(1) : std::nullopt;
    return next_level(r.table, at_.now.score);
  }
  found operator()(const bonus& r) const {
    return r.table.empty() ? found(now() + step_) : next_level(r.table, at_.now.score);
  }
  found operator()(const malus& r) const {
    return now() > 0 && r.table.empty() ? found(std::max(now() - step_, decimal{0})) : std::nullopt;
  }
  found operator()(const scaled_import& r) const {
    return r.as_malus ? towards(0, direction::lower_is_better) : up_to(r.upper_full);
  }
  found operator()(const quota_share&) const {
    return towards(*at_.target, direction::higher_is_better);
  }
  found operator()(const veto&) const { return std::nullopt; }
  found operator()(const monitor_only&) const { return std::nullopt; }

private:
  [[nodiscard]] decimal now() const { return at_.now.value; }
  [[nodiscard]] decimal nearer(decimal a, decimal b) const {
    return abs(a - now()) <= abs(b - now()) ? a : b;
  }
  [[nodiscard]] found up_to(decimal most) const {
    return towards(most, direction::higher_is_better);
  }

  /// One step, but not beyond the best value.
  [[nodiscard]] found towards(decimal best, direction better) const {
    if (better == direction::higher_is_better) {
      return now() < best ? found(std::min(now() + step_, best)) : std::nullopt;
    }
    return now() > best ? found(std::max(now() - step_, best)) : std::nullopt;
  }

  [[nodiscard]] found over_the_line(comparison::relation op) const {
    if (at_.now.has_value() && holds(op, now(), *at_.target)) return std::nullopt;
    if (op == comparison::relation::more_than) return *at_.target + step_;
    if (op == comparison::relation::less_than) return *at_.target - step_;
    return *at_.target;
  }

  /// The level with the fewest points above those had.
  [[nodiscard]] static found next_level(const std::vector<level>& table, decimal had) {
    found best;
    decimal least = 0;
    for (std::size_t n = 0; n < table.size(); ++n) {
      if (table[n].points <= had || (best && table[n].points >= least)) continue;
      best = decimal{n + 1};
      least = table[n].points;
    }
    return best;
  }

  /// The value of the next better peer.
  [[nodiscard]] found next_place(direction better) const {
    if (at_.peers == nullptr) return std::nullopt;
    const auto& sorted = at_.peers->sorted;
    const bool up = better == direction::higher_is_better;
    const auto at = up ? std::upper_bound(sorted.begin(), sorted.end(), now())
                       : std::lower_bound(sorted.begin(), sorted.end(), now());
    if (up) return at == sorted.end() ? std::nullopt : found(*at);
    return at == sorted.begin() ? std::nullopt : found(*(at - 1));
  }

  decimal step_;
  const leaf_position& at_;
};

/// Nothing where the leaf has no room, or lacks the target its rule needs.
[[nodiscard]] inline std::optional<decimal> next_value(const indicator& of,
                                                       const leaf_position& at) {
  const bool needs_target = target_of(of) != nullptr || of.rule->is<quota_share>();
  if (needs_target && !at.target) return std::nullopt;
  return of.rule->visit(next_value_finder(of.next_step.value_or(1), at));
}

/// The label of the n-th level of a rule; empty for rules without labels.
[[nodiscard]] inline std::string label_at(const indicator& of, decimal n) {
  const std::vector<level>* table = labels_of(of.rule);
  if (table == nullptr || n < 1 || n > decimal{table->size()}) return {};
  return (*table)[static_cast<std::size_t>(whole(n)) - 1].label;
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_NEXT_VALUE_HPP
