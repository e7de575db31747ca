/// Which of two values of a leaf is the better one.
#ifndef DAOPAI_READINESS_DETAIL_GOODNESS_HPP
#define DAOPAI_READINESS_DETAIL_GOODNESS_HPP

#include <daopai/scoring/detail/labels.hpp>
#include <daopai/scoring/indicator.hpp>

#include <optional>
#include <type_traits>

namespace daopai::readiness::detail {

using scoring::decimal;

/// A number that is the greater, the better a value is by a rule; a visitor of `rule`. It tells
/// values apart that give the same points, as long as one is nearer to the goal.
class goodness {
public:
  goodness(decimal value, std::optional<decimal> target) : value_(value), target_(target) {}

  /// Stairs, deductions, proportions, lines, ranks: they say which way is better.
  template <class Rule>
  decimal operator()(const Rule& r) const {
    if constexpr (requires { r.better; }) {
      return up_if(r.better == scoring::direction::higher_is_better);
    } else {
      return value_;
    }
  }
  decimal operator()(const scoring::met&) const { return value_ != 0 ? 1 : 0; }
  decimal operator()(const scoring::graded_steps&) const { return up_if(false); }
  decimal operator()(const scoring::levels& r) const { return points_of_level(r.table); }
  decimal operator()(const scoring::title& r) const {
    return r.table.empty() ? decimal{value_ != 0 ? 1 : 0} : points_of_level(r.table);
  }
  decimal operator()(const scoring::bonus& r) const {
    return r.table.empty() ? value_ : points_of_level(r.table);
  }
  decimal operator()(const scoring::malus& r) const {
    return r.table.empty() ? -value_ : -points_of_level(r.table);
  }
  decimal operator()(const scoring::scaled_import& r) const { return up_if(!r.as_malus); }
  decimal operator()(const scoring::threshold& r) const { return towards(r.pass.op); }
  decimal operator()(const scoring::threshold_then_rank& r) const { return towards(r.pass.op); }
  decimal operator()(const scoring::veto& r) const { return -towards(r.when.op); }
  decimal operator()(const scoring::efficacy_bands& r) const {
    return up_if(r.table.size() < 2 || r.table[0].value > r.table[1].value);
  }

private:
  [[nodiscard]] decimal up_if(bool higher_is_better) const {
    return higher_is_better ? value_ : -value_;
  }
  [[nodiscard]] decimal towards(scoring::comparison::relation op) const {
    if (op == scoring::comparison::relation::equal) return -abs(value_ - target_.value_or(0));
    return up_if(scoring::better_way(op) == scoring::direction::higher_is_better);
  }
  [[nodiscard]] decimal points_of_level(const std::vector<scoring::level>& table) const {
    for (std::size_t n = 1; n <= table.size(); ++n) {
      if (value_ == decimal{n}) return table[n - 1].points;
    }
    return 0;
  }

  decimal value_;
  std::optional<decimal> target_;
};

/// Whether a leaf is better off with `to` than with `from` (nothing: a missing value).
[[nodiscard]] inline bool improves(const indicator& leaf, std::optional<decimal> target,
                                   std::optional<decimal> from, decimal to) {
  if (!from) return true;
  return leaf.rule->visit(goodness(to, target)) > leaf.rule->visit(goodness(*from, target));
}

/// Whether values between two others mean anything to a rule.
[[nodiscard]] inline bool is_gradual(const indicator& leaf) {
  if (scoring::detail::labels_of(leaf.rule) != nullptr) return false;
  return !leaf.rule->is<scoring::met>() && !leaf.rule->is<scoring::title>();
}

}  // namespace daopai::readiness::detail

#endif  // DAOPAI_READINESS_DETAIL_GOODNESS_HPP
