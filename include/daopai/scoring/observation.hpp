/// What was observed of whom: the objects that are scored, and their values in one checked table.
#ifndef DAOPAI_SCORING_OBSERVATION_HPP
#define DAOPAI_SCORING_OBSERVATION_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/detail/name_pool.hpp>
#include <daopai/scoring/reading.hpp>
#include <daopai/scoring/system.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring {

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
  void sort_in(const std::vector<detail::placed_reading>& given,
               const std::vector<std::uint32_t>& objects,
               const std::vector<std::optional<indicator_id>>& indicators);

  std::size_t indicators_ = 0;
  std::vector<object> objects_;
  detail::name_pool keys_;  ///< of the objects
  std::vector<reading> readings_;
  std::vector<std::uint32_t> starts_;
  detail::name_pool names_;  ///< parts, raters, periods and labels
};

/// Collects objects and observations and checks them once against a system.
class observation_builder {
public:
  /// The system must outlive the builder.
  explicit observation_builder(const indicator_system& system) : system_(system) { names_({}); }

  /// Where objects are added, observations of any other object are a problem; where none are, each
  /// object observed is one.
  observation_builder& add(object given, std::string where = {});
  observation_builder& add(const observation& given, std::string where = {});

  /// Unknown indicators and objects, values for headings, text where a number belongs, labels that
  /// the rule does not know, points outside the indicator's, doubled observations; all at once.
  [[nodiscard]] std::vector<problem> problems() const;

  /// @throws invalid_input with the same list
  [[nodiscard]] observation_table build() const;

private:
  [[nodiscard]] std::string place_of(std::size_t n) const;
  [[nodiscard]] observation as_given(const detail::placed_reading& r) const;
  [[nodiscard]] std::vector<std::optional<indicator_id>> ids() const;
  [[nodiscard]] std::vector<bool> known_objects() const;
  void check_objects(std::vector<problem>& found) const;
  void check_readings(std::vector<problem>& found) const;

  const indicator_system& system_;
  std::vector<object> objects_;
  std::vector<std::string> object_places_;
  detail::name_pool keys_;        ///< of objects, as observations name them
  detail::name_pool indicators_;  ///< as observations name them
  detail::name_pool names_;       ///< parts, raters, periods and labels
  std::vector<detail::placed_reading> readings_;
  std::vector<std::string> places_;  ///< of observations; empty, or left out, where none was given
};

}  // namespace daopai::scoring

#include <daopai/scoring/detail/build_observations.hpp>

#endif  // DAOPAI_SCORING_OBSERVATION_HPP
