/// How messages show text of a file: short, on one line, and harmless to a terminal.
#ifndef DAOPAI_SRC_IO_QUOTE_HPP
#define DAOPAI_SRC_IO_QUOTE_HPP

#include <span>
#include <string>
#include <string_view>

namespace daopai::io {

/// At most 60 characters, "…" for the rest, and "?" for control characters.
[[nodiscard]] std::string shortened(std::string_view text);

/// shortened(), in quotation marks.
[[nodiscard]] std::string quoted(std::string_view text);

/// `; did you mean "duration"?` if one of `words` is near to `word`; empty if none is.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> words);

/// `"a", "b" or "c"`.
[[nodiscard]] std::string one_of(std::span<const std::string_view> words);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_QUOTE_HPP
