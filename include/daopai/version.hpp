/// The version of daopai, for the preprocessor.
#ifndef DAOPAI_VERSION_HPP
#define DAOPAI_VERSION_HPP

#define DAOPAI_VERSION_MAJOR 0
#define DAOPAI_VERSION_MINOR 1
#define DAOPAI_VERSION_PATCH 0
/// Grows with each version: 0.1.0 is 100, 1.2.3 is 10203.
#define DAOPAI_VERSION \
  (DAOPAI_VERSION_MAJOR * 10000 + DAOPAI_VERSION_MINOR * 100 + DAOPAI_VERSION_PATCH)

#endif  // DAOPAI_VERSION_HPP
