#include "program/text_width.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace daopai::program {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "…";

/// One character of a text as a terminal shows it.
struct glyph {
  std::string_view bytes;  ///< what is shown
  std::size_t length;      ///< what it takes in the text
  std::size_t width;
};

bool moves_text(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP ||
         (code >= 0x202A && code <= 0x202E) ||  // marks that turn the direction of writing
         (code >= 0x2066 && code <= 0x2069);
}

glyph first_glyph(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  utf8proc_int32_t code = 0;
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0) return {replacement, 1, 1};
  const auto size = static_cast<std::size_t>(length);
  if (moves_text(code)) return {" ", size, 1};
  return {text.substr(0, size), size,
          static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)))};
}

/// Calls `see` for each character until it answers false.
template <class See>
void each_glyph(std::string_view text, See see) {
  while (!text.empty()) {
    const glyph g = first_glyph(text);
    if (!see(g)) return;
    text.remove_prefix(g.length);
  }
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_glyph(text, [&](const glyph& g) { return width += g.width, true; });
  return width;
}

std::string clean(std::string_view text) {
  std::string result;
  each_glyph(text, [&](const glyph& g) { return result += g.bytes, true; });
  return result;
}

std::string truncated(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return clean(text);
  if (width == 0) return {};
  std::string result;
  std::size_t taken = 0;
  each_glyph(text, [&](const glyph& g) {
    if (taken + g.width > width - 1) return false;
    result += g.bytes;
    taken += g.width;
    return true;
  });
  return result.append(ellipsis);
}

std::string fitted(std::string_view text, std::size_t width, align a) {
  std::string shown = truncated(text, width);
  const std::string blanks(width - std::min(width, display_width(shown)), ' ');
  return a == align::left ? shown + blanks : blanks + shown;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_width = 0;
  std::size_t may_end_at = 0;  // bytes of `line` after which it may be broken
  each_glyph(text, [&](const glyph& g) {
    if (line_width + g.width > width) {
      const std::size_t cut = may_end_at == 0 ? line.size() : may_end_at;
      const std::size_t rest = std::min(line.find_first_not_of(' ', cut), line.size());
      lines.push_back(line.substr(0, line.find_last_not_of(' ', cut - 1) + 1));
      line.erase(0, rest);
      line_width = display_width(line);
      may_end_at = 0;
    }
    if (g.bytes == " " && line.empty()) return true;
    line += g.bytes;
    line_width += g.width;
    if (g.bytes == " " || g.width > 1) may_end_at = line.size();
    return true;
  });
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace daopai::program
