/// What is known of some units: a table of units x indicators and a mask for what is missing.
#ifndef DAOPAI_COMPOSITE_OBSERVATIONS_HPP
#define DAOPAI_COMPOSITE_OBSERVATIONS_HPP

#include <daopai/composite/detail/eigen.hpp>
#include <daopai/error.hpp>

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daopai::composite {

using eigen_index = Eigen::Index;
using table = Eigen::ArrayXXd;  ///< a row for each unit, a column for each indicator
using column = Eigen::ArrayXd;
using mask = Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic>;
/// A mask to read; that of a table without gaps is one cell seen everywhere.
using mask_view =
    Eigen::Map<const mask, Eigen::Unaligned, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>>;
using column_mask = Eigen::Array<bool, Eigen::Dynamic, 1>;
/// How functions take a table or a column: any dense expression of that shape, without a copy where
/// its memory is laid out as Eigen's own. (Eigen itself copies others, such as rows, into a
/// temporary.)
using table_ref = const Eigen::Ref<const table>&;
using column_ref = const Eigen::Ref<const column>&;

/// A table whose cells may be missing. Immutable; each stage of an index makes a new one.
/// A present value is finite, and a missing cell holds 0: not-a-number is never a value.
class observations {
public:
  observations() = default;
  /// A table without gaps. @throws invalid_input naming every cell that is not finite.
  explicit observations(table values);
  /// Cells whose `present` is false are missing, whatever stands in them. Both have one shape.
  /// @throws invalid_input if the shapes differ, or naming every present cell that is not finite.
  observations(table values, mask present);

  [[nodiscard]] eigen_index units() const { return values_.rows(); }
  [[nodiscard]] eigen_index indicators() const { return values_.cols(); }
  /// All cells; 0 where missing.
  [[nodiscard]] const table& values() const { return values_; }
  [[nodiscard]] mask_view present() const {
    static constexpr bool always = true;
    if (complete_) return {&always, units(), indicators(), {0, 0}};
    return {present_.data(), units(), indicators(), {units(), 1}};
  }
  /// True if no cell is missing. O(1).
  [[nodiscard]] bool is_complete() const { return complete_; }
  [[nodiscard]] bool is_complete(eigen_index indicator) const {
    return complete_ || present_.col(indicator).all();
  }
  [[nodiscard]] std::optional<double> at(eigen_index unit, eigen_index indicator) const {
    if (!complete_ && !present_(unit, indicator)) return std::nullopt;
    return values_(unit, indicator);
  }
  /// The present values of one indicator, in the order of the units.
  [[nodiscard]] column known(eigen_index indicator) const;
  /// Gives the table away, as memory to build another one in.
  [[nodiscard]] table release() && { return std::move(values_); }
  /// The columns named, in that order.
  [[nodiscard]] observations select(const std::vector<eigen_index>& indicators) const;

private:
  void check_finite() const;

  table values_;
  mask present_;  ///< empty if complete
  bool complete_ = true;
};

/// One group for each unit, counted from 0; a negative number is no group.
using grouping = std::vector<int>;

namespace detail {

/// True if no value is infinite or not-a-number; keeps Eigen's packets, which allFinite() does not.
template <typename Derived>
[[nodiscard]] bool all_finite(const Eigen::DenseBase<Derived>& values) {
  return (values.derived().array() * 0.0).sum() == 0.0;
}

/// "unit 3, indicator 5": both counted from 0, as the caller's indices are.
[[nodiscard]] inline std::string cell_name(eigen_index unit, eigen_index indicator) {
  return "unit " + std::to_string(unit) + ", indicator " + std::to_string(indicator);
}

/// Throws what has been collected, if anything.
inline void throw_if_any(std::vector<problem> problems) {
  if (!problems.empty()) throw invalid_input(std::move(problems));
}

}  // namespace detail

inline observations::observations(table values)
    : values_(std::move(values)), present_(mask::Constant(values_.rows(), values_.cols(), true)) {
  check_finite();
}

inline observations::observations(table values, mask present)
    : values_(std::move(values)), present_(std::move(present)) {
  if (present_.rows() != values_.rows() || present_.cols() != values_.cols()) {
    throw invalid_input(
        {{"mask-shape", "", "the mask has another shape than the table; expected the same"}});
  }
  complete_ = present_.all();
  if (!complete_) values_ = present_.select(values_, 0.0);
  if (complete_) present_.resize(0, 0);
  check_finite();
}

inline void observations::check_finite() const {
  if (detail::all_finite(values_)) return;
  std::vector<problem> problems;
  for (eigen_index i = 0; i < indicators(); ++i) {
    for (eigen_index u = 0; u < units(); ++u) {
      if (!detail::all_finite(values_.col(i).segment(u, 1))) {
        problems.push_back(
            {"not-finite", detail::cell_name(u, i), "the value is not finite; expected a number"});
      }
    }
  }
  detail::throw_if_any(std::move(problems));
}

inline column observations::known(eigen_index indicator) const {
  if (is_complete(indicator)) return values_.col(indicator);
  column result(present_.col(indicator).count());
  eigen_index n = 0;
  for (eigen_index u = 0; u < units(); ++u) {
    if (present_(u, indicator)) result(n++) = values_(u, indicator);
  }
  return result;
}

inline observations observations::select(const std::vector<eigen_index>& indicators) const {
  table values = values_(Eigen::all, indicators);
  if (complete_) return observations(std::move(values));
  return {std::move(values), present_(Eigen::all, indicators)};
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_OBSERVATIONS_HPP
