/// Evidence (佐证材料): which piece proves which indicator, who supplies it, and by when.
#ifndef DAOPAI_READINESS_EVIDENCE_HPP
#define DAOPAI_READINESS_EVIDENCE_HPP

#include <daopai/readiness/keys.hpp>
#include <daopai/time/date.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::readiness {

/// One piece. It comes with the tasks that deliver it, or by itself; a piece that several tasks
/// deliver is there when all of them are done.
struct evidence {
  evidence_key id;
  std::string name = {};
  std::string kind = {};                    ///< the user's own word: document, photo, ledger
  std::vector<indicator_key> proves = {};   ///< leaves, or headings for all below them
  std::optional<unit_key> supplier = {};    ///< else the lead of the first task that delivers it
  std::optional<date> due = {};             ///< else when its tasks must be done at the latest
  std::vector<task_key> delivered_by = {};  ///< beside the tasks that name it as their evidence
  std::optional<bool> is_there = {};        ///< else it is there when its tasks are done
  std::optional<date> since = {};           ///< the day it came; says that it is there
  std::string period = {};                  ///< what it covers: "2023-2025"
};

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_EVIDENCE_HPP
