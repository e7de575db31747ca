/// From instants to the inclusive working dates that people read.
#ifndef DAOPAI_SCHEDULE_DETAIL_SHOWN_DATES_HPP
#define DAOPAI_SCHEDULE_DETAIL_SHOWN_DATES_HPP

#include <daopai/schedule/detail/criticality.hpp>

namespace daopai::detail {

/// First and last day, both inclusive.
struct shown_span {
  day_number first;
  day_number last;
};

/// An instant between two days is the evening of the one or the morning of the other. Which of them
/// a milestone shows follows from what sets it: the finish of work leaves an evening, a start, a
/// not_before or today a morning. By position; work has no side.
struct instant_sides {
  std::vector<char> early_is_morning;
  std::vector<char> late_is_morning;
};

[[nodiscard]] inline bool is_morning(const network& net, const std::vector<char>& sides,
                                     const network_link& l, bool touches_start) {
  const bool instant_there = net[l.other].duration == 0 && !is_fixed(net, l.other);
  return instant_there ? sides[l.other] != 0 : touches_start;
}

/// O(links of all instants).
[[nodiscard]] inline instant_sides find_sides(const network& net, const event_dates& early,
                                              const event_dates& late) {
  instant_sides sides{std::vector<char>(net.size(), 0), std::vector<char>(net.size(), 0)};
  const auto is_instant = [&](position p) { return net[p].duration == 0 && !is_fixed(net, p); };
  for (position p = 0; p < net.size(); ++p) {
    if (!is_instant(p)) continue;
    const network_link* l = tight_predecessor(net, early, p);
    sides.early_is_morning[p] =
        !l || is_morning(net, sides.early_is_morning, *l, leaves_start(l->kind));
  }
  for (position p = static_cast<position>(net.size()); p-- > 0;) {
    if (!is_instant(p) || late.finish[p] == never) continue;
    const network_link* l = tight_successor(net, late, p);
    const bool before_fixed = l && is_fixed(net, l->other);
    sides.late_is_morning[p] =
        l && !before_fixed && is_morning(net, sides.late_is_morning, *l, holds_start(l->kind));
  }
  return sides;
}

[[nodiscard]] inline shown_span one_day(day_number day) { return {day, day}; }

[[nodiscard]] inline shown_span shown_early(const network& net, const instant_sides& sides,
                                            const event_dates& early, position p) {
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
