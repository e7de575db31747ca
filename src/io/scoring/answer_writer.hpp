/// Writes JSON text piece by piece; decimals keep exactly their digits.
#ifndef DAOPAI_SRC_IO_SCORING_ANSWER_WRITER_HPP
#define DAOPAI_SRC_IO_SCORING_ANSWER_WRITER_HPP

#include <daopai/scoring/decimal.hpp>
#include <daopai/time/date.hpp>
#include <daopai/time/workdays.hpp>

#include <boost/json/serialize.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace daopai::io {

/// Appends to a text. Objects and arrays are opened and closed around what they hold.
class answer_writer {
public:
  answer_writer& open(char bracket) {
    next();
    text_ += bracket;
    is_first_ = true;
    return *this;
  }
  answer_writer& close(char bracket) {
    text_ += bracket;
    is_first_ = false;
    return *this;
  }
  answer_writer& key(std::string_view name) {
    value(name);
    text_ += ':';
    is_first_ = true;
    return *this;
  }

  answer_writer& value(std::string_view text) {
    return raw(boost::json::serialize(boost::json::string(text.data(), text.size())));
  }
  answer_writer& value(const std::string& text) { return value(std::string_view(text)); }
  answer_writer& value(const char* text) { return value(std::string_view(text)); }
  answer_writer& value(scoring::decimal number) { return raw(to_string(number)); }
  answer_writer& value(bool flag) { return raw(flag ? "true" : "false"); }
  answer_writer& value(const date& d) { return value(to_string(d)); }
  template <class Kind>
  answer_writer& value(day_count<Kind> days) {
    return raw(std::to_string(days.count()));
  }
  answer_writer& value(std::size_t number) { return raw(std::to_string(number)); }
  template <class Value>
  answer_writer& value(const std::optional<Value>& v) {
    return v ? value(*v) : raw("null");
  }

  /// A field of an object.
  template <class Value>
  answer_writer& field(std::string_view name, const Value& v) {
    return key(name).value(v);
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

private:
  answer_writer& raw(std::string_view text) {
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

#endif  // DAOPAI_SRC_IO_SCORING_ANSWER_WRITER_HPP
