/// Readiness gates: what must be in place before an inspection (briefing ready, archive boxed,
/// route fixed, handbook printed).
#ifndef DAOPAI_READINESS_GATE_HPP
#define DAOPAI_READINESS_GATE_HPP

#include <daopai/readiness/keys.hpp>
#include <daopai/time/date.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::readiness {

/// A gate is ready when its tasks are done and its evidence is there, and passed when somebody has
/// said so. It must be passed on the last working day before its inspection.
struct gate {
  gate_key id;
  std::string name = {};
  inspection_key inspection;
  std::vector<task_key> after = {};
  std::vector<evidence_key> evidence = {};
  std::optional<date> passed = {};
};

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_GATE_HPP
