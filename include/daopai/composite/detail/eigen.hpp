/// The one place that finds Eigen's core: as its own CMake target shows it, or where Debian
/// installs it.
#ifndef DAOPAI_COMPOSITE_DETAIL_EIGEN_HPP
#define DAOPAI_COMPOSITE_DETAIL_EIGEN_HPP

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#else
#include <eigen3/Eigen/Core>
#endif

#endif  // DAOPAI_COMPOSITE_DETAIL_EIGEN_HPP
