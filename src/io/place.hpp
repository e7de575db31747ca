/// Where in a JSON document a reader is: a chain of steps on the stack, spelt out only if needed.
#ifndef DAOPAI_SRC_IO_PLACE_HPP
#define DAOPAI_SRC_IO_PLACE_HPP

#include "io/json_value.hpp"
#include "io/quote.hpp"

#include <string>
#include <string_view>

namespace daopai::io {

/// One step from the document's root: into a field, or to an element of an array. A place refers to
/// the one it was made from, which must outlive it.
class place_in_file {
public:
  place_in_file() = default;
  [[nodiscard]] place_in_file operator/(std::string_view field) const {
    return {this, field, 0, true};
  }
  [[nodiscard]] place_in_file operator[](std::size_t index) const {
    return {this, {}, index, false};
  }

  /// Remembers the object that stands here, so that messages can name its id.
  void holds(const json::value& object) { object_ = &object; }

  /// "tasks[3].after[1]"; empty for the root.
  [[nodiscard]] std::string text() const {
    std::string steps = above_ ? above_->text() : std::string();
    if (above_ && is_field_) append_field(steps, field_);
    if (above_ && !is_field_) append_index(steps, index_);
    return steps;
  }

  /// The `id` of the innermost object around this place that has one; empty if none has.
  [[nodiscard]] std::string_view id() const {
    for (const place_in_file* p = this; p; p = p->above_) {
      const json::value* id = p->object_ ? p->object_->get_object().if_contains("id") : nullptr;
      if (id && id->is_string()) return id->get_string();
    }
    return {};
  }

  static void append_field(std::string& steps, std::string_view field) {
    if (!steps.empty()) steps += '.';
    steps += shortened(field);
  }
  static void append_index(std::string& steps, std::size_t index) {
    steps += '[' + std::to_string(index) + ']';
  }

private:
  place_in_file(const place_in_file* above, std::string_view field, std::size_t index,
                bool is_field)
      : above_(above), field_(field), index_(index), is_field_(is_field) {}

  const place_in_file* above_ = nullptr;
  const json::value* object_ = nullptr;
  std::string_view field_{};
  std::size_t index_ = 0;
  bool is_field_ = false;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLACE_HPP
