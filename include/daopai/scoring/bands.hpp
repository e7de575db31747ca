/// Grade bands: half-open, from the best downwards, without gaps or overlaps.
#ifndef DAOPAI_SCORING_BANDS_HPP
#define DAOPAI_SCORING_BANDS_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/effect.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// One grade: [from, below). A bound left out is open: the lowest band has no `from`, the highest
/// no `below`. `includes_below` and `excludes_from` turn a band into (from, below], as in "green >
/// 95, yellow 85-95".
struct band {
  std::string grade;
  std::optional<decimal> from = std::nullopt;
  std::optional<decimal> below = std::nullopt;
  bool excludes_from = false;
  bool includes_below = false;
};

/// Bands in which every number has exactly one grade; best first. Empty: no grades.
class grade_bands {
public:
  grade_bands() = default;
  /// @throws invalid_input with every gap, overlap, reversed band and doubled name
  explicit grade_bands(std::vector<band> bands);

  [[nodiscard]] const std::vector<band>& bands() const { return bands_; }
  [[nodiscard]] bool empty() const { return bands_.empty(); }
  [[nodiscard]] std::size_t size() const { return bands_.size(); }
  [[nodiscard]] const std::string& name(std::size_t place) const { return bands_[place].grade; }

  /// The place of the grade of a score: 0 is the best.
  [[nodiscard]] std::size_t place_of(decimal score) const;
  [[nodiscard]] std::optional<std::size_t> place_named(const std::string& grade) const;

  /// The place after the effects, in this fixed order: the largest downgrade, then the lowest cap,
  /// then a failure, which is the last band.
  [[nodiscard]] std::size_t after(std::size_t place, const std::vector<effect>& effects) const;

private:
  std::vector<band> bands_;
};

/// Everything that is wrong with bands, as `grade_bands` would throw it; `where` is put before each
/// place.
[[nodiscard]] std::vector<problem> check_bands(std::vector<band> bands,
                                               const std::string& where = "bands");

namespace detail {

[[nodiscard]] inline bool is_above(const band& a, const band& b) {
  if (!a.from || !b.from) return a.from.has_value() && !b.from.has_value();
  return *a.from > *b.from;
}

[[nodiscard]] inline bool is_reversed(const band& b) {
  if (!b.from || !b.below || *b.from < *b.below) return false;
  return *b.from > *b.below || b.excludes_from || !b.includes_below;
}

/// The end of a band where none is given is the start of the band above it.
inline void close_bands(std::vector<band>& sorted) {
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i].below) continue;
    sorted[i].below = sorted[i - 1].from;
    sorted[i].includes_below = sorted[i - 1].excludes_from;
  }
}

[[nodiscard]] inline std::optional<problem> seam_problem(const band& upper, const band& lower,
                                                         const std::string& where) {
  if (!upper.from) {
    return problem{"bands-overlap", where,
                   "bands " + upper.grade + " and " + lower.grade + " both have no lower end"};
  }
  const std::string names = lower.grade + " ends at " + to_string(*lower.below) + " and " +
                            upper.grade + " starts at " + to_string(*upper.from);
  const bool both = lower.includes_below && !upper.excludes_from;
  const bool none = !lower.includes_below && upper.excludes_from;
  if (*lower.below < *upper.from || (*lower.below == *upper.from && none)) {
    return problem{"bands-gap", where, "scores between have no grade: " + names};
  }
  if (*lower.below > *upper.from || both) {
    return problem{"bands-overlap", where, "scores have two grades: " + names};
  }
  return std::nullopt;
}

}  // namespace detail

inline std::vector<problem> check_bands(std::vector<band> bands, const std::string& where) {
  std::vector<problem> problems;
  for (const band& b : bands) {
    if (b.grade.empty())
      problems.push_back({"band-without-name", where, "a band needs the name of its grade"});
    if (detail::is_reversed(b)) {
      problems.push_back({"band-reversed", where,
                          "band " + b.grade + " runs from " + to_string(*b.from) + " to " +
                              to_string(*b.below) + ": expected from < below"});
    }
    const auto same = [&b](const band& other) { return other.grade == b.grade; };
    if (std::find_if(bands.begin(), bands.end(), same) != bands.begin() + (&b - bands.data())) {
      problems.push_back({"band-twice", where, "grade " + b.grade + " has two bands"});
    }
  }
  std::stable_sort(bands.begin(), bands.end(), detail::is_above);
  detail::close_bands(bands);
  if (!bands.empty() && bands.back().from.value_or(0) > decimal{0}) {
    problems.push_back({"bands-gap", where,
                        "scores from 0 to " + to_string(*bands.back().from) +
                            " have no grade: the lowest band needs no \"from\""});
  }
  for (std::size_t i = 1; i < bands.size() && problems.empty(); ++i) {
    if (auto found = detail::seam_problem(bands[i - 1], bands[i], where))
      problems.push_back(*found);
  }
  return problems;
}

inline grade_bands::grade_bands(std::vector<band> bands) : bands_(std::move(bands)) {
  if (auto problems = check_bands(bands_); !problems.empty())
    throw invalid_input(std::move(problems));
  std::stable_sort(bands_.begin(), bands_.end(), detail::is_above);
  detail::close_bands(bands_);
}

inline std::size_t grade_bands::place_of(decimal score) const {
  for (std::size_t i = 0; i + 1 < bands_.size(); ++i) {
    const band& b = bands_[i];
    if (score > *b.from || (score == *b.from && !b.excludes_from)) return i;
  }
  return bands_.size() - 1;
}

inline std::optional<std::size_t> grade_bands::place_named(const std::string& grade) const {
  for (std::size_t i = 0; i < bands_.size(); ++i) {
    if (bands_[i].grade == grade) return i;
  }
  return std::nullopt;
}

inline std::size_t grade_bands::after(std::size_t place, const std::vector<effect>& effects) const {
  std::size_t dropped = 0;
  std::size_t best = 0;
  bool failed = false;
  for (const effect& e : effects) {
    if (const auto* down = std::get_if<downgrade>(&e)) {
      dropped = std::max(dropped, static_cast<std::size_t>(std::max(down->by, 0)));
    }
    if (const auto* cap = std::get_if<cap_grade>(&e))
      best = std::max(best, place_named(cap->at_most).value_or(0));
    failed = failed || std::holds_alternative<fails>(e);
  }
  const std::size_t last = bands_.size() - 1;
  return failed ? last : std::min(std::max(place + dropped, best), last);
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_BANDS_HPP
