/// How the gates before an inspection stand.
#ifndef DAOPAI_READINESS_GATES_HPP
#define DAOPAI_READINESS_GATES_HPP

#include <daopai/readiness/archive.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace daopai::readiness {

enum class gate_state : std::uint8_t {
  passed,
  ready,  ///< all it waits for is done and there: somebody need only say so
  open,   ///< what it waits for will come in time
  late,   ///< it will not, or nobody knows when
};

struct gate_status {
  gate_id gate;
  gate_state state;
  date due;                             ///< the last working day before its inspection
  std::optional<date> expected;         ///< when all it waits for will be there, if that is known
  std::vector<task_id> waits_for = {};  ///< tasks not yet done
  std::vector<evidence_id> lacks = {};  ///< evidence not yet there
};

/// All gates, in the order of the campaign. A gate that was passed after the status date is not
/// passed yet. O(gates' links).
[[nodiscard]] std::vector<gate_status> gate_statuses(const campaign& c, const schedule& s,
                                                     const std::vector<evidence_status>& archive);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The last working day of the plan before the first day of an inspection.
[[nodiscard]] inline date eve_of(const plan& p, inspection_id i) {
  const calendar& c = p[calendar_id(0)];
  return c.on_or_before(p[i].window.first - boost::gregorian::date_duration(1));
}

/// Notes what the gate waits for, and until when.
inline void list_what_is_missing(gate_status& status, const campaign& c, const schedule& s,
                                 const std::vector<evidence_status>& archive) {
  const gate_links& links = c.links(status.gate);
  for (const task_id t : links.after) {
    if (!c.is_done(t)) status.waits_for.push_back(t);
  }
  status.expected = last_finish(c, links.after, &schedule::early_finish, s);
  bool is_known = true;
  for (const evidence_id e : links.evidence) {
    const evidence_status& piece = archive[e.index()];
    if (piece.state == evidence_state::there) continue;
    status.lacks.push_back(e);
    is_known = is_known && piece.expected.has_value();
    if (piece.expected) {
      status.expected = std::max(status.expected.value_or(*piece.expected), *piece.expected);
    }
  }
  if (!is_known) status.expected.reset();
}

/// @param status  with what is missing
[[nodiscard]] inline gate_state state_of(const gate_status& status,
                                         const std::optional<date>& passed, const date& today) {
  if (passed && *passed <= today) return gate_state::passed;
  if (status.due < today) return gate_state::late;
  if (status.waits_for.empty() && status.lacks.empty()) return gate_state::ready;
  const bool comes_in_time = status.expected && *status.expected <= status.due;
  return comes_in_time ? gate_state::open : gate_state::late;
}

[[nodiscard]] inline gate_status status_of(const campaign& c, const schedule& s, gate_id id,
                                           const std::vector<evidence_status>& archive) {
  gate_status status{id, gate_state::open, eve_of(c.plan(), c.links(id).inspection), {}};
  list_what_is_missing(status, c, s, archive);
  status.state = state_of(status, c[id].passed, s.status());
  return status;
}

}  // namespace detail

inline std::vector<gate_status> gate_statuses(const campaign& c, const schedule& s,
                                              const std::vector<evidence_status>& archive) {
  std::vector<gate_status> all;
  for (std::size_t g = 0; g < c.gates().size(); ++g) {
    all.push_back(detail::status_of(c, s, gate_id(g), archive));
  }
  return all;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_GATES_HPP
