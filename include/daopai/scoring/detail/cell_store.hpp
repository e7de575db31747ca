/// The cells of all objects, most of them in nine bytes.
#ifndef DAOPAI_SCORING_DETAIL_CELL_STORE_HPP
#define DAOPAI_SCORING_DETAIL_CELL_STORE_HPP

#include <daopai/scoring/cell.hpp>
#include <daopai/scoring/observation.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// What a cell says, but for the value and the label.
struct brief_cell {
  decimal score = 0;
  decimal full = 0;
  basis rests_on = basis::observed;
  verdict result = verdict::none;

  [[nodiscard]] decimal lost() const { return full - score; }
};

[[nodiscard]] inline brief_cell brief(const cell& c) {
  return {c.score, c.full, c.rests_on, c.result};
}

/// A part that is met; a part without a line is met by full points.
[[nodiscard]] inline bool is_met(const brief_cell& c) {
  return c.result == verdict::none ? c.full > 0 && c.score >= c.full : c.result == verdict::met;
}
[[nodiscard]] constexpr bool is_left_out(basis on) {
  return on == basis::not_applicable || on == basis::exempt;
}

/// Basis and verdict in a byte, and whether the cell is kept whole.
class cell_tag {
public:
  constexpr cell_tag() = default;
  constexpr cell_tag(basis rests_on, verdict result, bool is_whole)
      : bits_(static_cast<std::uint8_t>(static_cast<unsigned>(rests_on) |
                                        static_cast<unsigned>(result) << 3 |
                                        (is_whole ? 1U << 5 : 0U))) {}
  [[nodiscard]] constexpr basis rests_on() const { return static_cast<basis>(bits_ & 7U); }
  [[nodiscard]] constexpr verdict result() const { return static_cast<verdict>(bits_ >> 3 & 3U); }
  [[nodiscard]] constexpr bool is_whole() const { return (bits_ >> 5) != 0; }

  /// Observed, where no bit of the basis is set in either.
  [[nodiscard]] friend constexpr cell_tag operator|(cell_tag a, cell_tag b) {
    a.bits_ = static_cast<std::uint8_t>(a.bits_ | b.bits_);
    return a;
  }

private:
  std::uint8_t bits_ = 0;
};

/// Cells next to each other, as most are: observed, without a label, with the usual full score and
/// value.
struct cell_column {
  std::int64_t* scores;
  cell_tag* tags;

  /// Whether the score could be kept so; else nothing was.
  [[nodiscard]] bool put(std::size_t n, decimal score, verdict result) const {
    const auto small = static_cast<std::int64_t>(score.scaled());
    if (small != score.scaled()) return false;
    scores[n] = small;
    tags[n] = {basis::observed, result, false};
    return true;
  }
  /// Whether one of them is kept whole, elsewhere.
  [[nodiscard]] bool has_whole() const {
    cell_tag all;
    for (std::size_t n = 0; n < blocks::objects; ++n) all = all | tags[n];
    return all.is_whole();
  }
};

/// Of a cell as most are only score and tag are kept: the score has 64 bits, the full score is that
/// of the indicator, and the value is the one number observed, or the score of a heading. All
/// others are kept whole.
class cell_store {
public:
  cell_store() = default;
  /// @param full  of each indicator, where all its parts count
  cell_store(const indicator_system& system, const observation_table& table,
             std::vector<decimal> full)
      : system_(&system),
        table_(&table),
        full_(std::move(full)),
        layout_{system.size()},
        whole_(blocks::count(table.objects())),
        scores_(layout_.slots(table.objects())),
        tags_(scores_.size()) {}

  [[nodiscard]] std::size_t indicators() const { return full_.size(); }
  [[nodiscard]] decimal full(indicator_id i) const { return full_[i.index()]; }

  [[nodiscard]] cell_tag tag(object_id o, indicator_id i) const { return tags_[slot(o, i)]; }
  [[nodiscard]] decimal score(object_id o, indicator_id i) const {
    const std::size_t at = slot(o, i);
    return tags_[at].is_whole() ? kept_whole(o, at).score : decimal::from_scaled(scores_[at]);
  }
  [[nodiscard]] brief_cell brief_at(object_id o, indicator_id i) const {
    const std::size_t at = slot(o, i);
    if (tags_[at].is_whole()) return brief(kept_whole(o, at));
    const basis on = tags_[at].rests_on();
    return {decimal::from_scaled(scores_[at]), usual_full(i, on), on, tags_[at].result()};
  }
  [[nodiscard]] cell at(object_id o, indicator_id i) const {
    const std::size_t place = slot(o, i);
    if (tags_[place].is_whole()) return kept_whole(o, place);
    const brief_cell b = brief_at(o, i);
    return {b.score, b.full, *usual_value(o, i, b), 0, b.rests_on, b.result};
  }

  void put(object_id o, indicator_id i, const cell& c) {
    const bool is_usual = static_cast<std::int64_t>(c.score.scaled()) == c.score.scaled() &&
                          c.label == 0 && c.full == usual_full(i, c.rests_on) &&
                          usual_value(o, i, brief(c)) == c.value;
    is_usual ? keep_score(slot(o, i), c.score, {c.rests_on, c.result, false}) : keep_whole(o, i, c);
  }
  /// The cells of one indicator and the objects of a block, by its first object.
  [[nodiscard]] cell_column column(object_id first, indicator_id i) {
    return {scores_.data() + slot(first, i), tags_.data() + slot(first, i)};
  }

  /// What the tags of each object of a block say together.
  [[nodiscard]] std::array<cell_tag, blocks::objects> tags_together(object_id first) const {
    std::array<cell_tag, blocks::objects> all{};
    for (std::size_t i = 0; i < indicators(); ++i) {
      const cell_tag* of = tags_.data() + slot(first, indicator_id{i});
      for (std::size_t n = 0; n < blocks::objects; ++n) all[n] = all[n] | of[n];
    }
    return all;
  }

private:
  [[nodiscard]] std::size_t slot(object_id o, indicator_id i) const { return layout_.slot(o, i); }
  [[nodiscard]] const cell& kept_whole(object_id o, std::size_t slot) const {
    return whole_[o.index() / blocks::objects][static_cast<std::size_t>(scores_[slot])];
  }
  [[nodiscard]] decimal usual_full(indicator_id i, basis on) const {
    return on == basis::not_applicable ? decimal{0} : full(i);
  }
  /// Nothing: there is no one number.
  [[nodiscard]] std::optional<decimal> usual_value(object_id o, indicator_id i,
                                                   const brief_cell& c) const {
    if (c.rests_on != basis::observed && c.rests_on != basis::imputed) return 0;
    return system_->is_leaf(i) ? table_->number(o, i) : c.score;
  }

  void keep_score(std::size_t slot, decimal score, cell_tag tag) {
    scores_[slot] = static_cast<std::int64_t>(score.scaled());
    tags_[slot] = tag;
  }
  void keep_whole(object_id o, indicator_id i, const cell& c) {
    std::vector<cell>& kept = whole_[o.index() / blocks::objects];
    scores_[slot(o, i)] = static_cast<std::int64_t>(kept.size());
    tags_[slot(o, i)] = {c.rests_on, c.result, true};
    kept.push_back(c);
  }

  const indicator_system* system_ = nullptr;
  const observation_table* table_ = nullptr;
  std::vector<decimal> full_;  ///< by indicator
  blocks layout_;
  std::vector<std::vector<cell>> whole_;  ///< by block
  std::vector<std::int64_t> scores_;  ///< in 1e-15ths, or the place among the block's whole ones
  std::vector<cell_tag> tags_;
};

/// Another cell in the place of one that is stored.
struct changed_cell {
  indicator_id indicator;
  cell now;
};

/// The cells of one object, by indicator, as they are put together when they are asked for.
class cells_of_object {
public:
  /// @param changed  those that are to be taken for others; null: none
  cells_of_object(const cell_store& store, object_id object,
                  const std::vector<changed_cell>* changed = nullptr)
      : store_(&store), object_(object), changed_(changed) {}

  [[nodiscard]] std::size_t size() const { return store_->indicators(); }
  [[nodiscard]] object_id object() const { return object_; }
  [[nodiscard]] cell operator[](indicator_id i) const {
    const cell* other = instead_of(i);
    return other != nullptr ? *other : store_->at(object_, i);
  }
  [[nodiscard]] brief_cell brief_at(indicator_id i) const {
    const cell* other = instead_of(i);
    return other != nullptr ? brief(*other) : store_->brief_at(object_, i);
  }

private:
  [[nodiscard]] const cell* instead_of(indicator_id i) const {
    if (changed_ == nullptr) return nullptr;
    const auto found = std::find_if(changed_->begin(), changed_->end(),
                                    [i](const changed_cell& c) { return c.indicator == i; });
    return found == changed_->end() ? nullptr : &found->now;
  }

  const cell_store* store_;
  object_id object_;
  const std::vector<changed_cell>* changed_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_CELL_STORE_HPP
