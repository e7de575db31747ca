/// The names of readiness: pieces of evidence, gates and findings beside the things of a plan.
#ifndef DAOPAI_READINESS_KEYS_HPP
#define DAOPAI_READINESS_KEYS_HPP

#include <daopai/plan/keys.hpp>

namespace daopai::readiness {

struct evidence;
struct gate;
struct finding;

using evidence_key = key<evidence>;
using gate_key = key<gate>;
using finding_key = key<finding>;

/// Places in a campaign, in the order in which things were added.
using evidence_id = id<evidence>;
using gate_id = id<gate>;
using finding_id = id<finding>;

namespace literals {
[[nodiscard]] inline evidence_key operator""_evidence(const char* text, std::size_t size) {
  return evidence_key({text, size});
}
[[nodiscard]] inline gate_key operator""_gate(const char* text, std::size_t size) {
  return gate_key({text, size});
}
[[nodiscard]] inline finding_key operator""_finding(const char* text, std::size_t size) {
  return finding_key({text, size});
}
}  // namespace literals

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_KEYS_HPP
