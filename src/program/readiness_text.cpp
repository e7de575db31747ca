#include "program/readiness_text.hpp"

#include "program/readiness/sections.hpp"

namespace daopai::program {

std::string readiness_text(const readiness::campaign& c, const readiness::outlook& o,
                           const readiness_words& w, bool colour) {
  readiness_page page(c, o, w, colour);
  add_days_left(page);
  add_scores(page);
  add_unmet(page);
  add_phases(page);
  add_late_tasks(page);
  add_chain(page);
  add_first_things(page);
  add_findings(page);
  add_evidence(page);
  add_gates(page);
  add_steps(page);
  add_notes(page);
  return std::move(page).text();
}

}  // namespace daopai::program
