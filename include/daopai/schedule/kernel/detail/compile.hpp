/// Sorting a plan into levels and runs.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_COMPILE_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_COMPILE_HPP

#include <daopai/schedule/kernel/detail/degree.hpp>
#include <daopai/schedule/kernel/detail/facts.hpp>
#include <daopai/schedule/kernel/detail/level_sorter.hpp>
#include <daopai/schedule/kernel/detail/link_sweeps.hpp>
#include <daopai/schedule/kernel/network.hpp>

namespace daopai::kernel {

/// What compiling needs beside the network, kept to be used again.
struct compile_memory {
  buffer<detail::record> records{};       // by task
  buffer<std::uint32_t> counts{};         // of one block of links; in_order_solver: of all
  buffer<detail::queued> queue{};         // tasks in the order in which they are placed
  buffer<detail::queued> level{};         // one level, sorted
  std::vector<run> runs{};                // the last first
  std::vector<cross_link> crossing[3]{};  // of one level, by kind
};

namespace detail {

/// Gives each task its place, from the last position down (Kahn 1962, backwards):
///
///   queue   [ tasks that nothing follows | those followed by the former alone | ... ]
///             the last level               the level before it                      = a level each
///
/// Backwards, because the plan lists predecessors: no list of successors is ever made. A queue that
/// is first in, first out hands tasks over level by level, so levels cost nothing. Each level is
/// sorted by shape before it is placed; its rows of links are then copied in loops of fixed length,
/// and predecessors are counted down and queued without a branch.
class compiler {
public:
  compiler(const plan_arrays& plan, network& into, compile_memory& memory)
      : plan_(plan), net_(into), memory_(memory) {}

  void run() {
    check_sizes();
    totals_ = record_maker(plan_, memory_.records, memory_.counts).run();
    choose_runs();
    make_room();
    queue_last_tasks();
    place_levels();
    if (next_ != 0) {
      throw_loop(plan_, [&](std::uint32_t t) { return memory_.records[t].waiting == 0; });
    }
    check_length();
    put_runs_in_order();
    turn_tasks_into_positions();
    copy_facts(plan_, net_);
    find_followers(net_);
  }

private:
  void check_sizes() const {
    const std::size_t n = plan_.size();
    const auto fits = [](std::size_t size, std::size_t wanted) {
      return size == 0 || size == wanted;
    };
    const bool good = n < no_task && plan_.links.size() < no_task &&
                      (plan_.first_link.size() == n + 1 || (n == 0 && plan_.first_link.empty())) &&
                      fits(plan_.kinds.size(), plan_.links.size()) &&
                      fits(plan_.not_before.size(), n) && fits(plan_.deadlines.size(), n) &&
                      fits(plan_.calendars.size(), n) && is_date(plan_.start) &&
                      is_date(plan_.finish_by.value_or(0)) &&
                      (!plan_.tables || plan_.tables->size() > 0);
    if (!good) throw invalid_input(problem_list(plan_).run());
  }

  /// Where few rows are free of lags it does not pay to keep them apart: with 70 % of links in them
  /// the passes gain 4 %, and narrow levels lose more by shorter runs. Nor in small plans, which
  /// have narrow levels: see link_sweeps.hpp. Calendars always ask less of a row without lags.
  void choose_runs() {
    const std::uint64_t links = std::uint64_t{totals_.unlagged_links} + totals_.lagged_links;
    const bool most_unlagged = std::uint64_t{4} * totals_.unlagged_links >= 3 * links;
    if (plan_.tables || (most_unlagged && plan_.size() > fits_the_cache)) return;
    all_lagged_ = shape::lagged_bit;
    totals_.lagged_links += totals_.unlagged_links;
    totals_.unlagged_links = 0;
  }
  [[nodiscard]] std::uint32_t bucket(shape s) const { return s.bucket() | all_lagged_; }
  [[nodiscard]] bool lagged(shape s) const { return s.lagged() || all_lagged_ != 0; }

  void make_room() {
    const std::size_t n = plan_.size();
    net_.duration.reset(n);
    net_.task.reset(n);
    net_.position_of.reset(n);
    net_.targets.reset(totals_.unlagged_links);
    net_.links.reset(totals_.lagged_links);
    net_.crossing.reset(totals_.crossing_links);
    memory_.queue.reset(n + 1);  // one more, to be written to and not taken
    memory_.runs.clear();
    next_ = static_cast<position>(n);
    next_target_ = net_.targets.data() + totals_.unlagged_links;
    next_link_ = net_.links.data() + totals_.lagged_links;
    next_crossing_ = net_.crossing.data() + totals_.crossing_links;
  }

  void queue_last_tasks() {
    for (std::uint32_t t = 0; t < plan_.size(); ++t) {
      memory_.queue[queued_] = {t, memory_.records[t].shape};
      queued_ += memory_.records[t].waiting == 0 ? 1u : 0u;
    }
    net_.last_level = static_cast<position>(plan_.size() - queued_);
  }

  void place_levels() {
    net_.levels = 0;
    for (std::size_t begin = 0; begin < queued_; ++net_.levels) {
      const std::size_t end = queued_;
      queued* level = memory_.queue.data();
      const queued* first = sorted(level + begin, level + end, memory_.level, all_lagged_);
      place_level(first, first + (end - begin));
      begin = end;
    }
  }

  /// From the back, so that the buckets come to lie in ascending order.
  void place_level(const queued* first, const queued* last) {
    const bool alone = last - first == 1;
    while (first != last) {
      const queued* begin = last;
      const std::uint32_t wanted = bucket(last[-1].shape);
      while (begin != first && bucket(begin[-1].shape) == wanted) --begin;
      place_bucket(begin, last, alone);
      last = begin;
    }
    if (totals_.crossing_links != 0) place_crossing();
  }

  void place_bucket(const queued* first, const queued* last, bool alone) {
    const shape s = first->shape;
    if (s.crossing() || s.straight() == shape::many) {
      for (const queued* i = last; i-- != first;) place_any(*i, alone);
      return;
    }
    add_run(static_cast<std::uint32_t>(last - first), s.straight(), s, alone);
    with_degree(s.straight(), [&](auto degree) {
      lagged(s) ? place_rows(first, last, degree, next_link_)
                : place_rows(first, last, degree, next_target_);
    });
  }

  /// Places tasks of `degree` finish-to-start links each, and no others.
  /// @param row  where the rows of the tasks placed before begin; moves down
  template <class Degree, class Entry>
  void place_rows(const queued* first, const queued* last, Degree degree, Entry*& row) {
    const bool cold = plan_.size() > fits_the_cache;
    Entry* to = row;
    std::size_t tail = queued_;
    for (const queued* i = last; i-- != first;) {
      if (cold) fetch_ahead(first, i, degree);
      const link* from = plan_.links.data() + place(i->task).first_link;
      to -= degree;
      for (std::uint32_t l = 0; l < degree; ++l) {
        copy(from[l], to[l]);
        count_down(from[l].predecessor, tail);
      }
    }
    queued_ = tail;
    row = to;
  }

  /// Three loads hang on each other: the record, the row of links, the predecessors' records. They
  /// are asked for 24, 16 and 8 tasks ahead. A million tasks: 17 instead of 35 ns a task, shuffled
  /// 82 instead of 137; nothing gained where the plan fits the second-level cache.
  template <class Degree>
  void fetch_ahead(const queued* first, const queued* i, Degree degree) const {
    const std::ptrdiff_t left = i - first;
    const record* records = memory_.records.data();
    const link* links = plan_.links.data();
    if (left >= 24) __builtin_prefetch(records + i[-24].task, 1);
    if (left >= 16) __builtin_prefetch(links + records[i[-16].task].first_link);
    if (left < 8) return;
    const link* row = links + records[i[-8].task].first_link;
    for (std::uint32_t l = 0; l < degree; ++l) {
      __builtin_prefetch(records + row[l].predecessor, 1);
    }
  }

  const record& place(std::uint32_t task) {
    const record& r = memory_.records[task];
    --next_;
    net_.task[next_] = task;
    net_.duration[next_] = r.duration;
    net_.position_of[task] = next_;
    return r;
  }

  static void copy(const link& from, link& to) { to = from; }
  static void copy(const link& from, position& to) { to = from.predecessor; }

  /// One successor of `task` less; queued at `tail` when it was the last.
  void count_down(std::uint32_t task, std::size_t& tail) {
    record& r = memory_.records[task];
    memory_.queue[tail] = {task, r.shape};
    tail += --r.waiting == 0 ? 1u : 0u;
  }

  /// Places a task with links of several kinds, or very many.
  void place_any(const queued& q, bool alone) {
    const record& r = place(q.task);
    std::uint32_t straight = 0;
    for (std::uint32_t l = r.first_link + q.shape.links(); l-- != r.first_link;) {
      const link& from = plan_.links[l];
      const auto kind =
          plan_.kinds.empty() ? std::size_t{0} : static_cast<std::size_t>(plan_.kinds[l]);
      if (kind != 0) {
        memory_.crossing[kind - 1].push_back({from.predecessor, next_, from.lag});
      } else {
        lagged(q.shape) ? copy(from, *--next_link_) : copy(from, *--next_target_);
        ++straight;
      }
      count_down(from.predecessor, queued_);
    }
    add_run(1, straight, q.shape, alone && straight == q.shape.links());
  }

  /// A level of one task with one link is followed, in this order, by that link's predecessor.
  void add_run(std::uint32_t count, std::uint32_t degree, shape s, bool alone) {
    const kernel::run made{count, degree, lagged(s) ? run_kind::lagged : run_kind::unlagged,
                           alone && degree == 1, s.milestone()};
    if (!memory_.runs.empty()) {
      kernel::run& last = memory_.runs.back();
      if (last.kind == made.kind && last.degree == degree && last.chain == made.chain &&
          last.instants == made.instants) {
        last.count += count;
        return;
      }
    }
    memory_.runs.push_back(made);
  }

  void place_crossing() {
    constexpr run_kind kinds[] = {run_kind::start_to_start, run_kind::finish_to_finish,
                                  run_kind::start_to_finish};
    for (std::size_t k = 3; k-- > 0;) {
      auto& links = memory_.crossing[k];
      if (links.empty()) continue;
      next_crossing_ -= links.size();
      std::copy(links.begin(), links.end(), next_crossing_);
      memory_.runs.push_back({static_cast<std::uint32_t>(links.size()), 1, kinds[k], false, false});
      links.clear();
    }
  }

  void check_length() const {
    const std::int64_t longest = totals_.longest_duration + totals_.longest_lag;
    const bool short_in_all = totals_.durations + totals_.lags <= most_length;
    if (short_in_all || longest * net_.levels <= most_length) {
      net_.longest_lag = totals_.longest_lag;
      return;
    }
    throw error("the plan is too long: its longest chain may pass 2^29 working days");
  }

  void put_runs_in_order() {
    net_.runs.reset(memory_.runs.size());
    std::copy(memory_.runs.rbegin(), memory_.runs.rend(), net_.runs.data());
  }

  /// Predecessors were noted as tasks, having no place yet.
  void turn_tasks_into_positions() {
    const position* position_of = net_.position_of.data();
    for (position& predecessor : net_.targets) predecessor = position_of[predecessor];
    for (link& l : net_.links) l.predecessor = position_of[l.predecessor];
    for (cross_link& l : net_.crossing) l.from = position_of[l.from];
  }

  /// Tasks whose records, a megabyte, stay in the second-level cache.
  static constexpr std::size_t fits_the_cache = 65'536;

  const plan_arrays& plan_;
  network& net_;
  compile_memory& memory_;
  totals totals_{};
  std::uint32_t all_lagged_ = 0;  // or the bit that says so
  std::size_t queued_ = 0;
  position next_ = 0;  // positions from here on are taken; likewise in the streams:
  position* next_target_ = nullptr;
  link* next_link_ = nullptr;
  cross_link* next_crossing_ = nullptr;
};

}  // namespace detail
}  // namespace daopai::kernel

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_COMPILE_HPP
