/// Small systems in few words, for the tests of scoring. What scores is compiled once for all of
/// them.
#ifndef DAOPAI_TESTS_SCORING_HELPERS_HPP
#define DAOPAI_TESTS_SCORING_HELPERS_HPP

#include <daopai/scoring.hpp>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace scoring_tests {

using namespace daopai::scoring;
using namespace daopai::scoring::literals;

/// A number that is written exactly; the test fails to run where it is none.
inline decimal dec(const std::string& text) { return decimal::parse(text).value(); }

indicator leaf(const std::string& id, std::optional<decimal> points, rule r);

observation seen(const std::string& object, const std::string& indicator, decimal value);

/// A system with what was observed of it, and the scores; stays where it is, for scores point into
/// it.
struct scored {
  indicator_system system;
  observation_table table;
  scores result;

  scored(const settings& s, const std::vector<indicator>& indicators,
         const std::vector<observation>& observations, const std::vector<object>& objects = {},
         const view& v = {});
  scored(const scored&) = delete;
  scored& operator=(const scored&) = delete;

  [[nodiscard]] object_id object(const std::string& id) const {
    return table.find(object_key(id)).value();
  }
  [[nodiscard]] indicator_id indicator(const std::string& id) const {
    return system.find(daopai::indicator_key(id)).value();
  }
  [[nodiscard]] const score_card& card(const std::string& id) const {
    return result.of(object(id));
  }
  [[nodiscard]] cell at(const std::string& o, const std::string& i) const {
    return result.of(object(o), indicator(i));
  }

  static indicator_system build(const settings& s,
                                const std::vector<daopai::scoring::indicator>& indicators);
  static observation_table fill(const indicator_system& system,
                                const std::vector<observation>& observations,
                                const std::vector<daopai::scoring::object>& objects);
};

/// The points of one value by one rule, for an indicator of p points.
decimal points_of(const rule& r, decimal p, decimal value);

}  // namespace scoring_tests

namespace daopai::scoring {
/// Catch prints decimals as text.
inline std::ostream& operator<<(std::ostream& out, const decimal& d) { return out << to_string(d); }
}  // namespace daopai::scoring

#endif  // DAOPAI_TESTS_SCORING_HELPERS_HPP
