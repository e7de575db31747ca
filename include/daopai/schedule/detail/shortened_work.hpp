/// What becomes of a dated end if one task had less work to do.
#ifndef DAOPAI_SCHEDULE_DETAIL_SHORTENED_WORK_HPP
#define DAOPAI_SCHEDULE_DETAIL_SHORTENED_WORK_HPP

#include <daopai/schedule/passes.hpp>

#include <algorithm>

namespace daopai::detail {

/// Which events lead to any of `ends`, directly or not. O(events + links).
[[nodiscard]] inline std::vector<char> leading_to(const network& net,
                                                  const std::vector<position>& ends) {
  std::vector<char> leads(net.size(), 0);
  std::vector<position> waiting = ends;
  for (const position p : ends) leads[p] = 1;
  while (!waiting.empty()) {
    const position p = waiting.back();
    waiting.pop_back();
    for (const network_link& l : net.predecessors(p)) {
      if (leads[l.other] != 0) continue;
      leads[l.other] = 1;
      waiting.push_back(l.other);
    }
  }
  return leads;
}

/// Shortens one task at a time on a copy of the network, counts the early dates of what hangs on it
/// anew, reads the end, and puts all back.
///
/// Shorter work finishes earlier; but where its finish is held (finish-to-finish), it starts later.
/// So with n days less the shortfall is the greater of two: one that falls with n, through the
/// links that leave the finish, and one that rises with n, through those that leave the start.
template <class End>
class shortened_work {
public:
  struct gain {
    std::int32_t one_day;
    std::int32_t most;
    std::int32_t for_most;
  };

  shortened_work(const network& net, event_dates early, const date& status, const End& end)
      : net_(net),
        early_(std::move(early)),
        today_(to_day(status)),
        end_(end),
        leads_(leading_to(net, end.at())),
        waits_(net.size(), 0),
        short_by_(end.short_by(early_)) {}

  /// @param p  work that is not done
  [[nodiscard]] gain try_on(position p) {
    const std::int32_t days = best_shortening(p);
    return {short_by_ - missing(p, 1), short_by_ - missing(p, days), days};
  }

private:
  /// The first n in [0, all] for which `is_so(n)`, which stays so once it is; `all` if none is.
  template <class Predicate>
  static std::int32_t first_of(std::int32_t all, Predicate is_so) {
    std::int32_t first = 0;
    std::int32_t last = all;
    while (first < last) {
      const std::int32_t middle = first + (last - first) / 2;
      (is_so(middle) ? last = middle : first = middle + 1);
    }
    return last;
  }

  /// By how many days the work must be shorter for the least shortfall. None is left over only if
  /// that helps more than leaving one day: without work the task becomes an instant, which waits
  /// for no working day.
  std::int32_t best_shortening(position p) {
    const std::int32_t most = net_[p].duration - 1;
    const std::int32_t least = std::max(0, least_shortfall(p, most));
    if (missing(p, most + 1) < least) return most + 1;
    return first_of(most, [&](std::int32_t n) { return falling(p, n) <= least; });
  }

  /// The least shortfall that any shortening by up to `most` days brings: where the curves meet.
  std::int32_t least_shortfall(position p, std::int32_t most) {
    const std::int32_t lowest = falling(p, most);
    if (with(p, most) == lowest) return lowest;
    const std::int32_t meet =
        first_of(most, [&](std::int32_t n) { return rising(p, n) >= falling(p, n); });
    return std::min(with(p, meet), with(p, std::max(0, meet - 1)));
  }

  std::int32_t missing(position p, std::int32_t n) { return std::max(0, with(p, n)); }
  std::int32_t with(position p, std::int32_t n) { return shortfall_if(p, n, n); }
  std::int32_t falling(position p, std::int32_t n) { return shortfall_if(p, 0, n); }
  std::int32_t rising(position p, std::int32_t n) {
    return shortfall_if(p, n, net_[p].duration - 1);
  }

  /// The shortfall if the start of `p` came from a work shorter by `off_start` days and its finish
  /// from one shorter by `off_finish`.
  std::int32_t shortfall_if(position p, std::int32_t off_start, std::int32_t off_finish) {
    const std::int32_t duration = net_[p].duration;
    remember(p);
    shorten(p, duration - off_start);
    const instant start = early_.start[p];
    shorten(p, duration - off_finish);
    early_.start[p] = start;
    push_successors(p);
    spread();
    const std::int32_t answer = end_.short_by(early_);
    net_.events[p].duration = duration;
    restore();
    return answer;
  }

  void shorten(position p, std::int32_t duration) {
    net_.events[p].duration = duration;
    set_early(net_, early_, p, today_);
  }

  /// Counts anew what waits, in topological order, as far as anything moves.
  void spread() {
    while (!heap_.empty()) {
      std::pop_heap(heap_.begin(), heap_.end(), later_first);
      const position p = heap_.back();
      heap_.pop_back();
      waits_[p] = 0;
      const instant start = early_.start[p];
      const instant finish = early_.finish[p];
      remember(p);
      set_early(net_, early_, p, today_);
      if (early_.start[p] != start || early_.finish[p] != finish) push_successors(p);
    }
  }

  void push_successors(position p) {
    for (const network_link& l : net_.successors(p)) {
      if (leads_[l.other] == 0 || waits_[l.other] != 0 || is_fixed(net_, l.other)) continue;
      waits_[l.other] = 1;
      heap_.push_back(l.other);
      std::push_heap(heap_.begin(), heap_.end(), later_first);
    }
  }

  void remember(position p) { before_.push_back({p, early_.start[p], early_.finish[p]}); }
  void restore() {
    for (; !before_.empty(); before_.pop_back()) {
      const auto& [p, start, finish] = before_.back();
      early_.start[p] = start;
      early_.finish[p] = finish;
    }
  }

  static bool later_first(position a, position b) { return a > b; }

  struct old_dates {
    position at;
    instant start;
    instant finish;
  };

  network net_;
  event_dates early_;
  day_number today_;
  const End& end_;
  std::vector<char> leads_;  // to the end, by position
  std::vector<char> waits_;  // in the heap, by position
  std::vector<position> heap_{};
  std::vector<old_dates> before_{};
  std::int32_t short_by_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_SHORTENED_WORK_HPP
