/// Observations of one object and indicator, as they are collected and as they are found again.
#ifndef DAOPAI_SCORING_DETAIL_READINGS_HPP
#define DAOPAI_SCORING_DETAIL_READINGS_HPP

#include <daopai/scoring/reading.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace daopai::scoring::detail {

/// Circumstances by position; the one at 0 is that of a mere number. Those that come again soon are
/// kept once.
class circumstance_pool {
public:
  std::uint32_t operator()(const circumstance& given) {
    if (given == all_.front()) return 0;
    std::uint32_t& recent = recent_[place_of(given)];
    if (recent == 0 || !(all_[recent] == given)) {
      recent = static_cast<std::uint32_t>(all_.size());
      all_.push_back(given);
    }
    return recent;
  }
  [[nodiscard]] const circumstance& operator[](std::size_t position) const {
    return all_[position];
  }
  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.end(); }

private:
  [[nodiscard]] static std::size_t place_of(const circumstance& c) {
    const auto size = static_cast<std::uint32_t>(c.size.scaled() >> 15);
    return (c.part + 3 * c.rater + 5 * c.period + 7 * c.label + size) % 64;
  }

  std::vector<circumstance> all_{circumstance{}};
  std::array<std::uint32_t, 64> recent_{};  ///< 0: none
};

/// A reading of one object and indicator, by the positions of their names.
struct placed_reading {
  decimal value;
  std::uint32_t object;
  std::uint32_t indicator;
  std::uint32_t circumstance;
};

/// The readings of one object and indicator: a single one is put together when it is asked for.
class readings {
public:
  readings() = default;
  explicit readings(const reading& one) : one_(one), size_(1) {}
  readings(const reading* first, std::size_t size) : first_(first), size_(size) {}

  [[nodiscard]] const reading* data() const { return first_ == nullptr ? &one_ : first_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const reading* begin() const { return data(); }
  [[nodiscard]] const reading* end() const { return data() + size_; }
  [[nodiscard]] const reading& front() const { return *data(); }
  [[nodiscard]] const reading& operator[](std::size_t n) const { return data()[n]; }

private:
  reading one_;
  const reading* first_ = nullptr;
  std::size_t size_ = 0;
};

/// The plain numbers observed of one indicator and the objects of a block.
struct number_column {
  const decimal* values;  ///< by object
  std::uint32_t present;  ///< bit n: object n of the block has one
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_READINGS_HPP
