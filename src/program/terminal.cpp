#include "program/terminal.hpp"

#include <array>
#include <cstdlib>
#include <unistd.h>

namespace daopai::program {

bool colour_wanted() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_colour && *no_colour) return false;
  return isatty(STDOUT_FILENO) == 1 && terminal && std::string_view(terminal) != "dumb";
}

std::string painted(std::string_view text, style s, bool colour) {
  constexpr std::array<std::string_view, 5> codes{"", "\x1b[1m", "\x1b[33m", "\x1b[31m", "\x1b[2m"};
  if (!colour || s == style::plain) return std::string(text);
  return std::string(codes[static_cast<std::size_t>(s)]).append(text).append("\x1b[0m");
}

}  // namespace daopai::program
