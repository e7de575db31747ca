/// From readings to the one value of an indicator.
#ifndef DAOPAI_SCORING_DETAIL_MEASURED_HPP
#define DAOPAI_SCORING_DETAIL_MEASURED_HPP

#include <daopai/scoring/assumed.hpp>
#include <daopai/scoring/detail/summary.hpp>
#include <daopai/scoring/observation.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// Which readings count: those of one rater or one period, or all. A reading without a rater or
/// period is everybody's and always counts.
struct visible {
  static constexpr std::uint32_t all = 0;
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  std::uint32_t rater = all;
  std::uint32_t period = all;
  std::string period_name = {};  ///< asked for, whether or not anything was observed in it

  [[nodiscard]] bool operator()(const circumstance& r) const {
    return (rater == all || r.rater == 0 || r.rater == rater) &&
           (period == all || r.period == 0 || r.period == period);
  }
};

/// A value, or a label, or nothing.
struct measured {
  decimal value = 0;
  std::uint32_t label = 0;
  bool present = false;
};

[[nodiscard]] inline measured measured_value(std::optional<decimal> value) {
  return {value.value_or(0), 0, value.has_value()};
}

/// Measures one indicator of one object; a visitor of `measure`.
class measurer {
public:
  /// @param assumed  values that stand for what was observed, in any order, one for a leaf
  measurer(const indicator_system& system, const observation_table& table, visible seen,
           std::span<const assumed_value> assumed = {})
      : system_(&system),
        table_(&table),
        seen_(std::move(seen)),
        order_(rater_order(system, table)),
        assumed_(assumed.begin(), assumed.end()) {
    std::sort(assumed_.begin(), assumed_.end(), stands_before);
  }

  [[nodiscard]] measured operator()(object_id object, indicator_id id) const {
    const indicator& of = system_->at(id);
    if (of.measure.is<single>() && of.scaled_by.empty()) {
      if (const auto number = plain(object, id)) return {*number, 0, true};
    }
    const measured found = unscaled(object, id);
    if (!found.present || of.scaled_by.empty() || found.label != 0) return found;
    const auto factor = quantity(object, of.scaled_by);
    return factor ? measured_value(found.value * *factor) : measured{};
  }

  /// The value before the object's quantity `scaled_by` multiplies it.
  [[nodiscard]] measured unscaled(object_id object, indicator_id id) const {
    if (const auto assumed = assumed_of(object, id)) return measured_value(assumed);
    return measure_by(system_->at(id).measure, object, id);
  }

  /// The one number observed, where nothing else was, it counts and no other is assumed.
  [[nodiscard]] std::optional<decimal> plain(object_id object, indicator_id id) const {
    if (!assumed_.empty() && assumed_of(object, id)) return std::nullopt;
    const auto number = table_->number(object, id);
    return number && seen_(table_->of(object, id).front()) ? number : std::nullopt;
  }
  /// Whether every reading counts, and none is assumed to be another.
  [[nodiscard]] bool is_simple() const {
    return seen_.rater == visible::all && seen_.period == visible::all && assumed_.empty();
  }

  /// The object's latest value of a period before the one looked at.
  [[nodiscard]] std::optional<decimal> before(object_id object, indicator_id id) const {
    const auto readings = table_->of(object, id);
    const reading* latest = nullptr;
    for (const reading& r : readings) {
      if (!r.has_value || r.part != 0 || r.period == 0 || !is_before(r.period)) continue;
      if (latest == nullptr || table_->name(r.period) > table_->name(latest->period)) latest = &r;
    }
    if (latest == nullptr) return std::nullopt;
    return latest->value;
  }

private:
  [[nodiscard]] static bool stands_before(const assumed_value& a, const assumed_value& b) {
    return std::pair(a.object, a.leaf) < std::pair(b.object, b.leaf);
  }
  [[nodiscard]] std::optional<decimal> assumed_of(object_id object, indicator_id id) const {
    const assumed_value wanted{object, id, 0};
    const auto at = std::lower_bound(assumed_.begin(), assumed_.end(), wanted, stands_before);
    if (at == assumed_.end() || stands_before(wanted, *at)) return std::nullopt;
    return at->value;
  }

  [[nodiscard]] static std::vector<std::uint32_t> rater_order(const indicator_system& system,
                                                              const observation_table& table) {
    std::vector<std::uint32_t> order;
    for (const auto& name : system.config().raters) {
      if (const auto at = table.position(name)) order.push_back(*at);
    }
    return order;
  }
  [[nodiscard]] bool is_before(std::uint32_t period) const {
    return seen_.period_name.empty() || table_->name(period) < seen_.period_name;
  }

  [[nodiscard]] measured measure_by(const measure& how, object_id object, indicator_id id) const {
    const auto readings = table_->of(object, id);
    if (how.is<single>()) return pick(readings, 0);
    if (const auto* m = how.as<ratio>()) return measured_value(measure_ratio(*m, object, id));
    if (const auto* m = how.as<dispersion>())
      return measured_value(variation_of(parts(readings, m->weighted), m->sample));
    if (const auto* m = how.as<survey>()) return measured_value(measure_survey(*m, readings));
    if (const auto* m = how.as<raters>()) return measure_raters(*m, readings);
    if (const auto* m = how.as<periods>()) return measured_value(measure_periods(*m, readings));
    if (const auto* m = how.as<combination>()) return measured_value(combine(*m, object, id));
    return measured_value(collect(*how.as<collected>(), readings));
  }

  [[nodiscard]] std::size_t place_of_rater(std::uint32_t rater) const {
    return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), rater) -
                                    order_.begin());
  }

  /// The reading of one part that counts: by the order of raters, then the latest period.
  [[nodiscard]] measured pick(std::span<const reading> readings, std::uint32_t part) const {
    const reading* best = nullptr;
    for (const reading& r : readings) {
      if (r.part != part || !seen_(r) || !(r.has_value || r.label != 0)) continue;
      if (best == nullptr || counts_before(r, *best)) best = &r;
    }
    if (best == nullptr) return {};
    return {best->value, best->label, true};
  }
  [[nodiscard]] bool counts_before(const reading& a, const reading& b) const {
    if (a.rater != b.rater) return place_of_rater(a.rater) < place_of_rater(b.rater);
    return table_->name(a.period) > table_->name(b.period);
  }

  /// All visible values of parts, those of several raters or periods reduced to the one that
  /// counts.
  [[nodiscard]] std::vector<weighted_value> parts(std::span<const reading> readings,
                                                  bool by_size) const {
    std::vector<const reading*> candidates;
    for (const reading& r : readings) {
      if (seen_(r) && r.has_value) candidates.push_back(&r);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [this](const reading* a, const reading* b) {
                       return a->part != b->part ? a->part < b->part : counts_before(*a, *b);
                     });
    std::vector<weighted_value> values;
    const reading* last = nullptr;
    for (const reading* r : candidates) {
      if (last == nullptr || last->part != r->part)
        values.push_back({r->value, by_size ? r->size : decimal{1}});
      last = r;
    }
    return values;
  }

  [[nodiscard]] std::optional<decimal> quantity(object_id object, const std::string& name) const {
    const auto& known = table_->at(object).quantities;
    const auto found = known.find(name);
    if (found == known.end()) return std::nullopt;
    return found->second;
  }

  /// A part of the indicator, else an indicator of that name, else a quantity of the object.
  [[nodiscard]] std::optional<decimal> named(object_id object, indicator_id id,
                                             const std::string& name) const {
    if (const auto part = table_->position(name)) {
      const measured found = pick(table_->of(object, id), *part);
      if (found.present) return found.value;
    }
    if (const auto other = system_->find(indicator_key(name)); other && *other != id) {
      if (const auto assumed = assumed_of(object, *other)) return assumed;
      const measured found = pick(table_->of(object, *other), 0);
      if (found.present) return found.value;
    }
    return quantity(object, name);
  }

  [[nodiscard]] std::optional<decimal> measure_ratio(const ratio& m, object_id object,
                                                     indicator_id id) const {
    const auto above = named(object, id, m.numerator);
    const auto below = named(object, id, m.denominator);
    if (!above || !below || *below == 0) return std::nullopt;
    return mul_div(*above, m.times, *below);
  }

  [[nodiscard]] std::optional<decimal> measure_survey(const survey& m,
                                                      std::span<const reading> readings) const {
    const auto values = parts(readings, true);
    decimal sample = 0;
    for (const auto& v : values) sample += v.weight;
    if (sample < m.minimum_sample) return std::nullopt;
    return mean_of(values);
  }

  [[nodiscard]] measured measure_raters(const raters& m, std::span<const reading> readings) const {
    std::vector<weighted_value> given;
    for (std::size_t k = 0; k < m.names.size(); ++k) {
      const measured found = of_rater(readings, m.names[k]);
      if (!found.present) continue;
      if (m.how == raters::pick::first_present) return found;
      given.push_back({found.value, m.how == raters::pick::weighted ? m.weights[k] : decimal{1}});
    }
    if (m.how == raters::pick::trimmed_mean && given.size() > 2) {
      std::sort(given.begin(), given.end(),
                [](const auto& a, const auto& b) { return a.value < b.value; });
      given.erase(given.begin());
      given.pop_back();
    }
    return measured_value(mean_of(given));
  }
  [[nodiscard]] measured of_rater(std::span<const reading> readings,
                                  const std::string& name) const {
    const auto rater = table_->position(name);
    const reading* best = nullptr;
    for (const reading& r : readings) {
      if (!rater || r.rater != *rater || !seen_(r) || !(r.has_value || r.label != 0)) continue;
      if (best == nullptr || table_->name(r.period) > table_->name(best->period)) best = &r;
    }
    if (best == nullptr) return {};
    return {best->value, best->label, true};
  }

  [[nodiscard]] std::optional<decimal> measure_periods(const periods& m,
                                                       std::span<const reading> readings) const {
    std::vector<weighted_value> given;
    for (const auto& w : m.weights) {
      const auto period = table_->position(w.period);
      const reading* best = nullptr;
      for (const reading& r : readings) {
        if (!period || r.period != *period || !r.has_value) continue;
        if (best == nullptr || counts_before(r, *best)) best = &r;
      }
      if (best == nullptr) return std::nullopt;
      given.push_back({best->value, w.share});
    }
    return mean_of(given);
  }

  [[nodiscard]] std::optional<decimal> combine(const combination& m, object_id object,
                                               indicator_id id) const {
    decimal sum = 0;
    for (const auto& term : m.terms) {
      const auto value = named(object, id, term.part);
      if (!value) return std::nullopt;
      sum += term.coefficient * *value;
    }
    return sum;
  }

  [[nodiscard]] std::optional<decimal> collect(const collected& m,
                                               std::span<const reading> readings) const {
    std::vector<decimal> values;
    decimal sum = 0;
    for (const auto& v : parts(readings, false)) {
      values.push_back(m.each_at_most ? std::min(v.value, *m.each_at_most) : v.value);
      sum += values.back();
    }
    if (values.empty()) return std::nullopt;
    switch (m.how) {
      case collected::by::sum: return sum;
      case collected::by::mean: return sum / decimal{values.size()};
      case collected::by::median: return median_of(std::move(values));
      case collected::by::minimum: return *std::min_element(values.begin(), values.end());
      case collected::by::maximum: return *std::max_element(values.begin(), values.end());
      case collected::by::count: return decimal{values.size()};
    }
    return std::nullopt;
  }

  const indicator_system* system_;
  const observation_table* table_;
  visible seen_;
  std::vector<std::uint32_t> order_;
  std::vector<assumed_value> assumed_;  // by object and leaf
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_MEASURED_HPP
