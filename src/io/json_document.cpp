#include "io/json_document.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

namespace daopai::io {
namespace {

namespace json = boost::json;

/// Builds the value as json::parser does, and counts the fields of all objects as they are written.
class counting_handler {
public:
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  explicit counting_handler(json::storage_ptr memory) { stack_.reset(std::move(memory)); }

  [[nodiscard]] std::size_t fields() const { return fields_; }
  [[nodiscard]] json::value release() { return stack_.release(); }

  using code = json::error_code;
  using view = json::string_view;
  static bool on_document_begin(code&) { return true; }
  static bool on_document_end(code&) { return true; }
  static bool on_object_begin(code&) { return true; }
  bool on_object_end(std::size_t n, code&) { return fields_ += n, stack_.push_object(n), true; }
  static bool on_array_begin(code&) { return true; }
  bool on_array_end(std::size_t n, code&) { return stack_.push_array(n), true; }
  bool on_key_part(view s, std::size_t, code&) { return stack_.push_chars(s), true; }
  bool on_key(view s, std::size_t, code&) { return stack_.push_key(s), true; }
  bool on_string_part(view s, std::size_t, code&) { return stack_.push_chars(s), true; }
  bool on_string(view s, std::size_t, code&) { return stack_.push_string(s), true; }
  static bool on_number_part(view, code&) { return true; }
  bool on_int64(std::int64_t n, view, code&) { return stack_.push_int64(n), true; }
  bool on_uint64(std::uint64_t n, view, code&) { return stack_.push_uint64(n), true; }
  bool on_double(double n, view, code&) { return stack_.push_double(n), true; }
  bool on_bool(bool b, code&) { return stack_.push_bool(b), true; }
  bool on_null(code&) { return stack_.push_null(), true; }
  static bool on_comment_part(view, code&) { return true; }
  static bool on_comment(view, code&) { return true; }

private:
  json::value_stack stack_{};
  std::size_t fields_ = 0;
};

/// How many fields all objects of a value have.
std::size_t fields_of(const json::value& v) {
  std::size_t fields = 0;
  if (const json::array* a = v.if_array()) {
    for (const json::value& element : *a) {
      if (element.is_structured()) fields += fields_of(element);
    }
  } else if (const json::object* o = v.if_object()) {
    fields = o->size();
    for (const auto& field : *o) {
      if (field.value().is_structured()) fields += fields_of(field.value());
    }
  }
  return fields;
}

}  // namespace

json_document::json_document(std::string_view text) : root_(json::storage_ptr(&memory_)) {
  json::parse_options options;
  options.max_depth = deepest_nesting;
  json::basic_parser<counting_handler> parser(options, json::storage_ptr(&memory_));
  json::error_code failure;
  error_offset_ = parser.write_some(false, text.data(), text.size(), failure);
  if (!failure && error_offset_ < text.size()) failure = json::error::extra_data;
  if (failure) {
    error_ = failure.message();
    return;
  }
  root_ = parser.handler().release();  // in the same memory, so nothing is copied
  has_doubled_fields_ = parser.handler().fields() != fields_of(root_);
}

}  // namespace daopai::io
