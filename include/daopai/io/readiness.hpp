/// Campaigns from plan files, and the outlook of a day as JSON.
#ifndef DAOPAI_IO_READINESS_HPP
#define DAOPAI_IO_READINESS_HPP

#include <daopai/io/plan.hpp>
#include <daopai/io/scoring.hpp>
#include <daopai/readiness/outlook.hpp>

#include <string>

namespace daopai::io {

/// The plan with its tasks' "raises", "evidence", "gates" and "problems", and its "indicators" and
/// "observations" where it has them; these may also come from files of their own. Of several
/// periods observed the last one counts.
/// @throws invalid_input with everything that is wrong with any of the files, by file, line and
///         column
[[nodiscard]] readiness::campaign read_campaign(const assessment_files& files,
                                                const reading_options& options = {});

/// The outlook as JSON: `title`, `today`, `goal`, `inspections`, `phases`, `late`, `score`,
/// `priorities`, `findings`, `evidence`, `completeness`, `gates`, `broken_promises` and `problems`.
/// Dates are YYYY-MM-DD, durations and floats working days, points numbers with exactly the digits
/// they have.
[[nodiscard]] std::string to_json(const readiness::campaign& c, const readiness::outlook& o);

}  // namespace daopai::io

#endif  // DAOPAI_IO_READINESS_HPP
