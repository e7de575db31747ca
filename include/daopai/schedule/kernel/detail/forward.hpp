/// The forward pass: earliest dates, run by run.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_FORWARD_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_FORWARD_HPP

#include <daopai/schedule/kernel/detail/calendar_time.hpp>
#include <daopai/schedule/kernel/detail/degree.hpp>

#include <algorithm>

namespace daopai::kernel::detail {

/// Each task pulls its start from its predecessors' finishes. Where the pass is worth its speed:
/// - runs of one degree: the loop over links is unrolled and guesses nothing (degree.hpp);
/// - runs without lag: half the bytes a link; a million tasks 19 % faster, ten million 24 %, and
///   with calendars one look-up a task instead of one a link;
/// - chains: the finish goes to the next task in a register, not through memory; 3.9 times;
/// - 32-bit dates: 1.35 to 1.8 times.
///
/// @tparam Bounded  whether tasks have starts of their own or links of other kinds; these wait in
///                  early_finish, where the finish is going to be
template <bool Calendars, extent Wanted, bool Bounded>
class forward_sweep {
public:
  forward_sweep(const network& net, results& r)
      : net_(net),
        start_(r.early_start.data()),
        finish_(r.early_finish.data()),
        number_(r.total_float.data()),
        driver_(r.driver.data()),
        target_(net.targets.data()),
        link_(net.links.data()),
        crossing_(net.crossing.data()) {}

  /// @return the last early finish, or the plan's start
  std::int32_t run() {
    for (const kernel::run& r : net_.runs) {
      switch (r.kind) {
        case run_kind::unlagged: rows(r, target_); break;
        case run_kind::lagged: rows(r, link_); break;
        case run_kind::start_to_start: cross<run_kind::start_to_start>(r); break;
        case run_kind::finish_to_finish: cross<run_kind::finish_to_finish>(r); break;
        case run_kind::start_to_finish: cross<run_kind::start_to_finish>(r); break;
      }
    }
    return last_;
  }

private:
  static constexpr bool with_drivers = Wanted == extent::all;

  /// The earliest start so far, and what asks for it.
  struct bound {
    std::int32_t start;
    position driver;
  };

  /// @param stream  the rows of the run; moves on to those of the next
  template <class Entry>
  void rows(const kernel::run& r, const Entry*& stream) {
    with_time<Calendars>(net_, r, [&](const auto time) { rows_in(time, r, stream); });
  }

  /// Never inlined: among other code the compiler keeps what the loops need in memory, and they
  /// take up to 1.8 times as long.
  template <class Time, class Entry>
  [[gnu::noinline]] void rows_in(const Time time, const kernel::run& r, const Entry*& stream) {
    if (r.chain) return chain(time, r, stream);
    with_degree(r.degree, [&](auto degree) {
      const Entry* row = stream;
      const position end = next_ + r.count;
      std::int32_t last = last_;
      for (position p = next_; p != end; ++p, row += degree) {
        const auto t = time.at(p);
        const std::int32_t finish = place(time, t, p, pulled(time, t, own(p), row, degree));
        last = std::max(last, finish);
      }
      last_ = last;
      next_ = end;
      stream = row;
    });
  }

  /// Each task follows the one before it, whose finish need not be read back.
  template <class Time, class Entry>
  void chain(const Time time, const kernel::run& r, const Entry*& stream) {
    const Entry* row = stream;
    std::int32_t carried = finish_[next_ - 1];
    const position end = next_ + r.count;
    std::int32_t last = last_;
    for (position p = next_; p != end; ++p, ++row) {
      const auto t = time.at(p);
      carried = place(time, t, p, later(own(p), {reached(time, t, carried, *row), p - 1}));
      last = std::max(last, carried);
    }
    last_ = last;
    next_ = end;
    stream = row;
  }

  [[nodiscard]] bound own(position p) const {
    if constexpr (!Bounded) return {net_.start, no_task};
    return {finish_[p], with_drivers ? driver_[p] : no_task};
  }

  /// A link wins over what it equals; so of equal links the one looked at last.
  [[nodiscard]] static bound later(bound a, bound b) {
    if constexpr (!with_drivers) return {std::max(a.start, b.start), no_task};
    return {std::max(a.start, b.start), b.start >= a.start ? b.driver : a.driver};
  }

  template <class Time>
  [[nodiscard]] static std::int32_t reached(const Time time, const typename Time::task& t,
                                            std::int32_t finish, const link& l) {
    return time.after(t, finish, l.lag);
  }
  template <class Time>
  [[nodiscard]] static std::int32_t reached(const Time time, const typename Time::task& t,
                                            std::int32_t finish, position /*predecessor*/) {
    return time.after(t, finish);
  }

  template <class Time, class Degree>
  [[nodiscard]] bound pulled(const Time time, const typename Time::task& t, bound so_far,
                             const link* row, Degree degree) const {
    for (std::uint32_t l = degree; l-- != 0;) {
      const position before = row[l].predecessor;
      so_far = later(so_far, {time.after(t, finish_[before], row[l].lag), before});
    }
    return so_far;
  }

  /// Without lags the last finish decides, and is asked about once.
  template <class Time, class Degree>
  [[nodiscard]] bound pulled(const Time time, const typename Time::task& t, bound so_far,
                             const position* row, Degree degree) const {
    if (degree == 0) return so_far;
    bound latest{-never, no_task};
    for (std::uint32_t l = degree; l-- != 0;) latest = later(latest, {finish_[row[l]], row[l]});
    return later(so_far, {time.after(t, latest.start), latest.driver});
  }

  template <class Time>
  std::int32_t place(const Time time, const typename Time::task& t, position p, bound b) {
    const placed at = time.from(t, b.start);
    finish_[p] = at.finish;
    if constexpr (Calendars) {
      start_[p] = at.start;
      number_[p] = at.number;  // the backward pass makes the total float of it
    }
    if constexpr (with_drivers) driver_[p] = b.driver;
    return at.finish;
  }

  /// Links of another kind raise the bounds of the tasks they lead to, which come next. They are
  /// typed by their run, so no link asks what it is: of four kinds asked at every link the passes
  /// take twice the time.
  template <run_kind Kind>
  void cross(const kernel::run& r) {
    if constexpr (Bounded) {
      const std::conditional_t<Calendars, calendar_links, number_time> time(net_);
      for (const cross_link* end = crossing_ + r.count; crossing_ != end; ++crossing_) {
        const auto& [from, to, lag] = *crossing_;
        const auto before = time.at(from);
        const placed at{Calendars ? start_[from] : finish_[from] - before.duration, finish_[from],
                        0};
        const bound b{time.template start_after<Kind>(before, at, time.at(to), lag), from};
        const bound made = later(own(to), b);
        finish_[to] = made.start;
        if constexpr (with_drivers) driver_[to] = made.driver;
      }
    }
  }

  const network& net_;
  std::int32_t* start_;
  std::int32_t* finish_;
  std::int32_t* number_;
  position* driver_;
  const position* target_;
  const link* link_;
  const cross_link* crossing_;
  position next_ = 0;
  std::int32_t last_ = net_.start;
};

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_FORWARD_HPP
