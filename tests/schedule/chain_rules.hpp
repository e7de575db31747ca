/// What a link of an explanation demands, written a second time: on dates and by walking over days,
/// so that it shares nothing with the library's own.
#ifndef DAOPAI_TESTS_SCHEDULE_CHAIN_RULES_HPP
#define DAOPAI_TESTS_SCHEDULE_CHAIN_RULES_HPP

#include "support.hpp"
#include <daopai/schedule/explanation.hpp>

namespace daopai::tests {

/// An event whose dates are to be found: work on the days [start, finish), or an instant.
struct walked {
  day_number start;
  day_number finish;
  int work;
  const calendar& c;
};

[[nodiscard]] inline walked walked_of(const plan& p, const chain_event& e) {
  return {to_day(e.start), to_day(e.finish), e.work.count(), p[e.calendar]};
}

[[nodiscard]] inline day_number on_or_after(const calendar& c, day_number d) {
  while (!c.is_worked(d)) ++d;
  return d;
}
[[nodiscard]] inline day_number on_or_before(const calendar& c, day_number d) {
  while (!c.is_worked(d)) --d;
  return d;
}
/// The evening after which no day was worked until the morning of `d`, as the next morning.
[[nodiscard]] inline day_number evening_before(const calendar& c, day_number d) {
  return on_or_before(c, d - 1) + 1;
}

/// The morning after `days` more working days from the morning of `d` on; before it if negative.
[[nodiscard]] inline day_number after_working(const calendar& c, day_number d, int days) {
  for (; days > 0; --days) d = on_or_after(c, d) + 1;
  if (days < 0) d = evening_before(c, d);
  for (; days < 0; ++days) d = evening_before(c, d - 1);
  return d;
}

/// Work of so many days that starts on the first working day on or after `d`; an instant at `d`.
[[nodiscard]] inline walked starting(day_number d, const walked& like) {
  if (like.work == 0) return {d, d, 0, like.c};
  const day_number first = on_or_after(like.c, d);
  return {first, after_working(like.c, first, like.work), like.work, like.c};
}

/// Work that ends with the last working day before `d`; an instant at `d`.
[[nodiscard]] inline walked finishing(day_number d, const walked& like) {
  if (like.work == 0) return {d, d, 0, like.c};
  const day_number finish = evening_before(like.c, d);
  day_number start = finish;
  for (int n = like.work; n > 0; --n) start = on_or_before(like.c, start - 1);
  return {start, finish, like.work, like.c};
}

[[nodiscard]] inline bool from_start(const chain_link& l) {
  return l.kind == dependency_kind::start_to_start || l.kind == dependency_kind::start_to_finish;
}
[[nodiscard]] inline bool to_start(const chain_link& l) {
  return l.kind == dependency_kind::finish_to_start || l.kind == dependency_kind::start_to_start;
}

/// The morning at which the finish of work lies that the link holds: it ends on the eve of it.
[[nodiscard]] inline day_number held_finish(const chain_link& l, const walked& before,
                                            const walked& after) {
  const day_number end = from_start(l) ? before.start : before.finish;
  const int amount = l.lag.amount();
  if (amount != 0 && !l.lag.in_calendar_days()) return after_working(after.c, end, amount);
  if (amount != 0 && from_start(l)) return evening_before(after.c, end + amount);
  if (amount != 0) return on_or_after(after.c, end + amount - 1) + 1;
  const bool is_evening = !from_start(l) && before.work > 0;
  const day_number eve = is_evening ? end : evening_before(before.c, end);
  return on_or_after(after.c, eve - 1) + 1;
}

/// The earliest dates that the link allows `after`.
[[nodiscard]] inline walked earliest_after(const chain_link& l, const walked& before,
                                           const walked& after) {
  if (!to_start(l) && after.work > 0) {
    const walked held = finishing(held_finish(l, before, after), after);
    return starting(held.start, after);
  }
  const day_number end = from_start(l) ? before.start : before.finish;
  const int amount = l.lag.amount();
  if (amount == 0) return starting(end, after);
  if (l.lag.in_calendar_days()) return starting(end + amount, after);
  return starting(after_working(after.c, end, amount), after);
}

/// Whether `after` may keep its dates if `before` has those it has. Between the days that it works
/// an instant does not tell the mornings apart on which something starts that holds it.
[[nodiscard]] inline bool allows(const chain_link& l, const walked& before, const walked& after) {
  const walked earliest = earliest_after(l, before, after);
  if (after.work > 0) return earliest.start <= after.start;
  const day_number held = to_start(l) ? after.start : after.finish;
  const bool is_exact = l.lag.in_calendar_days() && l.lag.amount() != 0 && to_start(l);
  if (!from_start(l) || is_exact) return earliest.start <= held;
  return earliest.start <= on_or_after(after.c, held);
}

/// The latest dates that the link leaves `before`, found by trying one day after another.
[[nodiscard]] inline walked latest_before(const chain_link& l, const walked& before,
                                          const walked& after) {
  const int reach = 400;
  for (day_number d = after.finish + reach; d > after.start - reach; --d) {
    const walked tried = finishing(d, before);
    if (allows(l, tried, after)) return tried;
  }
  throw error("no date fits the link");
}

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_SCHEDULE_CHAIN_RULES_HPP
