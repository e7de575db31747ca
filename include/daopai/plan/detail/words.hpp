/// Pieces of messages that several rooms use.
#ifndef DAOPAI_PLAN_DETAIL_WORDS_HPP
#define DAOPAI_PLAN_DETAIL_WORDS_HPP

#include <string>
#include <string_view>

namespace daopai::detail {

[[nodiscard]] inline std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// "tasks[3]"
[[nodiscard]] inline std::string place(std::string_view list, std::size_t index) {
  return std::string(list) + '[' + std::to_string(index) + ']';
}

/// "1 day", "3 days"
[[nodiscard]] inline std::string count_of(std::int64_t n, const std::string& what) {
  return std::to_string(n) + ' ' + what + (n == 1 ? "" : "s");
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_WORDS_HPP
