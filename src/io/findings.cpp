#include "io/findings.hpp"

#include "io/json_walk.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace daopai::io {
namespace {

constexpr std::size_t most_problems = 10'000;

/// Looks up where problems stand while a walk passes by.
class locator {
public:
  locator(const std::vector<problem>& problems, std::string_view text) : text_(text) {
    for (const problem& p : problems) {
      by_place_[p.where].push_back(found_.size());
      found_.push_back({p, 0});
    }
  }

  void walk() {
    const walk_listener listener{
        [this](const std::string& place, std::size_t name, std::size_t value) {
          pass(place, name, value);
        },
        [this](const std::string& place, std::size_t name) { note_doubled(place, name); }};
    static_cast<void>(walk_json(text_, listener));
  }

  [[nodiscard]] std::vector<located_problem> take() {
    std::ranges::stable_sort(found_, {}, &found_problem::offset);
    std::vector<std::size_t> offsets;
    for (const found_problem& f : found_) offsets.push_back(f.offset);
    const std::vector<text_position> at = positions_of(text_, offsets);
    std::vector<located_problem> located;
    for (std::size_t i = 0; i < at.size(); ++i)
      located.push_back({std::move(found_[i].what), at[i]});
    return located;
  }

private:
  struct found_problem {
    problem what;
    std::size_t offset;
  };

  /// A place that stands twice keeps its last position: that is the value which was read.
  void pass(const std::string& place, std::size_t name, std::size_t value) {
    const auto here = by_place_.find(place);
    if (here == by_place_.end()) return;
    for (const std::size_t i : here->second) {
      found_[i].offset = found_[i].what.code == "unknown-field" ? name : value;
    }
  }

  void note_doubled(const std::string& place, std::size_t name) {
    if (found_.size() > most_problems) return;
    const std::string field = place.substr(place.rfind('.') + 1);
    found_.push_back(
        {{"doubled-field", place,
          "the field " + io::quoted(field) + " stands twice in this object; expected it once"},
         name});
  }

  std::string_view text_;
  std::vector<found_problem> found_{};
  std::unordered_map<std::string, std::vector<std::size_t>> by_place_{};
};

}  // namespace

void findings::report(std::string code, const place_in_file& at, const std::string& message) {
  const std::string_view id = at.id();
  add({std::move(code), at.text(),
       id.empty() ? message : message + " (in " + io::quoted(id) + ')'});
}

void findings::add(problem p) {
  if (problems_.size() > most_problems) return;
  if (problems_.size() == most_problems) {
    p = {"too-many-problems", "",
         "there are more than " + std::to_string(most_problems) + " problems; these are the first"};
  }
  problems_.push_back(std::move(p));
}

void throw_findings(const findings& found, std::string_view text, std::string_view file) {
  locator l(found.problems(), text);
  l.walk();
  throw malformed_file(std::string(file), l.take());
}

void throw_syntax_fault(const json_document& document, std::string_view text,
                        std::string_view file) {
  const walk_listener nobody{[](const auto&, auto, auto) {}, [](const auto&, auto) {}};
  const syntax_fault fault =
      walk_json(text, nobody)
          .value_or(
              syntax_fault{document.error_offset(), "this cannot be read: " + document.error()});
  const std::array offsets{fault.offset};
  throw malformed_file(std::string(file),
                       {{{"syntax", "", fault.message}, positions_of(text, offsets).front()}});
}

}  // namespace daopai::io
