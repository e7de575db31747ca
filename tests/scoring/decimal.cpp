#include "catch.hpp"
#include "scoring/helpers.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <rapidcheck.h>

using namespace scoring_tests;
using rational = boost::multiprecision::cpp_rational;
using whole_number = boost::multiprecision::cpp_int;

namespace {

rational exact(decimal d) {
  const auto size = daopai::scoring::detail::magnitude(d.scaled());
  const whole_number digits = (whole_number(static_cast<std::uint64_t>(size >> 64)) << 64) +
                              static_cast<std::uint64_t>(size);
  return rational(d < 0 ? whole_number(-digits) : digits, whole_number(1'000'000'000'000'000));
}

/// Half away from zero at `places`, on fractions.
rational half_up(const rational& x, int places) {
  const whole_number unit =
      boost::multiprecision::pow(whole_number(10), static_cast<unsigned>(places));
  const rational scaled = abs(x) * unit + rational(1, 2);
  const whole_number whole = numerator(scaled) / denominator(scaled);
  return rational(x < 0 ? whole_number(-whole) : whole, unit);
}

decimal arbitrary() {
  return decimal::from_scaled(
      static_cast<daopai::scoring::detail::int128>(*rc::gen::arbitrary<std::int64_t>()) *
      *rc::gen::inRange(1, 1'000'000));
}

}  // namespace

TEST_CASE("A decimal reads and writes what people write", "[scoring]") {
  for (const char* text : {"0", "1", "-1", "0.1", "-3.25", "40", "123456.789", "0.000000000000001",
                           "99999999999999999999"}) {
    CHECK(to_string(dec(text)) == text);
  }
  CHECK(to_string(dec("1e-3")) == "0.001");
  CHECK(to_string(dec("+12.50")) == "12.5");
  CHECK(to_string(dec(".5")) == "0.5");
  CHECK(to_string(dec("0.0000000000000005")) == "0.000000000000001");
  for (const char* text :
       {"", "-", ".", "1e", "12 ", "0x1", "nan", "inf", "1.2.3", "1e24", "1e999999999999"}) {
    INFO(text);
    CHECK_FALSE(decimal::parse(text));
  }
}

TEST_CASE("A decimal takes a double for the text that it prints as", "[scoring]") {
  CHECK(decimal::from_double(94.4) == dec("94.4"));
  CHECK(decimal::from_double(-0.1) == dec("-0.1"));
  CHECK_FALSE(decimal::from_double(std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(decimal::from_double(std::numeric_limits<double>::infinity()));
  CHECK_FALSE(decimal::from_double(1e300));
  CHECK(decimal::from_double(1e-300) == dec("0"));
}

TEST_CASE("Rounding is half-up, away from zero, and settles what thirds leave behind",
          "[scoring]") {
  CHECK(to_fixed(dec("2.345"), 2) == "2.35");
  CHECK(to_fixed(dec("2.3449999"), 2) == "2.34");
  CHECK(to_fixed(dec("-0.005"), 2) == "-0.01");
  CHECK(to_fixed(dec("7"), 2) == "7.00");
  CHECK(to_fixed(dec("99.5"), 0) == "100");
  const decimal third = mul_div(dec("0.005"), 1, 3);
  CHECK(to_fixed(third + third + third, 2) == "0.01");
  const decimal sixth = dec("0.005") / 6;
  CHECK(to_fixed(sixth + sixth + sixth + sixth + sixth + sixth, 2) == "0.01");
}

TEST_CASE("What leaves the range of a decimal throws and never wraps", "[scoring]") {
  const decimal large = dec("1e23");
  CHECK_THROWS_AS(large + large, out_of_range);
  CHECK_THROWS_AS(-large - large, out_of_range);
  CHECK_THROWS_AS(large * large, out_of_range);
  CHECK_THROWS_AS(dec("1") / dec("0"), out_of_range);
  CHECK_THROWS_AS(large / dec("0.000000000000001"), out_of_range);
  CHECK_THROWS_AS(sqrt(dec("-1")), out_of_range);
  CHECK_NOTHROW(mul_div(large, large, large));
}

TEST_CASE("Sums are exact, products and quotients are rounded once, as with exact fractions",
          "[scoring]") {
  CHECK(rc::check("decimal arithmetic against fractions of Boost.Multiprecision", [] {
    const decimal a = arbitrary();
    const decimal b = arbitrary();
    RC_ASSERT(exact(a + b) == exact(a) + exact(b));
    RC_ASSERT(exact(a - b) == exact(a) - exact(b));
    const rational product = half_up(exact(a) * exact(b), decimal::places);
    if (abs(product) < rational(whole_number("170000000000000000000000")))
      RC_ASSERT(exact(a * b) == product);
    RC_PRE(b != 0);
    const rational quotient = half_up(exact(a) / exact(b), decimal::places);
    if (abs(quotient) < rational(whole_number("170000000000000000000000")))
      RC_ASSERT(exact(a / b) == quotient);
  }));
}

TEST_CASE("The short way of a product and quotient gives what the long way gives", "[scoring]") {
  CHECK(rc::check("a x b / c by one division of 64 bits", [] {
    const auto number = [] {
      const auto bits = *rc::gen::inRange(0, 64);
      return static_cast<detail::int128>(*rc::gen::arbitrary<std::uint64_t>() >> bits);
    };
    const detail::int128 a = number();
    const detail::int128 b = number();
    const detail::int128 c = number();
    RC_PRE(c != 0);
    RC_ASSERT(detail::mul_div(a, b, c) == detail::long_mul_div(a, b, c));
  }));
  constexpr detail::int128 largest = ~std::uint64_t{0};
  CHECK(detail::mul_div(largest, largest, largest) == largest);
  CHECK(detail::mul_div(largest, largest, largest - 1) ==
        detail::long_mul_div(largest, largest, largest - 1));
  for (const detail::int128 c : {detail::int128{1}, largest / 2, largest / 2 + 1, largest}) {
    for (const detail::int128 b : {detail::int128{0}, detail::int128{1}, c - 1, c, c / 2, largest})
      CHECK(detail::mul_div(largest, b, c) == detail::long_mul_div(largest, b, c));
  }
  static_assert(detail::mul_div(7, 5, 2) == 18);  // 17.5
}

TEST_CASE("A decimal that is written and read again is the same", "[scoring]") {
  CHECK(rc::check("round trip", [] {
    const decimal a = arbitrary();
    RC_ASSERT(decimal::parse(to_string(a)) == a);
    RC_ASSERT(floor(a) <= a);
    RC_ASSERT(ceil(a) >= a);
    RC_ASSERT(ceil(a) - floor(a) <= 1);
  }));
}

TEST_CASE("A square root is right to the last place", "[scoring]") {
  CHECK(sqrt(dec("0.25")) == dec("0.5"));
  CHECK(sqrt(dec("2")) == dec("1.414213562373095"));
  CHECK(sqrt(dec("0")) == dec("0"));
  CHECK(sqrt(dec("152399025")) == dec("12345"));
}
