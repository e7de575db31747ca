/// Puts the values of a JSON text together while a parser reads it.
#ifndef DAOPAI_SRC_IO_JSON_BUILDER_HPP
#define DAOPAI_SRC_IO_JSON_BUILDER_HPP

#include "io/json_value.hpp"

#include <memory_resource>
#include <vector>

namespace daopai::io {

/// A stack of the values whose array or object is still open; at its end these are laid side by
/// side, and the stack holds what they make instead:
///
///     {"a": 1, "b": [2, 3]}       "a" 1 "b" 2 3  ->  "a" 1 "b" [2,3]  ->  {"a": 1, "b": [2,3]}
class json_builder {
public:
  /// @param memory  where elements, members and unescaped texts are laid; must outlive them
  explicit json_builder(std::pmr::memory_resource& memory) : memory_(memory) {}

  /// A value; or a name, whose value must follow.
  void push(json::value v) { open_.push_back(v); }
  /// Makes an array of the last `size` values.
  void close_array(std::size_t size);
  /// Makes an object of the last `size` names and their values.
  void close_object(std::size_t size);
  /// A copy of a text that will not stay where it is.
  [[nodiscard]] std::string_view keep(std::string_view text);

  /// The value that all was pushed for.
  [[nodiscard]] json::value root() const { return open_.back(); }
  [[nodiscard]] bool has_doubled_fields() const { return has_doubled_fields_; }

private:
  template <class T>
  [[nodiscard]] T* allocate(std::size_t size) {
    return static_cast<T*>(memory_.allocate(size * sizeof(T), alignof(T)));
  }
  [[nodiscard]] std::size_t without_doubles(json::member* members, std::size_t size);

  std::pmr::memory_resource& memory_;
  std::vector<json::value> open_{};
  bool has_doubled_fields_ = false;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_JSON_BUILDER_HPP
