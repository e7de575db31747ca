/// A row of a table of compressed sparse rows.
#ifndef DAOPAI_PLAN_DETAIL_ROW_VIEW_HPP
#define DAOPAI_PLAN_DETAIL_ROW_VIEW_HPP

#include <cstddef>

namespace daopai::detail {

/// What std::span<const T> does, at a tenth of its compile time.
template <class T>
class row_view {
public:
  constexpr row_view(const T* first, std::size_t size) : first_(first), size_(size) {}
  [[nodiscard]] constexpr const T* begin() const { return first_; }
  [[nodiscard]] constexpr const T* end() const { return first_ + size_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const { return first_[i]; }

private:
  const T* first_;
  std::size_t size_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_ROW_VIEW_HPP
