/// What can be wrong with observations.
#ifndef DAOPAI_SCORING_DETAIL_CHECK_OBSERVATION_HPP
#define DAOPAI_SCORING_DETAIL_CHECK_OBSERVATION_HPP

#include <daopai/scoring/detail/labels.hpp>
#include <daopai/scoring/detail/readings.hpp>
#include <daopai/scoring/system.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring::detail {

[[nodiscard]] inline std::string named(const observation& o) {
  return o.object.text().empty() ? o.indicator.text()
                                 : o.indicator.text() + " of " + o.object.text();
}

/// The label observed is one that the rule knows.
inline void check_label(const observation& given, const indicator& of, const std::string& where,
                        std::vector<problem>& problems) {
  const std::vector<level>* table = labels_of(of.rule);
  if (table == nullptr) {
    problems.push_back({"not-a-number", where,
                        named(given) + ": expected a number, found \"" + given.label + "\""});
  } else if (find_level(*table, given.label) == nullptr) {
    std::string known;
    for (const level& l : *table) known += (known.empty() ? "" : ", ") + l.label;
    problems.push_back(
        {"unknown-label", where, named(given) + ": \"" + given.label + "\" is none of " + known});
  }
}

/// A number the rule can take.
inline void check_value(const observation& given, const indicator_system& system, indicator_id id,
                        const std::string& where, std::vector<problem>& problems) {
  const indicator& of = system.at(id);
  if (!of.rule || !of.measure.is<single>()) return;
  const decimal value = *given.value;
  const auto report = [&](const std::string& expected) {
    problems.push_back(
        {"value-out-of-range", where, named(given) + ": " + to_string(value) + " " + expected});
  };
  if (of.rule->is<direct>() && (value < 0 || value > system.points(id))) {
    report("points, expected 0 to " + to_string(system.points(id)));
  }
  if (const auto* table = of.rule->as<levels>();
      table != nullptr &&
      (value != floor(value) || value < 1 || value > decimal{table->table.size()})) {
    report("is no level, expected a label or 1 to " + std::to_string(table->table.size()));
  }
  if (of.rule->is<graded_steps>() && value < 0) report("steps, expected 0 or more");
}

/// What is wrong with one observation, whatever the others say.
inline void check_observation(const observation& o, const indicator_system& system,
                              const std::string& where, std::vector<problem>& found) {
  if (o.size < 0) {
    found.push_back(
        {"size-negative", where, named(o) + ": a size cannot be negative: " + to_string(o.size)});
  }
  const auto id = system.find(o.indicator);
  if (!id) {
    found.push_back({"unknown-indicator", where, "there is no indicator " + o.indicator.text()});
  } else if (!system.is_leaf(*id)) {
    found.push_back({"observation-of-heading", where,
                     o.indicator.text() + " is a heading: its parts are observed"});
  } else {
    if (!o.label.empty()) check_label(o, system.at(*id), where, found);
    if (o.value) check_value(o, system, *id, where, found);
  }
}

/// The numbers of one indicator that are right at first sight; what is not is looked at closely.
struct plain_range {
  decimal least = 1;
  decimal most = 0;

  plain_range(const indicator_system& system, std::optional<indicator_id> id) {
    if (!id || !system.is_leaf(*id) || !system.at(*id).rule) return;
    const rule& judged_by = *system.at(*id).rule;
    if (judged_by.is<levels>()) return;
    const bool from_zero = judged_by.is<direct>() || judged_by.is<graded_steps>();
    constexpr std::int64_t any = 1'000'000'000'000'000'000;
    least = from_zero ? 0 : -any;
    most = judged_by.is<direct>() ? system.points(*id) : decimal{any};
  }
  [[nodiscard]] bool has(decimal value, const circumstance& told) const {
    return value >= least && value <= most && told.label == 0 && told.size >= 0;
  }
};

/// The order of readings by what no two of a table have in common.
class reading_order {
public:
  explicit reading_order(const circumstance_pool& told) : told_(told) {}

  [[nodiscard]] bool operator()(const placed_reading& a, const placed_reading& b) const {
    if (a.object != b.object) return a.object < b.object;
    if (a.indicator != b.indicator) return a.indicator < b.indicator;
    return identity(a) < identity(b);
  }

private:
  [[nodiscard]] std::array<std::uint32_t, 3> identity(const placed_reading& r) const {
    const circumstance& told = told_[r.circumstance];
    return {told.part, told.rater, told.period};
  }

  const circumstance_pool& told_;
};

/// Which observations say again what another says: same object, indicator, part, rater and period.
/// O(n) for a table in order, else O(n log n). Empty: none.
[[nodiscard]] inline std::vector<bool> doubled(const std::vector<placed_reading>& readings,
                                               const circumstance_pool& told) {
  const reading_order stands_before(told);
  const auto out_of_order = std::adjacent_find(
      readings.begin(), readings.end(),
      [&](const placed_reading& a, const placed_reading& b) { return !stands_before(a, b); });
  if (out_of_order == readings.end()) return {};
  std::vector<bool> twice(readings.size());
  std::vector<std::size_t> order(readings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return stands_before(readings[a], readings[b]);
  });
  for (std::size_t k = 1; k < order.size(); ++k)
    twice[order[k]] = !stands_before(readings[order[k - 1]], readings[order[k]]);
  return twice;
}

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_CHECK_OBSERVATION_HPP
