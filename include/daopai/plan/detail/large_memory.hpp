/// Memory for large arrays, in huge pages where the system has them.
#ifndef DAOPAI_PLAN_DETAIL_LARGE_MEMORY_HPP
#define DAOPAI_PLAN_DETAIL_LARGE_MEMORY_HPP

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace daopai::detail {

inline constexpr std::size_t huge_page = std::size_t{1} << 21;

/// Asks for huge pages for the whole ones within fresh memory. A wish: the system may say no.
inline void wish_huge_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#ifdef __linux__
  const std::size_t past = reinterpret_cast<std::uintptr_t>(memory) % huge_page;
  const std::size_t before = past == 0 ? 0 : huge_page - past;
  if (bytes < before + huge_page) return;
  const std::size_t whole = (bytes - before) / huge_page * huge_page;
  static_cast<void>(::madvise(static_cast<char*>(memory) + before, whole, MADV_HUGEPAGE));
#endif
}

/// Arrays of less than this come from where all memory comes from.
inline constexpr std::size_t least_large = std::size_t{1} << 16;
inline constexpr std::size_t small_page = 4096;

/// Where in its first page the next array begins: 320 bytes, five lines, further than the last.
/// Large memory begins on a page, and the processor takes a load for one of what has just been
/// stored at the same place of another page: arrays that are walked side by side then wait for each
/// other. Worth a third of the time of computing small plans in memory that has held a large one.
[[nodiscard]] inline std::size_t next_beginning() {
  thread_local std::size_t last = 0;
  return last = (last + 320) % small_page;
}

[[nodiscard]] inline std::align_val_t large_alignment(std::size_t bytes) {
  return std::align_val_t{bytes < huge_page ? small_page : huge_page};
}

/// Touching 4 KiB for the first time costs 2.1 us, in huge pages 0.3: of compiling 100,000 tasks
/// that is a fifth. So arrays of a huge page and more take whole ones:
///
///     | begins | array ...                    | rest |
///     huge page       huge page        huge page
[[nodiscard]] inline void* allocate_large(std::size_t bytes) {
  if (bytes < least_large) return ::operator new(bytes);
  const std::size_t begins = next_beginning();
  const std::size_t unit = bytes < huge_page ? small_page : huge_page;
  const std::size_t whole = (bytes + begins + unit - 1) / unit * unit;
  void* memory = ::operator new(whole, large_alignment(bytes));
  wish_huge_pages(memory, whole);
  return static_cast<char*>(memory) + begins;
}

inline void free_large(void* memory, std::size_t bytes) noexcept {
  if (bytes < least_large) return ::operator delete(memory);
  const std::size_t begins = reinterpret_cast<std::uintptr_t>(memory) % small_page;
  ::operator delete(static_cast<char*>(memory) - begins, large_alignment(bytes));
}

template <class T>
struct large_allocator {
  using value_type = T;
  large_allocator() = default;
  template <class U>
  large_allocator(const large_allocator<U>& /*other*/) noexcept {}

  [[nodiscard]] T* allocate(std::size_t count) {
    constexpr std::size_t most =
        (static_cast<std::size_t>(PTRDIFF_MAX) - huge_page - small_page) / sizeof(T);
    if (count > most) throw std::bad_array_new_length();
    return static_cast<T*>(allocate_large(count * sizeof(T)));
  }
  /// Elements without a value are left as they are: whoever asks for room writes to all of it.
  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Given>
  void construct(U* at, Given&&... given) {
    ::new (static_cast<void*>(at)) U{static_cast<Given&&>(given)...};
  }
  void deallocate(T* memory, std::size_t count) noexcept { free_large(memory, count * sizeof(T)); }
  friend bool operator==(const large_allocator&, const large_allocator&) = default;
};

template <class T>
using large_vector = std::vector<T, large_allocator<T>>;

/// Makes room for `size` elements of a list that users see, in huge pages as far as it has whole
/// ones.
template <class T>
void reserve_large(std::vector<T>& list, std::size_t size) {
  if (size <= list.capacity()) return;
  list.reserve(size);
  wish_huge_pages(list.data(), list.capacity() * sizeof(T));
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_LARGE_MEMORY_HPP
