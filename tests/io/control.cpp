#include "io/control.hpp"

#include "catch.hpp"

#include <string>

using namespace daopai::io;

TEST_CASE("A control character is found wherever it stands, and nothing else is one", "[io]") {
  for (std::size_t size = 1; size <= 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (unsigned byte = 0; byte < 256; ++byte) {
        std::string text(size, at % 2 == 0 ? '\x80' : ' ');
        text[at] = static_cast<char>(byte);
        const bool expected = byte < 0x20 || byte == 0x7F;
        if (has_control(text) != expected) FAIL(size << ' ' << at << ' ' << byte);
      }
    }
  }
  CHECK_FALSE(has_control(""));
  CHECK_FALSE(has_control("任务 1"));
}
