#include "program/index_methods.hpp"

#include "io/csv.hpp"

#include <map>
#include <sstream>
#include <stdexcept>

namespace daopai::program {
namespace {

using composite::eigen_index;

[[noreturn]] void refuse(const std::string& text, const std::string& expected) {
  throw std::invalid_argument("\"" + text + "\" is not understood; expected " + expected);
}

/// The number at a place, or another where fewer were typed.
double number_or(const method_text& method, std::size_t place, double otherwise) {
  return place < method.numbers.size() ? method.numbers[place] : otherwise;
}

/// A parameter of one indicator: typed, else from iMeta, else a default; nothing if there is no
/// default.
class parameter_source {
public:
  parameter_source(const method_text& method, const io::index_node& node)
      : method_(method), node_(node) {}

  [[nodiscard]] const std::string& word() const { return method_.word; }
  [[nodiscard]] const std::string& method() const { return method_.name; }
  /// The indicator is turned round, and a column of iMeta (not what was typed) says how it is
  /// measured.
  [[nodiscard]] bool is_turned(const char* column) const {
    return node_.direction < 0 && method_.numbers.empty() && node_.parameters.contains(column);
  }
  [[nodiscard]] double get(std::size_t place, const char* column,
                           std::optional<double> otherwise) const {
    if (place < method_.numbers.size()) return method_.numbers[place];
    const auto found = node_.parameters.find(column);
    if (found != node_.parameters.end()) return found->second;
    if (otherwise) return *otherwise;
    throw std::invalid_argument(
        "normalisation " + method_.name + " of " + node_.code +
        " needs a number; expected one after the name or in iMeta's column " + column);
  }

private:
  const method_text& method_;
  const io::index_node& node_;
};

eigen_index unit_of(const method_text& method, const io::index_files& files) {
  for (std::size_t u = 0; u < files.units.size(); ++u) {
    if (files.units[u].code == method.word) return static_cast<eigen_index>(u);
  }
  throw std::invalid_argument("reference unit \"" + method.word + "\" is not in the data");
}

/// How a rank shares equal values, typed as a word.
composite::ties ties_of(const parameter_source& p) {
  static const std::map<std::string, composite::ties> known{{"", composite::ties::minimum},
                                                            {"minimum", composite::ties::minimum},
                                                            {"maximum", composite::ties::maximum},
                                                            {"average", composite::ties::average},
                                                            {"dense", composite::ties::dense}};
  const auto found = known.find(p.word());
  if (found == known.end())
    refuse(p.method() + ":" + p.word(), "minimum, maximum, average or dense after the colon");
  return found->second;
}

/// Bounds in iMeta are in the indicator's own units, and turned round with it; those typed are of
/// the directed values, as COINr's are.
composite::scaled scaled_of(const parameter_source& p) {
  const composite::scaled typed{p.get(0, "scaled_lower", 0), p.get(1, "scaled_upper", 100),
                                p.get(2, "scale_factor", 100)};
  if (!p.is_turned("scaled_lower")) return typed;
  return {-typed.upper, -typed.lower, typed.factor};
}

using maker = composite::normalisation (*)(const parameter_source&);

const std::map<std::string, maker>& makers() {
  using namespace composite;
  using source = parameter_source;
  static const std::map<std::string, maker> all{
      {"min-max",
       [](const source& p) -> normalisation {
         return min_max{p.get(0, "minmax_lower", 0), p.get(1, "minmax_upper", 100)};
       }},
      {"z-score",
       [](const source& p) -> normalisation {
         return z_score{p.get(0, "zscore_mean", 0), p.get(1, "zscore_sd", 1)};
       }},
      {"scaled", [](const source& p) -> normalisation { return scaled_of(p); }},
      {"rank", [](const source& p) -> normalisation { return rank_order{ties_of(p)}; }},
      {"percentile-rank",
       [](const source& p) -> normalisation { return percentile_rank{ties_of(p)}; }},
      {"borda", [](const source& p) -> normalisation { return borda{ties_of(p)}; }},
      {"goalposts",
       [](const source& p) -> normalisation {
         return goalposts{p.get(0, "goalpost_lower", {}), p.get(1, "goalpost_upper", {}),
                          p.get(2, "goalpost_scale", 1), p.get(3, "goalpost_trunc2posts", 1) != 0};
       }},
      {"distance-to-maximum",
       [](const source& /*p*/) -> normalisation { return distance_to_maximum{}; }},
      {"distance-to-target",
       [](const source& p) -> normalisation {
         return distance_to_target{p.get(0, "Target", {}), p.get(1, "dist2targ_cap_max", 0) != 0};
       }},
      {"fraction-of-maximum",
       [](const source& /*p*/) -> normalisation { return fraction_of_maximum{}; }},
      {"centred",
       [](const source& p) -> normalisation {
         return centred{p.get(0, "best", {}), p.get(1, "best_scale", 1)};
       }},
      {"interval",
       [](const source& p) -> normalisation {
         return best_interval{p.get(0, "best_lower", {}), p.get(1, "best_upper", {}),
                              p.get(2, "best_scale", 1)};
       }},
      {"none", [](const source& /*p*/) -> normalisation { return no_normalisation{}; }}};
  return all;
}

}  // namespace

method_text parse_method(const std::string& text) {
  const std::size_t colon = text.find(':');
  method_text method{text.substr(0, colon), {}, {}};
  if (colon == std::string::npos) return method;
  std::istringstream rest(text.substr(colon + 1));
  for (std::string part; std::getline(rest, part, ',');) {
    if (const std::optional<double> number = io::parse_number(part)) {
      method.numbers.push_back(*number);
    } else {
      method.word = part;
    }
  }
  return method;
}

composite::imputation parse_imputation(const std::string& text, const io::index_files& files,
                                       const std::string& group, int branch_level) {
  const std::size_t dash = text.find('-');
  const std::string centre_name = text.substr(0, dash);
  const std::string kind = dash == std::string::npos ? "" : text.substr(dash + 1);
  if (text == "none") return composite::no_imputation{};
  const bool known = (centre_name == "mean" || centre_name == "median") &&
                     (kind.empty() || kind == "group" || kind == "branch");
  if (!known)
    refuse(text, "none, mean, median, mean-group, median-group, mean-branch or median-branch");
  const auto centre = centre_name == "mean" ? composite::centre::mean : composite::centre::median;
  if (kind == "branch") return composite::from_branch{centre, branch_level};
  if (kind.empty()) return composite::from_units{centre, {}};
  if (!files.groups.contains(group))
    throw std::invalid_argument("group column \"" + group + "\" is not a Group of iMeta");
  return composite::from_units{centre, io::groups_of(files, group)};
}

std::optional<composite::treatment> parse_treatment(const std::string& text) {
  const method_text method = parse_method(text);
  composite::treatment rule;
  if (method.name == "none") return std::nullopt;
  if (method.name == "log") return rule;
  if (method.name == "winsorise") {
    rule.otherwise = composite::no_transformation{};
  } else if (method.name == "log-by-skew") {
    rule.otherwise = composite::log_by_skew{};
  } else if (method.name == "log1") {
    rule.otherwise = composite::log_shifted_by_one{};
  } else if (method.name == "box-cox") {
    rule.otherwise = composite::box_cox{number_or(method, 0, 0)};
  } else {
    refuse(text, "none, winsorise, log, log-by-skew, log1 or box-cox:LAMBDA");
  }
  return rule;
}

std::vector<composite::normalisation> parse_normalisation(const std::string& text,
                                                          const io::index_files& files,
                                                          const composite::indicator_tree& tree) {
  const method_text method = parse_method(text);
  const auto count = static_cast<std::size_t>(tree.indicators());
  if (method.name == "distance-to-reference") {
    const bool cap = number_or(method, 0, 0) != 0;
    return std::vector<composite::normalisation>(
        count, composite::distance_to_reference{unit_of(method, files), cap});
  }
  const auto make = makers().find(method.name);
  if (make == makers().end()) {
    std::string names = "distance-to-reference:UNIT";
    for (const auto& [name, unused] : makers()) names += ", " + name;
    refuse(text, names);
  }
  std::vector<composite::normalisation> rules(count);
  for (const io::index_node& node : files.nodes) {
    if (node.is_indicator)
      rules[static_cast<std::size_t>(*tree.find(node.code))] = make->second({method, node});
  }
  return rules;
}

composite::aggregation parse_aggregation(const std::string& text) {
  const method_text method = parse_method(text);
  if (method.name == "arithmetic") return composite::arithmetic_mean{};
  if (method.name == "geometric") return composite::geometric_mean{};
  if (method.name == "harmonic") return composite::harmonic_mean{};
  if (method.name == "generalised") return composite::generalised_mean{number_or(method, 0, 2)};
  if (method.name == "owa") return composite::ordered_weighted{{}, number_or(method, 0, 1)};
  if (method.name == "minimum") return composite::minimum{};
  if (method.name == "copeland") return composite::copeland{number_or(method, 0, 0)};
  refuse(text, "arithmetic, geometric, harmonic, generalised:P, owa:EXPONENT, minimum or copeland");
}

composite::weight_noise parse_noise(const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto level = io::parse_number(text.substr(0, colon));
  const auto factor =
      colon == std::string::npos ? std::nullopt : io::parse_number(text.substr(colon + 1));
  if (!level || !factor || *level < 1 || *level > 1000)
    refuse(text, "LEVEL:FACTOR, such as 1:0.25");
  return {static_cast<int>(*level), *factor};
}

}  // namespace daopai::program
