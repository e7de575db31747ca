#include "io/plan/goal_references.hpp"
#include "io/plan_reader.hpp"
#include "io/references.hpp"
#include "io/utf8.hpp"
#include <daopai/io/plan_file.hpp>

#include <algorithm>
#include <set>

namespace daopai::io {
namespace {

/// Tells what is wrong on its own from what is wrong only because something could not be read.
class follow_on {
public:
  follow_on(const plan_reader& reader, const findings& found) : reader_(reader) {
    for (const problem& p : found.problems()) places_.insert(p.where);
  }

  [[nodiscard]] bool operator()(const problem& p) const {
    if (p.code == "missing-duration" && (reader_.lost_parent || reader_.lost_id)) return true;
    if (p.code.starts_with("unknown-") && reader_.lost_id) return true;
    const bool names_what_was_lost = p.message.find('\n') != std::string::npos;
    return names_what_was_lost || is_around_a_finding(p.where) || is_below_a_finding(p.where);
  }

private:
  [[nodiscard]] bool is_below_a_finding(std::string_view where) const {
    for (std::size_t end = where.size(); end != 0 && end != std::string_view::npos;
         end = where.find_last_of(".[", end - 1)) {
      if (places_.contains(where.substr(0, end))) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_around_a_finding(std::string_view where) const {
    const auto next = places_.lower_bound(where);
    if (next == places_.end() || !next->starts_with(where)) return false;
    const std::string_view rest = next->substr(where.size());
    return rest.empty() || rest[0] == '.' || rest[0] == '[';
  }

  const plan_reader& reader_;
  std::set<std::string_view> places_{};
};

void add_explained(std::vector<problem> problems, const json_document& document, findings& found) {
  explain_unknown_ids(problems, document.root());
  for (problem& p : problems) found.add(std::move(p));
}

}  // namespace

plan_file read_plan_file(std::string_view text, std::string_view name,
                         const reading_options& options) {
  text = without_mark(text);
  const json_document document(text);
  if (!document.is_valid()) throw_syntax_fault(document, text, name);

  findings found;
  plan_reader reader(found, options);
  std::optional<plan_builder> builder = reader.read(document.root());
  const std::vector<problem> loose = check_references(reader.goals, reader.quotas, document.root());
  if (builder && found.empty() && loose.empty() && !document.has_doubled_fields()) {
    try {
      return {std::move(*builder).build(), std::move(reader.goals), std::move(reader.quotas)};
    } catch (const invalid_plan& e) {
      std::vector<problem> wrong = e.problems();
      reader.duties.rename_places(wrong);
      add_explained(std::move(wrong), document, found);
    }
  } else if (builder) {
    std::vector<problem> further = builder->problems();
    reader.duties.rename_places(further);
    further.insert(further.end(), loose.begin(), loose.end());
    std::erase_if(further, follow_on(reader, found));
    add_explained(std::move(further), document, found);
  }
  throw_findings(found, text, name);
}

plan read_plan(std::string_view text, std::string_view name, const reading_options& options) {
  return read_plan_file(text, name, options).plan;
}

}  // namespace daopai::io
