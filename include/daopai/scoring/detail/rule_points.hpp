/// From a value to points: one function for each rule.
#ifndef DAOPAI_SCORING_DETAIL_RULE_POINTS_HPP
#define DAOPAI_SCORING_DETAIL_RULE_POINTS_HPP

#include <daopai/scoring/cell.hpp>
#include <daopai/scoring/detail/labels.hpp>
#include <daopai/scoring/detail/peers.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring::detail {

/// What a rule judges.
struct situation {
  decimal points;                      ///< p
  decimal value;                       ///< x
  const std::string* label = nullptr;  ///< instead of a number
  std::optional<decimal> target = std::nullopt;
  const peer_values* peers = nullptr;       ///< all of the group
  const peer_values* below_line = nullptr;  ///< those of the group that miss the target
};

struct outcome {
  decimal points = 0;
  verdict result = verdict::none;
};

[[nodiscard]] constexpr verdict met_if(bool condition) {
  return condition ? verdict::met : verdict::unmet;
}

/// One of two numbers, without a jump: which one is up to the values, and a processor that guesses
/// is wrong every other time.
[[nodiscard]] constexpr decimal choose(bool first, decimal a, decimal b) {
  const int128 mask = -int128{first ? 1 : 0};
  return decimal::from_scaled((a.scaled() & mask) | (b.scaled() & ~mask));
}
[[nodiscard]] constexpr decimal lesser(decimal a, decimal b) { return choose(a < b, a, b); }
[[nodiscard]] constexpr decimal greater(decimal a, decimal b) { return choose(a < b, b, a); }
[[nodiscard]] constexpr decimal within(decimal x, decimal least, decimal most) {
  return lesser(greater(x, least), most);
}
[[nodiscard]] constexpr decimal shortfall(decimal value, decimal goal, direction better) {
  return greater(better == direction::higher_is_better ? goal - value : value - goal, 0);
}

/// p x part / whole within [0, p].
[[nodiscard]] constexpr decimal share_of(decimal p, decimal part, decimal whole) {
  return within(mul_div(p, part, whole), 0, p);
}

[[nodiscard]] inline outcome give(const direct&, const situation& s) {
  return {within(s.value, 0, s.points)};
}
[[nodiscard]] inline outcome give(const met&, const situation& s) {
  const bool is_met = s.value != 0;
  return {choose(is_met, s.points, 0), met_if(is_met)};
}
[[nodiscard]] inline outcome give(const graded_steps& r, const situation& s) {
  return {within(s.points - r.step * s.value, 0, s.points)};
}

/// The points of the label, or of the n-th level where a number was observed; 0 for one the rule
/// does not know.
[[nodiscard]] inline decimal level_points(const std::vector<level>& table, const situation& s) {
  if (s.label != nullptr) {
    const level* found = find_level(table, *s.label);
    return found == nullptr ? decimal{0} : found->points;
  }
  for (std::size_t n = 1; n <= table.size(); ++n) {
    if (s.value == decimal{n}) return table[n - 1].points;
  }
  return 0;
}

[[nodiscard]] inline outcome give(const levels& r, const situation& s) {
  return {within(level_points(r.table, s), 0, s.points)};
}
[[nodiscard]] inline outcome give(const title& r, const situation& s) {
  const bool held = s.label != nullptr || s.value != 0;
  return {!held ? decimal{0} : r.table.empty() ? s.points : level_points(r.table, s), met_if(held)};
}

[[nodiscard]] inline outcome give(const stairs& r, const situation& s) {
  decimal best = 0;
  for (const auto& stair : r.table) {
    const bool reached =
        r.better == direction::higher_is_better ? s.value >= stair.bound : s.value <= stair.bound;
    best = choose(reached && best < stair.points, stair.points, best);
  }
  return {within(best, 0, s.points)};
}

[[nodiscard]] inline outcome give(const deduction& r, const situation& s) {
  const decimal missed = shortfall(s.value, *s.target, r.better);
  decimal taken = 0;
  switch (r.count) {
    case deduction::counting::proportional: taken = mul_div(r.each, missed, r.per); break;
    case deduction::counting::full: taken = r.each * floor(rounded(missed / r.per, 12)); break;
    case deduction::counting::started: taken = r.each * ceil(rounded(missed / r.per, 12)); break;
  }
  const decimal left = s.points - taken;
  return {r.floor ? greater(left, *r.floor) : left, met_if(missed == 0)};
}

[[nodiscard]] inline outcome give(const threshold& r, const situation& s) {
  const bool passes = holds(r.pass.op, s.value, *s.target);
  return {choose(passes, s.points, 0), met_if(passes)};
}

[[nodiscard]] inline outcome give(const proportional& r, const situation& s) {
  const bool up = r.better == direction::higher_is_better;
  const verdict result = met_if(shortfall(s.value, *s.target, r.better) == 0);
  if (!up && s.value <= 0) return {s.points, result};
  const decimal share =
      up ? mul_div(s.points, s.value, *s.target) : mul_div(s.points, *s.target, s.value);
  const decimal most = r.capped ? s.points : std::max(share, s.points);
  return {within(share, 0, most), result};
}

[[nodiscard]] inline outcome give(const proportional_deduction& r, const situation& s) {
  const decimal missed = shortfall(s.value, *s.target, r.better);
  return {greater(s.points - mul_div(s.points, missed, *s.target), 0), met_if(missed == 0)};
}

[[nodiscard]] inline outcome give(const linear& r, const situation& s) {
  return {share_of(s.points, s.value - r.from, r.to - r.from)};
}

[[nodiscard]] inline outcome give(const efficacy& r, const situation& s) {
  const decimal earned = mul_div(s.points * (decimal{1} - r.base), s.value - r.unsatisfactory,
                                 r.satisfactory - r.unsatisfactory);
  return {within(s.points * r.base + earned, 0, s.points)};
}

[[nodiscard]] inline outcome give(const efficacy_bands& r, const situation& s) {
  const auto& t = r.table;
  const bool up = t[0].value > t[1].value;
  const auto reaches = [&](const efficacy_bands::standard& line) {
    return up ? s.value >= line.value : s.value <= line.value;
  };
  const auto at = std::find_if(t.begin(), t.end(), reaches);
  if (at == t.end()) return {0};
  const decimal base = s.points * at->coefficient;
  if (at == t.begin()) return {base};
  const auto& above = *(at - 1);
  const decimal step = s.points * (above.coefficient - at->coefficient);
  return {base + mul_div(step, s.value - at->value, above.value - at->value)};
}

[[nodiscard]] inline outcome give(const ranked& r, const situation& s) {
  return {within(points_of_place(r, place_among(s.peers->sorted, s.value, r.better)), 0, s.points)};
}

[[nodiscard]] inline outcome give(const threshold_then_rank& r, const situation& s) {
  if (holds(r.pass.op, s.value, *s.target)) return {s.points, verdict::met};
  const auto place = place_among(s.below_line->sorted, s.value, r.below.better);
  return {within(points_of_place(r.below, place), 0, s.points), verdict::unmet};
}

[[nodiscard]] inline outcome give(const relative_to_best& r, const situation& s) {
  const bool up = r.better == direction::higher_is_better;
  const decimal best = s.peers->sorted.empty() ? s.value
                       : up                    ? s.peers->sorted.back()
                                               : s.peers->sorted.front();
  const decimal divisor = up ? best : s.value;
  if (divisor <= 0) return {s.value == best ? s.points : decimal{0}};
  return {share_of(s.points, up ? s.value : best, divisor)};
}

[[nodiscard]] inline decimal amount(decimal each, const std::optional<decimal>& cap,
                                    const std::vector<level>& table, const situation& s) {
  const decimal size = table.empty() ? each * s.value : level_points(table, s);
  return cap ? std::min(size, *cap) : size;
}
[[nodiscard]] inline outcome give(const bonus& r, const situation& s) {
  return {amount(r.each, r.cap, r.table, s)};
}
[[nodiscard]] inline outcome give(const malus& r, const situation& s) {
  return {-amount(r.each, r.cap, r.table, s)};
}

[[nodiscard]] inline outcome give(const scaled_import& r, const situation& s) {
  const decimal own = share_of(s.points, s.value, r.upper_full);
  return {r.as_malus ? -own : own};
}

[[nodiscard]] inline outcome give(const quota_share&, const situation& s) {
  if (*s.target <= 0) return {s.points, verdict::met};
  return {share_of(s.points, s.value, *s.target), met_if(s.value >= *s.target)};
}

[[nodiscard]] inline outcome give(const veto& r, const situation& s) {
  return {0, met_if(!holds(r.when.op, s.value, *s.target))};
}
[[nodiscard]] inline outcome give(const monitor_only&, const situation&) { return {}; }

/// The points and the verdict of one value.
[[nodiscard]] inline outcome judge(const rule& r, const situation& s) {
  return r.visit([&s](const auto& kind) { return give(kind, s); });
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_RULE_POINTS_HPP
