/// Arrays of plain numbers: a view of the caller's, and memory that is used again and again.
#ifndef DAOPAI_SCHEDULE_KERNEL_BUFFER_HPP
#define DAOPAI_SCHEDULE_KERNEL_BUFFER_HPP

#include <daopai/schedule/detail/large_memory.hpp>

#include <cstdint>
#include <memory>
#include <type_traits>

namespace daopai::kernel {

/// Looks at an array that lives elsewhere. Made from whatever has data() and size().
template <class T>
class array_view {
public:
  constexpr array_view() = default;
  constexpr array_view(const T* first, std::size_t size) : first_(first), size_(size) {}
  template <class Array>
  requires requires(const Array& a) {
    { a.data() } -> std::convertible_to<const T*>;
    a.size();
  }
  constexpr array_view(const Array& a) : first_(a.data()), size_(a.size()) {}

  [[nodiscard]] constexpr const T* data() const { return first_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const T* begin() const { return first_; }
  [[nodiscard]] constexpr const T* end() const { return first_ + size_; }
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const { return first_[i]; }

private:
  const T* first_ = nullptr;
  std::size_t size_ = 0;
};

/// An array whose memory grows and is kept: filling it a second time allocates nothing. It is not
/// set to zero, as whoever asks for room writes to all of it.
template <class T>
class buffer {
  static_assert(std::is_trivially_copyable_v<T>);

public:
  /// Makes room for `size` elements with whatever values. O(1) unless it grows.
  void reset(std::size_t size) {
    if (size > capacity_) {
      release();
      first_ = {large_allocator().allocate(size), give_back{size}};
      capacity_ = size;
    }
    size_ = size;
  }
  /// As reset(), and every element `value`. O(size).
  void fill(std::size_t size, T value) {
    reset(size);
    for (std::size_t i = 0; i < size; ++i) first_[i] = value;
  }
  /// Gives the memory back.
  void release() { *this = buffer(); }

  [[nodiscard]] T* data() { return first_.get(); }
  [[nodiscard]] const T* data() const { return first_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T& operator[](std::size_t i) { return first_[i]; }
  [[nodiscard]] const T& operator[](std::size_t i) const { return first_[i]; }
  [[nodiscard]] T* begin() { return first_.get(); }
  [[nodiscard]] T* end() { return first_.get() + size_; }
  [[nodiscard]] const T* begin() const { return first_.get(); }
  [[nodiscard]] const T* end() const { return first_.get() + size_; }
  /// Of the elements in use.
  [[nodiscard]] std::size_t bytes() const { return size_ * sizeof(T); }

private:
  using large_allocator = daopai::detail::large_allocator<T>;
  struct give_back {
    std::size_t size = 0;
    void operator()(T* first) const { large_allocator().deallocate(first, size); }
  };

  std::unique_ptr<T[], give_back> first_{};
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_BUFFER_HPP
