/// Appends JSON to a string: just enough for answers whose shape is fixed.
#ifndef DAOPAI_SRC_IO_JSON_WRITER_HPP
#define DAOPAI_SRC_IO_JSON_WRITER_HPP

#include <daopai/time/date.hpp>
#include <daopai/time/workdays.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daopai::io {

/// The texts of dates. A plan shows few dates many times, so those shown last are kept (a division
/// into year, month and day costs ten times a look-up).
class date_texts {
public:
  /// YYYY-MM-DD in quotation marks; valid until the next call.
  [[nodiscard]] std::string_view operator()(const date& d) {
    const day_number day = to_day(d);
    entry& kept = kept_[static_cast<std::uint32_t>(day) % kept_.size()];
    if (kept.day != day) kept = {day, spelt(d)};
    return {kept.text.data(), kept.text.size()};
  }

private:
  using quoted_date = std::array<char, 12>;
  struct entry {
    day_number day = last_day + 1;
    quoted_date text{};
  };

  static quoted_date spelt(const date& d) {
    const auto ymd = d.year_month_day();
    const auto year = static_cast<unsigned>(ymd.year);
    const auto month = static_cast<unsigned>(ymd.month.as_number());
    const auto day = static_cast<unsigned>(ymd.day);
    const auto digit = [](unsigned n) { return static_cast<char>('0' + n % 10); };
    return {'"',
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
  }

  std::vector<entry> kept_ = std::vector<entry>(2048);  // some five years, 32 KiB
};

/// Writes values one after another; commas are put where one follows another. The text is put
/// together in a block of fixed size and appended when that is full, and when the last bracket is
/// closed: until then `out` lacks the end. (Appending each value costs three times as much.)
class json_writer {
public:
  explicit json_writer(std::string& out) : out_(out) {}

  json_writer& open(char bracket) {
    ++depth_;
    put({&bracket, 1});
    first_ = true;
    return *this;
  }
  json_writer& close(char bracket) {
    room(1)[0] = bracket;
    ++used_;
    first_ = false;
    if (--depth_ == 0) flush();
    return *this;
  }
  /// The name of a field; its value must follow.
  json_writer& name(std::string_view n) {
    put_string(n);
    return end_name();
  }
  /// A name that is written here, so that it needs no look for what must be escaped.
  template <std::size_t Size>
  json_writer& name(const char (&plain)[Size]) {
    char* at = comma(room(Size + 3));
    *at++ = '"';
    std::memcpy(at, plain, Size - 1);
    at[Size - 1] = '"';
    used_ += static_cast<std::size_t>(at + Size - room(0));
    return end_name();
  }
  json_writer& text(std::string_view s) {
    put_string(s);
    return *this;
  }
  json_writer& number(std::int64_t n) {
    constexpr std::size_t most_digits = 24;
    char* const at = comma(room(most_digits + 1));
    char* const end = std::to_chars(at, at + most_digits, n).ptr;
    used_ += static_cast<std::size_t>(end - room(0));
    return *this;
  }
  /// A share from 0 to 1, to four decimals, or null.
  json_writer& share(const std::optional<double>& s) {
    if (!s) return null();
    constexpr double parts = 10'000;
    const auto rounded = static_cast<std::int64_t>(std::floor(*s * parts + 0.5));
    std::string digits = std::to_string(rounded / 10'000);
    if (rounded % 10'000 != 0) {
      digits += '.' + std::to_string(10'000 + rounded % 10'000).substr(1);
      while (digits.back() == '0') digits.pop_back();
    }
    return put(digits);
  }
  json_writer& boolean(bool b) { return put(b ? "true" : "false"); }
  json_writer& null() { return put("null"); }
  json_writer& value(const date& d) { return put(dates_(d)); }
  json_writer& value(const std::optional<date>& d) { return d ? value(*d) : null(); }
  json_writer& value(const std::optional<workdays>& n) { return n ? number(n->count()) : null(); }
  /// Puts what follows on a line of its own.
  json_writer& line() {
    put("\n");
    first_ = true;
    return *this;
  }

private:
  static constexpr std::size_t block_size = std::size_t{16} * 1024;
  static constexpr std::size_t longest_at_once = block_size / 2;

  /// Where the next `size` characters go, at most block_size.
  char* room(std::size_t size) {
    if (block_.size() - used_ < size) flush();
    return block_.data() + used_;
  }
  void flush() {
    out_.append(block_.data(), used_);
    used_ = 0;
  }

  /// Appends a few characters that need no escapes, after a comma if one is due.
  json_writer& put(std::string_view plain) {
    char* const at = comma(room(plain.size() + 1));
    std::memcpy(at, plain.data(), plain.size());
    used_ += static_cast<std::size_t>(at + plain.size() - room(0));
    return *this;
  }

  json_writer& end_name() {
    room(1)[0] = ':';
    ++used_;
    first_ = true;
    return *this;
  }

  /// Appends a string in quotation marks.
  void put_string(std::string_view s) {
    if (s.size() > longest_at_once || needs_escapes(s)) return put_escaped(s);
    char* at = comma(room(s.size() + 3));
    *at++ = '"';
    std::memcpy(at, s.data(), s.size());
    at[s.size()] = '"';
    used_ += static_cast<std::size_t>(at + s.size() + 1 - room(0));
  }

  [[nodiscard]] static bool needs_escapes(std::string_view s) {
    std::size_t i = 0;
    std::uint64_t found = 0;
    for (; i + 8 <= s.size(); i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, s.data() + i, 8);
      found |= special_bytes(eight);
    }
    std::uint64_t rest = every_byte(' ');
    std::memcpy(&rest, s.data() + i, s.size() - i);
    return (found | special_bytes(rest)) != 0;
  }

  [[nodiscard]] static constexpr std::uint64_t every_byte(std::uint8_t b) {
    return 0x0101010101010101U * b;
  }
  /// Not 0 if one of eight bytes is below 0x20, a quotation mark or a backslash; by subtraction
  /// with borrow, as in "Bit Twiddling Hacks" (hasless, haszero).
  [[nodiscard]] static constexpr std::uint64_t special_bytes(std::uint64_t eight) {
    const auto zero = [](std::uint64_t x) { return (x - every_byte(1)) & ~x; };
    const std::uint64_t control = (eight - every_byte(0x20)) & ~eight;
    const std::uint64_t quote = zero(eight ^ every_byte('"'));
    const std::uint64_t backslash = zero(eight ^ every_byte('\\'));
    return (control | quote | backslash) & every_byte(0x80);
  }

  void put_escaped(std::string_view s);

  char* comma(char* at) {
    *at = ',';
    return at + (std::exchange(first_, false) ? 0 : 1);
  }
  std::string& out_;
  std::vector<char> block_ = std::vector<char>(block_size);
  std::size_t used_ = 0;   // of the block
  std::size_t depth_ = 0;  // brackets that are open
  bool first_ = true;
  date_texts dates_{};
};

inline void json_writer::put_escaped(std::string_view s) {
  constexpr std::string_view hex = "0123456789abcdef";
  put("\"");
  flush();
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
