/// Counter-based random numbers: any number of any stream can be computed alone, so that a
/// replicate can be replayed and nothing depends on the order or the number of threads.
#ifndef DAOPAI_COMPOSITE_RANDOM_HPP
#define DAOPAI_COMPOSITE_RANDOM_HPP

#include <array>
#include <cstdint>

namespace daopai::composite {

/// Philox4x32-10: ten rounds on a 128-bit counter under a 64-bit key. Salmon, Moraes, Dror & Shaw
/// (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11.
[[nodiscard]] constexpr std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                            std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
    counter = {
        static_cast<std::uint32_t>(b >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
        static_cast<std::uint32_t>(a >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

/// The numbers of one seed, told apart by a stream (such as a replicate) and a place in it.
struct random_numbers {
  std::uint64_t seed = 0;

  /// Uniform in [0, 1), a multiple of 2^-53; the same for the same seed, stream and place on every
  /// machine.
  [[nodiscard]] constexpr double uniform(std::uint64_t stream, std::uint64_t place) const {
    const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
    const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32U); };
    const auto words =
        philox({low(place), high(place), low(stream), high(stream)}, {low(seed), high(seed)});
    const std::uint64_t bits = (std::uint64_t{words[0]} << 32U | words[1]) >> 11U;
    return static_cast<double>(bits) * 0x1.0p-53;
  }
};

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_RANDOM_HPP
