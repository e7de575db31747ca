/// Names and their positions.
#ifndef DAOPAI_SCORING_DETAIL_NAME_POOL_HPP
#define DAOPAI_SCORING_DETAIL_NAME_POOL_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::scoring::detail {

/// Keeps each name once and knows its position, in the order in which names first came. O(1) on
/// average.
class name_pool {
public:
  /// The position of a name, new or known. Tables come sorted by one of their columns, and the
  /// others in the same order again and again: the name that followed the last one before is tried
  /// first.
  std::uint32_t operator()(const std::string& name) {
    if (!names_.empty() && names_[follower_[last_]] == name) return last_ = follower_[last_];
    const std::uint32_t found = find(name).value_or(size());
    if (found == size()) append(name);
    follower_[last_] = found;
    return last_ = found;
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    if (names_.empty()) return std::nullopt;
    const std::uint32_t at = slots_[slot_of(name)];
    return at == free ? std::nullopt : std::optional(at);
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  [[nodiscard]] const std::string& operator[](std::size_t position) const {
    return names_[position];
  }

private:
  static constexpr std::uint32_t free = static_cast<std::uint32_t>(-1);

  /// Where the name is, or would be put; slots are a power of two, never more than half full.
  [[nodiscard]] std::size_t slot_of(std::string_view name) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(name) & mask;
    while (slots_[slot] != free && names_[slots_[slot]] != name) slot = (slot + 1) & mask;
    return slot;
  }

  void append(const std::string& name) {
    if (slots_.size() < 2 * (names_.size() + 1)) grow();
    slots_[slot_of(name)] = size();
    names_.push_back(name);
    follower_.push_back(size() - 1);
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), free);
    for (std::uint32_t i = 0; i < size(); ++i) slots_[slot_of(names_[i])] = i;
  }

  std::vector<std::string> names_;
  std::vector<std::uint32_t> slots_;     ///< positions by hash
  std::vector<std::uint32_t> follower_;  ///< of each name, the one that came after it
  std::uint32_t last_ = 0;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_NAME_POOL_HPP
