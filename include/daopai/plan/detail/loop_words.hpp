/// How a loop is told.
#ifndef DAOPAI_PLAN_DETAIL_LOOP_WORDS_HPP
#define DAOPAI_PLAN_DETAIL_LOOP_WORDS_HPP

#include <cstdint>
#include <string>
#include <vector>

namespace daopai::detail {

/// "a -> b -> a"; neighbours of one name (a phase and its hub) are said once. Long loops are cut.
template <class NameOf>
[[nodiscard]] std::string loop_words(const std::vector<std::uint32_t>& loop, NameOf name_of) {
  constexpr std::size_t most = 20;
  std::string text = name_of(loop.front());
  const std::string* last = &name_of(loop.front());
  for (std::size_t i = 1; i <= loop.size(); ++i) {
    if (i == most && loop.size() > most) {
      text += " -> ... (" + std::to_string(loop.size() - most) + " more)";
      i = loop.size();
    }
    const std::string& name = name_of(loop[i % loop.size()]);
    if (&name == last && i < loop.size()) continue;
    text += " -> " + name;
    last = &name;
  }
  return text;
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_LOOP_WORDS_HPP
