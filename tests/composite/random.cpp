#include "catch.hpp"
#include <daopai/composite/random.hpp>

using daopai::composite::philox;
using daopai::composite::random_numbers;

TEST_CASE("Philox4x32-10 gives its authors' known answers", "[composite]") {
  // kat_vectors of Random123.
  using words = std::array<std::uint32_t, 4>;
  CHECK(philox({0, 0, 0, 0}, {0, 0}) == words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Uniform numbers fill the unit interval evenly and differ by seed, stream and place",
          "[composite]") {
  double sum = 0;
  double squares = 0;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const double u = random_numbers{7}.uniform(3, i);
    REQUIRE((u >= 0 && u < 1));
    sum += u;
    squares += u * u;
  }
  CHECK(sum / 1e5 == Approx(0.5).margin(0.004));
  CHECK(squares / 1e5 == Approx(1.0 / 3).margin(0.004));
  CHECK(random_numbers{7}.uniform(3, 1) != random_numbers{8}.uniform(3, 1));
  CHECK(random_numbers{7}.uniform(3, 1) != random_numbers{7}.uniform(4, 1));
}
