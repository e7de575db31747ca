/// What can be wrong with an indicator, a heading with its parts, and the settings of a system.
#ifndef DAOPAI_SCORING_DETAIL_CHECK_INDICATOR_HPP
#define DAOPAI_SCORING_DETAIL_CHECK_INDICATOR_HPP

#include <daopai/scoring/detail/check_rule.hpp>
#include <daopai/scoring/settings.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace daopai::scoring::detail {

/// Whether meeting or missing the rule means anything, so that an effect can hang on it.
[[nodiscard]] inline bool has_line(const rule& r) {
  return r.is<threshold>() || r.is<threshold_then_rank>() || r.is<proportional>() ||
         r.is<proportional_deduction>() || r.is<met>() || r.is<title>() || r.is<deduction>() ||
         r.is<quota_share>() || r.is<veto>();
}

/// Points where none are printed: a part of a mean is out of 100; in a sum it only passes or fails.
[[nodiscard]] inline decimal default_points(const indicator& given, bool in_mean) {
  const bool scored = !given.rule || is_within_full_score(*given.rule);
  return in_mean && scored ? 100 : 0;
}

struct indicator_place {
  const std::string& where;
  const grade_bands& bands;
};

inline void check_numbers(const indicator& given, const std::string& where,
                          std::vector<problem>& problems) {
  const auto not_negative = [&](const std::optional<decimal>& x, const char* name) {
    if (!x || *x >= 0) return;
    problems.push_back({std::string(name) + "-negative", where + "." + name,
                        given.id.text() + ": " + name + " must not be negative: " + to_string(*x)});
  };
  not_negative(given.points, "points");
  not_negative(given.weight, "weight");
  if (given.next_step && *given.next_step <= 0) {
    problems.push_back(
        {"next-step", where + ".next_step",
         given.id.text() + ": a step must be more than 0: " + to_string(*given.next_step)});
  }
  if (given.at_least && given.at_most && *given.at_least > *given.at_most) {
    problems.push_back({"bounds-swapped", where + ".at_least",
                        given.id.text() + ": the floor " + to_string(*given.at_least) +
                            " lies above the cap " + to_string(*given.at_most)});
  }
}

inline void check_shares(const indicator& given, const std::string& where,
                         std::vector<problem>& problems) {
  decimal sum = 0;
  bool all = true;
  for (std::size_t i = 0; i < given.units.size(); ++i) {
    const auto& u = given.units[i];
    all = all && u.share.has_value();
    sum += u.share.value_or(0);
    if (u.share && *u.share < 0) {
      problems.push_back({"share-negative", where + ".units[" + std::to_string(i) + "]",
                          given.id.text() + ": the share of " + u.unit.text() +
                              " is negative: " + to_string(*u.share)});
    }
  }
  if (given.units.empty() || (all ? rounded(sum, 9) == decimal{1} : sum <= 1)) return;
  problems.push_back(
      {"shares-do-not-add-up", where + ".units",
       given.id.text() + ": the shares of the units add up to " + to_string(sum) + ", expected 1"});
}

inline void check_effect(const indicator& given, const effect& e, const indicator_place& place,
                         std::vector<problem>& problems) {
  const auto report = [&](const char* code, const std::string& text) {
    problems.push_back({code, place.where, given.id.text() + ": " + text});
  };
  if (const auto* down = std::get_if<downgrade>(&e)) {
    if (place.bands.empty()) report("effect-without-bands", "a downgrade needs grade bands");
    if (down->by < 1)
      report("effect-by", "a downgrade is by 1 band or more: " + std::to_string(down->by));
  }
  if (const auto* cap = std::get_if<cap_grade>(&e)) {
    if (!place.bands.place_named(cap->at_most))
      report("unknown-grade", "there is no grade " + cap->at_most);
  }
}

inline void check_effects(const indicator& given, bool heading, const indicator_place& place,
                          std::vector<problem>& problems) {
  for (const effect& e : given.on_unmet) check_effect(given, e, place, problems);
  if (given.rule && given.rule->is<veto>()) {
    check_effect(given, given.rule->as<veto>()->then, place, problems);
  }
  const bool line = given.pass_mark || (given.rule && has_line(*given.rule)) ||
                    (heading && std::holds_alternative<k_of_n>(given.combine));
  if (!given.on_unmet.empty() && !line) {
    problems.push_back({"veto-on-nothing", place.where + ".on_unmet",
                        given.id.text() + ": the effect can never strike: the indicator has no "
                                          "line to miss (a target or a pass_mark)"});
  }
}

inline void check_indicator(const indicator& given, bool heading, const indicator_place& place,
                            std::vector<problem>& problems) {
  check_numbers(given, place.where, problems);
  check_shares(given, place.where, problems);
  check_effects(given, heading, place, problems);
  rule_checker(given, place.where, problems).check();
  if (heading && given.rule) {
    problems.push_back({"rule-on-heading", place.where + ".rule",
                        given.id.text() + ": a heading with parts cannot have a rule of its own"});
  }
  if (!heading && !given.rule) {
    problems.push_back({"rule-missing", place.where,
                        given.id.text() + ": an indicator without parts needs a rule"});
  }
}

/// Whether the part adds to the full score, and whether it has a weight in a mean.
[[nodiscard]] inline bool counts(const indicator& part) {
  return !part.rule || is_within_full_score(*part.rule);
}

/// A part of a sum has points, unless it only passes or fails or stands outside the full score.
inline void check_points_in_sum(const indicator& part, const std::string& where,
                                std::vector<problem>& problems) {
  const bool verdict = part.rule && has_line(*part.rule);
  const bool mean = !part.rule && !std::holds_alternative<sum_of_points>(part.combine) &&
                    !std::holds_alternative<k_of_n>(part.combine);
  const bool leaf = part.rule && counts(part) && !verdict;
  if ((leaf || mean) && !part.points) {
    problems.push_back(
        {"points-missing", where, part.id.text() + ": a part of a sum needs points"});
  }
}

inline void check_heading(const indicator& heading, const std::vector<const indicator*>& parts,
                          const std::string& where, std::vector<problem>& problems) {
  if (parts.empty()) {
    if (heading.id.text().empty())
      problems.push_back({"no-indicators", where, "expected at least one indicator"});
    return;
  }
  const std::string name = heading.id.text().empty() ? "the whole" : heading.id.text();
  if (std::holds_alternative<sum_of_points>(heading.combine)) return;
  std::size_t n = 0;
  decimal weights = 0;
  for (const indicator* p : parts) {
    if (!counts(*p)) continue;
    ++n;
    weights += p->weight.value_or(p->points.value_or(1));
  }
  if (const auto* k = std::get_if<k_of_n>(&heading.combine)) {
    if (k->at_least == 0 || (k->at_least != k_of_n::every && k->at_least > n)) {
      problems.push_back({"k-of-n", where,
                          name + ": at least " + std::to_string(k->at_least) + " of " +
                              std::to_string(n) + " parts"});
    }
  } else if (weights <= 0) {
    problems.push_back({"weights-zero", where,
                        name + ": the weights of its parts add up to " + to_string(weights) +
                            ", expected more than 0"});
  }
}

inline void check_places(int places, const std::string& where, std::vector<problem>& problems) {
  if (places >= 0 && places <= 12) return;
  problems.push_back(
      {"places", where, "expected 0 to 12 decimal places: " + std::to_string(places)});
}

/// The best band has no upper end, or one that the full score lies within.
inline void check_best_band(const settings& s, std::vector<problem>& problems) {
  if (s.bands.empty() || !s.bands.bands().front().below) return;
  const band& best = s.bands.bands().front();
  const decimal full = s.at_most.value_or(s.points.value_or(100));
  if (*best.below > full || (*best.below == full && best.includes_below)) return;
  problems.push_back(
      {"bands-gap", "scoring.bands",
       "a score of " + to_string(full) + " has no grade: the best band needs no upper end"});
}

inline std::vector<problem> check_settings(const settings& s) {
  std::vector<problem> problems;
  check_places(s.places, "scoring.places", problems);
  check_places(s.ranks.places.value_or(0), "scoring.ranks.places", problems);
  check_best_band(s, problems);
  if (s.at_least && s.at_most && *s.at_least > *s.at_most) {
    problems.push_back({"bounds-swapped", "scoring.at_least", "the floor lies above the cap"});
  }
  for (std::size_t i = 0; i < s.states.size(); ++i) {
    const auto* grade = std::get_if<grade_at_most>(&s.states[i].when);
    if (!s.states[i].state.empty() && (grade == nullptr || grade->place < s.bands.size())) continue;
    problems.push_back({"state", "scoring.states[" + std::to_string(i) + "]",
                        "expected a name for the state and a grade of the bands"});
  }
  return problems;
}

/// The points printed for the parts of a heading, for each object that parts name ("" where they
/// name none). Nothing where a part has no points, or is for objects of a kind.
[[nodiscard]] inline std::map<std::string, decimal> printed_sums(
    const std::vector<const indicator*>& parts) {
  std::map<std::string, decimal> sums;
  decimal common = 0;
  for (const indicator* p : parts) {
    if (!counts(*p)) continue;
    if (!p->points || !p->applies_to.attributes.empty()) return {};
    const std::set<object_key> named(p->applies_to.objects.begin(), p->applies_to.objects.end());
    if (named.empty()) common += *p->points;
    for (const object_key& o : named) sums[o.text()] += *p->points;
  }
  if (sums.empty()) sums.emplace("", 0);
  for (auto& [object, sum] : sums) sum += common;
  return sums;
}

/// Notes where the printed points of a heading and of its parts differ, once for each object that
/// parts name.
inline void note_sums(const indicator& heading, const std::vector<const indicator*>& parts,
                      const std::string& where, std::vector<problem>& notes) {
  if (!heading.points || !std::holds_alternative<sum_of_points>(heading.combine) || parts.empty())
    return;
  const std::string name = heading.id.text().empty() ? "the whole" : heading.id.text();
  for (const auto& [object, sum] : printed_sums(parts)) {
    if (sum == *heading.points) continue;
    notes.push_back({"points-do-not-add-up", where,
                     name + " is printed with " + to_string(*heading.points) +
                         " points, but its parts add up to " + to_string(sum) +
                         (object.empty() ? "" : " for " + object) + "; the parts count"});
  }
}

/// Notes weights that were meant to make 1 or 100 and miss it by less than a tenth.
inline void note_weights(const indicator& heading, const std::vector<const indicator*>& parts,
                         const std::string& where, std::vector<problem>& notes) {
  if (!std::holds_alternative<weighted_mean>(heading.combine) &&
      !std::holds_alternative<geometric_mean>(heading.combine))
    return;
  decimal sum = 0;
  for (const indicator* p : parts) {
    if (!p->weight || !p->applies_to.to_all()) return;
    sum += *p->weight;
  }
  for (const decimal whole : {decimal{1}, decimal{100}}) {
    const decimal off = abs(sum - whole);
    if (off == 0 || off * decimal{10} >= whole) continue;
    const std::string name = heading.id.text().empty() ? "the whole" : heading.id.text();
    notes.push_back({"weights-do-not-add-up", where,
                     name + ": the weights of its parts add up to " + to_string(sum) + ", not " +
                         to_string(whole) + "; they are taken in proportion"});
  }
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_CHECK_INDICATOR_HPP
