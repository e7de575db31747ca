/// What was observed of whom: the objects that are scored, and their values in one checked table.
#ifndef DAOPAI_SCORING_OBSERVATION_HPP
#define DAOPAI_SCORING_OBSERVATION_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/detail/blocks.hpp>
#include <daopai/scoring/detail/name_pool.hpp>
#include <daopai/scoring/detail/readings.hpp>
#include <daopai/scoring/reading.hpp>
#include <daopai/scoring/system.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
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
  /// All that was observed, in the order given.
  [[nodiscard]] detail::readings of(object_id o, indicator_id i) const;
  /// The one number observed, where nothing else was, and it is no part.
  [[nodiscard]] std::optional<decimal> number(object_id o, indicator_id i) const {
    const std::size_t at = layout_.slot(o, i);
    return is_number(told_[at]) ? std::optional(numbers_[at]) : std::nullopt;
  }
  /// Those numbers of the objects of a block, by its first object.
  [[nodiscard]] detail::number_column numbers(object_id first, indicator_id i) const;
  [[nodiscard]] const std::string& name(std::uint32_t position) const { return names_[position]; }
  /// The position of a part, rater, period or label; nothing where no observation has it.
  [[nodiscard]] std::optional<std::uint32_t> position(const std::string& name) const;
  /// The periods observed, in order; those without a name are left out.
  [[nodiscard]] std::vector<std::string> periods() const;
  /// The raters observed, in the order of their names.
  [[nodiscard]] std::vector<std::string> raters() const;

private:
  friend class observation_builder;
  using slots = std::vector<std::size_t>;
  static constexpr std::uint32_t several = std::uint32_t{1} << 31;

  void sort_in(const std::vector<detail::placed_reading>& given, const slots& objects,
               const std::vector<std::optional<indicator_id>>& indicators);
  void make_room_for_several();
  void keep_several(std::uint32_t& told, const detail::placed_reading& r);
  [[nodiscard]] bool is_number(std::uint32_t told) const {
    if (told <= 1 || (told & several) != 0) return told == 1;
    const circumstance& c = circumstances_[told - 1];
    return c.part == 0 && c.has_value != 0;
  }

  std::vector<object> objects_;
  detail::name_pool keys_;  ///< of the objects
  detail::blocks layout_;
  std::vector<decimal> numbers_;  ///< by slot: the value of a single reading
  /// By slot. 0: nothing was observed. n: one reading of circumstance n - 1. `several` and n: the
  /// n-th run of readings.
  std::vector<std::uint32_t> told_;
  detail::circumstance_pool circumstances_;
  std::vector<reading> several_;
  std::vector<std::uint32_t> runs_;  ///< where those of `several_` end
  detail::name_pool names_;          ///< parts, raters, periods and labels
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
  [[nodiscard]] std::uint32_t circumstance_of(const observation& given);
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
  detail::circumstance_pool circumstances_;
  std::vector<detail::placed_reading> readings_;
  std::vector<std::string> places_;  ///< of observations; empty, or left out, where none was given
};

}  // namespace daopai::scoring

#include <daopai/scoring/detail/build_observations.hpp>

#endif  // DAOPAI_SCORING_OBSERVATION_HPP
