/// Appends JSON to a string: just enough for answers whose shape is fixed.
#ifndef DAOPAI_SRC_IO_JSON_WRITER_HPP
#define DAOPAI_SRC_IO_JSON_WRITER_HPP

#include <daopai/time/date.hpp>
#include <daopai/time/workdays.hpp>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace daopai::io {

/// Writes values one after another; commas are put where one follows another.
class json_writer {
public:
  explicit json_writer(std::string& out) : out_(out) {}

  json_writer& open(char bracket) {
    before_value();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  json_writer& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  /// The name of a field; its value must follow.
  json_writer& name(std::string_view n) {
    text(n);
    out_ += ':';
    first_ = true;
    return *this;
  }
  json_writer& text(std::string_view s) {
    before_value();
    append_string(s);
    return *this;
  }
  json_writer& number(std::int64_t n) {
    before_value();
    std::array<char, 24> digits{};
    char* first = digits.data();
    out_.append(first, std::to_chars(first, first + digits.size(), n).ptr);
    return *this;
  }
  /// A share from 0 to 1, to four decimals, or null.
  json_writer& share(const std::optional<double>& s) {
    if (!s) return null();
    constexpr double parts = 10'000;
    const auto rounded = static_cast<std::int64_t>(*s * parts + 0.5);
    number(rounded / 10'000);
    if (rounded % 10'000 == 0) return *this;
    std::string decimals = std::to_string(10'000 + rounded % 10'000).substr(1);
    while (decimals.back() == '0') decimals.pop_back();
    out_.append(".").append(decimals);
    return *this;
  }
  json_writer& boolean(bool b) { return raw(b ? "true" : "false"); }
  json_writer& null() { return raw("null"); }
  json_writer& value(const date& d) {
    before_value();
    append_date(d);
    return *this;
  }
  json_writer& value(const std::optional<date>& d) { return d ? value(*d) : null(); }
  json_writer& value(const std::optional<workdays>& n) { return n ? number(n->count()) : null(); }
  /// Puts what follows on a line of its own.
  json_writer& line() {
    before_value();
    out_ += '\n';
    first_ = true;
    return *this;
  }

private:
  void before_value() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  json_writer& raw(std::string_view word) {
    before_value();
    out_ += word;
    return *this;
  }
  void append_date(const date& d) {
    const auto ymd = d.year_month_day();
    const auto year = static_cast<unsigned>(ymd.year);
    const auto month = static_cast<unsigned>(ymd.month.as_number());
    const auto day = static_cast<unsigned>(ymd.day);
    const auto digit = [](unsigned n) { return static_cast<char>('0' + n % 10); };
    const std::array text{'"',
                          digit(year / 1000),
                          digit(year / 100),
                          digit(year / 10),
                          digit(year),
                          '-',
                          digit(month / 10),
                          digit(month),
                          '-',
                          digit(day / 10),
                          digit(day),
                          '"'};
    out_.append(text.data(), text.size());
  }
  void append_string(std::string_view s);

  std::string& out_;
  bool first_ = true;
};

inline void json_writer::append_string(std::string_view s) {
  constexpr std::string_view hex = "0123456789abcdef";
  out_ += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto c = static_cast<unsigned char>(s[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out_.append(s, plain, i - plain);
    plain = i + 1;
    out_ += '\\';
    if (c >= 0x20) {
      out_ += s[i];
    } else if (c == '\n') {
      out_ += 'n';
    } else {
      out_.append("u00").append(1, hex[c >> 4U]).append(1, hex[c & 15U]);
    }
  }
  out_.append(s, plain, std::string_view::npos);
  out_ += '"';
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_JSON_WRITER_HPP
