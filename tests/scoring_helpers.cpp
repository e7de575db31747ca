#include "scoring/helpers.hpp"

namespace scoring_tests {

indicator leaf(const std::string& id, std::optional<decimal> points, rule r) {
  indicator made{.id = daopai::indicator_key(id), .name = id};
  made.points = points;
  made.rule = std::move(r);
  return made;
}

observation seen(const std::string& object, const std::string& indicator, decimal value) {
  return {
      .object = object_key(object), .indicator = daopai::indicator_key(indicator), .value = value};
}

scored::scored(const settings& s, const std::vector<daopai::scoring::indicator>& indicators,
               const std::vector<observation>& observations,
               const std::vector<daopai::scoring::object>& objects, const view& v)
    : system(build(s, indicators)),
      table(fill(system, observations, objects)),
      result(score(system, table, v)) {}

indicator_system scored::build(const settings& s,
                               const std::vector<daopai::scoring::indicator>& indicators) {
  indicator_system_builder builder(s);
  for (const auto& i : indicators) builder.add(i);
  return builder.build();
}

observation_table scored::fill(const indicator_system& system,
                               const std::vector<observation>& observations,
                               const std::vector<daopai::scoring::object>& objects) {
  observation_builder builder(system);
  for (const auto& o : objects) builder.add(o);
  for (const auto& o : observations) builder.add(o);
  return builder.build();
}

decimal points_of(const rule& r, decimal p, decimal value) {
  return scored({}, {leaf("i", p, r)}, {seen("a", "i", value)}).at("a", "i").score;
}

}  // namespace scoring_tests
