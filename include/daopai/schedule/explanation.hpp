/// What an explanation consists of: one fact, and the chain of events that carries it to a date.
#ifndef DAOPAI_SCHEDULE_EXPLANATION_HPP
#define DAOPAI_SCHEDULE_EXPLANATION_HPP

#include <daopai/schedule/driver.hpp>

namespace daopai {

enum class date_side : std::uint8_t { early, late };

/// What an event of a chain stands for. A phase that others wait for, or that waits, stands in a
/// chain as the instant at which it lets all below it go, or has all below it behind it.
enum class chain_role : std::uint8_t {
  itself,              ///< a task that is no phase, or an inspection
  phase_may_start,     ///< before it nothing below the phase starts
  phase_may_finish,    ///< before it nothing below the phase finishes
  phase_has_started,   ///< by then all below the phase have started
  phase_has_finished,  ///< by then all below the phase have finished
};

/// One event of a chain, on its early or its late dates.
struct chain_event {
  event_id event;
  chain_role role;
  calendar_id calendar;  ///< what it works on; an inspection on the plan's own
  workdays work;         ///< what is left to do; 0 for all instants
  date_window shown;     ///< inclusive, as the schedule shows them

  /// The same dates half-open, and exact where instants are concerned: an instant has
  /// start == finish, the morning of that day, which is the evening of the day before.
  date start;
  date finish;  ///< the day after the last; of work on which `work` days end
};

/// Why two neighbours of a chain hang together.
enum class link_origin : std::uint8_t {
  dependency,  ///< of the plan
  phase,       ///< one lies below the other
  last_date,   ///< nothing dated comes after the task, so the plan's last inspection holds it
};

/// From one event of a chain to the next; what it demands is in detail/link_rules.hpp.
struct chain_link {
  dependency_kind kind;
  daopai::lag lag;  ///< working days are those of the calendar of the later of the two events
  link_origin origin;
};

/// Why a date is what it is. `links[n]` joins `events[n]` to `events[n + 1]`, in the order of time.
///
///     early:  fact --> events.front() --links--> events.back(), whose early dates are explained
///     late:   events.front(), whose late dates are explained, --links--> events.back() <-- fact
///
/// It adds up: the fact and the duration give the dates of the event beside it; these, the link's
/// kind and lag and the next duration give the next dates; and so on to the date explained.
struct explanation {
  date_side side;
  event_id of;  ///< what was asked about; a phase is explained by one task below it
  /// What sets the dates at the other end of the chain; `on` always has a value. For work under
  /// way it is the first day on which the rest can be done, for finished work its last day, for
  /// `none` the finish of the plan. An inspection is the event beside the fact.
  driver fact;
  std::vector<chain_event> events;
  std::vector<chain_link> links;
};

/// The event that is explained.
[[nodiscard]] inline const chain_event& explained(const explanation& e) {
  return e.side == date_side::early ? e.events.back() : e.events.front();
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_EXPLANATION_HPP
