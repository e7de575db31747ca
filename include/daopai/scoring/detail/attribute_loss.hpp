/// Splitting what the whole lost among headings, leaves and units, down the tree.
#ifndef DAOPAI_SCORING_DETAIL_ATTRIBUTE_LOSS_HPP
#define DAOPAI_SCORING_DETAIL_ATTRIBUTE_LOSS_HPP

#include <daopai/scoring/detail/loss_shares.hpp>
#include <daopai/scoring/lost.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace daopai::scoring {
namespace detail {

/// Exact amounts by indicator; a heading keeps what no part of it answers for.
class loss_splitter {
public:
  loss_splitter(const indicator_system& system, const cells_of_object& row)
      : system_(system), row_(row), losses_(row.size()) {
    for (std::size_t i = 0; i < losses_.size(); ++i) losses_[i].of = row.brief_at(indicator_id{i});
    losses_[0].amount = losses_[0].of.lost();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!system.parts(indicator_id{i}).empty()) split(indicator_id{i});
    }
  }
  [[nodiscard]] decimal amount(indicator_id id) const { return losses_[id.index()].amount; }

private:
  /// Of the whole's points, those that one point of the heading is worth.
  [[nodiscard]] decimal worth(indicator_id id) const { return losses_[id.index()].worth; }
  [[nodiscard]] const brief_cell& at(indicator_id id) const { return losses_[id.index()].of; }

  void split(indicator_id id) {
    const aggregate& how = system_.at(id).combine;
    const bool only_passes = at(id).full == 0 && amount(id) != 0 && worth(id) == 0;
    if (only_passes) {
      split_by_blame(id, blames(k_of_n{}, id));
    } else if (std::holds_alternative<sum_of_points>(how)) {
      split_sum(id);
    } else if (std::holds_alternative<weighted_mean>(how)) {
      split_mean(id);
    } else {
      split_by_blame(id, blames(how, id));
    }
    settle(id);
  }

  void pass(indicator_id part, decimal amount, decimal worth) {
    losses_[part.index()].amount = amount;
    losses_[part.index()].worth = worth;
  }

  /// A part outside the full score loses what it takes, whatever the aggregate.
  [[nodiscard]] bool is_outside(indicator_id part) const {
    const auto& r = system_.at(part).rule;
    return r && !is_within_full_score(*r);
  }

  void split_sum(indicator_id id) {
    decimal counted = 0;
    decimal whole = 0;
    for (const indicator_id p : system_.parts(id)) {
      whole += at(p).full;
      if (!is_left_out(at(p).rests_on)) counted += at(p).full;
    }
    const bool scaled = counted != whole && counted > 0;
    for (const indicator_id p : system_.parts(id)) {
      if (is_left_out(at(p).rests_on)) continue;
      const decimal each =
          scaled && at(p).full > 0 ? mul_div(worth(id), whole, counted) : worth(id);
      pass(p, each * at(p).lost(), each);
    }
  }

  [[nodiscard]] decimal weight_of(indicator_id p) const {
    return at(p).full > 0 && !is_left_out(at(p).rests_on) ? system_.weight(p) : decimal{0};
  }

  void split_mean(indicator_id id) {
    decimal weights = 0;
    for (const indicator_id p : system_.parts(id)) weights += weight_of(p);
    for (const indicator_id p : system_.parts(id)) {
      if (is_outside(p)) {
        pass(p, worth(id) * at(p).lost(), worth(id));
      } else if (weight_of(p) > 0) {
        const decimal share = mul_div(worth(id) * at(id).full, weight_of(p), weights);
        pass(p, mul_div(share, at(p).lost(), at(p).full), share / at(p).full);
      }
    }
  }

  /// How much each part is to blame, for aggregates that are no sums.
  [[nodiscard]] std::vector<decimal> blames(const aggregate& how, indicator_id id) const {
    std::vector<decimal> blame;
    for (const indicator_id p : system_.parts(id)) blame.push_back(blame_of(how, p));
    if (std::holds_alternative<minimum>(how)) keep_largest(blame);
    if (std::holds_alternative<geometric_mean>(how)) keep_zeros_alone(blame, id);
    return blame;
  }
  [[nodiscard]] decimal blame_of(const aggregate& how, indicator_id p) const {
    const brief_cell& c = at(p);
    if (is_left_out(c.rests_on) || is_outside(p)) return 0;
    const bool nothing_to_say = c.result == verdict::none && c.full == 0;
    if (std::holds_alternative<k_of_n>(how)) {
      return nothing_to_say || is_met(c) ? decimal{0} : system_.weight(p);
    }
    if (c.full <= 0) return 0;
    if (std::holds_alternative<minimum>(how)) return c.lost() / c.full;
    if (c.score <= 0) return weight_of(p);
    const double achieved = (c.score / c.full).to_double();
    return weight_of(p) * decimal::from_double(-std::log(achieved)).value_or(0);
  }
  static void keep_largest(std::vector<decimal>& blame) {
    const decimal most = blame.empty() ? decimal{0} : *std::max_element(blame.begin(), blame.end());
    for (decimal& b : blame) b = b == most && b > 0 ? 1 : 0;
  }
  /// Where a part of a geometric mean has nothing, only such parts are to blame.
  void keep_zeros_alone(std::vector<decimal>& blame, indicator_id id) const {
    const auto parts = system_.parts(id);
    const auto is_zero = [this](indicator_id p) { return weight_of(p) > 0 && at(p).score <= 0; };
    if (std::none_of(parts.begin(), parts.end(), is_zero)) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!is_zero(parts[i])) blame[i] = 0;
    }
  }

  void split_by_blame(indicator_id id, const std::vector<decimal>& blame) {
    decimal left = amount(id);
    const auto parts = system_.parts(id);
    for (const indicator_id p : parts) {
      if (!is_outside(p)) continue;
      pass(p, worth(id) * at(p).lost(), worth(id));
      left -= amount(p);
    }
    left -= worth(id) *
            (row_[id].value - at(id).score);  // what a floor or cap took stays at the heading
    const decimal all = std::accumulate(blame.begin(), blame.end(), decimal{0});
    for (std::size_t i = 0; i < parts.size() && all > 0; ++i) {
      if (blame[i] == 0) continue;
      const decimal amount = mul_div(left, blame[i], all);
      const decimal own = at(parts[i]).lost();
      pass(parts[i], amount, own == 0 ? decimal{0} : amount / own);
    }
  }

  /// Keeps at the heading what its parts do not answer for; a mere rounding rest goes to the
  /// largest part.
  void settle(indicator_id id) {
    decimal rest = amount(id);
    std::optional<indicator_id> largest;
    decimal most = 0;
    for (const indicator_id p : system_.parts(id)) {
      const decimal size = abs(amount(p));
      rest -= amount(p);
      if (size <= most) continue;
      largest = p;
      most = size;
    }
    constexpr decimal rounding = decimal::from_scaled(1'000'000);  // 1e-9
    if (largest && abs(rest) < rounding) {
      losses_[largest->index()].amount += rest;
      rest = 0;
    }
    losses_[id.index()].amount = rest;
  }

  struct loss {
    brief_cell of;
    decimal amount = 0;
    decimal worth = 1;
  };

  const indicator_system& system_;
  cells_of_object row_;
  std::vector<loss> losses_;  ///< by indicator
};

/// The shares that are not 0, each with its unit: the object's own where nobody is responsible.
[[nodiscard]] inline std::vector<lost_line> lines_of(const std::vector<loss_share>& shares,
                                                     const indicator_system& system,
                                                     const object& of) {
  std::vector<lost_line> lines;
  lines.reserve(shares.size());
  for (const loss_share& s : shares) {
    if (s.points == 0) continue;
    const indicator_id id{s.indicator};
    const std::vector<unit_share>& units = system.responsible(id);
    lines.push_back({id, units.empty() ? of.unit : units[s.unit].unit, s.points});
  }
  return lines;
}

}  // namespace detail

inline lost_points lost_points_of(const scores& all, object_id object, std::optional<int> places) {
  const indicator_system& system = all.system();
  const int at = std::clamp(places.value_or(system.config().places), 0, 12);
  const score_card& card = all.of(object);
  lost_points lost{rounded(card.full, at), rounded(card.exact, at), 0, {}};
  lost.missing = lost.full - lost.score;
  if (detail::is_left_out(all.of(object, system.whole()).rests_on))
    return {lost.full, lost.score, 0, {}};
  const detail::loss_splitter exact(system, all.row(object));
  std::vector<detail::loss_share> shares;
  shares.reserve(system.size());
  for (std::size_t i = 0; i < system.size(); ++i) {
    const decimal amount = exact.amount(indicator_id{i});
    if (amount != 0) detail::add_shares(system, indicator_id{i}, amount, shares);
  }
  detail::round_to_sum(shares, lost.missing, at);
  lost.lines = detail::lines_of(shares, system, all.table().at(object));
  return lost;
}

inline std::vector<lost_by_indicator> lost_points::by_indicator() const {
  std::vector<lost_by_indicator> sums;
  for (const lost_line& l : lines) {
    if (sums.empty() || sums.back().indicator != l.indicator) sums.push_back({l.indicator, 0});
    sums.back().points += l.points;
  }
  return sums;
}

inline std::vector<lost_by_unit> lost_points::by_unit() const {
  std::map<std::optional<unit_key>, decimal> sums;
  for (const lost_line& l : lines) sums[l.unit] += l.points;
  std::vector<lost_by_unit> sorted;
  sorted.reserve(sums.size());
  for (const auto& [unit, points] : sums) sorted.push_back({unit, points});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.points > b.points; });
  return sorted;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DETAIL_ATTRIBUTE_LOSS_HPP
