#include "io/scoring/kinds.hpp"

namespace daopai::io {

using namespace scoring;

std::vector<decimal> read_numbers(const std::optional<json_place>& place) {
  std::vector<decimal> numbers;
  if (!place) return numbers;
  for (const json_place& item : place->items()) numbers.push_back(item.number().value_or(0));
  return numbers;
}

std::string kind_word(const json_place& place) {
  if (place.value().is_string()) return place.text();
  const auto fields = place.value().if_object();
  if (!fields) {
    place.expected("an object with a field \"kind\"");
    return {};
  }
  const json::value* kind = fields->if_contains("kind");
  if (kind == nullptr || !kind->is_string()) {
    place.report("field-missing", "expected a field \"kind\" that is text");
    return {};
  }
  return std::string(kind->get_string());
}

direction read_better(json_fields& f, direction otherwise) {
  return f.word_or<direction>(
      "better", {{"higher", direction::higher_is_better}, {"lower", direction::lower_is_better}},
      otherwise);
}

tie_rule read_ties(json_fields& f) {
  return f.word_or<tie_rule>("ties",
                             {{"competition", tie_rule::competition},
                              {"dense", tie_rule::dense},
                              {"average", tie_rule::average}},
                             tie_rule::competition);
}

}  // namespace daopai::io
