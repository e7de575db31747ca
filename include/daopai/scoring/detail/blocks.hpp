/// How tables of objects and indicators are laid out.
#ifndef DAOPAI_SCORING_DETAIL_BLOCKS_HPP
#define DAOPAI_SCORING_DETAIL_BLOCKS_HPP

#include <daopai/scoring/keys.hpp>

#include <cstddef>

namespace daopai::scoring::detail {

/// Objects stand in blocks, and in a block what belongs to one indicator stands next to each other:
/// a rule runs along a column, and the columns of one object are near.
struct blocks {
  static constexpr std::size_t objects = 32;  ///< of a block

  std::size_t indicators = 0;

  [[nodiscard]] static std::size_t count(std::size_t all_objects) {
    return (all_objects + objects - 1) / objects;
  }
  /// How many slots there are, those behind the last object included.
  [[nodiscard]] std::size_t slots(std::size_t all_objects) const {
    return count(all_objects) * objects * indicators;
  }
  [[nodiscard]] std::size_t slot(object_id o, indicator_id i) const {
    return (o.index() / objects * indicators + i.index()) * objects + o.index() % objects;
  }
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_BLOCKS_HPP
