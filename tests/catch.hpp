/// The one place that knows whether Catch2 2 or 3 is installed.
#ifndef DAOPAI_TESTS_CATCH_HPP
#define DAOPAI_TESTS_CATCH_HPP

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#endif  // DAOPAI_TESTS_CATCH_HPP
