/// Scores leaves: measures, puts missing values right, and judges.
#ifndef DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
#define DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP

#include <daopai/scoring/detail/leaf_context.hpp>
#include <daopai/scoring/detail/rule_points.hpp>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// The cells of some objects next to each other, a row each.
struct cell_block {
  std::span<cell> cells;
  std::size_t first;  ///< position of the first object
  std::size_t width;  ///< cells of a row

  [[nodiscard]] std::size_t objects() const { return cells.size() / width; }
  [[nodiscard]] object_id object(std::size_t row) const { return object_id{first + row}; }
  [[nodiscard]] std::span<cell> row(std::size_t n) const { return cells.subspan(n * width, width); }
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
    const leaf_preparer prepare(system, table, measure_, groups_, applies_);
    for (std::size_t i = 0; i < system.size(); ++i) {
      if (system.is_leaf(indicator_id{i})) contexts_[i] = prepare(indicator_id{i});
    }
  }

  [[nodiscard]] cell operator()(object_id object, indicator_id id) const {
    cell c;
    if (!applies_(object, id)) {
      c.rests_on = basis::not_applicable;
      return c;
    }
    const leaf_context& context = contexts_[id.index()];
    c.full = context.full;
    const measured found = measure_(object, id);
    if (!found.present || (context.needs_target && !context.target(object)))
      return without_value(object, id, c);
    c.value = found.value;
    c.label = found.label;
    return judged(object, id, c);
  }

  /// The same leaf of all objects of a block. The rule is told apart once for all of them, and what
  /// most observations are, one plain number, takes the short way.
  void score_column(indicator_id id, const cell_block& block) const {
    std::visit([&](const auto& kind) { score_by(kind, id, block); }, *system_->at(id).rule);
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

  [[nodiscard]] const peer_groups& groups() const { return groups_; }
  [[nodiscard]] std::optional<decimal> target(object_id object, indicator_id id) const {
    return contexts_[id.index()].target(object);
  }
  /// The values of the object's peers; null where the indicator does not look at any.
  [[nodiscard]] const peer_values* peers(object_id object, indicator_id id) const {
    const auto& by_group = contexts_[id.index()].peers;
    return by_group.empty() ? nullptr : &by_group[groups_.group_of(object)];
  }

private:
  template <class Kind>
  void score_by(const Kind& kind, indicator_id id, const cell_block& block) const {
    const leaf_context& context = contexts_[id.index()];
    for (std::size_t n = 0; n < block.objects(); ++n) {
      const object_id object = block.object(n);
      cell& c = block.cells[n * block.width + id.index()];
      const reading* plain = context.is_plain ? measure_.plain(object, id) : nullptr;
      situation s = situation_of(context, object);
      if (plain == nullptr || (context.needs_target && !s.target)) {
        c = (*this)(object, id);
        continue;
      }
      s.value = plain->value;
      const outcome given = give(kind, s);
      c = {.score = given.points,
           .full = context.full,
           .value = plain->value,
           .result = given.result};
    }
  }

  /// What a rule judges, but for the value.
  [[nodiscard]] situation situation_of(const leaf_context& context, object_id object) const {
    const auto of_group = [&](const std::vector<peer_values>& by_group) {
      return by_group.empty() ? nullptr : &by_group[groups_.group_of(object)];
    };
    return {.points = context.points,
            .value = 0,
            .target = context.target(object),
            .peers = of_group(context.peers),
            .below_line = of_group(context.below_line)};
  }

  [[nodiscard]] cell judged(object_id object, indicator_id id, cell c) const {
    situation s = situation_of(contexts_[id.index()], object);
    s.value = c.value;
    if (c.label != 0) s.label = &table_->name(c.label);
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
    const leaf_context& context = contexts_[id.index()];
    if (context.needs_target && !context.target(object)) return std::nullopt;
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
