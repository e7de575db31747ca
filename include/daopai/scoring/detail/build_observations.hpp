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
  readings_.push_back({.value = given.value.value_or(0),
                       .object = keys_(given.object.text()),
                       .indicator = indicators_(given.indicator.text()),
                       .circumstance = circumstance_of(given)});
  if (!where.empty()) {
    places_.resize(readings_.size());
    places_.back() = std::move(where);
  }
  return *this;
}

inline std::uint32_t observation_builder::circumstance_of(const observation& given) {
  const auto position = [this](const std::string& name) { return name.empty() ? 0 : names_(name); };
  return circumstances_({.size = given.size,
                         .part = position(given.part),
                         .rater = position(given.rater),
                         .period = position(given.period),
                         .label = position(given.label) & 0x7fff'ffffU,
                         .has_value = given.value.has_value() ? 1U : 0U});
}

inline std::string observation_builder::place_of(std::size_t n) const {
  if (n < places_.size() && !places_[n].empty()) return places_[n];
  return "observations[" + std::to_string(n) + "]";
}

inline observation observation_builder::as_given(const detail::placed_reading& r) const {
  observation given{.object = object_key(keys_[r.object]),
                    .indicator = indicator_key(indicators_[r.indicator])};
  const circumstance& told = circumstances_[r.circumstance];
  if (told.has_value != 0) given.value = r.value;
  given.label = names_[told.label];
  given.part = names_[told.part];
  given.rater = names_[told.rater];
  given.period = names_[told.period];
  given.size = told.size;
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
  const std::vector<bool> twice = detail::doubled(readings_, circumstances_);
  const std::vector<bool> known = known_objects();
  std::vector<detail::plain_range> ranges;
  for (const auto& id : ids()) ranges.emplace_back(system_, id);
  for (std::size_t n = 0; n < readings_.size(); ++n) {
    const detail::placed_reading& r = readings_[n];
    const bool again = !twice.empty() && twice[n];
    if (!again && known[r.object] &&
        ranges[r.indicator].has(r.value, circumstances_[r.circumstance]))
      continue;
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
  table.layout_ = {system_.size()};
  table.objects_ = objects_;
  if (objects_.empty()) {
    for (std::uint32_t o = 0; o < keys_.size(); ++o)
      table.objects_.push_back({.id = object_key(keys_[o])});
  }
  for (const object& o : table.objects_) table.keys_(o.id.text());
  table.names_ = names_;
  table.circumstances_ = circumstances_;
  observation_table::slots positions;
  for (std::uint32_t o = 0; o < keys_.size(); ++o) positions.push_back(*table.keys_.find(keys_[o]));
  table.sort_in(readings_, positions, ids());
  return table;
}

/// Puts readings where they belong; of one object and indicator what came first stays first.
/// @param objects, indicators  where the names that the readings give stand
inline void observation_table::sort_in(const std::vector<detail::placed_reading>& given,
                                       const slots& objects,
                                       const std::vector<std::optional<indicator_id>>& indicators) {
  const auto slot_of = [&](const detail::placed_reading& r) {
    return layout_.slot(object_id{objects[r.object]}, *indicators[r.indicator]);
  };
  numbers_.resize(layout_.slots(objects_.size()));
  told_.resize(numbers_.size());
  for (const auto& r : given) ++told_[slot_of(r)];
  make_room_for_several();
  for (const auto& r : given) {
    const std::size_t at = slot_of(r);
    if ((told_[at] & several) != 0) {
      keep_several(told_[at], r);
    } else {
      numbers_[at] = r.value;
      told_[at] = r.circumstance + 1;
    }
  }
}

/// From counts of readings to runs of those that are not alone.
inline void observation_table::make_room_for_several() {
  std::uint32_t all = 0;
  for (std::uint32_t& told : told_) {
    if (told < 2) continue;
    const std::uint32_t count = told;
    told = several | static_cast<std::uint32_t>(runs_.size());
    runs_.push_back(all);
    all += count;
  }
  several_.resize(all);
}

/// A run ends behind what is in it, and so where the next one starts when all are full.
inline void observation_table::keep_several(std::uint32_t& told, const detail::placed_reading& r) {
  several_[runs_[told & ~several]++] = {circumstances_[r.circumstance], r.value};
}

inline detail::readings observation_table::of(object_id o, indicator_id i) const {
  const std::size_t at = layout_.slot(o, i);
  const std::uint32_t told = told_[at];
  if (told == 0) return {};
  if ((told & several) == 0) return detail::readings({circumstances_[told - 1], numbers_[at]});
  const std::uint32_t run = told & ~several;
  const std::uint32_t first = run == 0 ? 0 : runs_[run - 1];
  return {several_.data() + first, runs_[run] - first};
}

inline detail::number_column observation_table::numbers(object_id first, indicator_id i) const {
  const std::size_t at = layout_.slot(first, i);
  std::uint32_t others = 0;
  for (std::size_t n = 0; n < detail::blocks::objects; ++n) others |= told_[at + n] ^ 1U;
  std::uint32_t present = others == 0 ? ~std::uint32_t{0} : 0;
  for (std::size_t n = 0; n < detail::blocks::objects && others != 0; ++n)
    present |= (is_number(told_[at + n]) ? 1U : 0U) << n;
  return {numbers_.data() + at, present};
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
  for (const circumstance& c : circumstances_) {
    if (c.period != 0) names.insert(names_[c.period]);
  }
  return {names.begin(), names.end()};
}

inline std::vector<std::string> observation_table::raters() const {
  std::set<std::string> names;
  for (const circumstance& c : circumstances_) {
    if (c.rater != 0) names.insert(names_[c.rater]);
  }
  return {names.begin(), names.end()};
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DETAIL_BUILD_OBSERVATIONS_HPP
