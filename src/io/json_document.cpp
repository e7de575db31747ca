#include "io/json_document.hpp"

#include "io/json_builder.hpp"
#include <daopai/plan/detail/large_memory.hpp>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value.hpp>

#include <functional>

namespace daopai::io {
namespace {

namespace boost_json = boost::json;

/// What Boost.JSON's parser calls. A text without escapes comes in one piece, from the file itself.
class building_handler {
public:
  static constexpr std::size_t max_object_size = std::size_t{1} << 55U;
  static constexpr std::size_t max_array_size = max_object_size;
  static constexpr std::size_t max_key_size = max_object_size;
  static constexpr std::size_t max_string_size = max_object_size;

  building_handler(std::string_view text, std::pmr::memory_resource& memory)
      : text_(text), builder_(memory) {}

  [[nodiscard]] const json_builder& built() const { return builder_; }

  using code = boost_json::error_code;
  using view = boost_json::string_view;
  static bool on_document_begin(code&) { return true; }
  static bool on_document_end(code&) { return true; }
  static bool on_object_begin(code&) { return true; }
  bool on_object_end(std::size_t n, code&) { return builder_.close_object(n), true; }
  static bool on_array_begin(code&) { return true; }
  bool on_array_end(std::size_t n, code&) { return builder_.close_array(n), true; }
  bool on_key_part(view s, std::size_t, code&) { return pieces_.append(s.data(), s.size()), true; }
  bool on_key(view s, std::size_t, code&) { return end_text(s), true; }
  bool on_string_part(view s, std::size_t, code&) {
    return pieces_.append(s.data(), s.size()), true;
  }
  bool on_string(view s, std::size_t, code&) { return end_text(s), true; }
  static bool on_number_part(view, code&) { return true; }
  bool on_int64(std::int64_t n, view, code&) { return builder_.push(json::value(n)), true; }
  bool on_uint64(std::uint64_t n, view, code&) { return builder_.push(json::value(n)), true; }
  bool on_double(double n, view, code&) { return builder_.push(json::value(n)), true; }
  bool on_bool(bool b, code&) { return builder_.push(json::value(b)), true; }
  bool on_null(code&) { return builder_.push(json::value()), true; }
  static bool on_comment_part(view, code&) { return true; }
  static bool on_comment(view, code&) { return true; }

private:
  void end_text(view last) {
    std::string_view whole(last.data(), last.size());
    if (!pieces_.empty() || !is_in_text(last.data())) {
      whole = builder_.keep(pieces_.append(whole));
      pieces_.clear();
    }
    builder_.push(json::value(whole));
  }
  [[nodiscard]] bool is_in_text(const char* at) const {
    const std::less<> before;
    return !before(at, text_.data()) && before(at, text_.data() + text_.size());
  }

  std::string_view text_;
  json_builder builder_;
  std::string pieces_{};  ///< of a text with escapes
};

std::size_t usual_size(std::string_view text) { return 4096 + 2 * text.size(); }

}  // namespace

json_document::json_document(std::string_view text)
    : usual_memory_(new std::byte[usual_size(text)]),
      memory_(usual_memory_.get(), usual_size(text)) {
  daopai::detail::wish_huge_pages(usual_memory_.get(), usual_size(text));
  boost_json::parse_options options;
  options.max_depth = deepest_nesting;
  boost_json::basic_parser<building_handler> parser(options, text, memory_);
  boost_json::error_code failure;
  error_offset_ = parser.write_some(false, text.data(), text.size(), failure);
  if (!failure && error_offset_ < text.size()) failure = boost_json::error::extra_data;
  if (failure) {
    error_ = failure.message();
    return;
  }
  const json_builder& built = parser.handler().built();
  root_ = built.root();
  has_doubled_fields_ = built.has_doubled_fields();
}

}  // namespace daopai::io
