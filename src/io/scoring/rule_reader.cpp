#include "io/scoring/rule_reader.hpp"

#include "io/scoring/kinds.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace daopai::io {

using namespace scoring;

namespace {

comparison::relation read_op(json_fields& f, comparison::relation otherwise) {
  using relation = comparison::relation;
  return f.word_or<relation>("op",
                             {{">=", relation::at_least},
                              {">", relation::more_than},
                              {"<=", relation::at_most},
                              {"<", relation::less_than},
                              {"==", relation::equal}},
                             otherwise);
}

target required_target(json_fields& f, std::string_view name = "target") {
  const auto found = f.require(name);
  return found ? read_target(*found) : target(0);
}

comparison read_comparison(json_fields& f,
                           comparison::relation otherwise = comparison::relation::at_least) {
  const comparison::relation op = read_op(f, otherwise);
  return {op, required_target(f)};
}

std::vector<level> read_levels(json_fields& f) {
  std::vector<level> table;
  const auto found = f.find("levels");
  if (!found) return table;
  for (const auto& [label, points] : found->entries())
    table.push_back({label, points.number().value_or(0)});
  return table;
}

rule read_stairs(json_fields& f) {
  stairs r{{}, read_better(f, direction::higher_is_better)};
  const auto table = f.require("stairs");
  if (!table) return r;
  for (const json_place& item : table->items()) {
    json_fields stair(item);
    const decimal bound = stair.required_number("bound");
    r.table.push_back({bound, stair.required_number("points")});
  }
  return r;
}

/// `floor` is 0 where it is left out, and none where it is null.
std::optional<decimal> read_floor(json_fields& f) {
  const auto fields = f.place().value().if_object();
  const json::value* given = fields ? fields->if_contains("floor") : nullptr;
  if (f.has("floor")) return f.number("floor");
  return given == nullptr ? std::optional<decimal>(0) : std::nullopt;
}

deduction read_deduction(json_fields& f, direction better) {
  using counting = deduction::counting;
  deduction r{.each = f.number_or("each", 1),
              .per = f.number_or("per", 1),
              .from = 0,
              .better = read_better(f, better)};
  if (const auto from = f.find("target")) r.from = read_target(*from);
  r.count = f.word_or<counting>("count",
                                {{"proportional", counting::proportional},
                                 {"full", counting::full},
                                 {"started", counting::started}},
                                counting::proportional);
  r.floor = read_floor(f);
  return r;
}

rule read_miss(json_fields& f) {
  deduction r = read_deduction(f, direction::higher_is_better);
  r.from = required_target(f);
  return r;
}

rule read_efficacy_bands(json_fields& f) {
  efficacy_bands r;
  const auto standards = read_numbers(f.require("standards"));
  const auto coefficients = read_numbers(f.require("coefficients"));
  if (standards.size() != coefficients.size()) {
    f.place().report("rule-standards", "expected as many coefficients as standards");
    return r;
  }
  for (std::size_t i = 0; i < standards.size(); ++i)
    r.table.push_back({standards[i], coefficients[i]});
  return r;
}

ranked read_ranked(json_fields& f) {
  const direction better = read_better(f, direction::higher_is_better);
  const tie_rule ties = read_ties(f);
  return {read_numbers(f.require("table")), better, ties};
}

rule read_threshold_then_rank(json_fields& f) {
  comparison pass = read_comparison(f);
  ranked below = read_ranked(f);
  if (!f.has("better")) below.better = better_way(pass.op);
  return threshold_then_rank{std::move(pass), std::move(below)};
}

template <class Amount>
rule read_amount(json_fields& f) {
  return Amount{.each = f.number_or("each", 1), .cap = f.number("cap"), .table = read_levels(f)};
}

/// Vetoes are triggered by any value above 0 unless they say otherwise.
rule read_veto(json_fields& f, effect then) {
  veto r{.when = {comparison::relation::more_than, 0}, .then = std::move(then)};
  if (f.has("op") || f.has("target")) r.when = read_comparison(f, comparison::relation::more_than);
  return r;
}

downgrade read_downgrade(json_fields& f) {
  const std::int64_t by = f.whole_number("by").value_or(1);
  return {by < 0 || by > 1000 ? 0 : static_cast<int>(by)};
}

rule read_proportional(json_fields& f) {
  const direction better = read_better(f, direction::higher_is_better);
  return proportional{required_target(f), better, f.flag_or("capped", true)};
}

rule read_proportional_deduction(json_fields& f) {
  const direction better = read_better(f, direction::higher_is_better);
  return proportional_deduction{required_target(f), better};
}

rule read_linear(json_fields& f) {
  const decimal from = f.required_number("from");
  return linear{from, f.required_number("to"), read_better(f, direction::higher_is_better)};
}

rule read_efficacy(json_fields& f) {
  efficacy r{.unsatisfactory = f.required_number("unsatisfactory"),
             .satisfactory = f.required_number("satisfactory")};
  r.base = f.number_or("base", r.base);
  r.better = read_better(f, r.better);
  return r;
}

rule read_relative_to_best(json_fields& f) {
  return relative_to_best{read_better(f, direction::higher_is_better)};
}

rule read_scaled_import(json_fields& f) {
  return scaled_import{f.required_number("upper_full"), f.flag_or("as_malus", false)};
}

rule read_quota_share(json_fields& f) {
  quota_share r{.total = f.required_number("total")};
  if (f.has("weight")) r.weight = f.text("weight");
  return r;
}

rule read_case(json_fields& f) { return read_deduction(f, direction::lower_is_better); }
rule read_threshold(json_fields& f) { return threshold{read_comparison(f)}; }
rule read_failure(json_fields& f) { return read_veto(f, fails{}); }
rule read_lower_grade(json_fields& f) { return read_veto(f, read_downgrade(f)); }
rule read_grade_cap(json_fields& f) { return read_veto(f, cap_grade{f.required_text("at_most")}); }

using rule_makers = std::map<std::string, rule (*)(json_fields&), std::less<>>;

const rule_makers& makers() {
  static const rule_makers known{
      {"direct", [](json_fields&) -> rule { return direct{}; }},
      {"met", [](json_fields&) -> rule { return met{}; }},
      {"levels", [](json_fields& f) -> rule { return levels{read_levels(f)}; }},
      {"graded-steps",
       [](json_fields& f) -> rule { return graded_steps{f.required_number("step")}; }},
      {"stairs", read_stairs},
      {"deduction", read_case},
      {"deduct-per-case", read_case},
      {"deduct-per-miss", read_miss},
      {"threshold", read_threshold},
      {"all-or-nothing", read_threshold},
      {"conditional-threshold", read_threshold},
      {"proportional", read_proportional},
      {"proportional-deduction", read_proportional_deduction},
      {"linear", read_linear},
      {"efficacy", read_efficacy},
      {"efficacy-bands", read_efficacy_bands},
      {"ranked", [](json_fields& f) -> rule { return read_ranked(f); }},
      {"threshold-then-rank", read_threshold_then_rank},
      {"relative-to-best", read_relative_to_best},
      {"title", [](json_fields& f) -> rule { return title{read_levels(f)}; }},
      {"bonus", read_amount<bonus>},
      {"malus", read_amount<malus>},
      {"scaled-import", read_scaled_import},
      {"quota-share", read_quota_share},
      {"veto", read_failure},
      {"downgrade", read_lower_grade},
      {"cap-grade", read_grade_cap},
      {"monitor-only", [](json_fields&) -> rule { return monitor_only{}; }},
  };
  return known;
}

/// Where to look for a word that names no rule but something else of an indicator.
std::string hint_for(const std::string& kind) {
  for (const char* measure : {"ratio", "dispersion", "survey", "raters", "periods", "combination",
                              "collected", "single"}) {
    if (kind == measure)
      return "; it is a measure: write \"measure\": {\"kind\": \"" + kind +
             "\", ...} beside a rule";
  }
  if (kind == "k-of-n")
    return "; it is an aggregate of a heading: write \"aggregate\": {\"kind\": \"k-of-n\", ...}";
  if (kind == "bands")
    return "; bands belong to the whole: \"indicators\": {\"bands\": [...], ...}";
  return "";
}

}  // namespace

target read_target(const json_place& place) {
  target t;
  if (place.value().is_string() && place.value().get_string() == "mean-of-peers") {
    t.mean_of_peers = true;
    return t;
  }
  if (!place.value().is_object()) return target(place.number().value_or(0));
  json_fields f(place);
  t.value = f.number("value");
  t.mean_of_peers = f.flag_or("mean_of_peers", false);
  if (const auto own = f.find("by_object")) {
    for (const auto& [object, value] : own->entries())
      t.by_object.push_back({object_key(object), value.number().value_or(0)});
  }
  if (const auto cases = f.find("cases")) {
    for (const json_place& item : cases->items()) {
      json_fields c(item);
      std::string attribute = c.required_text("attribute");
      std::string equals = c.required_text("equals");
      t.cases.push_back({std::move(attribute), std::move(equals), c.required_number("value")});
    }
  }
  return t;
}

std::optional<rule> read_rule(const json_place& place) {
  const std::string kind = kind_word(place);
  if (kind.empty()) return std::nullopt;
  const auto found = makers().find(kind);
  if (found == makers().end()) {
    place.report("unknown-rule", "there is no rule \"" + kind + "\"" + hint_for(kind));
    return std::nullopt;
  }
  return with_fields(place, found->second);
}

effect read_effect(const json_place& place) {
  const std::string kind = kind_word(place);
  return with_fields(place, [&](json_fields& f) -> effect {
    if (kind == "downgrade") return read_downgrade(f);
    if (kind == "cap-grade") return cap_grade{f.required_text("at_most")};
    if (kind != "fails" && !kind.empty())
      f.place().report("unknown-effect", "\"" + kind + "\" is none of fails, downgrade, cap-grade");
    return fails{};
  });
}

}  // namespace daopai::io
