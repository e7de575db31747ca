/// Scores leaves: measures, puts missing values right, and judges.
#ifndef DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
#define DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP

#include <daopai/scoring/detail/leaf_context.hpp>
#include <daopai/scoring/detail/rule_points.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// The cells of some objects next to each other, a row each, few enough to stay in the processor's
/// cache.
struct cell_block {
  std::span<cell> cells;
  std::size_t first;  ///< position of the first object
  std::size_t width;  ///< cells of a row

  static constexpr std::size_t most = 32;  ///< rows

  [[nodiscard]] std::size_t objects() const { return cells.size() / width; }
  /// What `plain_column::present` is where all objects are.
  [[nodiscard]] std::uint32_t all() const { return ~std::uint32_t{0} >> (most - objects()); }
  [[nodiscard]] object_id object(std::size_t row) const { return object_id{first + row}; }
  [[nodiscard]] cell& at(std::size_t row, indicator_id i) const {
    return cells[row * width + i.index()];
  }
  [[nodiscard]] std::span<cell> row(std::size_t n) const { return cells.subspan(n * width, width); }
};

/// What most observations are, one plain number, of the objects of a block and of one leaf.
struct plain_column {
  std::uint32_t present = 0;  ///< bit n: object n of the block has a value here
  std::array<decimal, cell_block::most> values = {};
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
      leaves_.emplace_back(i);
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

  /// All leaves of the objects of a block: values are read object by object, as the table keeps
  /// them, and judged leaf by leaf, so that a rule is told apart once for all objects.
  void score_block(const cell_block& block, std::vector<plain_column>& columns) const {
    columns.resize(leaves_.size());
    for (plain_column& c : columns) c.present = 0;
    for (std::size_t n = 0; n < block.objects(); ++n) read_plain(block.object(n), n, columns);
    for (std::size_t k = 0; k < leaves_.size(); ++k) {
      leave_to_rules(leaves_[k], block, columns[k]);
      score_column(leaves_[k], block, columns[k]);
    }
  }
  [[nodiscard]] const std::vector<indicator_id>& leaves() const { return leaves_; }

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
  void read_plain(object_id object, std::size_t row, std::vector<plain_column>& columns) const {
    const auto bit = std::uint32_t{1} << row;
    if (measure_.is_simple()) {
      for (std::size_t k = 0; k < leaves_.size(); ++k) {
        const auto readings = table_->of(object, leaves_[k]);
        if (readings.size() != 1 || !measurer::is_plain(readings.front())) continue;
        columns[k].present |= bit;
        columns[k].values[row] = readings.front().value;
      }
      return;
    }
    for (std::size_t k = 0; k < leaves_.size(); ++k) {
      const reading* plain = measure_.plain(object, leaves_[k]);
      if (plain == nullptr) continue;
      columns[k].present |= bit;
      columns[k].values[row] = plain->value;
    }
  }

  /// Takes out the values that are not the rule's business alone.
  void leave_to_rules(indicator_id id, const cell_block& block, plain_column& column) const {
    const leaf_context& context = contexts_[id.index()];
    if (!context.is_plain) column.present = 0;
    if (!context.needs_target || (context.targets.empty() && context.constant)) return;
    for (std::size_t n = 0; n < block.objects(); ++n) {
      if (!context.target(block.object(n))) column.present &= ~(std::uint32_t{1} << n);
    }
  }

  void score_column(indicator_id id, const cell_block& block, const plain_column& column) const {
    for (std::uint32_t left = block.all() & ~column.present; left != 0; left &= left - 1) {
      const auto n = static_cast<std::size_t>(std::countr_zero(left));
      block.at(n, id) = (*this)(block.object(n), id);
    }
    system_->at(id).rule->visit([&](const auto& kind) { score_plain(kind, id, block, column); });
  }

  template <class Kind>
  void score_plain(const Kind& kind, indicator_id id, const cell_block& block,
                   const plain_column& column) const {
    const leaf_context& context = contexts_[id.index()];
    const bool alike = context.is_alike();
    situation s = situation_of(context, block.object(0));
    for (std::uint32_t left = column.present; left != 0; left &= left - 1) {
      const auto n = static_cast<std::size_t>(std::countr_zero(left));
      if (!alike) s = situation_of(context, block.object(n));
      s.value = column.values[n];
      const outcome given = give(kind, s);
      cell& c = block.at(n, id);  // field by field: what is written whole is first put together
      c.score = given.points;
      c.full = context.full;
      c.value = s.value;
      c.label = 0;
      c.rests_on = basis::observed;
      c.result = given.result;
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
  std::vector<indicator_id> leaves_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_LEAF_SCORER_HPP
