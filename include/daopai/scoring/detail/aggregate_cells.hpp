/// From the cells of the parts to the cell of their heading.
#ifndef DAOPAI_SCORING_DETAIL_AGGREGATE_CELLS_HPP
#define DAOPAI_SCORING_DETAIL_AGGREGATE_CELLS_HPP

#include <daopai/scoring/detail/column_sums.hpp>
#include <daopai/scoring/detail/leaf_scorer.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace daopai::scoring::detail {

/// Scores headings of one object; `row` holds the cells of all indicators below them.
class aggregator {
public:
  aggregator(const indicator_system& system, const leaf_scorer& leaves)
      : system_(system), leaves_(leaves) {}

  [[nodiscard]] cell operator()(const cells_of_object& row, indicator_id id) const {
    const indicator& of = system_.at(id);
    cell c;
    if (std::holds_alternative<sum_of_points>(of.combine)) {
      c = sum_up(row, id);
      finish(c, of, row, id);
      return c;
    }
    const parts_count n = count(row, id);
    c.full = system_.points(id);
    if (n.counted == 0) {
      c.rests_on = n.exempt > 0 ? basis::exempt : basis::not_applicable;
      if (n.exempt == 0) c.full = 0;
      return c;
    }
    if (const auto* k = std::get_if<k_of_n>(&of.combine)) {
      c.result = met_if(enough_met(*k, row, id));
      c.score = c.result == verdict::met ? c.full : decimal{0};
    } else {
      c.score = mean_score(of.combine, row, id, c.full);
    }
    c.score += outside_points(row, id);
    finish(c, of, row, id);
    return c;
  }

  /// Whether `combine_alike` knows the heading's kind of aggregation.
  [[nodiscard]] bool is_linear(indicator_id id) const {
    const aggregate& how = system_.at(id).combine;
    return std::holds_alternative<sum_of_points>(how) ||
           (std::holds_alternative<weighted_mean>(how) && count_inside(id) > 0);
  }

  /// A sum or weighted mean of a block of objects of which all parts were observed: full scores and
  /// weights are the same for all of them.
  void combine_alike(const cell_block& block, indicator_id id) const {
    const indicator& of = system_.at(id);
    const block_scores scores = std::holds_alternative<sum_of_points>(of.combine)
                                    ? sums_of(block, system_.parts(id))
                                    : means(block, id);
    const cell_column into = block.cells->column(block.object(0), id);
    const bool is_bare = has_no_line(of) && block.cells->full(id) != 0;
    for (std::size_t n = 0; n < block.count; ++n) {
      if (is_bare && into.put(n, scores[n], verdict::none)) continue;
      cell c{.score = scores[n], .full = block.cells->full(id)};
      finish(c, of, block.of(n), id);
      block.cells->put(block.object(n), id, c);
    }
  }

  /// The weight of a part in the mean of its heading; 0 for one that does not count.
  [[nodiscard]] decimal weight_of(const brief_cell& c, indicator_id part) const {
    return c.full > 0 && !is_left_out(c.rests_on) ? system_.weight(part) : decimal{0};
  }

private:
  struct parts_count {
    std::size_t counted = 0;
    std::size_t exempt = 0;
  };
  [[nodiscard]] parts_count count(const cells_of_object& row, indicator_id id) const {
    parts_count n;
    for (const indicator_id p : system_.parts(id)) {
      const brief_cell c = row.brief_at(p);
      if (c.rests_on == basis::exempt)
        ++n.exempt;
      else if (c.rests_on != basis::not_applicable && stands_inside(p))
        ++n.counted;
    }
    return n;
  }
  [[nodiscard]] static bool has_no_line(const indicator& of) {
    return !of.at_least && !of.at_most && !of.pass_mark;
  }
  using block_scores = std::array<decimal, cell_block::most>;
  [[nodiscard]] static block_scores sums_of(const cell_block& block,
                                            std::span<const indicator_id> parts) {
    column_sums sums;
    for (const indicator_id p : parts) {
      const cell_column from = block.cells->column(block.object(0), p);
      if (!from.has_whole()) {
        sums.add(from.scores);
      } else {
        for (std::size_t n = 0; n < block.count; ++n)
          sums.add(n, block.cells->score(block.object(n), p));
      }
    }
    return sums.all();
  }
  [[nodiscard]] block_scores means(const cell_block& block, indicator_id id) const {
    block_scores sums{};
    const decimal full = system_.points(id);
    decimal weights = 0;
    std::vector<indicator_id> outside;
    for (const indicator_id p : system_.parts(id)) {
      if (!stands_inside(p)) outside.push_back(p);
      const decimal part_full = block.cells->full(p);
      if (part_full <= 0 || system_.weight(p) == 0) continue;
      weights += system_.weight(p);
      const decimal share = system_.weight(p) * full;
      for (std::size_t n = 0; n < block.count; ++n)
        sums[n] += mul_div(share, block.cells->score(block.object(n), p), part_full);
    }
    const block_scores besides = sums_of(block, outside);
    for (std::size_t n = 0; n < block.count; ++n)
      sums[n] = (weights > 0 ? sums[n] / weights : sums[n]) + besides[n];
    return sums;
  }
  [[nodiscard]] std::size_t count_inside(indicator_id id) const {
    const auto parts = system_.parts(id);
    return static_cast<std::size_t>(std::count_if(
        parts.begin(), parts.end(), [this](indicator_id p) { return stands_inside(p); }));
  }
  [[nodiscard]] bool stands_inside(indicator_id part) const {
    const auto& r = system_.at(part).rule;
    return !r || is_within_full_score(*r);
  }

  /// What the parts that count got is scaled up for their exempt siblings; what stands outside the
  /// full score is added as it is.
  [[nodiscard]] cell sum_up(const cells_of_object& row, indicator_id id) const {
    cell c;
    decimal inside = 0;
    decimal counted = 0;
    bool any_counts = false;
    bool any_exempt = false;
    for (const indicator_id p : system_.parts(id)) {
      const brief_cell part = row.brief_at(p);
      c.full += part.full;
      if (is_left_out(part.rests_on)) {
        any_exempt = any_exempt || part.rests_on == basis::exempt;
        continue;
      }
      any_counts = true;
      counted += part.full;
      (part.full > 0 ? inside : c.score) += part.score;
    }
    if (!any_counts || (counted == 0 && c.full > 0)) {
      c.rests_on = any_exempt ? basis::exempt : basis::not_applicable;
      return c;
    }
    c.score += counted == c.full ? inside : mul_div(inside, c.full, counted);
    return c;
  }

  [[nodiscard]] decimal outside_points(const cells_of_object& row, indicator_id id) const {
    decimal sum = 0;
    for (const indicator_id p : system_.parts(id)) {
      if (!stands_inside(p)) sum += row.brief_at(p).score;
    }
    return sum;
  }

  [[nodiscard]] decimal mean_score(const aggregate& how, const cells_of_object& row,
                                   indicator_id id, decimal full) const {
    if (std::holds_alternative<minimum>(how)) return full * least(row, id);
    if (std::holds_alternative<geometric_mean>(how)) return full * geometric(row, id);
    decimal sum = 0;
    decimal weights = 0;
    for (const indicator_id p : system_.parts(id)) {
      const brief_cell c = row.brief_at(p);
      const decimal w = weight_of(c, p);
      if (w == 0) continue;
      sum += mul_div(w * full, c.score, c.full);
      weights += w;
    }
    return weights > 0 ? sum / weights : decimal{0};
  }

  [[nodiscard]] decimal least(const cells_of_object& row, indicator_id id) const {
    std::optional<decimal> found;
    for (const indicator_id p : system_.parts(id)) {
      const brief_cell c = row.brief_at(p);
      if (c.full == 0 || is_left_out(c.rests_on)) continue;
      const decimal achieved = c.score / c.full;
      found = found ? std::min(*found, achieved) : achieved;
    }
    return found.value_or(0);
  }

  /// exp(sum of w ln(achieved) / sum of w), in double precision; 0 where a part has nothing.
  [[nodiscard]] decimal geometric(const cells_of_object& row, indicator_id id) const {
    double logs = 0;
    double weights = 0;
    for (const indicator_id p : system_.parts(id)) {
      const brief_cell c = row.brief_at(p);
      const double w = weight_of(c, p).to_double();
      if (w <= 0) continue;
      if (c.score <= 0) return 0;
      logs += w * std::log((c.score / c.full).to_double());
      weights += w;
    }
    if (weights <= 0) return 0;
    return rounded(*decimal::from_double(std::exp(logs / weights)), 12);
  }

  [[nodiscard]] bool enough_met(const k_of_n& k, const cells_of_object& row,
                                indicator_id id) const {
    std::size_t met = 0;
    std::size_t all = 0;
    bool rest_holds = true;
    for (const indicator_id p : system_.parts(id)) {
      const brief_cell c = row.brief_at(p);
      if (is_left_out(c.rests_on) || !stands_inside(p)) continue;
      ++all;
      if (is_met(c))
        ++met;
      else if (k.rest_at_least)
        rest_holds = rest_holds && nearly_met(row, *k.rest_at_least, p);
    }
    return met >= std::min(k.at_least, all) && rest_holds;
  }

  /// The value reaches `share` of its target; where lower is better it does not exceed target /
  /// share.
  [[nodiscard]] bool nearly_met(const cells_of_object& row, decimal share,
                                indicator_id part) const {
    const cell c = row[part];
    const auto line = system_.is_leaf(part) ? leaves_.target(row.object(), part) : std::nullopt;
    if (!line) return c.full > 0 && c.score >= share * c.full;
    if (!c.has_value()) return false;
    return lower_is_better(*system_.at(part).rule) ? c.value * share <= *line
                                                   : c.value >= share * *line;
  }
  [[nodiscard]] static bool lower_is_better(const rule& r) {
    if (const auto* t = r.as<threshold>())
      return better_way(t->pass.op) == direction::lower_is_better;
    if (const auto* t = r.as<threshold_then_rank>())
      return better_way(t->pass.op) == direction::lower_is_better;
    if (const auto* p = r.as<proportional>()) return p->better == direction::lower_is_better;
    if (const auto* p = r.as<proportional_deduction>())
      return p->better == direction::lower_is_better;
    if (const auto* d = r.as<deduction>()) return d->better == direction::lower_is_better;
    return false;
  }

  /// Floor, cap and verdict of a heading.
  void finish(cell& c, const indicator& of, const cells_of_object& row, indicator_id id) const {
    if (is_left_out(c.rests_on)) return;
    c.value = c.score;
    if (of.at_least) c.score = std::max(c.score, *of.at_least);
    if (of.at_most) c.score = std::min(c.score, *of.at_most);
    if (of.pass_mark)
      c.result = met_if(c.score >= *of.pass_mark);
    else if (c.full == 0 && c.result == verdict::none)
      c.result = verdict_of_parts(row, id);
  }
  /// A heading that only passes or fails is met where none of its parts is unmet.
  [[nodiscard]] verdict verdict_of_parts(const cells_of_object& row, indicator_id id) const {
    verdict all = verdict::none;
    for (const indicator_id p : system_.parts(id)) {
      const verdict one = row.brief_at(p).result;
      if (one == verdict::unmet) return one;
      if (one == verdict::met) all = one;
    }
    return all;
  }

  const indicator_system& system_;
  const leaf_scorer& leaves_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_AGGREGATE_CELLS_HPP
