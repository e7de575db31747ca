/// The one place that finds Eigen's eigenvalue and linear solvers, which cost more to compile than
/// its core.
#ifndef DAOPAI_COMPOSITE_DETAIL_EIGEN_SOLVERS_HPP
#define DAOPAI_COMPOSITE_DETAIL_EIGEN_SOLVERS_HPP

#include <daopai/composite/detail/eigen.hpp>

#if __has_include(<Eigen/Eigenvalues>)
#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#else
#include <eigen3/Eigen/Cholesky>
#include <eigen3/Eigen/Eigenvalues>
#endif

#endif  // DAOPAI_COMPOSITE_DETAIL_EIGEN_SOLVERS_HPP
