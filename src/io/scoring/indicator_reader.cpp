#include "io/scoring/document.hpp"
#include "io/scoring/kinds.hpp"
#include "io/scoring/rule_reader.hpp"

namespace daopai::io {

using namespace scoring;

namespace {

template <class Key>
std::vector<Key> keys(const std::vector<std::string>& texts) {
  std::vector<Key> all;
  all.reserve(texts.size());
  for (const std::string& t : texts) all.emplace_back(t);
  return all;
}

std::vector<unit_share> read_units(json_fields& f) {
  std::vector<unit_share> units;
  const auto given = f.find("units");
  if (!given) return units;
  for (const json_place& item : given->items()) {
    if (item.value().is_string()) {
      units.push_back({unit_key(item.text())});
    } else {
      json_fields u(item);
      const std::string unit = u.required_text("unit");
      units.push_back({unit_key(unit), u.number("share")});
    }
  }
  return units;
}

applicability read_applicability(json_fields& f) {
  applicability to;
  const auto given = f.find("applies_to");
  if (!given) return to;
  json_fields a(*given);
  to.objects = keys<object_key>(a.texts("objects"));
  if (const auto attributes = a.find("attributes")) {
    for (const auto& [name, values] : attributes->entries()) {
      for (const std::string& value : values.texts()) to.attributes.push_back({name, value});
    }
  }
  return to;
}

void read_scoring(json_fields& f, indicator& i) {
  i.points = f.number("points");
  i.weight = f.number("weight");
  i.at_most = f.number("at_most");
  i.at_least = f.number("at_least");
  i.pass_mark = f.number("pass_mark");
  if (const auto given = f.find("aggregate")) i.combine = read_aggregate(*given);
  if (const auto given = f.find("rule")) i.rule = read_rule(*given);
  if (const auto given = f.find("measure")) i.measure = read_measure(*given);
  if (const auto given = f.find("missing")) i.missing = read_missing(*given);
  if (const auto given = f.find("on_unmet")) {
    for (const json_place& item : given->items()) i.on_unmet.push_back(read_effect(item));
  }
  i.applies_to = read_applicability(f);
  i.scaled_by = f.text("scaled_by");
  i.next_step = f.number("next_step");
}

/// The parts that an indicator holds wait in `nested`.
indicator read_indicator(const json_place& place, std::optional<json_place>& nested) {
  json_fields f(place);
  indicator i{.id = indicator_key(f.required_text("id")), .name = f.text("name")};
  if (f.has("parent")) i.parent = indicator_key(f.text("parent"));
  read_scoring(f, i);
  i.unit_of_measure = f.text("unit_of_measure");
  i.units = read_units(f);
  i.assessor = f.text("assessor");
  i.evidence = f.texts("evidence");
  i.source = f.text("source");
  i.period = f.text("period");
  i.tasks = keys<task_key>(f.texts("tasks"));
  nested = f.find("indicators");
  return i;
}

struct waiting {
  json_place list;
  std::optional<indicator_key> parent;
};

/// Depth first, without recursion.
void read_tree(const json_place& list, std::vector<placed<indicator>>& all) {
  std::vector<waiting> open{{list, std::nullopt}};
  while (!open.empty()) {
    const waiting next = open.back();
    open.pop_back();
    std::vector<waiting> deeper;
    for (const json_place& item : next.list.items()) {
      std::optional<json_place> nested;
      indicator i = read_indicator(item, nested);
      if (next.parent && !i.parent) i.parent = next.parent;
      if (nested) deeper.push_back({*nested, i.id});
      all.push_back({std::move(i), item.path()});
    }
    open.insert(open.end(), deeper.rbegin(), deeper.rend());
  }
}

band read_band(const json_place& place) {
  json_fields f(place);
  band b{.grade = f.required_text("grade"), .from = f.number("from"), .below = f.number("below")};
  if (f.has("above")) {
    b.from = f.number("above");
    b.excludes_from = true;
  }
  if (f.has("through")) {
    b.below = f.number("through");
    b.includes_below = true;
  }
  return b;
}

void read_bands(json_fields& f, settings& s) {
  const auto given = f.find("bands");
  if (!given) return;
  std::vector<band> bands;
  for (const json_place& item : given->items()) bands.push_back(read_band(item));
  const auto wrong = check_bands(bands, given->path());
  given->problems().insert(given->problems().end(), wrong.begin(), wrong.end());
  if (wrong.empty()) s.bands = grade_bands(std::move(bands));
}

std::size_t count_of(json_fields& f, std::string_view name, std::size_t otherwise) {
  const auto given = f.whole_number(name);
  if (!given) return otherwise;
  if (*given < 1)
    f.place().report("not-positive",
                     std::string(name) + ": expected 1 or more, found " + std::to_string(*given));
  return *given < 1 ? otherwise : static_cast<std::size_t>(*given);
}

condition read_condition(const json_place& place, const grade_bands& bands) {
  json_fields f(place);
  const std::string kind = f.required_text("kind");
  if (kind == "score-below") return score_below{f.required_number("line")};
  if (kind == "score-at-least") return score_at_least{f.required_number("line")};
  if (kind == "among-last") return among_last{count_of(f, "count", 1)};
  if (kind == "among-first") return among_first{count_of(f, "count", 1)};
  if (kind == "drops-grade") return drops_grade{count_of(f, "bands", 1)};
  if (kind == "score-falls") return score_falls{f.required_number("points")};
  if (kind == "grade-at-most")
    return grade_at_most{bands.place_named(f.required_text("grade")).value_or(bands.size())};
  if (!kind.empty()) {
    place.report("unknown-condition",
                 "\"" + kind +
                     "\" is none of score-below, score-at-least, grade-at-most, among-last, "
                     "among-first, drops-grade, score-falls");
  }
  return score_below{0};
}

void read_states(json_fields& f, settings& s) {
  const auto given = f.find("states");
  if (!given) return;
  for (const json_place& item : given->items()) {
    json_fields r(item);
    state_rule rule{r.required_text("state"), score_below{0}};
    if (const auto when = r.require("when")) rule.when = read_condition(*when, s.bands);
    rule.times = count_of(r, "times", 1);
    rule.within = count_of(r, "within", rule.times);
    s.states.push_back(std::move(rule));
  }
}

int places_of(json_fields& f, int otherwise) {
  const auto given = f.whole_number("places");
  if (!given) return otherwise;
  return *given < 0 || *given > 12
             ? -1
             : static_cast<int>(*given);  // -1: the builder says what was expected
}

}  // namespace

settings read_settings(json_fields& f) {
  settings s;
  s.title = f.text("title");
  if (const auto given = f.find("aggregate")) s.combine = read_aggregate(*given);
  s.points = f.number("points");
  s.at_most = f.number("at_most");
  s.at_least = f.number("at_least");
  s.places = places_of(f, s.places);
  s.grade_reads = f.word_or<graded_on>(
      "graded_on",
      {{"exact-score", graded_on::exact_score}, {"rounded-score", graded_on::rounded_score}},
      graded_on::exact_score);
  read_bands(f, s);
  if (const auto ranks = f.find("ranks")) {
    json_fields r(*ranks);
    if (r.has("places")) s.ranks.places = places_of(r, 0);
    s.ranks.ties = read_ties(r);
  }
  if (f.has("raters")) s.raters = f.texts("raters");
  read_states(f, s);
  return s;
}

indicator_document read_indicator_document(const json_place& place) {
  indicator_document read;
  if (place.value().is_array()) {
    read_tree(place, read.indicators);
    return read;
  }
  json_fields f(place);
  read.config = read_settings(f);
  for (const char* told : {"source", "observations", "daopai", "units"}) (void)f.has(told);
  if (const auto list = f.require("indicators")) read_tree(*list, read.indicators);
  return read;
}

}  // namespace daopai::io
