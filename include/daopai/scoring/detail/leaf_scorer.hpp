/// Scores leaves: measures, puts missing values right, and judges.
#ifndef DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
#define DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP

#include <daopai/scoring/detail/cell_store.hpp>
#include <daopai/scoring/detail/leaf_context.hpp>
#include <daopai/scoring/detail/rule_points.hpp>

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// The cells of some objects that stand in one block of a store.
struct cell_block {
  cell_store* cells;
  std::size_t first;  ///< position of the first object, a multiple of `most`
  std::size_t count;  ///< of objects

  static constexpr std::size_t most = blocks::objects;

  /// What `number_column::present` is where all objects are.
  [[nodiscard]] std::uint32_t all() const { return ~std::uint32_t{0} >> (most - count); }
  [[nodiscard]] object_id object(std::size_t n) const { return object_id{first + n}; }
  [[nodiscard]] cells_of_object of(std::size_t n) const { return {*cells, object(n)}; }
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
      if (!system.is_leaf(indicator_id{i})) continue;
      contexts_[i] = prepare(indicator_id{i});
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

  /// One leaf of the objects of a block: its rule is told apart once for all of them. Whether each
  /// of them had one plain number.
  bool score_column(const cell_block& block, indicator_id id) const {
    const number_column column = numbers(block, id);
    for (std::uint32_t left = block.all() & ~column.present; left != 0; left &= left - 1) {
      const object_id o = block.object(static_cast<std::size_t>(std::countr_zero(left)));
      block.cells->put(o, id, (*this)(o, id));
    }
    system_->at(id).rule->visit([&](const auto& kind) { score_numbers(kind, id, block, column); });
    return column.present == block.all();
  }
  /// The full score of a leaf that is for the object and not exempt.
  [[nodiscard]] decimal full(indicator_id leaf) const { return contexts_[leaf.index()].full; }

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
  /// The numbers that are the rule's business alone.
  [[nodiscard]] number_column numbers(const cell_block& block, indicator_id id) const {
    const leaf_context& context = contexts_[id.index()];
    if (!context.is_plain) return {nullptr, 0};
    number_column column = table_->numbers(block.object(0), id);
    const bool some_lack_target = context.needs_target && !context.constant_for_all();
    if (measure_.is_simple() && !some_lack_target) return column;
    for (std::uint32_t left = column.present; left != 0; left &= left - 1) {
      const object_id o = block.object(static_cast<std::size_t>(std::countr_zero(left)));
      const bool counts = measure_.plain(o, id) && (!some_lack_target || context.target(o));
      if (!counts) column.present &= ~(left & -left);
    }
    return column;
  }

  template <class Kind>
  void score_numbers(const Kind& kind, indicator_id id, const cell_block& block,
                     const number_column& column) const {
    const leaf_context& context = contexts_[id.index()];
    const bool alike = context.is_alike();
    const cell_column into = block.cells->column(block.object(0), id);
    situation s = situation_of(context, block.object(0));
    for (std::uint32_t left = column.present; left != 0; left &= left - 1) {
      const auto n = static_cast<std::size_t>(std::countr_zero(left));
      if (!alike) s = situation_of(context, block.object(n));
      s.value = column.values[n];
      const outcome given = give(kind, s);
      if (!into.put(n, given.points, given.result)) {
        block.cells->put(block.object(n), id,
                         {given.points, context.full, s.value, 0, basis::observed, given.result});
      }
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
    const bool is_veto = of.is<veto>();  // strikes only where it was seen to
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
  std::vector<leaf_context> contexts_;  // by indicator
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
