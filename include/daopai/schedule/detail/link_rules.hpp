/// What one dependency demands of its successor, and what it leaves its predecessor.
#ifndef DAOPAI_SCHEDULE_DETAIL_LINK_RULES_HPP
#define DAOPAI_SCHEDULE_DETAIL_LINK_RULES_HPP

#include <daopai/schedule/network.hpp>

namespace daopai::detail {

/// Instants lie between days: instant d is the morning of day d and the evening of day d - 1.
/// Work on days [start, finish) has its first day at `start` and its last at `finish - 1`.
///
/// Between two working days of a calendar c time stands still for c, so all instants with the same
/// c.number_of() are one moment to it:
///
///        worked    off   off   worked
///      |________|______|_____|________|
///               ^      ^     ^
///               first_instant          latest_instant of the same working-day number
using instant = std::int32_t;

/// The first instant by which `number` days are worked.
[[nodiscard]] inline instant first_instant(const calendar& c, std::int32_t number) {
  return c.day_of(number - 1) + 1;
}

/// The last instant by which only `number` days are worked.
[[nodiscard]] inline instant last_instant(const calendar& c, std::int32_t number) {
  return c.day_of(number);
}

/// One end of a link: what is known of its event.
struct link_end {
  const calendar& works_on;
  std::int32_t duration;  // 0 for all instants: milestones, hubs, inspections
  instant start;
  instant finish;
};

[[nodiscard]] constexpr bool holds_start(dependency_kind k) {
  return k == dependency_kind::finish_to_start || k == dependency_kind::start_to_start;
}
[[nodiscard]] constexpr bool leaves_start(dependency_kind k) {
  return k == dependency_kind::start_to_start || k == dependency_kind::start_to_finish;
}

/// Finish-to-start without lag: holds the successor's start to the predecessor's finish as it is,
/// whatever the calendars.
[[nodiscard]] constexpr bool is_plain(const network_link& l) {
  return l.kind == dependency_kind::finish_to_start && l.lag == 0;
}

/// Where the predecessor's end lies as a finish, for links without lag that hold a finish: work
/// that starts on a Monday has not been going on over the weekend, so its start counts as Friday
/// evening.
[[nodiscard]] inline instant as_finish(const network_link& l, const link_end& before) {
  if (!leaves_start(l.kind) && before.duration > 0) return before.finish;
  const instant t = leaves_start(l.kind) ? before.start : before.finish;
  return first_instant(before.works_on, before.works_on.number_of(t));
}

/// The earliest start that link `l` allows its successor `after` (whose dates are not yet known).
/// Lags count on the successor's calendar. Exact inverse: latest_finish.
[[nodiscard]] inline instant earliest_start(const network_link& l, const link_end& before,
                                            const link_end& after) {
  const calendar& c = after.works_on;
  const instant end = leaves_start(l.kind) ? before.start : before.finish;
  if (holds_start(l.kind) || after.duration == 0) {
    if (l.lag == 0) return end;
    return l.elapsed ? end + l.lag : first_instant(c, c.number_of(end) + l.lag);
  }
  std::int32_t finish = 0;  // as a working-day number
  if (l.lag == 0) {
    finish = c.number_of(as_finish(l, before) - 1) + 1;
  } else if (!l.elapsed) {
    finish = c.number_of(end) + l.lag;
  } else if (leaves_start(l.kind)) {
    finish = c.number_of(end + l.lag);
  } else {
    finish = c.number_of(end + l.lag - 1) + 1;
  }
  return first_instant(c, finish - after.duration);
}

/// The latest value of the predecessor's end that still lets `after` keep its dates.
[[nodiscard]] inline instant latest_end(const network_link& l, const link_end& before,
                                        const link_end& after) {
  const calendar& c = after.works_on;
  const bool to_start = holds_start(l.kind);
  const instant held = to_start ? after.start : after.finish;
  const auto moment = [](const calendar& own, instant t) {
    return last_instant(own, own.number_of(t));
  };
  if (l.lag != 0 && !l.elapsed) return last_instant(c, c.number_of(held) - l.lag);
  if (l.kind == dependency_kind::start_to_finish) {
    if (l.elapsed) return moment(c, held) - l.lag;
    return after.duration > 0 ? moment(before.works_on, held) : moment(c, held);
  }
  if (l.elapsed) return held - l.lag;
  if (l.kind == dependency_kind::start_to_start && after.duration == 0) return moment(c, held);
  if (l.kind == dependency_kind::finish_to_finish && after.duration > 0 && before.duration == 0) {
    return moment(before.works_on, held);
  }
  return held;
}

/// The latest finish that link `l` leaves its predecessor `before` (whose dates are not yet known).
[[nodiscard]] inline instant latest_finish(const network_link& l, const link_end& before,
                                           const link_end& after) {
  const instant end = latest_end(l, before, after);
  if (!leaves_start(l.kind) || before.duration == 0) return end;
  const calendar& c = before.works_on;
  const std::int32_t start = c.number_of(end + 1) - 1;  // the last working day on or before `end`
  return last_instant(c, start + before.duration);
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_LINK_RULES_HPP
