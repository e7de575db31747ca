/// What a value is held against: a number, the mean of the peers, or a number that differs by
/// object.
#ifndef DAOPAI_SCORING_TARGET_HPP
#define DAOPAI_SCORING_TARGET_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/keys.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

enum class direction { higher_is_better, lower_is_better };

/// A number to reach, or not to exceed. Of several that apply, the object's own comes first, then
/// the first case whose attribute matches, then the mean of the peers, then the general value.
struct target {
  /// The target of one object: "this year's task of the county".
  struct own {
    object_key object;
    decimal value;
  };
  /// The target of objects of a kind: "technical schools: 30 000 square metres".
  struct when {
    std::string attribute;
    std::string equals;
    decimal value;
  };

  std::optional<decimal> value = std::nullopt;
  std::vector<own> by_object = {};
  std::vector<when> cases = {};
  bool mean_of_peers = false;

  target() = default;
  target(decimal v) : value(v) {}  // NOLINT(google-explicit-constructor): a number is a target
  target(int v) : value(v) {}      // NOLINT(google-explicit-constructor): a number is a target

  [[nodiscard]] bool empty() const {
    return !value && by_object.empty() && cases.empty() && !mean_of_peers;
  }
};

/// A comparison of a value with a target.
struct comparison {
  enum class relation { at_least, more_than, at_most, less_than, equal };
  relation op = relation::at_least;
  target than;
};

/// Whether `value` stands in the relation to `line`; both are compared at their full 15 places.
[[nodiscard]] constexpr bool holds(comparison::relation op, decimal value, decimal line) {
  switch (op) {
    case comparison::relation::at_least: return value >= line;
    case comparison::relation::more_than: return value > line;
    case comparison::relation::at_most: return value <= line;
    case comparison::relation::less_than: return value < line;
    case comparison::relation::equal: return value == line;
  }
  return false;
}

/// Which way a value has to move to come to hold.
[[nodiscard]] constexpr direction better_way(comparison::relation op) {
  const bool down = op == comparison::relation::at_most || op == comparison::relation::less_than;
  return down ? direction::lower_is_better : direction::higher_is_better;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_TARGET_HPP
