/// Checks the way of a finding to being closed out.
#ifndef DAOPAI_READINESS_DETAIL_CHECK_HISTORY_HPP
#define DAOPAI_READINESS_DETAIL_CHECK_HISTORY_HPP

#include <daopai/error.hpp>
#include <daopai/plan/detail/words.hpp>
#include <daopai/readiness/finding.hpp>

namespace daopai::readiness::detail {

/// As the plan file writes it.
[[nodiscard]] constexpr const char* word(finding_state s) {
  constexpr const char* words[] = {"open", "in-hand", "submitted", "accepted", "returned"};
  return words[static_cast<std::size_t>(s)];
}

/// The states that may come next, in words.
[[nodiscard]] inline std::string next_words(finding_state from) {
  std::string words;
  for (const auto to : {finding_state::open, finding_state::in_hand, finding_state::submitted,
                        finding_state::accepted, finding_state::returned}) {
    if (may_follow(from, to)) words += (words.empty() ? "" : " or ") + std::string(word(to));
  }
  return words;
}

/// A finding is open from the day it was found; each step must be one that may follow, none may
/// come before the one above it, and those that need a reason must have one.
inline void check_history(const finding& f, const std::string& where, std::vector<problem>& found) {
  finding_state state = finding_state::open;
  date last = f.found;
  for (std::size_t i = 0; i < f.history.size(); ++i) {
    const finding_step& step = f.history[i];
    const std::string at = daopai::detail::place(where, i);
    if (step.on < last) {
      found.push_back({"history-backwards", at + ".date",
                       to_string(step.on) + " comes before " + to_string(last) +
                           "; expected the steps in the order of their dates"});
    }
    const bool opens = i == 0 && step.state == finding_state::open;
    if (!opens && !may_follow(state, step.state)) {
      found.push_back({"step-not-allowed", at + ".state",
                       std::string("from ") + word(state) + " a problem cannot become " +
                           word(step.state) + "; expected " + next_words(state)});
    }
    if (!opens && needs_reason(state, step.state) && step.reason.empty()) {
      found.push_back(
          {"reason-missing", at,
           std::string("that a problem is ") + word(step.state) + " again needs a reason"});
    }
    state = step.state;
    last = std::max(last, step.on);
  }
}

}  // namespace daopai::readiness::detail

#endif  // DAOPAI_READINESS_DETAIL_CHECK_HISTORY_HPP
