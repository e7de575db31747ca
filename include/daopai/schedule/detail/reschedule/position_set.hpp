/// A set of positions that gives its first or its last member in no time.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_POSITION_SET_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_POSITION_SET_HPP

#include <daopai/schedule/network.hpp>

#include <bit>

namespace daopai::detail {

/// One bit for each position; above them, one bit for each word of bits that is not zero, and so on
/// up to a single word:
///
///     level 2              [ 1 . . . ]
///     level 1    [ 1 . 1 . ]   ...
///     level 0  [ . 1 1 . ] [ . . . . ] [ 1 . . . ]  ...
///
/// All members in a row cost a few ns each, half of what a binary heap takes to give them in order.
/// Every function is O(log64 size), and O(1) in practice: a million positions are four levels.
class position_set {
public:
  explicit position_set(std::size_t size) {
    do {
      size = (size + 63) / 64;
      levels_.emplace_back(size, 0);
    } while (size > 1);
  }

  [[nodiscard]] bool empty() const { return levels_.back().empty() || levels_.back()[0] == 0; }
  [[nodiscard]] bool contains(position p) const { return (levels_.front()[p / 64] & bit(p)) != 0; }

  void insert(position p) {
    for (auto& words : levels_) {
      std::uint64_t& word = words[p / 64];
      const bool was_empty = word == 0;
      word |= bit(p);
      if (!was_empty) return;
      p /= 64;
    }
  }
  void erase(position p) {
    for (auto& words : levels_) {
      std::uint64_t& word = words[p / 64];
      word &= ~bit(p);
      if (word != 0) return;
      p /= 64;
    }
  }
  void put(position p, bool member) { member ? insert(p) : erase(p); }

  /// Takes out the least member; the set must not be empty.
  [[nodiscard]] position take_first() {
    return take([](std::uint64_t word) { return std::countr_zero(word); });
  }
  /// Takes out the greatest member; the set must not be empty.
  [[nodiscard]] position take_last() {
    return take([](std::uint64_t word) { return 63 - std::countl_zero(word); });
  }

  /// The least member that is at least `p`, or `nowhere`.
  [[nodiscard]] position first_from(position p) const {
    std::size_t level = 0;
    for (; level < levels_.size(); ++level, p = p / 64 + 1) {
      if (p / 64 >= levels_[level].size()) return nowhere;
      const std::uint64_t rest = levels_[level][p / 64] & (~std::uint64_t{0} << (p % 64));
      if (rest == 0) continue;
      p = p / 64 * 64 + static_cast<position>(std::countr_zero(rest));
      while (level-- > 0) p = p * 64 + static_cast<position>(std::countr_zero(levels_[level][p]));
      return p;
    }
    return nowhere;
  }

  /// O(members).
  void clear() {
    while (!empty()) static_cast<void>(take_first());
  }

private:
  static std::uint64_t bit(position p) { return std::uint64_t{1} << (p % 64); }

  template <class Choose>
  position take(Choose choose) {
    position p = 0;
    for (std::size_t level = levels_.size(); level-- > 0;) {
      p = p * 64 + static_cast<position>(choose(levels_[level][p]));
    }
    erase(p);
    return p;
  }

  std::vector<std::vector<std::uint64_t>> levels_{};
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_POSITION_SET_HPP
