/// Explanations as pages to read: what, why, and what would help.
#ifndef DAOPAI_SRC_PROGRAM_EXPLANATION_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_EXPLANATION_TEXT_HPP

#include <daopai/schedule/explain_text.hpp>

#include <string>

namespace daopai::program {

/// How explanations are to be told.
struct telling {
  language lang = language::english;
  bool colour = false;
  workdays within{3};  ///< chains to an inspection that have up to so many working days more room
};

/// Why a task may start no earlier and must start no later than it does, and why it is critical or
/// not; why an inspection can be met or not, and what would help. Lines of at most page_width
/// columns.
[[nodiscard]] std::string explanation_text(const schedule& s, event_id e, const telling& how);

/// Everything that cannot be met, each with its reasons and what would help: inspections first,
/// then deadlines, the worst first where there are too many to show.
[[nodiscard]] std::string shortfalls_text(const schedule& s, const telling& how);

/// The same for scripts, with all that the explanations consist of.
[[nodiscard]] std::string explanation_json(const schedule& s, event_id e, const telling& how);
[[nodiscard]] std::string shortfalls_json(const schedule& s, const telling& how);

/// How many shortfalls are told at most: each costs a chain, and what is tried on it.
inline constexpr std::size_t most_shortfalls = 20;

/// How many chains to an inspection are told at most.
inline constexpr std::size_t most_chains = 10;

/// The shortfalls to tell: all of them, or the worst in the order in which they came.
[[nodiscard]] std::vector<shortfall> worst_shortfalls(const schedule& s);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_EXPLANATION_TEXT_HPP
