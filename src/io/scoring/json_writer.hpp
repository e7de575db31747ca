/// Writes JSON text piece by piece; decimals keep exactly their digits.
#ifndef DAOPAI_SRC_IO_SCORING_JSON_WRITER_HPP
#define DAOPAI_SRC_IO_SCORING_JSON_WRITER_HPP

#include <daopai/scoring/decimal.hpp>

#include <boost/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace daopai::io {

/// Appends to a text. Objects and arrays are opened and closed around what they hold.
class json_writer {
public:
  json_writer& open(char bracket) {
    next();
    text_ += bracket;
    is_first_ = true;
    return *this;
  }
  json_writer& close(char bracket) {
    text_ += bracket;
    is_first_ = false;
    return *this;
  }
  json_writer& key(std::string_view name) {
    value(name);
    text_ += ':';
    is_first_ = true;
    return *this;
  }

  json_writer& value(std::string_view text) {
    return raw(boost::json::serialize(boost::json::string(text.data(), text.size())));
  }
  json_writer& value(const std::string& text) { return value(std::string_view(text)); }
  json_writer& value(const char* text) { return value(std::string_view(text)); }
  json_writer& value(scoring::decimal number) { return raw(to_string(number)); }
  json_writer& value(bool flag) { return raw(flag ? "true" : "false"); }
  json_writer& value(std::size_t number) { return raw(std::to_string(number)); }
  template <class Value>
  json_writer& value(const std::optional<Value>& v) {
    return v ? value(*v) : raw("null");
  }

  /// A field of an object.
  template <class Value>
  json_writer& field(std::string_view name, const Value& v) {
    return key(name).value(v);
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

private:
  json_writer& raw(std::string_view text) {
    next();
    text_ += text;
    return *this;
  }
  void next() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
  }

  std::string text_;
  bool is_first_ = true;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_SCORING_JSON_WRITER_HPP
