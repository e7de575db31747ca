/// Parses a JSON text with Boost.JSON and notices doubled field names, which Boost.JSON drops.
#ifndef DAOPAI_SRC_IO_JSON_DOCUMENT_HPP
#define DAOPAI_SRC_IO_JSON_DOCUMENT_HPP

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace daopai::io {

/// Objects and arrays may be nested this deep.
inline constexpr std::size_t deepest_nesting = 32;

/// The value a text holds, in memory that is given back at once.
class json_document {
public:
  /// @param text  must outlive the construction only. O(text).
  explicit json_document(std::string_view text);
  json_document(const json_document&) = delete;
  json_document& operator=(const json_document&) = delete;

  /// False if the text is not JSON; then root() is null, and error() says why and error_offset()
  /// where.
  [[nodiscard]] bool is_valid() const { return error_.empty(); }
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] std::size_t error_offset() const { return error_offset_; }
  [[nodiscard]] const boost::json::value& root() const { return root_; }

  /// Whether an object of the text has two fields of one name; root() holds the last of them.
  [[nodiscard]] bool has_doubled_fields() const { return has_doubled_fields_; }

private:
  boost::json::monotonic_resource memory_;
  boost::json::value root_;
  std::string error_{};
  std::size_t error_offset_ = 0;
  bool has_doubled_fields_ = false;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_JSON_DOCUMENT_HPP
