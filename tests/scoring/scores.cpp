#include "catch.hpp"
#include "scoring/helpers.hpp"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <random>

using namespace scoring_tests;
using rational = boost::multiprecision::cpp_rational;
using whole_number = boost::multiprecision::cpp_int;

namespace {

/// A decimal of `places` places between 0 and `most`, as text that both sides read.
struct drawn {
  decimal ours;
  rational theirs;
};

/// Draws random trees and evaluates them a second time, recursively and with exact fractions.
class random_tree {
public:
  explicit random_tree(std::mt19937& random) : random_(random) {
    config_.places = static_cast<int>(below(5));
    config_.combine = any_aggregate();
    config_.points = 100;
    truth_ = heading(std::nullopt, 0, config_.combine, 100);
  }

  [[nodiscard]] rational rounded_truth() const {
    const whole_number unit =
        boost::multiprecision::pow(whole_number(10), static_cast<unsigned>(config_.places));
    const rational scaled = abs(truth_.score) * unit + rational(1, 2);
    const whole_number whole = numerator(scaled) / denominator(scaled);
    return rational(truth_.score < 0 ? whole_number(-whole) : whole, unit);
  }
  [[nodiscard]] scored scores() const { return scored(config_, indicators_, observations_); }
  [[nodiscard]] int places() const { return config_.places; }

private:
  struct value {
    rational score;
    rational full;
    bool exempt = false;
  };

  std::size_t below(std::size_t n) { return random_() % n; }

  drawn number(std::size_t most, std::size_t places) {
    std::size_t unit = 1;
    for (std::size_t i = 0; i < places; ++i) unit *= 10;
    const std::size_t digits = below(most * unit) + 1;
    return {decimal{digits} / decimal{unit}, rational(digits, unit)};
  }

  aggregate any_aggregate() {
    switch (below(4)) {
      case 0: return weighted_mean{};
      case 1: return minimum{};
      default: return sum_of_points{};
    }
  }

  indicator fresh(const std::optional<std::string>& parent, const drawn& points,
                  const drawn& weight) {
    indicator i{.id = daopai::indicator_key("i" + std::to_string(indicators_.size())), .name = ""};
    if (parent) i.parent = daopai::indicator_key(*parent);
    i.points = points.ours;
    i.weight = weight.ours;
    return i;
  }

  value heading(const std::optional<std::string>& id, int depth, const aggregate& how,
                const rational& points) {
    std::vector<std::pair<value, rational>> parts;
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      const drawn p = number(20, below(3));
      const drawn w = number(3, below(3));
      parts.emplace_back(part(id, depth + 1, p, w), w.theirs);
    }
    return combined(how, points, parts);
  }

  value part(const std::optional<std::string>& parent, int depth, const drawn& points,
             const drawn& weight) {
    indicator i = fresh(parent, points, weight);
    if (depth < 4 && below(3) == 0) {
      i.combine = any_aggregate();
      indicators_.push_back(i);
      return heading(i.id.text(), depth, i.combine, points.theirs);
    }
    const auto [score, exempt] = leaf_score(i, points.theirs);
    indicators_.push_back(i);
    return {score, points.theirs, exempt};
  }

  std::pair<rational, bool> leaf_score(indicator& i, const rational& p) {
    const drawn x = number(30, below(4));
    const drawn t = number(30, below(3));
    const bool observed = below(10) != 0;
    if (observed)
      observations_.push_back({.object = "a"_object, .indicator = i.id, .value = x.ours});
    const rational truth = rule_score(i, p, x, t);
    if (observed) return {truth, false};
    if (below(2) == 0) {
      i.missing = missing::exempt{};
      return {0, true};
    }
    i.missing = missing::full{};
    return {p, false};
  }

  static rational within(const rational& x, const rational& most) {
    return x < 0 ? rational(0) : x > most ? most : x;
  }

  rational rule_score(indicator& i, const rational& p, const drawn& x, const drawn& t) {
    switch (below(6)) {
      case 0: i.rule = proportional{t.ours}; return within(p * x.theirs / t.theirs, p);
      case 1:
        i.rule = threshold{{comparison::relation::at_least, t.ours}};
        return x.theirs >= t.theirs ? p : rational(0);
      case 2: {
        const drawn each = number(2, 1);
        i.rule = deduction{.each = each.ours, .per = t.ours};
        return within(p - each.theirs * x.theirs / t.theirs, p);
      }
      case 3: i.rule = linear{0, t.ours}; return within(p * x.theirs / t.theirs, p);
      case 4:
        i.rule = proportional_deduction{t.ours};
        return x.theirs >= t.theirs ? p : p * (1 - (t.theirs - x.theirs) / t.theirs);
      default: {
        i.rule = efficacy{.unsatisfactory = 0, .satisfactory = t.ours};
        return within(p * (rational(6, 10) + rational(4, 10) * x.theirs / t.theirs), p);
      }
    }
  }

  static value combined(const aggregate& how, const rational& points,
                        const std::vector<std::pair<value, rational>>& parts) {
    const bool sums = std::holds_alternative<sum_of_points>(how);
    rational score = 0;
    rational full = 0;
    rational counted = 0;
    rational least = 1;
    for (const auto& [v, weight] : parts) {
      full += sums ? v.full : rational(0);
      if (v.exempt) continue;
      counted += sums ? v.full : weight;
      score += sums ? v.score : weight * v.score / v.full;
      least = std::min<rational>(least, v.score / v.full);
    }
    if (counted == 0) return {0, sums ? full : points, true};
    if (sums) return {score * full / counted, full, false};
    if (std::holds_alternative<minimum>(how)) return {points * least, points, false};
    return {points * score / counted, points, false};
  }

  std::mt19937& random_;
  settings config_;
  std::vector<indicator> indicators_;
  std::vector<observation> observations_;
  value truth_;
};

rational exact_score(decimal d) {
  const auto size = daopai::scoring::detail::magnitude(d.scaled());
  const whole_number digits = (whole_number(static_cast<std::uint64_t>(size >> 64)) << 64) +
                              static_cast<std::uint64_t>(size);
  return rational(d < 0 ? whole_number(-digits) : digits, whole_number(1'000'000'000'000'000));
}

// Sanitizers make this ten times slower: there a twentieth of the trees is drawn.
#if defined(__SANITIZE_ADDRESS__)
constexpr int trees = 5'000;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr int trees = 5'000;
#else
constexpr int trees = 100'000;
#endif
#else
constexpr int trees = 100'000;
#endif

}  // namespace

TEST_CASE("100,000 random trees score as exact fractions do, and their lost points add up",
          "[scoring]") {
  std::mt19937 random(2026);
  int different = 0;
  int unbalanced = 0;
  int compared = 0;
  for (int n = 0; n < trees; ++n) {
    random_tree tree(random);
    const scored s = tree.scores();
    if (s.table.objects() == 0) continue;
    const score_card& card = s.card("a");
    if (!card.score) continue;
    ++compared;
    if (exact_score(*card.score) != tree.rounded_truth()) ++different;
    const lost_points lost = lost_points_of(s.result, s.object("a"));
    decimal sum = 0;
    for (const lost_line& l : lost.lines) sum += l.points;
    if (sum != lost.missing || lost.missing != rounded(card.full, tree.places()) - *card.score)
      ++unbalanced;
  }
  CHECK(compared > trees * 9 / 10);
  CHECK(different == 0);
  CHECK(unbalanced == 0);
}

TEST_CASE("A geometric mean agrees with 50-digit arithmetic", "[scoring]") {
  using big = boost::multiprecision::cpp_dec_float_50;
  std::mt19937 random(7);
  for (int n = 0; n < 2'000; ++n) {
    settings of;
    of.combine = geometric_mean{};
    std::vector<indicator> indicators;
    std::vector<observation> observations;
    big logs = 0;
    big weights = 0;
    for (int i = 0; i < 4; ++i) {
      const auto value = 1 + random() % 1000;
      const auto weight = 1 + random() % 9;
      indicators.push_back(leaf(std::to_string(i), 100, direct{}));
      indicators.back().weight = decimal{weight};
      observations.push_back(seen("a", std::to_string(i), decimal{value} / 10));
      logs += big(weight) * log(big(value) / 1000);
      weights += weight;
    }
    const big truth = 100 * exp(logs / weights);
    const scored s(of, indicators, observations);
    const big ours(to_string(s.card("a").exact));
    CHECK(abs(ours - truth) < big("1e-9"));
    decimal sum = 0;
    const auto lost = lost_points_of(s.result, s.object("a"), 6);
    for (const auto& l : lost.lines) sum += l.points;
    CHECK(sum == lost.missing);
  }
}

namespace {

/// Leaves whose cells are not all as most are: labels, several raters, scaled values, exemptions,
/// points beyond 64 bits, and headings with a cap, with parts of a mean and with a bonus.
std::vector<indicator> all_sorts() {
  const auto heading = [](const char* id, aggregate combine) {
    indicator h{.id = daopai::indicator_key(id), .name = id};
    h.combine = combine;
    return h;
  };
  const auto below = [](const char* parent, indicator i) {
    i.parent = daopai::indicator_key(parent);
    return i;
  };
  indicator capped = heading("capped", sum_of_points{});
  capped.at_most = 12;
  indicator mean = heading("mean", weighted_mean{});
  mean.points = 30;
  indicator exempt = leaf("exempt", 10, linear{0, 10});
  exempt.missing = missing::exempt{};
  indicator imputed = leaf("imputed", 10, linear{0, 10});
  imputed.missing = missing::imputed{missing::imputed::method::constant, 4};
  indicator scaled = leaf("scaled", 10, linear{0, 20});
  scaled.scaled_by = "difficulty";
  return {capped,
          below("capped", leaf("plain", 10, proportional{7})),
          below("capped", leaf("level", 10, levels{{{"A", 10}, {"B", 6}}})),
          below("capped", leaf("plus", std::nullopt, bonus{.each = 1})),
          mean,
          below("mean", exempt),
          below("mean", imputed),
          below("mean", scaled),
          leaf("vast", 20'000, linear{0, 10})};
}

std::vector<observation> some_of_all(std::mt19937& random, const std::string& object) {
  std::vector<observation> given;
  for (const char* id : {"plain", "exempt", "imputed", "scaled", "vast", "plus", "level"}) {
    if (random() % 4 == 0) continue;
    given.push_back(seen(object, id, decimal{random() % 1001} / 100));
    if (std::string(id) == "level") {
      given.back().value.reset();
      given.back().label = random() % 2 == 0 ? "A" : "B";
    } else if (random() % 5 == 0) {
      given.push_back(seen(object, id, decimal{random() % 1001} / 100));
      given.back().rater = "expert";
    }
  }
  return given;
}

}  // namespace

TEST_CASE("An object among many is scored as it is alone", "[scoring]") {
  std::mt19937 random(11);
  std::vector<object> objects;
  std::vector<std::vector<observation>> own;
  std::vector<observation> all;
  for (int o = 0; o < 75; ++o) {
    objects.push_back({.id = object_key("o" + std::to_string(o))});
    objects.back().quantities["difficulty"] = decimal{o + 10} / 10;
    own.push_back(some_of_all(random, objects.back().id.text()));
    all.insert(all.end(), own.back().begin(), own.back().end());
  }
  const scored among({}, all_sorts(), all, objects);
  for (std::size_t o = 0; o < objects.size(); ++o) {
    const scored alone({}, all_sorts(), own[o], {objects[o]});
    const score_card& card = among.result.of(object_id{o});
    CHECK(card.exact == alone.result.of(object_id{0}).exact);
    CHECK(card.missing == alone.result.of(object_id{0}).missing);
    CHECK(card.imputed == alone.result.of(object_id{0}).imputed);
    for (std::size_t i = 0; i < among.system.size(); ++i) {
      const cell a = among.result.of(object_id{o}, indicator_id{i});
      const cell b = alone.result.of(object_id{0}, indicator_id{i});
      INFO(o << " " << among.system.at(indicator_id{i}).id.text());
      CHECK(a.score == b.score);
      CHECK(a.full == b.full);
      CHECK(a.value == b.value);
      CHECK(among.table.name(a.label) == alone.table.name(b.label));
      CHECK(a.rests_on == b.rests_on);
      CHECK(a.result == b.result);
    }
  }
}

TEST_CASE("Each cell says the value and the full score that it was given", "[scoring]") {
  std::vector<object> objects{{.id = object_key("x")}, {.id = object_key("y")}};
  objects[0].quantities["difficulty"] = decimal{3} / 2;
  observation label = seen("x", "level", 0);
  label.value.reset();
  label.label = "B";
  const scored s({}, all_sorts(),
                 {seen("x", "plain", 9), label, seen("x", "plus", 2), seen("x", "scaled", 8),
                  seen("x", "vast", dec("9.5"))},
                 objects);
  CHECK(s.at("x", "plain").value == 9);
  CHECK(s.at("x", "plain").full == 10);
  CHECK(s.table.name(s.at("x", "level").label) == "B");
  CHECK(s.at("x", "scaled").value == 12);
  CHECK(s.at("x", "scaled").score == 6);
  CHECK(s.at("x", "vast").score == 19'000);
  CHECK(s.at("x", "vast").value == dec("9.5"));
  CHECK(s.at("x", "imputed").value == 4);
  CHECK(s.at("x", "imputed").rests_on == basis::imputed);
  CHECK(s.at("x", "exempt").rests_on == basis::exempt);
  CHECK(s.at("x", "exempt").full == 10);
  CHECK(s.at("x", "capped").score == 12);
  CHECK(s.at("x", "capped").value == 18);
  CHECK(s.at("x", "capped").full == 20);
  CHECK(s.at("y", "plus").full == 0);
  CHECK(s.at("y", "plain").value == 0);
  CHECK(s.at("y", "plain").rests_on == basis::missing_zero);
}
