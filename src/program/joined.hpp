/// Several texts as one.
#ifndef DAOPAI_SRC_PROGRAM_JOINED_HPP
#define DAOPAI_SRC_PROGRAM_JOINED_HPP

#include <string>
#include <vector>

namespace daopai::program {

/// What `text_of` says of each of them, with `between` between two.
template <class Things, class TextOf>
[[nodiscard]] std::string joined(const Things& things, const char* between, TextOf text_of) {
  std::string text;
  for (const auto& thing : things) text += (text.empty() ? "" : between) + text_of(thing);
  return text;
}

[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts,
                                        const char* between) {
  return joined(parts, between, [](const std::string& part) { return part; });
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_JOINED_HPP
