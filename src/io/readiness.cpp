#include "io/json_document.hpp"
#include "io/readiness_reader.hpp"
#include "io/utf8.hpp"
#include <daopai/io/readiness.hpp>

#include <algorithm>
#include <set>

namespace daopai::io {
namespace {

using readiness::campaign;
using readiness::campaign_builder;

/// Problems of several readers, each with file, line and column in `where`.
class all_problems {
public:
  void add(const malformed_file& from, const std::string& file) {
    for (std::size_t i = 0; i < from.problems().size(); ++i) {
      problem p = from.problems()[i];
      const text_position at = from.positions()[i];
      p.where = file + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) +
                (p.where.empty() ? "" : ": " + p.where);
      add(std::move(p));
    }
  }
  /// Doubled fields are the plan's reader to tell.
  void add(const invalid_input& from) {
    for (const problem& p : from.problems()) {
      if (p.code != "doubled-field") add(p);
    }
  }
  void add(const findings& found, std::string_view text, const std::string& file) {
    if (found.empty()) return;
    try {
      throw_findings(found, text, file);
    } catch (const malformed_file& e) {
      add(e, file);
    }
  }
  void throw_if_any() {
    if (!all_.empty()) throw invalid_input(std::move(all_));
  }
  [[nodiscard]] bool empty() const { return all_.empty(); }

private:
  void add(problem p) {
    if (seen_.insert(to_string(p)).second) all_.push_back(std::move(p));
  }
  std::vector<problem> all_{};
  std::set<std::string> seen_{};
};

std::optional<plan> try_plan(const named_text& file, const reading_options& options,
                             all_problems& wrong) {
  try {
    return read_plan(file.text, file.name, options);
  } catch (const malformed_file& e) {
    wrong.add(e, file.name);
    return std::nullopt;
  }
}

/// Whether there is anything to score by.
bool has_indicators(const assessment_files& files, const json::value& root) {
  const auto fields = root.if_object();
  return files.indicators || (fields && fields->contains("indicators"));
}

std::optional<assessment> try_assessment(const assessment_files& files, all_problems& wrong) {
  try {
    return read_assessment(files);
  } catch (const invalid_input& e) {
    wrong.add(e);
    return std::nullopt;
  }
}

/// `daopai score` shows the last period, too.
void score_by(campaign_builder& builder, const assessment& assessed) {
  const auto periods = assessed.table().periods();
  scoring::view seen;
  if (!periods.empty()) seen.period = periods.back();
  builder.score_by(assessed.system(), assessed.table(), seen);
}

}  // namespace

campaign read_campaign(const assessment_files& files, const reading_options& options) {
  const std::string_view text = without_mark(files.plan.text);
  const json_document document(text);
  if (!document.is_valid()) throw_syntax_fault(document, text, files.plan.name);
  all_problems wrong;
  const std::optional<plan> p = try_plan(files.plan, options, wrong);
  const bool is_scored = has_indicators(files, document.root());
  const std::optional<assessment> assessed =
      is_scored ? try_assessment(files, wrong) : std::nullopt;
  findings found;
  const readiness_document read = read_readiness(found, document.root());
  if (!p || (is_scored && !assessed)) {
    wrong.add(found, text, files.plan.name);
    wrong.throw_if_any();
  }
  campaign_builder builder(*p);
  if (assessed) score_by(builder, *assessed);
  read.add_to(builder);
  const bool is_whole = found.empty();  // else what is named may be what could not be read
  for (problem& w : builder.problems()) {
    if (is_whole || w.code != "unknown-evidence") found.add(std::move(w));
  }
  wrong.add(found, text, files.plan.name);
  wrong.throw_if_any();
  return builder.build();
}

}  // namespace daopai::io
