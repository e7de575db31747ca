/// Checking observations against their system and sorting them by object and indicator.
#ifndef DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP
#define DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP

#include <daopai/scoring/observation.hpp>

#include <algorithm>
#include <compare>
#include <functional>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
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

/// Positions of names, in the order in which they first came; a name that comes again at once, as
/// in a table sorted by it, is not looked up.
class name_index {
public:
  name_index() = default;
  name_index(const name_index&) = delete;
  name_index& operator=(const name_index&) = delete;
  explicit name_index(const std::vector<std::string>& known) {
    for (const std::string& name : known) static_cast<void>((*this)(name));
  }
  [[nodiscard]] std::size_t operator()(const std::string& name) {
    if (last_ != nullptr && last_->first == name) return last_->second;
    const auto [found, is_new] = positions_.try_emplace(name, positions_.size());
    if (is_new) names_.push_back(&found->first);
    last_ = &*found;
    return found->second;
  }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::string& operator[](std::size_t position) const {
    return *names_[position];
  }

private:
  std::unordered_map<std::string, std::size_t> positions_;
  std::vector<const std::string*> names_;  // nodes of the map stay where they are
  const std::pair<const std::string, std::size_t>* last_ = nullptr;
};

/// Everything about an observation but its numbers, as positions of names.
struct observation_place {
  std::size_t object;
  std::size_t indicator;
  std::uint32_t part;
  std::uint32_t rater;
  std::uint32_t period;
  friend auto operator<=>(const observation_place&, const observation_place&) = default;
};

/// Observations with their names looked up once; objects given in advance come first.
struct indexed_observations {
  name_index objects;
  name_index indicators = {};
  name_index names = name_index({std::string()});  ///< parts, raters and periods
  std::vector<observation_place> places = {};

  indexed_observations(const std::vector<object>& known, const std::vector<observation>& all) {
    for (const object& o : known) static_cast<void>(objects(o.id.text()));
    places.reserve(all.size());
    for (const observation& o : all) {
      places.push_back({objects(o.object.text()), indicators(o.indicator.text()), of_name(o.part),
                        of_name(o.rater), of_name(o.period)});
    }
  }
  [[nodiscard]] std::uint32_t of_name(const std::string& name) {
    return name.empty() ? 0 : static_cast<std::uint32_t>(names(name));
  }
};

/// Which observations say again what another says: same object, indicator, part, rater and period.
/// O(n) for a table in order, else O(n log n).
[[nodiscard]] inline std::vector<bool> doubled(const std::vector<observation_place>& places) {
  std::vector<bool> twice(places.size());
  const auto out_of_order =
      std::adjacent_find(places.begin(), places.end(), std::greater_equal<>());
  if (out_of_order == places.end()) return twice;
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
  for (std::size_t k = 1; k < order.size(); ++k)
    twice[order[k]] = places[order[k - 1]] == places[order[k]];
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
  return problems_of(detail::indexed_observations(objects_, observations_));
}

inline std::vector<problem> observation_builder::problems_of(
    const detail::indexed_observations& index) const {
  std::vector<problem> found;
  std::unordered_set<std::string> known;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const std::string& id = objects_[i].id.text();
    if (!known.insert(id).second)
      found.push_back({"object-twice", object_places_[i], "object " + id + " stands twice"});
  }
  const std::vector<bool> twice = detail::doubled(index.places);
  for (std::size_t i = 0; i < observations_.size(); ++i) {
    const observation& o = observations_[i];
    if (twice[i])
      found.push_back({"observation-twice", places_[i], detail::named(o) + " was observed before"});
    if (!objects_.empty() && index.places[i].object >= known.size()) {
      found.push_back({"unknown-object", places_[i], "there is no object " + o.object.text()});
    }
    detail::check_observation(o, system_, places_[i], found);
  }
  return found;
}

inline observation_table observation_builder::build() const {
  detail::indexed_observations index(objects_, observations_);
  if (auto found = problems_of(index); !found.empty()) throw invalid_input(std::move(found));
  observation_table table;
  table.indicators_ = system_.size();
  table.objects_ = objects_;
  for (std::size_t o = objects_.size(); o < index.objects.size(); ++o)
    table.objects_.push_back({.id = object_key(index.objects[o])});
  for (std::size_t o = 0; o < table.objects_.size(); ++o)
    table.by_key_.emplace(table.objects_[o].id.text(), o);
  table.sort_in(observations_, index, system_);
  for (std::size_t n = 1; n < index.names.size(); ++n) {
    table.names_.push_back(index.names[n]);
    table.positions_.emplace(index.names[n], static_cast<std::uint32_t>(n));
  }
  return table;
}

/// Sorts readings by object and indicator, by counting; what came first stays first.
inline void observation_table::sort_in(const std::vector<observation>& observations,
                                       detail::indexed_observations& index,
                                       const indicator_system& system) {
  std::vector<std::size_t> ids;
  for (std::size_t i = 0; i < index.indicators.size(); ++i)
    ids.push_back(system.find(indicator_key(index.indicators[i]))->index());
  const auto cell_of = [&](const detail::observation_place& p) {
    return p.object * indicators_ + ids[p.indicator];
  };
  starts_.assign(objects_.size() * indicators_ + 1, 0);
  for (const auto& p : index.places) ++starts_[cell_of(p) + 1];
  for (std::size_t c = 1; c < starts_.size(); ++c) starts_[c] += starts_[c - 1];
  readings_.resize(observations.size());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const observation& o = observations[i];
    const detail::observation_place& p = index.places[i];
    readings_[next[cell_of(p)]++] = {.value = o.value.value_or(0),
                                     .size = o.size,
                                     .part = p.part,
                                     .rater = p.rater,
                                     .period = p.period,
                                     .label = index.of_name(o.label) & 0x7fff'ffffU,
                                     .has_value = o.value.has_value() ? 1U : 0U};
  }
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
