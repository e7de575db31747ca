/// From instants to the inclusive working dates that people read.
#ifndef DAOPAI_SCHEDULE_DETAIL_SHOWN_DATES_HPP
#define DAOPAI_SCHEDULE_DETAIL_SHOWN_DATES_HPP

#include <daopai/schedule/detail/criticality.hpp>

namespace daopai::detail {

/// First and last day, both inclusive.
struct shown_span {
  day_number first;
  day_number last;
  friend bool operator==(const shown_span&, const shown_span&) = default;
};

/// An instant between two days is the evening of the one or the morning of the other. Which of them
/// a milestone shows follows from what sets it: the finish of work leaves an evening, a start, a
/// not_before or today a morning; where both set it, an evening. By position; work has no side.
struct instant_sides {
  std::vector<char> early_is_morning;
  std::vector<char> late_is_morning;
};

[[nodiscard]] inline bool is_instant(const network& net, position p) {
  return net[p].duration == 0 && !is_fixed(net, p);
}

/// Whether all that sets the early date of the instant at `p` sets a morning.
[[nodiscard]] inline bool is_set_in_the_morning(const network& net, const event_dates& early,
                                                const std::vector<char>& sides, position p) {
  for (const network_link& l : net.predecessors(p)) {
    if (!is_tight_before(net, early, p, l)) continue;
    const bool morning = is_instant(net, l.other) && !is_spent(net, l.other, l)
                             ? sides[l.other] != 0
                             : leaves_start(l.kind);
    if (!morning) return false;
  }
  return !is_done(net, p) || is_held_up(net, early, p);
}

/// Whether all that sets the late date of the instant at `p` sets a morning.
[[nodiscard]] inline bool is_held_in_the_morning(const network& net, const event_dates& late,
                                                 const std::vector<char>& sides, position p) {
  bool held_by_link = false;
  for (const network_link& l : net.successors(p)) {
    if (!is_tight_after(net, late, p, l)) continue;
    held_by_link = true;
    const bool morning = is_instant(net, l.other) ? sides[l.other] != 0
                                                  : holds_start(l.kind) && !is_fixed(net, l.other);
    if (!morning) return false;
  }
  const bool held_by_deadline = net[p].latest && net[p].latest->day + 1 == late.finish[p];
  return held_by_link && !held_by_deadline;
}

inline void set_early_side(const network& net, const event_dates& early, instant_sides& sides,
                           position p) {
  const bool morning =
      is_instant(net, p) && is_set_in_the_morning(net, early, sides.early_is_morning, p);
  sides.early_is_morning[p] = morning ? 1 : 0;
}

inline void set_late_side(const network& net, const event_dates& late, instant_sides& sides,
                          position p) {
  const bool morning = is_instant(net, p) && late.finish[p] != never &&
                       is_held_in_the_morning(net, late, sides.late_is_morning, p);
  sides.late_is_morning[p] = morning ? 1 : 0;
}

/// O(links of all instants).
[[nodiscard]] inline instant_sides find_sides(const network& net, const event_dates& early,
                                              const event_dates& late) {
  instant_sides sides{std::vector<char>(net.size(), 0), std::vector<char>(net.size(), 0)};
  for (position p = 0; p < net.size(); ++p) set_early_side(net, early, sides, p);
  for (position p = static_cast<position>(net.size()); p-- > 0;) {
    set_late_side(net, late, sides, p);
  }
  return sides;
}

/// The dates of the work of a task that is done, both ways.
[[nodiscard]] inline shown_span shown_work(const network& net, position p) {
  const done_work work = work_done(net, p);
  return {work.start, work.finish - 1};
}

[[nodiscard]] inline shown_span one_day(day_number day) { return {day, day}; }

[[nodiscard]] inline shown_span shown_early(const network& net, const instant_sides& sides,
                                            const event_dates& early, position p) {
  if (is_done(net, p)) return shown_work(net, p);
  if (net[p].duration > 0 || is_fixed(net, p)) return {early.start[p], early.finish[p] - 1};
  const calendar& c = net.calendar_of(p);
  const instant t = early.finish[p];
  const day_number day = sides.early_is_morning[p] != 0 ? c.day_of(c.number_of(t)) : t - 1;
  return {std::min(early.start[p], day), day};  // started, with nothing left to do
}

/// A milestone keeps its side: where nothing is to spare, its late date is its early one.
[[nodiscard]] inline shown_span shown_late(const network& net, const instant_sides& sides,
                                           const event_dates& early, const event_dates& late,
                                           position p) {
  if (is_done(net, p)) return shown_work(net, p);
  if (net[p].duration > 0 || is_fixed(net, p)) return {late.start[p], late.finish[p] - 1};
  const calendar& c = net.calendar_of(p);
  const std::int32_t number = c.number_of(late.finish[p]);
  if (number == c.number_of(early.finish[p])) {
    return one_day(shown_early(net, sides, early, p).last);
  }
  const bool morning = sides.early_is_morning[p] != 0 && sides.late_is_morning[p] != 0;
  return one_day(c.day_of(morning ? number : number - 1));
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_SHOWN_DATES_HPP
