/// Finds the things of a plan by their keys.
#ifndef DAOPAI_PLAN_DETAIL_KEY_TABLE_HPP
#define DAOPAI_PLAN_DETAIL_KEY_TABLE_HPP

#include <daopai/plan/detail/key_hash.hpp>
#include <daopai/plan/detail/large_memory.hpp>
#include <daopai/plan/detail/short_text.hpp>
#include <daopai/plan/keys.hpp>

#include <bit>
#include <optional>
#include <string_view>
#include <vector>

namespace daopai::detail {

/// A key with its hash, so that one that is looked up in several tables is hashed once.
struct hashed_key {
  std::string_view text;
  short_text as_short;
  std::uint32_t hash;

  explicit hashed_key(std::string_view key)
      : text(key), as_short(key), hash(neighbourly_hash(key)) {}
};

/// An open-addressed hash table from keys to places in a list of things. A slot holds 32 bits of
/// the hash and the place, so that other keys are passed over (8 bytes a slot; at most three in
/// four are taken). Short keys lie beside each other, by place, for the things of a large plan are
/// far from the processor, and far apart; long ones stay in the list:
///
///     slots_  | hash place | - | hash place | hash place | - | ...
///     keys_   | t1 | t2 | t3 | ...                                      things[place].id.text()
class key_table {
public:
  /// Forgets all and makes room for `things`. O(things).
  void reset(std::size_t things) {
    slots_.assign(std::bit_ceil(things + things / 3 + 1), slot{0, nowhere});
    keys_.assign(things, short_text());
  }

  /// Enters things[place] unless its key is there already. O(1).
  /// @return the place at which the key was before
  template <class Thing>
  std::optional<id<Thing>> enter(const std::vector<Thing>& things, std::size_t place,
                                 const hashed_key& key) {
    slot& at = slots_[slot_of(things, key)];
    if (at.place != nowhere) return id<Thing>(at.place);
    at = {key.hash, static_cast<std::uint32_t>(place)};
    keys_[place] = key.as_short;
    return std::nullopt;
  }

  /// So many keys are best looked up together: first all their slots are fetched.
  static constexpr std::size_t together = 64;

  /// Begins to fetch the slot of a key that is looked up soon.
  void fetch_slot(const hashed_key& key) const {
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
  [[nodiscard]] bool holds(const std::vector<Thing>& things, const slot& at,
                           const hashed_key& key) const {
    if (at.hash != key.hash || keys_[at.place] != key.as_short) return false;
    return key.as_short.is_whole() || things[at.place].id.text() == key.text;
  }

  large_vector<slot> slots_{};
  large_vector<short_text> keys_{};  ///< by place
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_KEY_TABLE_HPP
