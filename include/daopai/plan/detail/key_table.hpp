/// Finds the things of a plan by their keys.
#ifndef DAOPAI_PLAN_DETAIL_KEY_TABLE_HPP
#define DAOPAI_PLAN_DETAIL_KEY_TABLE_HPP

#include <daopai/plan/detail/key_hash.hpp>
#include <daopai/plan/keys.hpp>

#include <bit>
#include <optional>
#include <string_view>
#include <vector>

namespace daopai::detail {

/// A key with its hash, so that one that is looked up in several tables is hashed once.
struct hashed_key {
  std::string_view text;
  std::uint32_t hash;

  explicit hashed_key(std::string_view key)
      : text(key), hash(static_cast<std::uint32_t>(hash_of(key))) {}
};

/// An open-addressed hash table from keys to places in a list of things. The texts stay in the
/// list; a slot holds 32 bits of the hash and the place, so that other keys are passed over without
/// a look at the list (8 bytes a slot; at most three in four are taken):
///
///     slots_  | hash place | - | hash place | hash place | - | ...      things[place].id.text()
class key_table {
public:
  /// Forgets all and makes room for `things`. O(things).
  void reset(std::size_t things) {
    slots_.assign(std::bit_ceil(things + things / 3 + 1), {0, nowhere});
  }

  /// Enters things[place] unless its key is there already. O(1).
  /// @return the place at which the key was before
  template <class Thing>
  std::optional<id<Thing>> enter(const std::vector<Thing>& things, std::size_t place,
                                 const hashed_key& key) {
    slot& at = slots_[slot_of(things, key)];
    if (at.place != nowhere) return id<Thing>(at.place);
    at = {key.hash, static_cast<std::uint32_t>(place)};
    return std::nullopt;
  }

  /// Begins to fetch the slot of a key that is looked up soon.
  void fetch(const hashed_key& key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
  }

  /// O(1).
  template <class Thing>
  [[nodiscard]] std::optional<id<Thing>> find(const std::vector<Thing>& things,
                                              const hashed_key& key) const {
    if (slots_.empty()) return std::nullopt;
    const slot& at = slots_[slot_of(things, key)];
    return at.place == nowhere ? std::nullopt : std::optional(id<Thing>(at.place));
  }

private:
  struct slot {
    std::uint32_t hash;
    std::uint32_t place;
  };
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  /// The slot that holds the key, or the free one where it belongs.
  template <class Thing>
  [[nodiscard]] std::size_t slot_of(const std::vector<Thing>& things, const hashed_key& key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key.hash & mask;
    while (slots_[at].place != nowhere && !holds(things, slots_[at], key)) at = (at + 1) & mask;
    return at;
  }
  template <class Thing>
  [[nodiscard]] static bool holds(const std::vector<Thing>& things, const slot& at,
                                  const hashed_key& key) {
    return at.hash == key.hash && things[at.place].id.text() == key.text;
  }

  std::vector<slot> slots_{};
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_KEY_TABLE_HPP
