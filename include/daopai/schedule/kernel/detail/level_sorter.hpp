/// Sorting the tasks of a level by shape.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_LEVEL_SORTER_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_LEVEL_SORTER_HPP

#include <daopai/schedule/kernel/detail/records.hpp>

namespace daopai::kernel::detail {

/// A task that waits to be placed, with its shape at hand: sorting touches no record.
struct queued {
  std::uint32_t task;
  detail::shape shape;
};

/// By insertion, in place: for levels so small that counting would take longer.
template <class BucketOf>
void sort_in_place(queued* first, queued* last, BucketOf bucket) {
  for (queued* i = first; i != last; ++i) {
    const queued moving = *i;
    queued* at = i;
    for (; at != first && bucket(at[-1]) > bucket(moving); --at) *at = at[-1];
    *at = moving;
  }
}

/// By counting. @return where the sorted level lies in `into`
template <class BucketOf>
const queued* sort_by_counting(const queued* first, const queued* last, buffer<queued>& into,
                               BucketOf bucket) {
  into.reset(std::max(static_cast<std::size_t>(last - first), into.size()));
  std::uint32_t begin[shape::buckets + 1] = {};
  for (const queued* i = first; i != last; ++i) ++begin[bucket(*i) + 1];
  for (std::uint32_t b = 0; b < shape::buckets; ++b) begin[b + 1] += begin[b];
  for (const queued* i = first; i != last; ++i) into[begin[bucket(*i)]++] = *i;
  return into.data();
}

/// The level in the order of buckets, either where it was or in `spare`.
/// @param always  bits that count as set in every bucket
[[nodiscard]] inline const queued* sorted(queued* first, queued* last, buffer<queued>& spare,
                                          std::uint32_t always) {
  const auto bucket = [&](const queued& q) { return q.shape.bucket() | always; };
  const bool is_small = static_cast<std::size_t>(last - first) <= shape::buckets / 4;
  if (!is_small) return sort_by_counting(first, last, spare, bucket);
  sort_in_place(first, last, bucket);
  return first;
}

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_LEVEL_SORTER_HPP
