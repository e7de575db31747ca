#include "io/scoring/kinds.hpp"
#include "io/scoring/rule_reader.hpp"

#include <string>
#include <utility>

namespace daopai::io {

using namespace scoring;

namespace {

raters read_raters(json_fields& f) {
  using pick = raters::pick;
  raters m;
  m.how = f.word_or<pick>("pick",
                          {{"first-present", pick::first_present},
                           {"mean", pick::mean},
                           {"trimmed-mean", pick::trimmed_mean},
                           {"weighted", pick::weighted}},
                          pick::first_present);
  if (f.has("names")) m.names = f.texts("names");
  m.weights = read_numbers(f.find("weights"));
  return m;
}

periods read_periods(json_fields& f) {
  periods m;
  if (const auto weights = f.require("weights")) {
    for (const auto& [period, share] : weights->entries())
      m.weights.push_back({period, share.number().value_or(0)});
  }
  return m;
}

combination read_combination(json_fields& f) {
  combination m;
  if (const auto terms = f.require("terms")) {
    for (const auto& [part, coefficient] : terms->entries())
      m.terms.push_back({part, coefficient.number().value_or(0)});
  }
  return m;
}

collected read_collected(json_fields& f) {
  using by = collected::by;
  return {f.word_or<by>("by",
                        {{"sum", by::sum},
                         {"mean", by::mean},
                         {"median", by::median},
                         {"minimum", by::minimum},
                         {"maximum", by::maximum},
                         {"count", by::count}},
                        by::sum),
          f.number("each_at_most")};
}

scoring::ratio read_ratio(json_fields& f) {
  scoring::ratio m;
  if (f.has("numerator")) m.numerator = f.text("numerator");
  if (f.has("denominator")) m.denominator = f.text("denominator");
  m.times = f.number_or("times", 1);
  return m;
}

measure measure_named(const std::string& kind, json_fields& f) {
  if (kind == "single") return single{};
  if (kind == "ratio") return read_ratio(f);
  if (kind == "dispersion")
    return dispersion{f.flag_or("weighted", true), f.flag_or("sample", false)};
  if (kind == "survey") return survey{f.number_or("minimum_sample", 0)};
  if (kind == "raters") return read_raters(f);
  if (kind == "periods") return read_periods(f);
  if (kind == "combination") return read_combination(f);
  if (kind == "collected") return read_collected(f);
  f.place().report("unknown-measure", "\"" + kind +
                                          "\" is none of single, ratio, dispersion, survey, "
                                          "raters, periods, combination, collected");
  return single{};
}

missing::policy missing_named(const std::string& kind, json_fields& f) {
  using method = missing::imputed::method;
  if (kind == "zero") return missing::zero{};
  if (kind == "full") return missing::full{};
  if (kind == "exempt") return missing::exempt{};
  if (kind == "blocks") return missing::blocks{};
  if (kind == "imputed") {
    const auto how = f.word_or<method>("method",
                                       {{"mean-of-peers", method::mean_of_peers},
                                        {"median-of-peers", method::median_of_peers},
                                        {"previous-period", method::previous_period},
                                        {"constant", method::constant}},
                                       method::mean_of_peers);
    return missing::imputed{how, how == method::constant ? f.required_number("value") : decimal{0}};
  }
  f.place().report("unknown-policy",
                   "\"" + kind + "\" is none of zero, full, exempt, blocks, imputed");
  return missing::zero{};
}

aggregate aggregate_named(const std::string& kind, json_fields& f) {
  if (kind == "sum") return sum_of_points{};
  if (kind == "weighted-mean") return weighted_mean{};
  if (kind == "geometric-mean") return geometric_mean{};
  if (kind == "minimum") return minimum{};
  if (kind == "all") return k_of_n{k_of_n::every, std::nullopt};
  if (kind == "k-of-n") {
    const std::int64_t k = f.require("at_least") ? f.whole_number("at_least").value_or(1) : 1;
    return k_of_n{k < 0 ? 0 : static_cast<std::size_t>(k), f.number("rest_at_least")};
  }
  f.place().report(
      "unknown-aggregate",
      "\"" + kind + "\" is none of sum, weighted-mean, geometric-mean, minimum, all, k-of-n");
  return sum_of_points{};
}

}  // namespace

measure read_measure(const json_place& place) {
  const std::string kind = kind_word(place);
  if (kind.empty()) return single{};
  return with_fields(place, [&](json_fields& f) { return measure_named(kind, f); });
}

aggregate read_aggregate(const json_place& place) {
  const std::string kind = kind_word(place);
  if (kind.empty()) return sum_of_points{};
  return with_fields(place, [&](json_fields& f) { return aggregate_named(kind, f); });
}

missing::policy read_missing(const json_place& place) {
  const std::string kind = kind_word(place);
  if (kind.empty()) return missing::zero{};
  return with_fields(place, [&](json_fields& f) { return missing_named(kind, f); });
}

}  // namespace daopai::io
