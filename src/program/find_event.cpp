#include "program/find_event.hpp"

#include <algorithm>
#include <optional>

namespace daopai::program {
namespace {

constexpr std::size_t most_suggestions = 3;
constexpr std::size_t longest_compared = 64;  // bytes; nobody mistypes longer ids by a letter

/// The fewest letters to leave out, put in or change that make one text the other (Levenshtein).
std::size_t edits_between(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// How far a name is from what was typed; nothing if it cannot have been meant.
std::optional<std::size_t> distance(const std::string& typed, const known_name& known) {
  if (typed.empty()) return std::nullopt;
  const std::string id = lower(known.id);
  if (id == typed) return 0;
  if (id.find(typed) != id.npos || lower(known.name).find(typed) != known.name.npos) return 1;
  if (id.size() > longest_compared || typed.size() > longest_compared) return std::nullopt;
  const std::size_t edits = edits_between(typed, id);
  if (edits > std::max<std::size_t>(2, typed.size() / 3) || edits >= id.size()) return std::nullopt;
  return edits + 1;
}

[[noreturn]] void throw_unknown(const std::string& what, const std::string& typed,
                                const std::vector<known_name>& known) {
  std::string text = "there is no " + what + " \"" + typed + "\" in the plan";
  const auto nearest = nearest_ids(typed, known);
  for (std::size_t n = 0; n < nearest.size(); ++n) {
    const char* before = n == 0 ? "; did you mean \"" : n + 1 == nearest.size() ? " or \"" : ", \"";
    text += before + nearest[n] + '"';
  }
  throw error(text + (nearest.empty() ? "" : "?"));
}

template <class Things>
void add_names(std::vector<known_name>& known, const Things& things) {
  for (const auto& thing : things) known.push_back({thing.id.text(), thing.name});
}

}  // namespace

std::vector<std::string> nearest_ids(const std::string& typed,
                                     const std::vector<known_name>& known) {
  struct candidate {
    std::size_t distance;
    std::size_t row;
  };
  std::vector<candidate> near;
  const std::string wanted = lower(typed);
  for (std::size_t row = 0; row < known.size(); ++row) {
    if (const auto far = distance(wanted, known[row])) near.push_back({*far, row});
  }
  std::ranges::stable_sort(near, {}, &candidate::distance);
  std::vector<std::string> ids;
  for (std::size_t n = 0; n < std::min(near.size(), most_suggestions); ++n) {
    ids.push_back(known[near[n].row].id);
  }
  return ids;
}

event_id find_event(const plan& p, const std::string& typed) {
  if (const auto t = p.find(task_key(typed))) return *t;
  if (const auto i = p.find(inspection_key(typed))) return *i;
  std::vector<known_name> known;
  add_names(known, p.tasks());
  add_names(known, p.inspections());
  throw_unknown("task or inspection", typed, known);
}

inspection_id find_inspection(const plan& p, const std::string& typed) {
  if (const auto i = p.find(inspection_key(typed))) return *i;
  std::vector<known_name> known;
  add_names(known, p.inspections());
  throw_unknown("inspection", typed, known);
}

unit_id find_unit(const plan& p, const std::string& typed) {
  if (const auto u = p.find(unit_key(typed))) return *u;
  std::vector<known_name> known;
  add_names(known, p.units());
  throw_unknown("unit", typed, known);
}

}  // namespace daopai::program
