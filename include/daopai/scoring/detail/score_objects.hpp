/// Scoring: rows of cells, then cards, then ranks.
#ifndef DAOPAI_SCORING_DETAIL_SCORE_OBJECTS_HPP
#define DAOPAI_SCORING_DETAIL_SCORE_OBJECTS_HPP

#include <daopai/scoring/detail/aggregate_cells.hpp>
#include <daopai/scoring/ranks.hpp>
#include <daopai/scoring/scores.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring {
namespace detail {

[[nodiscard]] inline visible resolve_view(const observation_table& table, const view& seen) {
  visible which{.period_name = seen.period};
  if (!seen.rater.empty()) which.rater = table.position(seen.rater).value_or(visible::none);
  if (!seen.period.empty()) which.period = table.position(seen.period).value_or(visible::none);
  return which;
}

/// The full score of each indicator, where all its parts count.
[[nodiscard]] inline std::vector<decimal> full_scores(const indicator_system& system,
                                                      const leaf_scorer& leaves) {
  std::vector<decimal> full(system.size());
  for (std::size_t i = system.size(); i-- > 0;) {
    const indicator_id id{i};
    if (system.is_leaf(id)) {
      full[i] = leaves.full(id);
    } else if (std::holds_alternative<sum_of_points>(system.at(id).combine)) {
      for (const indicator_id p : system.parts(id)) full[i] += full[p.index()];
    } else {
      full[i] = system.points(id);
    }
  }
  return full;
}

/// Scores objects a block at a time, indicators from the last to the first: parts stand behind
/// their headings.
class block_scorer {
public:
  block_scorer(const indicator_system& system, const leaf_scorer& leaves, const aggregator& combine)
      : system_(system), leaves_(leaves), combine_(combine), alike_(system.size()) {}

  void operator()(const cell_block& block) {
    for (std::size_t i = system_.size(); i-- > 0;) {
      const indicator_id id{i};
      const bool is_alike =
          system_.is_leaf(id) ? leaves_.score_column(block, id) : score_heading(block, id);
      alike_[i] = is_alike ? 1 : 0;
    }
  }

private:
  /// Whether all objects have a score by observation.
  bool score_heading(const cell_block& block, indicator_id id) {
    const auto parts = system_.parts(id);
    const bool alike = combine_.is_linear(id) &&
                       std::all_of(parts.begin(), parts.end(),
                                   [this](indicator_id p) { return alike_[p.index()] != 0; });
    if (alike) {
      combine_.combine_alike(block, id);
    } else {
      for (std::size_t n = 0; n < block.count; ++n)
        block.cells->put(block.object(n), id, combine_(block.of(n), id));
    }
    return alike;
  }

  const indicator_system& system_;
  const leaf_scorer& leaves_;
  const aggregator& combine_;
  std::vector<char> alike_;  ///< by indicator: observed of all objects of the block
};

/// The share of the full score that each indicator stands for, by points in a sum and else by
/// weights.
[[nodiscard]] inline std::vector<decimal> nominal_shares(const indicator_system& system,
                                                         const cells_of_object& row) {
  std::vector<decimal> share(row.size());
  share[0] = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool sums = std::holds_alternative<sum_of_points>(system.at(indicator_id{i}).combine);
    const auto nominal = [&](indicator_id p) {
      const decimal full = row.brief_at(p).full;
      return full > 0 && !sums ? system.weight(p) : full;
    };
    decimal all = 0;
    for (const indicator_id p : system.parts(indicator_id{i})) all += nominal(p);
    if (all <= 0) continue;
    for (const indicator_id p : system.parts(indicator_id{i}))
      share[p.index()] = mul_div(share[i], nominal(p), all);
  }
  return share;
}

/// What shares of the full score rest on missing and on imputed values.
inline void add_bases(const indicator_system& system, const cells_of_object& row,
                      score_card& card) {
  const std::vector<decimal> share = nominal_shares(system, row);
  for (std::size_t i = 0; i < row.size(); ++i) {
    const basis on = row.brief_at(indicator_id{i}).rests_on;
    if (!system.is_leaf(indicator_id{i}) || on == basis::observed || on == basis::not_applicable)
      continue;
    (on == basis::imputed ? card.imputed : card.missing) += share[i];
  }
  card.missing = rounded(card.missing, 12);
  card.imputed = rounded(card.imputed, 12);
}

/// What an indicator does to the grade where it is not met.
[[nodiscard]] inline std::vector<struck_effect> effects_of(const indicator_system& system) {
  std::vector<struck_effect> effects;
  for (std::size_t i = 1; i < system.size(); ++i) {
    const indicator& of = system.at(indicator_id{i});
    const veto* v = of.rule ? of.rule->as<veto>() : nullptr;
    if (v != nullptr) effects.push_back({indicator_id{i}, v->then});
    for (const effect& e : of.on_unmet) effects.push_back({indicator_id{i}, e});
  }
  return effects;
}

inline void add_grade(const settings& s, score_card& card) {
  std::vector<effect> effects;
  effects.reserve(card.effects.size());
  for (const auto& e : card.effects) {
    effects.push_back(e.what);
    if (std::holds_alternative<fails>(e.what)) card.passed = false;
  }
  if (s.bands.empty() || !card.score) return;
  card.grade_by_score = s.bands.place_of(
      s.grade_reads == graded_on::exact_score ? rounded(card.exact, 12) : *card.score);
  card.grade = s.bands.after(*card.grade_by_score, effects);
}

/// Shares on what was not observed, and whether nothing may be published.
[[nodiscard]] inline bool note_gaps(const indicator_system& system, const cells_of_object& row,
                                    score_card& card) {
  bool blocked = false;
  bool has_gap = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const basis on = row.brief_at(indicator_id{i}).rests_on;
    blocked = blocked || on == basis::blocked;
    has_gap = has_gap || (on != basis::observed && on != basis::not_applicable);
  }
  if (has_gap) add_bases(system, row, card);
  return blocked;
}

/// @param effects      those of the system
/// @param is_observed  whether all of the row is
[[nodiscard]] inline score_card card_of(const indicator_system& system,
                                        const std::vector<struck_effect>& effects,
                                        const cells_of_object& row, bool is_observed) {
  const brief_cell whole = row.brief_at(indicator_system::whole());
  score_card card{.exact = whole.score,
                  .full = whole.full,
                  .score = std::nullopt,
                  .grade_by_score = std::nullopt,
                  .grade = std::nullopt,
                  .rank = std::nullopt,
                  .rank_in_group = std::nullopt};
  for (const struck_effect& e : effects) {
    if (row.brief_at(e.indicator).result == verdict::unmet) card.effects.push_back(e);
  }
  const bool blocked = !is_observed && note_gaps(system, row, card);
  if (!blocked && !is_left_out(whole.rests_on))
    card.score = rounded(card.exact, system.config().places);
  card.passed = whole.result != verdict::unmet;
  add_grade(system.config(), card);
  return card;
}

inline void add_ranks(const settings& s, const peer_groups& groups,
                      std::vector<score_card>& cards) {
  const int places = s.ranks.places.value_or(s.places);
  std::vector<std::optional<decimal>> all;
  all.reserve(cards.size());
  for (const score_card& c : cards)
    all.push_back(c.score ? std::optional<decimal>(c.exact) : std::nullopt);
  const auto overall = ranks_of(all, places, s.ranks.ties);
  for (std::size_t o = 0; o < cards.size(); ++o)
    cards[o].rank = cards[o].rank_in_group = overall[o];
  if (groups.size() == 1) return;
  std::vector<std::vector<std::size_t>> members(groups.size());
  for (std::size_t o = 0; o < cards.size(); ++o)
    members[groups.group_of(object_id{o})].push_back(o);
  for (const auto& group : members) {
    std::vector<std::optional<decimal>> own;
    own.reserve(group.size());
    for (const std::size_t o : group) own.push_back(all[o]);
    const auto inside = ranks_of(own, places, s.ranks.ties);
    for (std::size_t k = 0; k < group.size(); ++k) cards[group[k]].rank_in_group = inside[k];
  }
}

}  // namespace detail

inline scores score(const indicator_system& system, const observation_table& table,
                    const view& seen, std::span<const assumed_value> assumed) {
  scores result;
  result.system_ = &system;
  result.table_ = &table;
  result.view_ = seen;
  result.leaves_.emplace(system, table, detail::resolve_view(table, seen), assumed);
  result.cards_.reserve(table.objects());
  const std::vector<struck_effect> effects = detail::effects_of(system);
  const detail::aggregator combine(system, *result.leaves_);
  result.cells_ = detail::cell_store(system, table, detail::full_scores(system, *result.leaves_));
  detail::block_scorer score_block(system, *result.leaves_, combine);
  for (std::size_t first = 0; first < table.objects(); first += detail::cell_block::most) {
    const detail::cell_block block{&result.cells_, first,
                                   std::min(detail::cell_block::most, table.objects() - first)};
    score_block(block);
    const auto tags = result.cells_.tags_together(block.object(0));
    for (std::size_t n = 0; n < block.count; ++n) {
      const bool is_observed = tags[n].rests_on() == basis::observed;
      result.cards_.push_back(detail::card_of(system, effects, block.of(n), is_observed));
      if (result.cards_.back().score) ++result.ranked_;
    }
  }
  detail::add_ranks(system.config(), result.leaves_->groups(), result.cards_);
  return result;
}

inline std::optional<decimal> scores::observed(object_id o, indicator_id leaf) const {
  const detail::measured found = leaves_->observed(o, leaf);
  if (!found.present) return std::nullopt;
  if (found.label == 0) return found.value;
  const std::vector<level>* table = detail::labels_of(system_->at(leaf).rule);
  const level* held = table ? detail::find_level(*table, table_->name(found.label)) : nullptr;
  if (held == nullptr) return std::nullopt;
  return decimal{held - table->data() + 1};
}

inline decimal scores::exact_with(object_id o, indicator_id leaf, decimal value) const {
  cell start = of(o, leaf);
  start.rests_on = basis::observed;
  std::vector<detail::changed_cell> changed{{leaf, leaves_->with_value(o, leaf, start, value)}};
  const detail::cells_of_object row(cells_, o, &changed);
  const detail::aggregator combine(*system_, *leaves_);
  for (auto at = system_->parent(leaf); at; at = system_->parent(*at))
    changed.push_back({*at, combine(row, *at)});
  return changed.back().now.score;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DETAIL_SCORE_OBJECTS_HPP
