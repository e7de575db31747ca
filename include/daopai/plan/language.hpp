/// The languages in which sentences are written.
#ifndef DAOPAI_PLAN_LANGUAGE_HPP
#define DAOPAI_PLAN_LANGUAGE_HPP

#include <cstdint>

namespace daopai {

enum class language : std::uint8_t { english, chinese };

}  // namespace daopai

#endif  // DAOPAI_PLAN_LANGUAGE_HPP
