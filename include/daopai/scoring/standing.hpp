/// Dynamic management (动态管理): the state an object is in after the results of several periods,
/// and why.
#ifndef DAOPAI_SCORING_STANDING_HPP
#define DAOPAI_SCORING_STANDING_HPP

#include <daopai/scoring/decimal.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace daopai::scoring {

/// One period's result of one object, as far as states need it.
struct period_result {
  std::string period;
  std::optional<decimal> score = std::nullopt;
  std::optional<std::size_t> grade = std::nullopt;  ///< place among the bands, 0 is the best
  std::optional<std::size_t> rank = std::nullopt;   ///< counted from 1
  std::size_t ranked = 0;                           ///< how many objects were ranked
  std::string group = {};                           ///< of the object
};

/// The score lies below a line.
struct score_below {
  decimal line;
};
/// The grade is this one or a lower one.
struct grade_at_most {
  std::size_t place;
};
/// The rank is among the last `count`.
struct among_last {
  std::size_t count;
};
/// The rank is among the first `count`.
struct among_first {
  std::size_t count;
};
/// The grade is at least `bands` lower than in the period before.
struct drops_grade {
  std::size_t bands = 1;
};
/// The score fell by at least `points` against the period before.
struct score_falls {
  decimal points;
};
/// The score reaches a line.
struct score_at_least {
  decimal line;
};

using condition = std::variant<score_below, grade_at_most, among_last, among_first, drops_grade,
                               score_falls, score_at_least>;

/// An object whose condition held in `times` of the last `within` periods is in `state`
/// (recognised, warned, criticised, revoked, quota cut, enrolment stopped: the user's own word).
/// "Two years running": 2 of 2.
struct state_rule {
  std::string state;
  condition when;
  std::size_t times = 1;
  std::size_t within = 1;  ///< taken as `times` where it is less
  std::string group = {};  ///< only for objects of this group; empty: for all
};

/// A state, the rule that gives it (its place in the list) and the periods in which its condition
/// held.
struct standing {
  std::string state;
  std::size_t rule;
  std::vector<std::string> periods;
};

/// Whether the condition held in the period at `at` of a history. A period without the figure does
/// not hold.
[[nodiscard]] inline bool held(const condition& when, std::span<const period_result> history,
                               std::size_t at) {
  struct judge {
    const period_result& now;
    const period_result* before;
    bool operator()(const score_below& c) const { return now.score && *now.score < c.line; }
    bool operator()(const score_at_least& c) const { return now.score && *now.score >= c.line; }
    bool operator()(const grade_at_most& c) const { return now.grade && *now.grade >= c.place; }
    bool operator()(const among_last& c) const {
      return now.rank && *now.rank + c.count > now.ranked;
    }
    bool operator()(const among_first& c) const { return now.rank && *now.rank <= c.count; }
    bool operator()(const drops_grade& c) const {
      return before != nullptr && now.grade && before->grade &&
             *now.grade >= *before->grade + c.bands;
    }
    bool operator()(const score_falls& c) const {
      return before != nullptr && now.score && before->score &&
             *before->score - *now.score >= c.points;
    }
  };
  return std::visit(judge{history[at], at > 0 ? &history[at - 1] : nullptr}, when);
}

[[nodiscard]] inline bool is_for(const state_rule& r, const period_result& result) {
  return r.group.empty() || r.group == result.group;
}

/// The state after the last period of `history` (oldest first): that of the first rule that
/// applies; nothing where none does. O(rules x periods).
[[nodiscard]] inline std::optional<standing> standing_after(
    std::span<const state_rule> rules, std::span<const period_result> history) {
  for (std::size_t r = 0; r < rules.size(); ++r) {
    if (history.empty() || !is_for(rules[r], history.back())) continue;
    const std::size_t times = std::max<std::size_t>(rules[r].times, 1);
    const std::size_t within = std::min(std::max(times, rules[r].within), history.size());
    standing found{rules[r].state, r, {}};
    for (std::size_t at = history.size() - within; at < history.size(); ++at) {
      if (held(rules[r].when, history, at)) found.periods.push_back(history[at].period);
    }
    if (found.periods.size() >= times) return found;
  }
  return std::nullopt;
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_STANDING_HPP
