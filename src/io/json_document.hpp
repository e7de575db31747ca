/// Parses a JSON text with Boost.JSON into values that point into the text.
#ifndef DAOPAI_SRC_IO_JSON_DOCUMENT_HPP
#define DAOPAI_SRC_IO_JSON_DOCUMENT_HPP

#include "io/json_value.hpp"

#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>

namespace daopai::io {

/// Objects and arrays may be nested this deep.
inline constexpr std::size_t deepest_nesting = 32;

/// The value a text holds, in memory that is given back at once.
class json_document {
public:
  /// @param text  must outlive the document. O(text), and O(members log members) for an object of
  ///              many members.
  explicit json_document(std::string_view text);
  json_document(const json_document&) = delete;
  json_document& operator=(const json_document&) = delete;

  /// False if the text is not JSON; then root() is null, and error() says why and error_offset()
  /// where.
  [[nodiscard]] bool is_valid() const { return error_.empty(); }
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] std::size_t error_offset() const { return error_offset_; }
  [[nodiscard]] const json::value& root() const { return root_; }

  /// Whether an object of the text has two fields of one name; root() holds the last of them.
  [[nodiscard]] bool has_doubled_fields() const { return has_doubled_fields_; }

private:
  /// Most files need less for their values; nothing is touched that is not used.
  std::unique_ptr<std::byte[]> usual_memory_;
  std::pmr::monotonic_buffer_resource memory_;
  json::value root_{};
  std::string error_{};
  std::size_t error_offset_ = 0;
  bool has_doubled_fields_ = false;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_JSON_DOCUMENT_HPP
