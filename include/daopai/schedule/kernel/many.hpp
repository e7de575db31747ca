/// Many plans, each computed on its own, on as many threads as the caller gives.
#ifndef DAOPAI_SCHEDULE_KERNEL_MANY_HPP
#define DAOPAI_SCHEDULE_KERNEL_MANY_HPP

#include <daopai/schedule/kernel/solve.hpp>

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace daopai::kernel {

/// Solves each plan and calls take(index, workspace) with its answers, which last until take()
/// returns. Plans are handed out in blocks of 16, so a long one delays few others.
/// @param threads  how many may work, the caller's own among them; take() must bear being called
///                 from several at once
/// @throws whatever a plan or take() throws first; the plans not yet begun are then left
template <class Take>
void solve_each(array_view<plan_arrays> plans, extent wanted, unsigned threads, Take take) {
  constexpr std::size_t block = 16;
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_guard;
  const auto work = [&] {
    try {
      workspace memory;
      for (std::size_t begin = next.fetch_add(block); begin < plans.size();
           begin = next.fetch_add(block)) {
        for (std::size_t i = begin; i < begin + block && i < plans.size(); ++i) {
          solve(plans[i], wanted, memory);
          take(i, static_cast<const workspace&>(memory));
        }
      }
    } catch (...) {
      next = plans.size();
      const std::lock_guard lock(failure_guard);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> helpers;
  for (std::size_t t = 1; t < threads && t * block < plans.size(); ++t) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_MANY_HPP
