/// Goals as a plan states them, sometimes more than once: every statement is kept, and those that
/// differ are told.
#ifndef DAOPAI_SCORING_GOAL_HPP
#define DAOPAI_SCORING_GOAL_HPP

#include <daopai/plan/detail/words.hpp>
#include <daopai/plan/keys.hpp>
#include <daopai/scoring/decimal.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::scoring {

struct goal;
using goal_key = key<goal>;

/// How a figure is meant.
enum class figure_sense : std::uint8_t { at_least, more_than, exactly, about, at_most, less_than };

/// One place where a goal is stated.
struct statement {
  std::string text;                   ///< as printed: "8000多人次"
  std::string where;                  ///< where it is printed, such as "附件2/5"
  std::optional<decimal> value{};     ///< the figure; the lower one of a range
  std::optional<decimal> up_to{};     ///< the upper one of a range
  std::optional<figure_sense> how{};  ///< nothing where the text does not say
  std::string unit{};                 ///< of the figure
};

/// What is to be reached, the tasks that lead to it, and the indicators by which it is seen.
struct goal {
  goal_key id;
  std::string name;
  std::vector<statement> statements{};
  std::vector<task_key> tasks{};
  std::vector<indicator_key> indicators{};
};

/// What two statements of one goal do not say alike.
enum class differing : std::uint8_t { nothing, wording, comparison, figure };

/// The gravest difference: another figure, range or unit; another meaning of the same figure; other
/// words for the same figure. Blanks do not count. A statement without a figure differs in its
/// words alone.
[[nodiscard]] differing difference_between(const statement& a, const statement& b);

/// Two statements of a goal that differ: the first one, and each later one that is unlike it.
struct disagreement {
  std::size_t first;  ///< among the goal's statements
  std::size_t second;
  differing in;
};

/// By the second. O(statements).
[[nodiscard]] std::vector<disagreement> disagreements(const goal& g);

/// A disagreement as a note: code `goal-differs` or, for wording alone, `goal-worded-differently`;
/// `where` is "statements[2]".
[[nodiscard]] problem to_note(const goal& g, const disagreement& d);

// ---------------------------------------------------------------------------------------------

namespace detail {

inline constexpr std::array<std::string_view, 6> comparison_words{
    "at-least", "more-than", "exactly", "about", "at-most", "less-than"};

[[nodiscard]] inline std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

/// "more than 8000 人次"; empty without a figure.
[[nodiscard]] inline std::string figure_of(const statement& s) {
  if (!s.value) return {};
  std::string text;
  if (s.how) text = std::string(comparison_words[static_cast<std::size_t>(*s.how)]) + ' ';
  std::replace(text.begin(), text.end(), '-', ' ');
  text += to_string(*s.value);
  if (s.up_to) text += " to " + to_string(*s.up_to);
  return s.unit.empty() ? text : text + ' ' + s.unit;
}

[[nodiscard]] inline std::string told(const statement& s) {
  const std::string figure = figure_of(s);
  std::string text = daopai::detail::in_quotes(s.text);
  if (!s.where.empty()) text += " in " + s.where;
  return figure.empty() ? text : text + " (" + figure + ')';
}

}  // namespace detail

inline differing difference_between(const statement& a, const statement& b) {
  if (a.value && b.value) {
    if (*a.value != *b.value || a.up_to != b.up_to || a.unit != b.unit) return differing::figure;
    if (a.how != b.how) return differing::comparison;
  }
  const bool alike = detail::without_blanks(a.text) == detail::without_blanks(b.text);
  return alike ? differing::nothing : differing::wording;
}

inline std::vector<disagreement> disagreements(const goal& g) {
  std::vector<disagreement> found;
  for (std::size_t s = 1; s < g.statements.size(); ++s) {
    const differing in = difference_between(g.statements.front(), g.statements[s]);
    if (in != differing::nothing) found.push_back({0, s, in});
  }
  return found;
}

inline problem to_note(const goal& g, const disagreement& d) {
  const bool same_figure = d.in == differing::wording;
  return {same_figure ? "goal-worded-differently" : "goal-differs",
          "statements[" + std::to_string(d.second) + ']',
          "the goal " + daopai::detail::in_quotes(g.name) + " is stated as " +
              detail::told(g.statements[d.first]) + " and as " +
              detail::told(g.statements[d.second]) + "; both are kept"};
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_GOAL_HPP
