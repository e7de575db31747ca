/// A second look at a JSON text, taken only if something is wrong with it: says where each value
/// stands, which fields are doubled, and what breaks the syntax.
#ifndef DAOPAI_SRC_IO_JSON_WALK_HPP
#define DAOPAI_SRC_IO_JSON_WALK_HPP

#include <daopai/io/malformed_file.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::io {

/// What a walk tells of; offsets are bytes from the start of the text.
struct walk_listener {
  /// A value, by its place ("tasks[3].after[1]"), and the field name before it if it has one.
  std::function<void(const std::string& place, std::size_t name_offset, std::size_t value_offset)>
      value;
  /// A field whose name stands in its object already.
  std::function<void(const std::string& place, std::size_t name_offset)> doubled;
};

/// What breaks the syntax, and where.
struct syntax_fault {
  std::size_t offset;
  std::string message;
};

/// Walks through the whole text, or as far as its syntax holds. O(text).
[[nodiscard]] std::optional<syntax_fault> walk_json(std::string_view text,
                                                    const walk_listener& listener);

/// The line and column of each offset. O(text + offsets log offsets).
[[nodiscard]] std::vector<text_position> positions_of(std::string_view text,
                                                      std::span<const std::size_t> offsets);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_JSON_WALK_HPP
