/// The dates of all events, in one loop forwards and one backwards.
#ifndef DAOPAI_SCHEDULE_DETAIL_FULL_DATES_HPP
#define DAOPAI_SCHEDULE_DETAIL_FULL_DATES_HPP

#include <daopai/schedule/detail/content.hpp>

namespace daopai::detail {

// What hangs on the same links is computed one after the other, event by event: the links are then
// at hand, and the end of a row that has just been found is guessed right the second time.

/// Sets `early` and its sides. O(events + links).
template <only<schedule_content> Content>
void compute_early_dates(Content& c) {
  c.early = fixed_dates(c.net);
  c.sides.early_is_morning.assign(c.net.size(), 0);
  const day_number today = to_day(c.status);
  for (position p = 0; p < c.net.size(); ++p) {
    if (is_fixed(c.net, p)) continue;
    set_early(c.net, c.early, p, today);
    set_early_side(c.net, c.early, c.sides, p);
  }
}

/// Sets `late`, its sides and `harmless` from the early dates and `finish`. O(events + links).
template <only<schedule_content> Content>
void compute_late_dates(Content& c) {
  c.late = fixed_dates(c.net);
  c.sides.late_is_morning.assign(c.net.size(), 0);
  c.harmless.assign(c.net.size(), never);
  for (auto p = static_cast<position>(c.net.size()); p-- > 0 && !is_fixed(c.net, p);) {
    set_late(c.net, c.late, p, c.finish);
    set_late_side(c.net, c.late, c.sides, p);
    c.harmless[p] = harmless_finish(c.net, c.early, c.harmless, p);
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_FULL_DATES_HPP
