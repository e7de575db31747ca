/// Runs independent pieces of work on as many threads as the caller allows.
#ifndef DAOPAI_COMPOSITE_DETAIL_PARALLEL_HPP
#define DAOPAI_COMPOSITE_DETAIL_PARALLEL_HPP

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace daopai::composite::detail {

/// Calls work(i, worker) once for each i in [0, count), `worker` counting the threads, from
/// `threads` threads (at least one: the caller's). `work` writes to places of its own, so that the
/// result does not depend on the threads. The first exception stops the rest and is thrown here.
/// `report`, if any, is called from the caller's thread with the work begun and the count.
template <typename Work>
void for_each_index(std::size_t count, unsigned threads, Work work,
                    const std::function<void(std::size_t, std::size_t)>& report = {}) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_guard;
  const auto run = [&](std::size_t worker) {
    try {
      for (std::size_t i = next++; i < count; i = next++) {
        work(i, worker);
        if (worker == 0 && report) report(std::min<std::size_t>(next, count), count);
      }
    } catch (...) {
      next = count;
      const std::lock_guard lock(failure_guard);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> helpers;
  for (std::size_t t = 1; t < std::min<std::size_t>(threads, count); ++t)
    helpers.emplace_back(run, t);
  run(0);
  for (std::thread& helper : helpers) helper.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace daopai::composite::detail

#endif  // DAOPAI_COMPOSITE_DETAIL_PARALLEL_HPP
