/// Objects that say what they are by a field "kind", and words that rules and measures share.
#ifndef DAOPAI_SRC_IO_SCORING_KINDS_HPP
#define DAOPAI_SRC_IO_SCORING_KINDS_HPP

#include "io/scoring/fields.hpp"
#include <daopai/scoring/rule.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::io {

/// The field `kind` of an object, or a text that stands for an object with this kind alone.
[[nodiscard]] std::string kind_word(const json_place& place);

/// The numbers of an array; none where there is none.
[[nodiscard]] std::vector<decimal> read_numbers(const std::optional<json_place>& place);

/// `better`: "higher" or "lower".
[[nodiscard]] scoring::direction read_better(json_fields& f, scoring::direction otherwise);
[[nodiscard]] scoring::tie_rule read_ties(json_fields& f);

/// Runs `make` on the fields of an object; a text stands for an object with no other fields.
template <class Make>
auto with_fields(const json_place& place, Make make) {
  static const json::value none{json::object()};
  if (place.value().is_string()) {
    const json_place empty(none, place.path(), place.problems());
    json_fields f(empty);
    return make(f);
  }
  json_fields f(place);
  (void)f.has("kind");
  return make(f);
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_SCORING_KINDS_HPP
