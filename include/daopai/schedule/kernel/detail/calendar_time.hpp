/// Time of plans with several calendars: dates are days, and each task sees its own calendar's.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_CALENDAR_TIME_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_CALENDAR_TIME_HPP

#include <daopai/schedule/kernel/detail/number_time.hpp>

namespace daopai::kernel::detail {

/// What a dependency means where calendars differ: exactly schedule/detail/link_rules.hpp, for lags
/// in working days. Work is placed by the number of its first working day; an instant (a milestone)
/// lies between two days and keeps the day on which it comes, as others may work on it.
template <bool Instants>
class calendar_time {
public:
  static constexpr bool has_calendars = true;

  explicit calendar_time(const network& net)
      : tables_(*net.tables), duration_(net.duration.data()), calendar_(net.calendar.data()) {}

  struct task {
    calendar_tables::table calendar;
    std::int32_t duration;
  };
  [[nodiscard]] task at(position p) const { return {tables_[calendar_[p]], duration_[p]}; }

  /// What a task's own earliest day asks for: of work the number of a day, of an instant a day.
  [[nodiscard]] static std::int32_t own_start(const task& t, std::int32_t day) {
    const std::int32_t number = t.calendar.number_of(day);
    return Instants ? t.calendar.day_of(number) : number;
  }
  [[nodiscard]] static std::int32_t after(const task& t, std::int32_t finish) {
    return Instants ? finish : t.calendar.number_of(finish);
  }
  [[nodiscard]] static std::int32_t after(const task& t, std::int32_t finish, std::int32_t lag) {
    const std::int32_t number = t.calendar.number_of(finish) + lag;
    if constexpr (!Instants) return number;
    return lag == 0 ? finish : evening_before(t, number);
  }
  [[nodiscard]] static placed from(const task& t, std::int32_t start) {
    if constexpr (Instants) return {start, start, t.calendar.number_of(start)};
    const std::int32_t end = start + t.duration;
    return {t.calendar.day_of(start), evening_before(t, end), end};
  }
  [[nodiscard]] static placed until(const task& t, std::int32_t finish) {
    const std::int32_t end = t.calendar.number_of(finish);
    if constexpr (Instants) return {finish, finish, end};
    return {t.calendar.day_of(end - t.duration), evening_before(t, end), end};
  }
  [[nodiscard]] static std::int32_t before(const task& t, std::int32_t start, std::int32_t number,
                                           std::int32_t lag) {
    if (Instants && lag == 0) return start;
    return t.calendar.day_of(number - t.duration - lag);
  }
  [[nodiscard]] static std::int32_t number_of(const task& t, std::int32_t day) {
    return t.calendar.number_of(day);
  }

  /// The first instant by which the days before working day `number` are worked.
  [[nodiscard]] static std::int32_t evening_before(const task& t, std::int32_t number) {
    return t.calendar.day_of(number - 1) + 1;
  }

private:
  const calendar_tables& tables_;
  const std::int32_t* duration_;
  const std::uint16_t* calendar_;
};

using calendar_task = calendar_time<false>::task;

/// Calls f with the time by which the tasks of the run are placed. Inlined as with_degree() is.
template <bool Calendars, class F>
[[gnu::always_inline]] inline void with_time(const network& net, const run& r, const F& f) {
  if constexpr (!Calendars) {
    f(number_time(net));
  } else if (r.instants) {
    f(calendar_time<true>(net));
  } else {
    f(calendar_time<false>(net));
  }
}

/// The links of the other kinds, whose ends may each be work or an instant.
class calendar_links : public calendar_time<false> {
public:
  using calendar_time<false>::calendar_time;

  /// As calendar_time::own_start: a number for work, a day for an instant.
  template <run_kind Kind>
  [[nodiscard]] static std::int32_t start_after(const task& from, const placed& before,
                                                const task& to, std::int32_t lag) {
    const std::int32_t end = leaves_start(Kind) ? before.start : before.finish;
    if (to.duration == 0) {
      return lag == 0 ? end : evening_before(to, to.calendar.number_of(end) + lag);
    }
    if constexpr (!holds_finish(Kind)) return to.calendar.number_of(end) + lag;
    if (lag != 0) return to.calendar.number_of(end) + lag - to.duration;
    const std::int32_t evening = Kind == run_kind::finish_to_finish && from.duration > 0
                                     ? end
                                     : evening_before(from, from.calendar.number_of(end));
    return to.calendar.number_of(evening - 1) + 1 - to.duration;
  }

  template <run_kind Kind>
  [[nodiscard]] static std::int32_t finish_before(const task& from, const task& to,
                                                  const placed& after, std::int32_t lag) {
    const std::int32_t end = latest_end<Kind>(from, to, after, lag);
    if (!leaves_start(Kind) || from.duration == 0) return end;
    const std::int32_t start = from.calendar.number_of(end + 1) - 1;
    return from.calendar.day_of(start + from.duration);
  }

private:
  /// The latest value of the predecessor's end that the link speaks of.
  template <run_kind Kind>
  [[nodiscard]] static std::int32_t latest_end(const task& from, const task& to,
                                               const placed& after, std::int32_t lag) {
    const std::int32_t held = holds_finish(Kind) ? after.finish : after.start;
    const auto last_of_moment = [&](const task& t) {
      return t.calendar.day_of(t.calendar.number_of(held));
    };
    if (lag != 0) return to.calendar.day_of(to.calendar.number_of(held) - lag);
    if (Kind == run_kind::start_to_finish) return last_of_moment(to.duration > 0 ? from : to);
    if (Kind == run_kind::start_to_start) return to.duration > 0 ? held : last_of_moment(to);
    return to.duration > 0 && from.duration == 0 ? last_of_moment(from) : held;
  }
};

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_CALENDAR_TIME_HPP
