/// The backward pass: latest dates and floats, the runs from the last to the first.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_BACKWARD_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_BACKWARD_HPP

#include <daopai/schedule/kernel/detail/calendar_time.hpp>
#include <daopai/schedule/kernel/detail/degree.hpp>

#include <algorithm>
#include <limits>

namespace daopai::kernel::detail {

/// Each task, when its latest finish stands, pushes to its predecessors what it leaves them. So the
/// links are kept once, by successor: eight bytes instead of sixteen, and no second sorting.
/// (Pulling along a second stream is 1.2 times as fast at a million tasks, and slower below
/// 100,000.)
///
/// Free float rides along: what a task would leave its predecessors if it kept its *early* dates is
/// pushed to the same eight bytes, so it costs no cache line of its own.
template <bool Calendars, extent Wanted>
class backward_sweep {
public:
  /// @param r  after the forward pass; late ends hold the deadlines, or `never`, and of the tasks
  ///           that nothing follows what holds them
  backward_sweep(const network& net, results& r)
      : net_(net),
        early_start_(r.early_start.data()),
        early_finish_(r.early_finish.data()),
        late_start_(r.late_start.data()),
        float_(r.total_float.data()),
        target_(net.targets.data() + net.targets.size()),
        link_(net.links.data() + net.links.size()),
        crossing_(net.crossing.data() + net.crossing.size()),
        next_(static_cast<position>(net.size())) {
    if constexpr (with_free_float) late_ = r.late.data();
    if constexpr (!with_free_float) late_ = r.late_finish.data();
  }

  /// @return whether all dates lie in the range of the calendars
  bool run() {
    for (std::size_t i = net_.runs.size(); i-- > 0;) {
      const kernel::run& r = net_.runs[i];
      switch (r.kind) {
        case run_kind::unlagged: rows(r, target_); break;
        case run_kind::lagged: rows(r, link_); break;
        case run_kind::start_to_start: cross<run_kind::start_to_start>(r); break;
        case run_kind::finish_to_finish: cross<run_kind::finish_to_finish>(r); break;
        case run_kind::start_to_finish: cross<run_kind::start_to_finish>(r); break;
      }
    }
    return is_inside_;
  }

private:
  static constexpr bool with_free_float = Wanted == extent::all;
  using late_end = std::conditional_t<with_free_float, results::late_end, std::int32_t>;

  /// What is known of a task once its late dates stand. (Bare numbers: g++ copies structs within it
  /// through memory, and waits for them: 12 instead of 4 ns a task.)
  template <class Time>
  struct settled {
    typename Time::task task;
    std::int32_t late_start;
    std::int32_t late_number;
    std::int32_t early_start;
    std::int32_t early_number;
  };

  template <class Entry>
  void rows(const kernel::run& r, const Entry*& stream) {
    with_time<Calendars>(net_, r, [&](const auto time) { rows_in(time, r, stream); });
  }

  /// Never inlined, as in the forward pass.
  template <class Time, class Entry>
  [[gnu::noinline]] void rows_in(const Time time, const kernel::run& r, const Entry*& stream) {
    if (r.chain) return chain(time, r, stream);
    with_degree(r.degree, [&](auto degree) {
      const Entry* row = stream;
      const position begin = next_ - r.count;
      for (position p = next_; p-- != begin;) {
        const auto s = settle(time, p, late_[p]);
        row -= degree;
        for (std::uint32_t l = 0; l < degree; ++l) {
          late_end& end = late_[predecessor(row[l])];
          end = tighter(end, left(time, s, row[l]));
        }
      }
      next_ = begin;
      stream = row;
    });
  }

  /// What each task leaves goes to the task before it in a register.
  template <class Time, class Entry>
  void chain(const Time time, const kernel::run& r, const Entry*& stream) {
    const Entry* row = stream;
    const position begin = next_ - r.count;
    late_end carried = late_[next_ - 1];
    for (position p = next_; p-- != begin;) {
      const auto s = settle(time, p, carried);
      carried = tighter(late_[p - 1], left(time, s, *--row));
    }
    late_[begin - 1] = carried;
    next_ = begin;
    stream = row;
  }

  [[nodiscard]] static position predecessor(const link& l) { return l.predecessor; }
  [[nodiscard]] static position predecessor(position p) { return p; }

  template <class Time>
  [[gnu::always_inline]] settled<Time> settle(const Time time, position p, late_end held) {
    const auto t = time.at(p);
    const placed late = time.until(t, finish_of(held));
    const placed early = early_dates(t, p);
    float_[p] = late.number - early.number;
    if constexpr (with_free_float) {
      const std::int32_t harmless = time.number_of(t, held.free_float);
      late_[p] = {late.finish, std::max(0, harmless - early.number)};
    } else {
      late_[p] = late.finish;
    }
    if constexpr (Calendars) {
      late_start_[p] = late.start;
      check_range(late, held);
    }
    return {t, late.start, late.number, early.start, early.number};
  }

  [[nodiscard]] static std::int32_t finish_of(late_end held) {
    if constexpr (with_free_float) return held.finish;
    if constexpr (!with_free_float) return held;
  }

  template <class Task>
  [[nodiscard]] placed early_dates(const Task& t, position p) const {
    const std::int32_t finish = early_finish_[p];
    if constexpr (Calendars) return {early_start_[p], finish, float_[p]};
    return {finish - t.duration, finish, finish};
  }

  void check_range(const placed& late, late_end held) {
    const std::int32_t days = net_.tables->days();
    is_inside_ = is_inside_ && late.start >= 0 && finish_of(held) < days;
    if constexpr (with_free_float) is_inside_ = is_inside_ && held.free_float < days;
  }

  /// What a finish-to-start link leaves its predecessor.
  template <class Time>
  [[nodiscard]] static late_end left(const Time /*time*/, const settled<Time>& s,
                                     position /*predecessor*/) {
    if constexpr (with_free_float) return {s.late_start, s.early_start};
    if constexpr (!with_free_float) return s.late_start;
  }
  template <class Time>
  [[nodiscard]] static late_end left(const Time time, const settled<Time>& s, const link& l) {
    const std::int32_t finish = time.before(s.task, s.late_start, s.late_number, l.lag);
    if constexpr (with_free_float) {
      return {finish, time.before(s.task, s.early_start, s.early_number, l.lag)};
    } else {
      return finish;
    }
  }

  [[nodiscard]] static late_end tighter(late_end a, late_end b) {
    if constexpr (with_free_float) {
      return {std::min(a.finish, b.finish), std::min(a.free_float, b.free_float)};
    } else {
      return std::min(a, b);
    }
  }

  /// Links of another kind push what the tasks they lead to, which just have been settled, leave.
  template <run_kind Kind>
  void cross(const kernel::run& r) {
    const std::conditional_t<Calendars, calendar_links, number_time> time(net_);
    for (const cross_link* begin = crossing_ - r.count; crossing_ != begin;) {
      const cross_link& l = *--crossing_;
      const auto before = time.at(l.from);
      const auto after = time.at(l.to);
      const auto leaves = [&](const placed& at) {
        return time.template finish_before<Kind>(before, after, at, l.lag);
      };
      const placed late = late_dates(after, l.to);
      if constexpr (with_free_float) {
        late_[l.from] = tighter(late_[l.from], {leaves(late), leaves(early_dates(after, l.to))});
      } else {
        late_[l.from] = tighter(late_[l.from], leaves(late));
      }
    }
  }

  template <class Task>
  [[nodiscard]] placed late_dates(const Task& t, position p) const {
    const std::int32_t finish = finish_of(late_[p]);
    if constexpr (Calendars) return {late_start_[p], finish, 0};
    return {finish - t.duration, finish, finish};
  }

  const network& net_;
  const std::int32_t* early_start_;
  const std::int32_t* early_finish_;
  std::int32_t* late_start_;
  std::int32_t* float_;
  late_end* late_ = nullptr;
  const position* target_;
  const link* link_;
  const cross_link* crossing_;
  position next_;
  bool is_inside_ = true;
};

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_BACKWARD_HPP
