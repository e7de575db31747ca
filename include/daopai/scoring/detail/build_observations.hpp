/// Checking observations against their system and sorting them by object and indicator.
#ifndef DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP
#define DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP

#include <daopai/scoring/detail/check_observation.hpp>
#include <daopai/scoring/observation.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring {

inline observation_builder& observation_builder::add(object given, std::string where) {
  if (where.empty()) where = "objects[" + std::to_string(objects_.size()) + "]";
  objects_.push_back(std::move(given));
  object_places_.push_back(std::move(where));
  return *this;
}

inline observation_builder& observation_builder::add(const observation& given, std::string where) {
  const auto position = [this](const std::string& name) { return name.empty() ? 0 : names_(name); };
  readings_.push_back({.what = {.value = given.value.value_or(0),
                                .size = given.size,
                                .part = position(given.part),
                                .rater = position(given.rater),
                                .period = position(given.period),
                                .label = position(given.label) & 0x7fff'ffffU,
                                .has_value = given.value.has_value() ? 1U : 0U},
                       .object = keys_(given.object.text()),
                       .indicator = indicators_(given.indicator.text())});
  if (!where.empty()) {
    places_.resize(readings_.size());
    places_.back() = std::move(where);
  }
  return *this;
}

inline std::string observation_builder::place_of(std::size_t n) const {
  if (n < places_.size() && !places_[n].empty()) return places_[n];
  return "observations[" + std::to_string(n) + "]";
}

inline observation observation_builder::as_given(const detail::placed_reading& r) const {
  observation given{.object = object_key(keys_[r.object]),
                    .indicator = indicator_key(indicators_[r.indicator])};
  if (r.what.has_value != 0) given.value = r.what.value;
  given.label = names_[r.what.label];
  given.part = names_[r.what.part];
  given.rater = names_[r.what.rater];
  given.period = names_[r.what.period];
  given.size = r.what.size;
  return given;
}

inline std::vector<std::optional<indicator_id>> observation_builder::ids() const {
  std::vector<std::optional<indicator_id>> found;
  for (std::uint32_t n = 0; n < indicators_.size(); ++n)
    found.push_back(system_.find(indicator_key(indicators_[n])));
  return found;
}

/// Whether an object that is observed may be: where objects were added, those alone.
inline std::vector<bool> observation_builder::known_objects() const {
  std::vector<bool> known(keys_.size(), objects_.empty());
  for (const object& o : objects_) {
    if (const auto seen = keys_.find(o.id.text())) known[*seen] = true;
  }
  return known;
}

inline void observation_builder::check_objects(std::vector<problem>& found) const {
  detail::name_pool known;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const std::string& id = objects_[i].id.text();
    if (known.find(id))
      found.push_back({"object-twice", object_places_[i], "object " + id + " stands twice"});
    known(id);
  }
}

inline void observation_builder::check_readings(std::vector<problem>& found) const {
  const std::vector<bool> twice = detail::doubled(readings_);
  const std::vector<bool> known = known_objects();
  std::vector<detail::plain_range> ranges;
  for (const auto& id : ids()) ranges.emplace_back(system_, id);
  for (std::size_t n = 0; n < readings_.size(); ++n) {
    const detail::placed_reading& r = readings_[n];
    const bool again = !twice.empty() && twice[n];
    if (!again && known[r.object] && ranges[r.indicator].has(r.what)) continue;
    const observation o = as_given(r);
    const std::string where = place_of(n);
    if (again)
      found.push_back({"observation-twice", where, detail::named(o) + " was observed before"});
    if (!known[r.object])
      found.push_back({"unknown-object", where, "there is no object " + o.object.text()});
    detail::check_observation(o, system_, where, found);
  }
}

inline std::vector<problem> observation_builder::problems() const {
  std::vector<problem> found;
  check_objects(found);
  check_readings(found);
  return found;
}

inline observation_table observation_builder::build() const {
  if (auto found = problems(); !found.empty()) throw invalid_input(std::move(found));
  observation_table table;
  table.indicators_ = system_.size();
  table.objects_ = objects_;
  if (objects_.empty()) {
    for (std::uint32_t o = 0; o < keys_.size(); ++o)
      table.objects_.push_back({.id = object_key(keys_[o])});
  }
  for (const object& o : table.objects_) table.keys_(o.id.text());
  table.names_ = names_;
  std::vector<std::uint32_t> positions;
  for (std::uint32_t o = 0; o < keys_.size(); ++o) positions.push_back(*table.keys_.find(keys_[o]));
  table.sort_in(readings_, positions, ids());
  return table;
}

/// Sorts readings by object and indicator, by counting; what came first stays first.
/// @param objects, indicators  where the names that the readings give stand
inline void observation_table::sort_in(const std::vector<detail::placed_reading>& given,
                                       const std::vector<std::uint32_t>& objects,
                                       const std::vector<std::optional<indicator_id>>& indicators) {
  const auto cell_of = [&](const detail::placed_reading& r) {
    return objects[r.object] * indicators_ + indicators[r.indicator]->index();
  };
  starts_.assign(objects_.size() * indicators_ + 1, 0);
  for (const auto& r : given) ++starts_[cell_of(r) + 1];
  for (std::size_t c = 1; c < starts_.size(); ++c) starts_[c] += starts_[c - 1];
  readings_.resize(given.size());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (const auto& r : given) readings_[next[cell_of(r)]++] = r.what;
}

inline std::optional<object_id> observation_table::find(const object_key& id) const {
  const auto found = keys_.find(id.text());
  if (!found) return std::nullopt;
  return object_id{*found};
}

inline std::optional<std::uint32_t> observation_table::position(const std::string& name) const {
  return names_.find(name);
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
