#include "io/json_walk.hpp"

#include "io/json_document.hpp"
#include "io/place.hpp"
#include "io/quote.hpp"
#include "io/utf8.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace daopai::io {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Recursive descent after RFC 8259; each function leaves `at_` behind what it has read.
class json_walker {
public:
  json_walker(std::string_view text, const walk_listener& listener)
      : text_(text), listener_(listener) {}

  std::optional<syntax_fault> run() {
    try {
      value(after_space());
      skip_space();
      if (at_ < text_.size()) fail("expected the end of the file after its closing }");
    } catch (syntax_fault& fault) {
      return std::move(fault);
    }
    return std::nullopt;
  }

private:
  // --- values --------------------------------------------------------------------------------

  void value(std::size_t name_offset) {
    listener_.value(place_, name_offset, at_);
    switch (here()) {
      case '{': object(); return;
      case '[': array(); return;
      case '"': string(); return;
      case 't': word("true"); return;
      case 'f': word("false"); return;
      case 'n': word("null"); return;
      default: break;
    }
    if (here() != '-' && !is_digit(here())) fail("expected a value");
    number();
  }

  void object() {
    enter();
    std::unordered_set<std::string> names;
    if (after_space(), here() == '}') return leave();
    for (;;) {
      const std::size_t name_offset = after_space();
      if (here() != '"') fail("expected a field name in double quotes");
      const std::string name = string_value(string());
      expect(':', "expected a colon after the field name " + io::quoted(name));
      const std::size_t length = place_.size();
      place_in_file::append_field(place_, name);
      if (!names.insert(name).second) listener_.doubled(place_, name_offset);
      after_space();
      value(name_offset);
      place_.resize(length);
      if (after_space(), here() == '}') return leave();
      expect(',', "expected a comma or } after the value of " + io::quoted(name));
      if (after_space(), here() == '}') fail("expected another field after the comma");
    }
  }

  void array() {
    enter();
    if (after_space(), here() == ']') return leave();
    for (std::size_t i = 0;; ++i) {
      const std::size_t length = place_.size();
      place_in_file::append_index(place_, i);
      value(after_space());
      place_.resize(length);
      if (after_space(), here() == ']') return leave();
      expect(',', "expected a comma or ] after an element");
      if (after_space(), here() == ']') fail("expected another element after the comma");
    }
  }

  void enter() {
    if (++depth_ > deepest_nesting) {
      fail("expected values nested at most " + std::to_string(deepest_nesting) + " deep");
    }
    ++at_;
  }
  void leave() {
    --depth_;
    ++at_;
  }

  void word(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) fail("expected a value");
    at_ += expected.size();
  }

  void number() {
    if (here() == '-') ++at_;
    const std::size_t first = at_;
    digits("expected a digit");
    if (text_[first] == '0' && at_ - first > 1) {
      at_ = first;
      fail("expected a number without zeros before it");
    }
    if (here() == '.') {
      ++at_;
      digits("expected a digit after the decimal point");
    }
    if (here() != 'e' && here() != 'E') return;
    ++at_;
    if (here() == '+' || here() == '-') ++at_;
    digits("expected a digit of the exponent");
  }

  void digits(const char* expected) {
    if (!is_digit(here())) fail(expected);
    while (is_digit(here())) ++at_;
  }

  // --- strings -------------------------------------------------------------------------------

  /// The string as written, with its quotation marks.
  std::string_view string() {
    const std::size_t first = at_++;
    while (here() != '"') {
      if (at_ == text_.size()) fail("expected the closing quotation mark of a string");
      if (here() == '\\') {
        escape();
      } else {
        character();
      }
    }
    ++at_;
    return text_.substr(first, at_ - first);
  }

  void character() {
    if (static_cast<unsigned char>(here()) < 0x20) {
      fail("expected no control character in a string, but its closing quotation mark or \\n");
    }
    const std::size_t length = utf8_length(text_.substr(at_));
    if (length == 0) fail("expected a file in UTF-8 (is it in GBK or GB 18030?)");
    at_ += length;
  }

  void escape() {
    ++at_;
    if (here() == 'u') return escaped_unit();
    if (at_ == text_.size() ||
        std::string_view(R"("\/bfnrt)").find(here()) == std::string_view::npos) {
      fail("expected one of \" \\ / b f n r t u after a backslash");
    }
    ++at_;
  }

  void escaped_unit() {
    const std::size_t first = at_ - 1;
    const unsigned unit = hex_unit();
    if (unit < 0xD800 || unit > 0xDFFF) return;
    const bool pair = unit < 0xDC00 && text_.substr(at_).starts_with("\\u");
    if (pair) ++at_;
    const unsigned second = pair ? hex_unit() : 0;
    if (second >= 0xDC00 && second <= 0xDFFF) return;
    at_ = first;
    fail("expected a surrogate pair, a high \\uD800-\\uDBFF and a low \\uDC00-\\uDFFF");
  }

  unsigned hex_unit() {
    unsigned unit = 0;
    for (int i = 0; i < 4; ++i) {
      ++at_;
      if (!is_hex(here())) fail("expected four hexadecimal digits after \\u");
      const unsigned c = static_cast<unsigned char>(here());
      unit = unit * 16 + (is_digit(here()) ? c - '0' : (c | 0x20U) - 'a' + 10);
    }
    ++at_;
    return unit;
  }

  static std::string string_value(std::string_view written) {
    if (written.find('\\') == std::string_view::npos) {
      return std::string(written.substr(1, written.size() - 2));
    }
    const boost::json::value v =
        boost::json::parse(boost::json::string_view(written.data(), written.size()));
    return {v.get_string().data(), v.get_string().size()};
  }

  // --- text ----------------------------------------------------------------------------------

  /// The character at hand, NUL at the end of the text.
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  std::size_t after_space() {
    skip_space();
    return at_;
  }

  void expect(char c, const std::string& expected) {
    if (after_space(), here() != c) fail(expected);
    ++at_;
  }

  [[noreturn]] void fail(const std::string& expected) const {
    throw syntax_fault{at_, found() + "; " + expected};
  }

  [[nodiscard]] std::string found() const {
    const std::string_view rest = text_.substr(at_);
    if (rest.empty()) return text_.empty() ? "the file is empty" : "the file ends here";
    if (rest.starts_with("//") || rest.starts_with("/*")) {
      return R"(JSON has no comments, but any object may have a field "comment")";
    }
    if (rest[0] == '\0') return "a NUL byte";
    if (rest[0] == '\n' || rest[0] == '\r') return "the line ends here";
    const std::size_t length = utf8_length(rest);
    if (length == 0) return "a byte that is not UTF-8";
    return "unexpected " +
           (rest[0] == '"' ? std::string("quotation mark") : io::quoted(rest.substr(0, length)));
  }

  std::string_view text_;
  const walk_listener& listener_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::string place_{};
};

}  // namespace

std::optional<syntax_fault> walk_json(std::string_view text, const walk_listener& listener) {
  return json_walker(text, listener).run();
}

std::vector<text_position> positions_of(std::string_view text,
                                        std::span<const std::size_t> offsets) {
  std::vector<std::size_t> order(offsets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return offsets[i]; });
  std::vector<text_position> positions(offsets.size());
  text_position at{1, 1};
  std::size_t read = 0;
  for (const std::size_t i : order) {
    for (; read < std::min(offsets[i], text.size()); ++read) {
      if (text[read] == '\n') {
        at = {at.line + 1, 1};
      } else if (starts_character(text[read])) {
        ++at.column;
      }
    }
    positions[i] = at;
  }
  return positions;
}

}  // namespace daopai::io
