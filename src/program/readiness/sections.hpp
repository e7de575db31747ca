/// The parts of the readiness page; each adds itself to the page, where it has something to say.
#ifndef DAOPAI_SRC_PROGRAM_READINESS_SECTIONS_HPP
#define DAOPAI_SRC_PROGRAM_READINESS_SECTIONS_HPP

#include "program/readiness/page.hpp"

namespace daopai::program {

/// The title, the days that are left, and whether they are enough.
void add_days_left(readiness_page& page);

/// The score today and the scores to expect, and what may fail the whole.
void add_scores(readiness_page& page);
/// The indicators that will not be met.
void add_unmet(readiness_page& page);

/// The light of each phase.
void add_phases(readiness_page& page);
void add_late_tasks(readiness_page& page);
/// The longest chain of work.
void add_chain(readiness_page& page);

/// What gains or saves the most points; without indicators, what has the fewest days to spare.
void add_first_things(readiness_page& page);

/// The problems that are not closed.
void add_findings(readiness_page& page);
/// The evidence that is not there.
void add_evidence(readiness_page& page);
void add_gates(readiness_page& page);
/// The steps of the inspection.
void add_steps(readiness_page& page);

/// What does not fit together.
void add_notes(readiness_page& page);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_READINESS_SECTIONS_HPP
