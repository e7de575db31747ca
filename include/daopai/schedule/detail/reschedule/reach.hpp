/// How far a changed date reaches: which neighbours it can move.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_REACH_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_REACH_HPP

#include <daopai/schedule/schedule.hpp>

namespace daopai::detail {

/// A date that one event sets for another: as it was, and as it is.
struct moved_bound {
  instant was;
  instant is;
};

/// An event whose dates have changed, as its neighbours see it.
struct moved_end {
  link_end was;
  link_end is;
};

/// Whether a successor's early dates must be looked at again. Work sees only its own calendar's
/// days, and does not care who sets its date; an instant does, as it shows a morning or an evening.
[[nodiscard]] inline bool may_push(const network& net, const event_dates& early,
                                   const network_link& l, const moved_end& before) {
  const position p = l.other;
  if (is_fixed(net, p)) return false;
  if (is_done(net, p)) return true;
  const link_end self = open_end(net, p);
  const moved_bound bound{earliest_start(l, before.was, self), earliest_start(l, before.is, self)};
  const instant now = early.finish[p];
  if (net[p].duration == 0) return bound.is >= now || bound.was == now;
  const calendar& c = net.calendar_of(p);
  const std::int32_t start = c.number_of(now) - net[p].duration;
  const std::int32_t is = c.number_of(bound.is);
  return is > start || (is != start && c.number_of(bound.was) == start);
}

[[nodiscard]] inline instant finish_before(const network_link& l, const link_end& self,
                                           const link_end& after) {
  return after.start == never ? never : latest_finish(l, self, after);
}

/// Whether a predecessor's late dates must be looked at again.
[[nodiscard]] inline bool may_pull(const network& net, const event_dates& late,
                                   const network_link& l, const moved_end& after) {
  const position p = l.other;
  if (is_fixed(net, p) || is_spent(net, p, l)) return false;
  const link_end self = open_end(net, p);
  const moved_bound bound{finish_before(l, self, after.was), finish_before(l, self, after.is)};
  const instant now = late.finish[p];
  if (net[p].duration == 0) return bound.is <= now || bound.was == now;
  if (bound.was == never || bound.is == never) return true;
  const calendar& c = net.calendar_of(p);
  const std::int32_t finish = c.number_of(now);
  const std::int32_t is = c.number_of(bound.is);
  return is < finish || (is != finish && c.number_of(bound.was) == finish);
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_REACH_HPP
