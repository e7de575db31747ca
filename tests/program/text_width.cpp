#include "program/text_width.hpp"

#include "catch.hpp"

#include <rapidcheck.h>

using namespace daopai::program;

TEST_CASE("A Chinese character takes two columns, a combining mark none", "[program]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("P1.1") == 4);
  CHECK(display_width("教育局") == 6);
  CHECK(display_width("（街道）") == 8);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("Text is cut at a column, never inside a character", "[program]") {
  CHECK(truncated("教育局", 6) == "教育局");
  CHECK(truncated("教育局", 5) == "教育…");
  CHECK(truncated("教育局", 4) == "教…");
  CHECK(truncated("教育局", 1) == "…");
  CHECK(truncated("教育局", 0).empty());
  CHECK(truncated("archive", 5) == "arch…");
}

TEST_CASE("A fitted text has its width whatever it is made of", "[program]") {
  CHECK(fitted("教育局", 8) == "教育局  ");
  CHECK(fitted("28", 5, align::right) == "   28");
  CHECK(fitted("教育局", 4) == "教… ");
  CHECK(rc::check("fitted() is as wide as it was asked to be", [](const std::string& bytes) {
    const auto width = *rc::gen::inRange<std::size_t>(0, 30);
    RC_ASSERT(display_width(fitted("档" + bytes, width)) == width);
  }));
}

TEST_CASE("What could steer a terminal is taken out", "[program]") {
  CHECK(clean("a\x1b[31mb\n\tc\x7f") == "a [31mb  c ");
  CHECK(clean("a\xFF\xE6"
              "b") == "a\uFFFD\uFFFDb");
  CHECK(clean("\u202Eabc\u2028") == " abc ");
}

TEST_CASE("Lines are broken at blanks and between Chinese characters", "[program]") {
  using lines = std::vector<std::string>;
  CHECK(wrapped("the last working day", 10) == lines{"the last", "working", "day"});
  CHECK(wrapped("整理档案资料", 5) == lines{"整理", "档案", "资料"});
  CHECK(wrapped("abcdefgh", 3) == lines{"abc", "def", "gh"});
  CHECK(wrapped("", 10).empty());
  CHECK(rc::check("no line is wider than it may be, and nothing is lost",
                  [](const std::string& bytes) {
                    const auto width = *rc::gen::inRange<std::size_t>(2, 30);
                    std::string joined;
                    for (const std::string& line : wrapped(bytes + "整理 archive", width)) {
                      RC_ASSERT(display_width(line) <= width);
                      joined += line;
                    }
                    std::string all = clean(bytes + "整理 archive");
                    std::erase(all, ' ');
                    std::erase(joined, ' ');
                    RC_ASSERT(joined == all);
                  }));
}
