/// Checking observations against their system and sorting them by object and indicator.
#ifndef DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP
#define DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP

#include <daopai/scoring/observation.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace daopai::scoring {
namespace detail {

/// The labels a rule knows; nothing for a rule that wants numbers.
[[nodiscard]] inline const std::vector<level>* labels_of(const std::optional<rule>& r) {
  if (!r) return nullptr;
  if (const auto* by_level = std::get_if<levels>(&*r)) return &by_level->table;
  if (const auto* by_title = std::get_if<title>(&*r))
    return by_title->table.empty() ? nullptr : &by_title->table;
  if (const auto* plus = std::get_if<bonus>(&*r))
    return plus->table.empty() ? nullptr : &plus->table;
  if (const auto* minus = std::get_if<malus>(&*r))
    return minus->table.empty() ? nullptr : &minus->table;
  return nullptr;
}

[[nodiscard]] inline const level* find_level(const std::vector<level>& table,
                                             const std::string& label) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const level& l) { return l.label == label; });
  return found == table.end() ? nullptr : &*found;
}

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
  if (!of.rule || !std::holds_alternative<single>(of.measure)) return;
  const decimal value = *given.value;
  const auto report = [&](const std::string& expected) {
    problems.push_back(
        {"value-out-of-range", where, named(given) + ": " + to_string(value) + " " + expected});
  };
  if (std::holds_alternative<direct>(*of.rule) && (value < 0 || value > system.points(id))) {
    report("points, expected 0 to " + to_string(system.points(id)));
  }
  if (const auto* table = std::get_if<levels>(&*of.rule);
      table != nullptr &&
      (value != floor(value) || value < 1 || value > decimal{table->table.size()})) {
    report("is no level, expected a label or 1 to " + std::to_string(table->table.size()));
  }
  if (std::holds_alternative<graded_steps>(*of.rule) && value < 0)
    report("steps, expected 0 or more");
}

}  // namespace detail

inline observation_builder& observation_builder::add(object given, std::string where) {
  if (where.empty()) where = "objects[" + std::to_string(objects_.size()) + "]";
  objects_.push_back(std::move(given));
  object_places_.push_back(std::move(where));
  return *this;
}

inline observation_builder& observation_builder::add(observation given, std::string where) {
  if (where.empty()) where = "observations[" + std::to_string(observations_.size()) + "]";
  observations_.push_back(std::move(given));
  places_.push_back(std::move(where));
  return *this;
}

namespace detail {

/// Which observations say again what another says: same object, indicator, part, rater and period.
[[nodiscard]] inline std::vector<bool> doubled(const std::vector<observation>& all) {
  const auto key_of = [&all](std::size_t i) {
    const observation& o = all[i];
    return std::tie(o.object, o.indicator, o.part, o.rater, o.period);
  };
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return key_of(a) < key_of(b); });
  std::vector<bool> twice(all.size());
  for (std::size_t k = 1; k < order.size(); ++k)
    twice[order[k]] = key_of(order[k - 1]) == key_of(order[k]);
  return twice;
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

}  // namespace detail

inline std::vector<problem> observation_builder::problems() const {
  std::vector<problem> found;
  std::set<std::string> known;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const std::string& id = objects_[i].id.text();
    if (!known.insert(id).second)
      found.push_back({"object-twice", object_places_[i], "object " + id + " stands twice"});
  }
  const std::vector<bool> twice = detail::doubled(observations_);
  for (std::size_t i = 0; i < observations_.size(); ++i) {
    const observation& o = observations_[i];
    if (twice[i])
      found.push_back({"observation-twice", places_[i], detail::named(o) + " was observed before"});
    if (!objects_.empty() && known.count(o.object.text()) == 0) {
      found.push_back({"unknown-object", places_[i], "there is no object " + o.object.text()});
    }
    detail::check_observation(o, system_, places_[i], found);
  }
  return found;
}

inline observation_table observation_builder::build() const {
  if (auto found = problems(); !found.empty()) throw invalid_input(std::move(found));
  observation_table table;
  table.indicators_ = system_.size();
  table.objects_ = objects_;
  for (std::size_t i = 0; i < objects_.size(); ++i) table.by_key_.emplace(objects_[i].id.text(), i);
  for (const observation& o : observations_) {
    if (table.by_key_.emplace(o.object.text(), table.objects_.size()).second)
      table.objects_.push_back({.id = o.object});
  }
  std::vector<std::size_t> cells;
  table.starts_.assign(table.objects_.size() * table.indicators_ + 1, 0);
  for (const observation& o : observations_) {
    cells.push_back(table.by_key_[o.object.text()] * table.indicators_ +
                    system_.find(o.indicator)->index());
    ++table.starts_[cells.back() + 1];
  }
  for (std::size_t c = 1; c < table.starts_.size(); ++c) table.starts_[c] += table.starts_[c - 1];
  table.readings_.resize(observations_.size());
  std::vector<std::uint32_t> next(table.starts_.begin(), table.starts_.end() - 1);
  for (std::size_t i = 0; i < observations_.size(); ++i) {
    const observation& o = observations_[i];
    table.readings_[next[cells[i]]++] = {o.value.value_or(0),    o.size,
                                         table.intern(o.part),   table.intern(o.rater),
                                         table.intern(o.period), table.intern(o.label),
                                         o.value.has_value()};
  }
  return table;
}

inline std::optional<object_id> observation_table::find(const object_key& id) const {
  const auto found = by_key_.find(id.text());
  if (found == by_key_.end()) return std::nullopt;
  return object_id{found->second};
}

inline std::optional<std::uint32_t> observation_table::position(const std::string& name) const {
  const auto found = positions_.find(name);
  if (found == positions_.end()) return std::nullopt;
  return found->second;
}

inline std::uint32_t observation_table::intern(const std::string& name) {
  if (name.empty()) return 0;
  const auto [found, is_new] = positions_.emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (is_new) names_.push_back(name);
  return found->second;
}

inline std::vector<std::string> observation_table::periods() const {
  std::set<std::string> names;
  for (const reading& r : readings_) {
    if (r.period != 0) names.insert(names_[r.period]);
  }
  return {names.begin(), names.end()};
}

inline std::vector<std::string> observation_table::raters() const {
  std::set<std::string> names;
  for (const reading& r : readings_) {
    if (r.rater != 0) names.insert(names_[r.rater]);
  }
  return {names.begin(), names.end()};
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP
