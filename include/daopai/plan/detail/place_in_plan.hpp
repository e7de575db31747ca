/// Where in a plan something stands, spelt out only if there is something to say of it.
#ifndef DAOPAI_PLAN_DETAIL_PLACE_IN_PLAN_HPP
#define DAOPAI_PLAN_DETAIL_PLACE_IN_PLAN_HPP

#include <daopai/plan/detail/words.hpp>

namespace daopai::detail {

/// "tasks[3]", "tasks[3].deadline" or "tasks[3].after[1]": three numbers and two names of fields.
class place_in_plan {
public:
  constexpr place_in_plan(const char* list, std::size_t index) : list_(list), index_(index) {}

  [[nodiscard]] constexpr place_in_plan operator/(const char* field) const {
    place_in_plan below = *this;
    below.field_ = field;
    return below;
  }
  /// An element of the list that stands in the field.
  [[nodiscard]] constexpr place_in_plan operator[](std::size_t element) const {
    place_in_plan below = *this;
    below.element_ = element;
    return below;
  }

  [[nodiscard]] std::string text() const {
    std::string spelt = place(list_, index_);
    if (field_) spelt.append(1, '.').append(field_);
    return element_ == whole ? spelt : place(spelt, element_);
  }

private:
  static constexpr std::size_t whole = ~std::size_t{0};
  const char* list_;
  std::size_t index_;
  const char* field_ = nullptr;
  std::size_t element_ = whole;
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_PLACE_IN_PLAN_HPP
