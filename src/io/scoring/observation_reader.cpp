#include "io/csv.hpp"
#include "io/scoring/document.hpp"

#include <algorithm>

namespace daopai::io {

using namespace scoring;

namespace {

/// A number, true or false, a text that is a number or a label, or null for a missing value.
void read_value(const json_place& place, observation& o) {
  if (place.value().is_bool()) {
    o.value = place.flag() ? 1 : 0;
  } else if (place.value().is_string()) {
    o.value = to_decimal(place.value());
    if (!o.value && !is_missing(place.text())) o.label = place.text();
  } else {
    o.value = place.number();
  }
}

observation read_observation(const json_place& place) {
  json_fields f(place);
  observation o{.object = object_key(f.text("object")),
                .indicator = indicator_key(f.required_text("indicator"))};
  if (const auto value = f.find("value")) read_value(*value, o);
  o.part = f.text("part");
  o.rater = f.text("rater");
  o.period = f.text("period");
  o.size = f.number_or("size", 1);
  return o;
}

/// `parts` writes several values of one indicator as {"part": value, ...}.
void read_parts(const json_place& place, std::vector<placed<observation>>& all) {
  const auto fields = place.value().if_object();
  if (!fields || !fields->contains("parts")) {
    all.push_back({read_observation(place), place.path()});
    return;
  }
  json_fields f(place);
  const observation shared{.object = object_key(f.text("object")),
                           .indicator = indicator_key(f.required_text("indicator")),
                           .rater = f.text("rater"),
                           .period = f.text("period")};
  if (const auto parts = f.find("parts")) {
    for (const auto& [name, value] : parts->entries()) {
      observation o = shared;
      o.part = name;
      if (!value.value().is_null()) read_value(value, o);
      all.push_back({std::move(o), value.path()});
    }
  }
}

object read_object(const json_place& place) {
  json_fields f(place);
  object o{
      .id = object_key(f.required_text("id")), .name = f.text("name"), .group = f.text("group")};
  if (f.has("unit")) o.unit = unit_key(f.text("unit"));
  if (const auto attributes = f.find("attributes")) {
    for (const auto& [name, value] : attributes->entries())
      o.attributes.emplace(name, value.text());
  }
  if (const auto quantities = f.find("quantities")) {
    for (const auto& [name, value] : quantities->entries())
      o.quantities.emplace(name, value.number().value_or(0));
  }
  return o;
}

observation_builder filled(const indicator_system& system, const observation_document& given) {
  observation_builder builder(system);
  for (const auto& o : given.objects) builder.add(o.thing, o.where);
  for (const auto& o : given.observations) builder.add(o.thing, o.where);
  return builder;
}

/// Bands that are wrong are not there, so grades that are not found are no news.
bool follows_from_bad_bands(const problem& p) {
  return p.code == "unknown-grade" || p.code == "effect-without-bands" || p.code == "state";
}

}  // namespace

observation_document read_observation_document(const json_place& place) {
  observation_document read;
  if (place.value().is_array()) {
    for (const json_place& item : place.items()) read_parts(item, read.observations);
    return read;
  }
  json_fields f(place);
  if (const auto objects = f.find("objects")) {
    for (const json_place& item : objects->items())
      read.objects.push_back({read_object(item), item.path()});
  }
  if (const auto list = f.find("observations")) {
    for (const json_place& item : list->items()) read_parts(item, read.observations);
  }
  return read;
}

indicator_system draft_of(const indicator_document& document, std::vector<problem>& found) {
  indicator_system_builder builder(document.config);
  for (const auto& i : document.indicators) builder.add(i.thing, i.where);
  const auto found_before = [&found](const auto& wanted) {
    return std::any_of(found.begin(), found.end(), wanted);
  };
  const bool bad_bands =
      found_before([](const problem& p) { return p.code.rfind("band", 0) == 0; });
  const bool bad_rules =
      found_before([](const problem& p) { return p.where.find(".rule") != std::string::npos; });
  const bool bad_points =
      found_before([](const problem& p) { return p.where.find(".points") != std::string::npos; });
  for (problem& p : builder.problems()) {
    if (bad_bands && follows_from_bad_bands(p)) continue;
    if (bad_rules && p.code == "rule-missing") continue;
    if (!found.empty() && p.code == "no-indicators") continue;
    if (bad_points && p.code == "points-missing") continue;
    found.push_back(std::move(p));
  }
  return builder.draft();
}

void check_observations(const indicator_system& system, const observation_document& document,
                        std::vector<problem>& found) {
  for (problem& p : filled(system, document).problems()) found.push_back(std::move(p));
}

observation_table table_of(const indicator_system& system, const observation_document& document) {
  return filled(system, document).build();
}

}  // namespace daopai::io
