#include "io/csv.hpp"
#include "io/findings.hpp"
#include "io/json_document.hpp"
#include "io/json_walk.hpp"
#include "io/scoring/document.hpp"
#include "io/utf8.hpp"
#include <daopai/io/scoring.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace daopai::io {

using namespace scoring;

namespace {

/// A file's JSON. @throws malformed_file for what is none
class parsed_file {
public:
  explicit parsed_file(const named_text& file) : document_(without_mark(file.text)) {
    if (!document_.is_valid()) throw_syntax_fault(document_, without_mark(file.text), file.name);
  }
  [[nodiscard]] const json::value& root() const { return document_.root(); }

  /// Fields that stand twice in one object, of which the last would count.
  void report_doubled(const named_text& file, std::vector<problem>& found) const {
    if (!document_.has_doubled_fields()) return;
    walk_listener listener;
    listener.value = [](const std::string&, std::size_t, std::size_t) {};
    listener.doubled = [&](const std::string& place, std::size_t) {
      found.push_back({"doubled-field", file.name + ": " + place, "this field stands twice"});
    };
    static_cast<void>(walk_json(without_mark(file.text), listener));
  }

private:
  json_document document_;
};

/// Where each value of a JSON text begins, by its path.
std::map<std::string, std::size_t> offsets_of(std::string_view text) {
  std::map<std::string, std::size_t> offsets;
  walk_listener listener;
  listener.value = [&](const std::string& place, std::size_t, std::size_t offset) {
    offsets.emplace(place, offset);
  };
  listener.doubled = [](const std::string&, std::size_t) {};
  static_cast<void>(walk_json(text, listener));
  return offsets;
}

/// The offset of a path; one that is not there (a missing field) is found by the nearest around it.
std::size_t nearest_offset(const std::map<std::string, std::size_t>& offsets, std::string path) {
  while (!path.empty()) {
    if (const auto found = offsets.find(path); found != offsets.end()) return found->second;
    const std::size_t end = path.find_last_of(".[");
    path.resize(end == std::string::npos ? 0 : end);
  }
  return 0;
}

/// Turns "file: path" into "file:line:column: path" for all problems of one JSON file.
void locate(std::vector<problem>& found, const named_text& file) {
  if (found.empty()) return;
  const std::string_view text = without_mark(file.text);
  const auto known = offsets_of(text);
  const std::string prefix = file.name + ": ";
  std::vector<problem*> here;
  std::vector<std::size_t> offsets;
  for (problem& p : found) {
    if (p.where != file.name && p.where.rfind(prefix, 0) != 0) continue;
    p.where.erase(0, std::min(prefix.size(), p.where.size()));
    here.push_back(&p);
    offsets.push_back(nearest_offset(known, p.where));
  }
  const std::vector<text_position> at = positions_of(text, offsets);
  for (std::size_t i = 0; i < here.size(); ++i) {
    std::string& path = here[i]->where;
    path = file.name + ':' + std::to_string(at[i].line) + ':' + std::to_string(at[i].column) +
           (path.empty() ? "" : ": " + path);
  }
}

/// Puts the file's name before the places that were found in it.
void name_places(std::vector<problem>& found, std::size_t first, const std::string& file) {
  for (std::size_t i = first; i < found.size(); ++i) {
    found[i].where = found[i].where.empty() ? file : file + ": " + found[i].where;
  }
}

template <class Things>
void name_places(Things& things, const std::string& file) {
  for (auto& t : things) t.where = file + ": " + t.where;
}

const json::value* field(const json::value& document, const char* name) {
  const auto fields = document.if_object();
  return fields ? fields->if_contains(name) : nullptr;
}

std::string top_text(const json::value& document, const char* name) {
  const json::value* found = field(document, name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

unit_names names_of_units(const json::value& plan) {
  unit_names names;
  const json::value* units = field(plan, "units");
  if (units == nullptr || !units->is_array()) return names;
  for (const auto& unit : units->get_array()) {
    if (const std::string id = top_text(unit, "id"); !id.empty())
      names.emplace(unit_key(id), top_text(unit, "name"));
  }
  return names;
}

/// What "indicators" of a plan holds, or a whole indicator file.
indicator_document read_indicators(const json::value& document, bool is_plan,
                                   const std::string& file, std::vector<problem>& found) {
  const std::size_t first = found.size();
  const json::value* inside = field(document, "indicators");
  const bool wrapped = inside != nullptr && (is_plan || inside->is_object());
  indicator_document read;
  if (is_plan && inside == nullptr) {
    found.push_back({"no-indicators", "", "the plan has no \"indicators\""});
  } else {
    read = read_indicator_document(
        json_place(wrapped ? *inside : document, wrapped ? "indicators" : "", found));
  }
  name_places(found, first, file);
  name_places(read.indicators, file);
  return read;
}

observation_document read_observations(const json::value& document, const std::string& file,
                                       std::vector<problem>& found) {
  const json::value* inside = field(document, "observations");
  if (inside == nullptr) return {};
  const std::size_t first = found.size();
  observation_document read = read_observation_document(json_place(*inside, "observations", found));
  name_places(found, first, file);
  name_places(read.objects, file);
  name_places(read.observations, file);
  return read;
}

/// Objects of the plan with the values of a table.
observation_document with_table(observation_document known, const named_text& file,
                                const indicator_system& system, std::vector<problem>& found) {
  observation_document read =
      read_observation_table(parse_csv(file.text, file.name), system, found);
  if (!known.objects.empty()) read.objects = std::move(known.objects);
  return read;
}

void forget_doubles(std::vector<problem>& found) {
  std::set<std::string> seen;
  const auto is_double = [&seen](const problem& p) {
    return !seen.insert(p.code + '\n' + to_string(p)).second;
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_double), found.end());
}

}  // namespace

assessment::assessment(std::string title, unit_names units, indicator_system system,
                       observation_table table)
    : title_(std::move(title)),
      units_(std::move(units)),
      system_(std::make_unique<const indicator_system>(std::move(system))),
      table_(std::make_unique<const observation_table>(std::move(table))) {}

const std::string& assessment::name_of(const unit_key& unit) const {
  const auto found = units_.find(unit);
  return found == units_.end() || found->second.empty() ? unit.text() : found->second;
}

assessment read_assessment(const assessment_files& files) {
  std::vector<problem> found;
  const parsed_file plan(files.plan);
  plan.report_doubled(files.plan, found);
  const named_text& source = files.indicators ? *files.indicators : files.plan;
  std::optional<parsed_file> own;
  if (files.indicators) own.emplace(source).report_doubled(source, found);
  const json::value& inside = own ? own->root() : plan.root();
  const bool is_plan = !own && field(plan.root(), "tasks") != nullptr;
  const indicator_document indicators = read_indicators(inside, is_plan, source.name, found);
  const indicator_system system = draft_of(indicators, found);
  observation_document observations = read_observations(plan.root(), files.plan.name, found);
  if (own && observations.observations.empty() && !files.observations) {
    observations = read_observations(inside, source.name, found);
  }
  if (files.observations)
    observations = with_table(std::move(observations), *files.observations, system, found);
  check_observations(system, observations, found);
  forget_doubles(found);
  locate(found, files.plan);
  if (own) locate(found, source);
  if (!found.empty()) throw invalid_input(std::move(found));
  const std::string title = top_text(plan.root(), "title");
  return {title.empty() ? system.config().title : title, names_of_units(plan.root()), system,
          table_of(system, observations)};
}

std::vector<scores> score_periods(const assessment& of) {
  std::vector<scores> all;
  for (const std::string& period : of.table().periods())
    all.push_back(score(of.system(), of.table(), {.rater = "", .period = period}));
  if (all.empty()) all.push_back(score(of.system(), of.table()));
  return all;
}

}  // namespace daopai::io
