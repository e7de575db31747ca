#include "support.hpp"
#include <daopai/io/plan.hpp>
#include <daopai/io/schedule.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

using namespace daopai;
using namespace daopai::tests;

namespace {

std::string example_text(const std::string& name) {
  std::ifstream in(DAOPAI_SOURCE_DIR "/examples/plans/" + name, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Damages a text as hands, disks and other programs do.
class damage {
public:
  explicit damage(unsigned seed) : random_(seed) {}

  std::string operator()(std::string text) {
    for (std::size_t n = 1 + below(4); n > 0; --n) once(text);
    return text;
  }

private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  void once(std::string& text) {
    static const std::vector<std::string> words{"null",       "-1",
                                                "1e400",      "\"\"",
                                                "{}",         "[",
                                                "]",          "}",
                                                ",",          ":",
                                                "\"",         "\\u0000",
                                                "2025-02-30", "\"1400-01-01/9999-12-31\"",
                                                "\"P1.1\"",   "\"moe\"",
                                                "100000",     "\"calendar\"",
                                                "\xFF",       "0"};
    if (text.empty()) text = "{";
    const std::size_t at = below(text.size());
    const std::size_t length = std::min(text.size() - at, std::size_t{1} << below(8));
    switch (below(6)) {
      case 0: text[at] = static_cast<char>(below(256)); break;
      case 1: text.erase(at, length); break;
      case 2: text.insert(at, words[below(words.size())]); break;
      case 3: text.replace(at, length, words[below(words.size())]); break;
      case 4: text.insert(below(text.size()), text.substr(at, length)); break;
      default: replace_number_or_id(text, at); break;
    }
  }

  /// Keeps the syntax whole, so that the damage goes deeper.
  void replace_number_or_id(std::string& text, std::size_t at) {
    const std::size_t quote = text.find('"', at);
    const std::size_t other = text.find('"', below(text.size()));
    if (quote == std::string::npos || other == std::string::npos) return;
    const auto word_at = [&](std::size_t from) {
      return text.substr(from, text.find('"', from + 1) - from);
    };
    const std::string old = word_at(quote);
    text.replace(quote, old.size(), word_at(other));
  }

  std::mt19937 random_;
};

/// Whether it was still a good plan.
bool read_and_compute(const std::string& text) {
  try {
    const plan p = io::read_plan(text, "damaged.json");
    const schedule s = compute_schedule(p, status_date(p.today().value_or(day("2025-07-01"))));
    CHECK_FALSE(io::to_json(s).empty());
    return true;
  } catch (const io::malformed_file& e) {
    CHECK_FALSE(e.problems().empty());
    CHECK(e.problems().size() == e.positions().size());
  } catch (const error& e) {
    CHECK_FALSE(std::string(e.what()).empty());  // dates beyond the years that there are
  }
  return false;
}

}  // namespace

TEST_CASE("Damaged plans are answered with messages or with a schedule", "[io]") {
  int good = 0;
  int cases = 0;
  for (const char* name : {"plan-0-reinspection.json", "plan-2-county-programme.json"}) {
    const std::string text = example_text(name);
    damage damaged(20250801);
    for (int i = 0; i < 3000; ++i, ++cases) good += read_and_compute(damaged(text)) ? 1 : 0;
  }
  CHECK(good > 0);
  CHECK(good < cases);
}

TEST_CASE("A plan cut short anywhere is answered with a message", "[io]") {
  const std::string text = example_text("plan-0-reinspection.json");
  const std::size_t whole = text.find_last_of('}');
  for (std::size_t size = 0; size <= whole; size += 7) {
    CHECK_THROWS_AS(io::read_plan(text.substr(0, size), "cut.json"), io::malformed_file);
  }
}
