/// Close-out (销号): which findings are open, which are closed, and which are late.
#ifndef DAOPAI_READINESS_CLOSE_OUT_HPP
#define DAOPAI_READINESS_CLOSE_OUT_HPP

#include <daopai/readiness/archive.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::readiness {

struct finding_status {
  finding_id finding;
  finding_state state;
  date since;                    ///< of the state
  std::string reason;            ///< that was given for it
  std::optional<date> due;       ///< its own, else when its tasks must be done at the latest
  std::optional<date> expected;  ///< when its tasks will be done; nothing where none is open
  bool is_late;                  ///< not closed, and due before today or before its tasks are done
  bool has_open_tasks;

  [[nodiscard]] bool is_closed() const { return state == finding_state::accepted; }
  /// Nothing will move it: it is not closed or submitted, and no task is left that would settle it.
  [[nodiscard]] bool is_stuck() const {
    return !is_closed() && state != finding_state::submitted && !has_open_tasks;
  }
};

struct close_out_count {
  std::size_t open = 0;  ///< not closed, late ones included
  std::size_t closed = 0;
  std::size_t late = 0;
};

/// Those found by the status date, in the order of the campaign; steps after the status date have
/// not happened yet. O(findings' links + history).
[[nodiscard]] std::vector<finding_status> finding_statuses(const campaign& c, const schedule& s);

[[nodiscard]] close_out_count count_of(const std::vector<finding_status>& statuses);

/// What is at odds: a finding submitted or accepted although its tasks are not done
/// (`submitted-unfinished`), and one that no open task will settle (`nobody-settles`). Places are
/// those of the plan file.
[[nodiscard]] std::vector<problem> notes_on(const campaign& c,
                                            const std::vector<finding_status>& statuses);

// ---------------------------------------------------------------------------------------------

namespace detail {

[[nodiscard]] inline finding_status status_of(const campaign& c, const schedule& s, finding_id id) {
  const finding& f = c[id];
  const auto& tasks = c.links(id).tasks;
  finding_status status{id, finding_state::open, f.found, {}, f.due, {}, false, false};
  for (const finding_step& step : f.history) {
    if (step.on > s.status()) break;
    status.state = step.state;
    status.since = step.on;
    status.reason = step.reason;
  }
  status.expected = last_finish(c, tasks, &schedule::early_finish, s);
  status.has_open_tasks = status.expected.has_value();
  if (!status.due) status.due = last_finish(c, tasks, &schedule::late_finish, s);
  const bool overdue = status.due && *status.due < s.status();
  const bool too_late = status.due && status.expected && *status.due < *status.expected;
  status.is_late = !status.is_closed() && (overdue || too_late);
  return status;
}

}  // namespace detail

inline std::vector<finding_status> finding_statuses(const campaign& c, const schedule& s) {
  std::vector<finding_status> all;
  for (std::size_t f = 0; f < c.findings().size(); ++f) {
    if (c.findings()[f].found > s.status()) continue;
    all.push_back(detail::status_of(c, s, finding_id(f)));
  }
  return all;
}

inline close_out_count count_of(const std::vector<finding_status>& statuses) {
  close_out_count count;
  for (const finding_status& s : statuses) {
    ++(s.is_closed() ? count.closed : count.open);
    if (s.is_late) ++count.late;
  }
  return count;
}

inline std::vector<problem> notes_on(const campaign& c,
                                     const std::vector<finding_status>& statuses) {
  std::vector<problem> notes;
  for (const finding_status& s : statuses) {
    const std::string name = daopai::detail::in_quotes(c[s.finding].id.text());
    const std::string where = daopai::detail::place("problems", s.finding.index());
    const bool is_handed_in = s.is_closed() || s.state == finding_state::submitted;
    if (is_handed_in && s.has_open_tasks) {
      notes.push_back({"submitted-unfinished", where,
                       "the problem " + name + " is " + detail::word(s.state) +
                           ", but its tasks are not done"});
    }
    if (s.is_stuck()) {
      notes.push_back({"nobody-settles", where,
                       "the problem " + name + " is " + detail::word(s.state) +
                           ", and no open task will settle it"});
    }
  }
  return notes;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_CLOSE_OUT_HPP
