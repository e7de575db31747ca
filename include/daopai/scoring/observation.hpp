/// What was observed of whom: the objects that are scored, and their values in one checked table.
#ifndef DAOPAI_SCORING_OBSERVATION_HPP
#define DAOPAI_SCORING_OBSERVATION_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/system.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace daopai::scoring {

namespace detail {
struct indexed_observations;
}

/// A county, a township, a school, a department.
struct object {
  object_key id;
  std::string name = {};
  std::string group = {};                       ///< its peers are the objects of the same group
  std::optional<unit_key> unit = std::nullopt;  ///< answers where an indicator names nobody
  std::map<std::string, std::string> attributes = {};  ///< "type" -> "technical school"
  std::map<std::string, decimal> quantities = {};  ///< "population" -> 312000, "difficulty" -> 1.25
};

/// One observed value.
struct observation {
  object_key object;
  indicator_key indicator;
  std::optional<decimal> value = std::nullopt;  ///< nothing, and no label: looked for and missing
  std::string label = {};                       ///< for rules by level or title
  std::string part = {};    ///< one of several values: a school, "numerator", a question
  std::string rater = {};   ///< "self", "review", "expert", ...
  std::string period = {};  ///< "2023", "2024-spring"; later ones sort behind earlier ones
  decimal size = 1;         ///< of the part: pupils of the school, people asked
};

/// An observation as the table keeps it: names are positions in a pool, 0 is the empty one.
struct reading {
  decimal value;
  decimal size;
  std::uint32_t part;
  std::uint32_t rater;
  std::uint32_t period;
  std::uint32_t label : 31;
  std::uint32_t has_value : 1;
};

/// Valid observations of one indicator system, found by object and indicator in O(1).
class observation_table {
public:
  [[nodiscard]] std::size_t objects() const { return objects_.size(); }
  [[nodiscard]] const object& at(object_id id) const { return objects_[id.index()]; }
  [[nodiscard]] std::optional<object_id> find(const object_key& id) const;
  [[nodiscard]] std::span<const reading> of(object_id o, indicator_id i) const {
    const std::size_t cell = o.index() * indicators_ + i.index();
    return {readings_.data() + starts_[cell], starts_[cell + 1] - starts_[cell]};
  }
  [[nodiscard]] const std::string& name(std::uint32_t position) const { return names_[position]; }
  /// The position of a part, rater, period or label; nothing where no observation has it.
  [[nodiscard]] std::optional<std::uint32_t> position(const std::string& name) const;
  /// The periods observed, in order; those without a name are left out.
  [[nodiscard]] std::vector<std::string> periods() const;
  /// The raters observed, in the order of their names.
  [[nodiscard]] std::vector<std::string> raters() const;

private:
  friend class observation_builder;
  void sort_in(const std::vector<observation>& observations, detail::indexed_observations& index,
               const indicator_system& system);

  std::size_t indicators_ = 0;
  std::vector<object> objects_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<reading> readings_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::string> names_ = {std::string()};
  std::unordered_map<std::string, std::uint32_t> positions_ = {{std::string(), 0}};
};

/// Collects objects and observations and checks them once against a system.
class observation_builder {
public:
  /// The system must outlive the builder.
  explicit observation_builder(const indicator_system& system) : system_(system) {}

  /// Where objects are added, observations of any other object are a problem; where none are, each
  /// object observed is one.
  observation_builder& add(object given, std::string where = {});
  observation_builder& add(observation given, std::string where = {});

  /// Unknown indicators and objects, values for headings, text where a number belongs, labels that
  /// the rule does not know, points outside the indicator's, doubled observations; all at once.
  [[nodiscard]] std::vector<problem> problems() const;

  /// @throws invalid_input with the same list
  [[nodiscard]] observation_table build() const;

private:
  [[nodiscard]] std::vector<problem> problems_of(const detail::indexed_observations& index) const;

  const indicator_system& system_;
  std::vector<object> objects_;
  std::vector<std::string> object_places_;
  std::vector<observation> observations_;
  std::vector<std::string> places_;
};

}  // namespace daopai::scoring

#include <daopai/scoring/detail/build_observations.hpp>

#endif  // DAOPAI_SCORING_OBSERVATION_HPP
