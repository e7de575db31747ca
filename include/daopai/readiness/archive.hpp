/// The archive: which evidence is there, which will come in time, and how complete it is by
/// indicator and by unit.
#ifndef DAOPAI_READINESS_ARCHIVE_HPP
#define DAOPAI_READINESS_ARCHIVE_HPP

#include <daopai/readiness/campaign.hpp>
#include <daopai/schedule/schedule.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace daopai::readiness {

enum class evidence_state : std::uint8_t {
  there,
  to_come,        ///< its tasks will deliver it in time
  late,           ///< it is due before today, or before its tasks will deliver it
  not_delivered,  ///< its tasks are done, and it is said not to be there
  nobodys,        ///< no task delivers it
};

struct evidence_status {
  evidence_id piece;
  evidence_state state;
  std::optional<date> since;     ///< the day it came, if it is there and somebody said so
  std::optional<date> expected;  ///< when its tasks will be done; for one that is to come
  std::optional<date> due;       ///< its own, else when its tasks must be done at the latest
};

/// How many pieces there must be, and how many are there.
struct completeness {
  std::size_t there = 0;
  std::size_t needed = 0;
};

struct completeness_of_indicator {
  indicator_id indicator;
  completeness pieces;
};
struct completeness_of_unit {
  std::optional<unit_id> unit;  ///< nothing: nobody supplies it
  completeness pieces;
};

/// All pieces, in the order of the campaign. A piece that is said to be there from a day after the
/// status date is expected on that day. O(pieces + links).
[[nodiscard]] std::vector<evidence_status> evidence_statuses(const campaign& c, const schedule& s);

/// Of every indicator that some piece proves, headings included, in the order of the system: a
/// piece that proves a part proves the headings above it too. O(pieces x depth).
[[nodiscard]] std::vector<completeness_of_indicator> completeness_by_indicator(
    const campaign& c, const std::vector<evidence_status>& statuses);

/// Of every unit that supplies some piece, in the order of the plan; what nobody supplies last.
[[nodiscard]] std::vector<completeness_of_unit> completeness_by_unit(
    const campaign& c, const std::vector<evidence_status>& statuses);

/// The points of an object that rest on leaves of which some piece is not there: what inspectors
/// who ask for proof might not give.
[[nodiscard]] decimal unproven_points(const campaign& c, const scoring::scores& then,
                                      object_id object,
                                      const std::vector<evidence_status>& statuses);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The last of the dates on which open tasks will be done; nothing where none is open.
[[nodiscard]] inline std::optional<date> last_finish(const campaign& c,
                                                     const std::vector<task_id>& tasks,
                                                     date (schedule::*finish)(task_id) const,
                                                     const schedule& s) {
  std::optional<date> last;
  for (const task_id t : tasks) {
    if (c.is_done(t)) continue;
    const date here = (s.*finish)(t);
    last = last ? std::max(*last, here) : here;
  }
  return last;
}

[[nodiscard]] inline bool all_done(const campaign& c, const std::vector<task_id>& tasks) {
  return std::all_of(tasks.begin(), tasks.end(), [&](task_id t) { return c.is_done(t); });
}

[[nodiscard]] inline evidence_status status_of(const campaign& c, const schedule& s,
                                               evidence_id id) {
  const evidence& e = c[id];
  const auto& tasks = c.links(id).tasks;
  evidence_status status{id, evidence_state::nobodys, {}, {}, e.due};
  const bool has_come = e.since && *e.since <= s.status();
  const bool by_tasks = !e.is_there && !e.since && !tasks.empty() && all_done(c, tasks);
  if (has_come || (e.is_there.value_or(false) && !e.since) || by_tasks) {
    status.state = evidence_state::there;
    status.since = e.since;
    return status;
  }
  status.expected = e.since ? e.since : last_finish(c, tasks, &schedule::early_finish, s);
  if (!status.due) status.due = last_finish(c, tasks, &schedule::late_finish, s);
  const bool overdue = status.due && *status.due < s.status();
  if (status.expected) {
    const bool late = overdue || (status.due && *status.due < *status.expected);
    status.state = late ? evidence_state::late : evidence_state::to_come;
  } else if (!tasks.empty()) {
    status.state = evidence_state::not_delivered;
  } else if (overdue) {
    status.state = evidence_state::late;
  }
  return status;
}

inline void count(completeness& pieces, const evidence_status& s) {
  ++pieces.needed;
  if (s.state == evidence_state::there) ++pieces.there;
}

/// The indicators that a piece proves and the headings above them, each once, by position.
[[nodiscard]] inline std::vector<indicator_id> proven_by(const campaign& c, evidence_id piece) {
  std::vector<indicator_id> all;
  for (const indicator_id leaf : c.links(piece).proves) {
    for (std::optional<indicator_id> at = leaf; at && *at != c.system().whole();
         at = c.system().parent(*at)) {
      all.push_back(*at);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace detail

inline std::vector<evidence_status> evidence_statuses(const campaign& c, const schedule& s) {
  std::vector<evidence_status> all;
  for (std::size_t e = 0; e < c.pieces().size(); ++e) {
    all.push_back(detail::status_of(c, s, evidence_id(e)));
  }
  return all;
}

inline std::vector<completeness_of_indicator> completeness_by_indicator(
    const campaign& c, const std::vector<evidence_status>& statuses) {
  if (!c.is_scored()) return {};
  std::vector<completeness> of(c.system().size());
  for (const evidence_status& s : statuses) {
    for (const indicator_id i : detail::proven_by(c, s.piece)) detail::count(of[i.index()], s);
  }
  std::vector<completeness_of_indicator> all;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (of[i].needed > 0) all.push_back({indicator_id(i), of[i]});
  }
  return all;
}

inline std::vector<completeness_of_unit> completeness_by_unit(
    const campaign& c, const std::vector<evidence_status>& statuses) {
  std::vector<completeness> of(c.plan().units().size() + 1);
  for (const evidence_status& s : statuses) {
    const auto unit = c.links(s.piece).supplier;
    detail::count(unit ? of[unit->index()] : of.back(), s);
  }
  std::vector<completeness_of_unit> all;
  for (std::size_t u = 0; u < of.size(); ++u) {
    if (of[u].needed == 0) continue;
    const bool is_unit = u + 1 < of.size();
    all.push_back({is_unit ? std::optional<unit_id>(unit_id(u)) : std::nullopt, of[u]});
  }
  return all;
}

inline decimal unproven_points(const campaign& c, const scoring::scores& then, object_id object,
                               const std::vector<evidence_status>& statuses) {
  std::vector<char> unproven(c.system().size(), 0);
  for (const evidence_status& s : statuses) {
    if (s.state == evidence_state::there) continue;
    for (const indicator_id i : c.links(s.piece).proves) unproven[i.index()] = 1;
  }
  decimal points = 0;
  for (std::size_t i = 1; i < unproven.size(); ++i) {
    const indicator_id id{i};
    if (unproven[c.system().parent(id)->index()] != 0) unproven[i] = 1;
    const decimal score = then.of(object, id).score;
    if (unproven[i] != 0 && c.system().is_leaf(id) && score > 0) points += score;
  }
  return points;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_ARCHIVE_HPP
