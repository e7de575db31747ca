#include "io/quote.hpp"

#include "io/utf8.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace daopai::io {
namespace {

constexpr std::size_t most_shown = 60;

/// Levenshtein's distance, in bytes. O(a x b).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string shortened(std::string_view text) {
  std::string shown;
  std::size_t characters = 0;
  for (const char c : text) {
    if (starts_character(c) && ++characters > most_shown) return shown + "…";
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    shown += control ? '?' : c;
  }
  return shown;
}

std::string quoted(std::string_view text) { return '"' + shortened(text) + '"'; }

std::string did_you_mean(std::string_view word, std::span<const std::string_view> words) {
  constexpr std::size_t longest = 60;
  if (word.size() > longest) return {};
  std::size_t least = 1 + word.size() / 3;
  std::string_view nearest;
  for (const std::string_view candidate : words) {
    if (candidate.size() > word.size() + least || word.size() > candidate.size() + least) continue;
    const std::size_t d = distance(word, candidate);
    if (d > least || (d == least && !nearest.empty())) continue;
    least = d;
    nearest = candidate;
  }
  return nearest.empty() ? std::string() : "; did you mean " + quoted(nearest) + '?';
}

std::string one_of(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += quoted(words[i]);
  }
  return text;
}

}  // namespace daopai::io
