/// What can be wrong with one rule or one measure, whatever tree it stands in.
#ifndef DAOPAI_SCORING_DETAIL_CHECK_RULE_HPP
#define DAOPAI_SCORING_DETAIL_CHECK_RULE_HPP

#include <daopai/error.hpp>
#include <daopai/scoring/indicator.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// Gathers problems of one indicator; each message begins with the indicator's name.
class rule_checker {
public:
  rule_checker(const indicator& of, std::string where, std::vector<problem>& problems)
      : of_(of), where_(std::move(where)), problems_(problems) {}

  void check() {
    if (of_.rule) of_.rule->visit(*this);
    of_.measure.visit(*this);
  }

  void operator()(const direct&) {}
  void operator()(const met&) {}
  void operator()(const monitor_only&) {}
  void operator()(const relative_to_best&) {}
  void operator()(const single&) {}
  void operator()(const title& r) { labels(r.table); }
  void operator()(const levels& r) {
    if (r.table.empty()) report("rule-empty", ".rule", "levels need a table of labels and points");
    labels(r.table);
  }
  void operator()(const graded_steps& r) {
    if (r.step <= 0)
      report("rule-step", ".rule.step", "a step must be more than 0: " + to_string(r.step));
  }
  void operator()(const stairs& r) {
    if (r.table.empty())
      report("rule-empty", ".rule.stairs", "stairs need at least one bound with its points");
    std::vector<stairs::stair> sorted = r.table;
    const bool up = r.better == direction::higher_is_better;
    std::stable_sort(sorted.begin(), sorted.end(), [up](const auto& a, const auto& b) {
      return up ? a.bound < b.bound : a.bound > b.bound;
    });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i].bound == sorted[i - 1].bound) {
        report("rule-bound-twice", ".rule.stairs",
               "the bound " + to_string(sorted[i].bound) + " stands twice");
      } else if (sorted[i].points < sorted[i - 1].points) {
        report("rule-bounds-swapped", ".rule.stairs",
               "the better bound " + to_string(sorted[i].bound) + " gives fewer points (" +
                   to_string(sorted[i].points) + ") than " + to_string(sorted[i - 1].bound) + " (" +
                   to_string(sorted[i - 1].points) + ")");
      }
    }
    for (const auto& s : r.table) within_points(s.points, ".rule.stairs");
  }
  void operator()(const deduction& r) {
    if (r.each <= 0)
      report("rule-each", ".rule.each",
             "a deduction must take more than 0 points: " + to_string(r.each));
    if (r.per <= 0)
      report("rule-per", ".rule.per", "a deduction is per more than 0: " + to_string(r.per));
    if (r.floor && of_.points && *r.floor > *of_.points) {
      report(
          "rule-bounds-swapped", ".rule.floor",
          "the floor " + to_string(*r.floor) + " lies above the points " + to_string(*of_.points));
    }
    goal(r.from, ".rule.from");
  }
  void operator()(const threshold& r) { goal(r.pass.than, ".rule.target"); }
  void operator()(const proportional& r) { divisor(r.goal); }
  void operator()(const proportional_deduction& r) { divisor(r.goal); }
  void operator()(const linear& r) { bounds(r.from, r.to, r.better, ".rule.from"); }
  void operator()(const efficacy& r) {
    bounds(r.unsatisfactory, r.satisfactory, r.better, ".rule.unsatisfactory");
    if (r.base < 0 || r.base >= 1)
      report("rule-base", ".rule.base",
             "expected a base of 0 up to but not including 1: " + to_string(r.base));
  }
  void operator()(const efficacy_bands& r) {
    if (r.table.size() < 2)
      report("rule-empty", ".rule.standards",
             "expected at least two standards, from best to worst");
    const bool up = r.table.size() > 1 && r.table[0].value > r.table[1].value;
    for (std::size_t i = 1; i < r.table.size(); ++i) {
      const auto& better = r.table[i - 1];
      const auto& worse = r.table[i];
      if (better.value == worse.value || (better.value > worse.value) != up) {
        report("rule-bounds-swapped", ".rule.standards",
               "standards must run one way from best to worst: " + to_string(better.value) + ", " +
                   to_string(worse.value));
      }
      if (better.coefficient < worse.coefficient) {
        report("rule-bounds-swapped", ".rule.standards",
               "the better standard has the smaller coefficient: " + to_string(better.coefficient) +
                   " < " + to_string(worse.coefficient));
      }
    }
    for (const auto& s : r.table) {
      if (s.coefficient < 0 || s.coefficient > 1)
        report("rule-coefficient", ".rule.standards",
               "expected a coefficient of 0 to 1: " + to_string(s.coefficient));
    }
  }
  void operator()(const ranked& r) { places(r.table); }
  void operator()(const threshold_then_rank& r) {
    goal(r.pass.than, ".rule.target");
    places(r.below.table);
  }
  void operator()(const bonus& r) {
    labels(r.table);
    amount(r.each, r.cap);
  }
  void operator()(const malus& r) {
    labels(r.table);
    amount(r.each, r.cap);
  }
  void operator()(const scaled_import& r) {
    if (r.upper_full <= 0)
      report("rule-upper-full", ".rule.upper_full",
             "the superior's full score must be more than 0: " + to_string(r.upper_full));
    if (!of_.points)
      report("points-missing", "",
             "a superior's score is carried over to points of one's own: expected points");
  }
  void operator()(const quota_share& r) {
    if (r.total <= 0)
      report("rule-total", ".rule.total",
             "a quota needs a total of more than 0: " + to_string(r.total));
    if (r.weight.empty())
      report("rule-weight", ".rule.weight",
             "a quota needs the name of the quantity it is split by");
  }
  void operator()(const veto& r) { goal(r.when.than, ".rule.target"); }

  void operator()(const ratio& m) {
    if (m.numerator.empty() || m.denominator.empty())
      report("measure-part", ".measure", "a ratio needs the names of numerator and denominator");
    if (m.numerator == m.denominator)
      report("measure-part", ".measure", "numerator and denominator are both " + m.numerator);
    if (m.times <= 0)
      report("measure-times", ".measure.times",
             "expected a factor of more than 0: " + to_string(m.times));
  }
  void operator()(const dispersion& m) {
    if (m.weighted && m.sample)
      report("measure-sample", ".measure",
             "a weighted dispersion has no sample form: set one of weighted and sample to false");
  }
  void operator()(const survey& m) {
    if (m.minimum_sample < 0)
      report("measure-sample", ".measure.minimum_sample",
             "a sample cannot be negative: " + to_string(m.minimum_sample));
  }
  void operator()(const raters& m) {
    if (m.names.empty())
      report("measure-raters", ".measure.names", "expected the names of the raters");
    if (m.how == raters::pick::weighted) {
      if (m.weights.size() != m.names.size())
        report("measure-raters", ".measure.weights", "expected one weight for each rater");
      weights(m.weights, ".measure.weights");
    }
  }
  void operator()(const periods& m) {
    std::vector<decimal> shares;
    std::set<std::string> seen;
    for (const auto& w : m.weights) {
      shares.push_back(w.share);
      if (!seen.insert(w.period).second)
        report("measure-period", ".measure.weights", "period " + w.period + " stands twice");
    }
    weights(shares, ".measure.weights");
  }
  void operator()(const combination& m) {
    if (m.terms.empty()) report("measure-part", ".measure.terms", "expected at least one term");
  }
  void operator()(const collected&) {}

private:
  void report(std::string code, const std::string& place, const std::string& message) {
    problems_.push_back({std::move(code), where_ + place, of_.id.text() + ": " + message});
  }
  void within_points(decimal points, const std::string& place) {
    if (of_.points && points > *of_.points) {
      report("rule-points", place,
             to_string(points) + " points are more than the indicator's " + to_string(*of_.points));
    }
  }
  void bounds(decimal worst, decimal best, direction better, const std::string& place) {
    if (worst != best && (worst < best) == (better == direction::higher_is_better)) return;
    const bool up = better == direction::higher_is_better;
    report(worst == best ? "rule-bounds-equal" : "rule-bounds-swapped", place,
           "no points at " + to_string(worst) + " and full points at " + to_string(best) +
               ", but " + (up ? "higher" : "lower") + " is better");
  }
  void labels(const std::vector<level>& table) {
    std::set<std::string> seen;
    for (const level& l : table) {
      if (!seen.insert(l.label).second)
        report("rule-label-twice", ".rule.levels", "label " + l.label + " stands twice");
      if (of_.rule && is_within_full_score(*of_.rule)) within_points(l.points, ".rule.levels");
    }
  }
  void places(const std::vector<decimal>& table) {
    if (table.empty())
      report("rule-empty", ".rule.table", "expected the points of the first place and so on");
    if (!std::is_sorted(table.rbegin(), table.rend()))
      report("rule-bounds-swapped", ".rule.table",
             "a better place gives fewer points than the next");
    for (const decimal& p : table) within_points(p, ".rule.table");
  }
  void goal(const target& t, const std::string& place) {
    if (t.empty()) report("target-missing", place, "expected a target");
  }
  void divisor(const target& t) {
    goal(t, ".rule.target");
    const auto bad = [this](decimal v) {
      if (v <= 0)
        report("target-not-positive", ".rule.target",
               "a proportion needs a target of more than 0: " + to_string(v));
    };
    if (t.value) bad(*t.value);
    for (const auto& own : t.by_object) bad(own.value);
    for (const auto& c : t.cases) bad(c.value);
  }
  void amount(decimal each, const std::optional<decimal>& cap) {
    if (each <= 0)
      report("rule-each", ".rule.each", "expected more than 0 points for each: " + to_string(each));
    if (cap && *cap < 0)
      report("rule-cap", ".rule.cap", "a cap cannot be negative: " + to_string(*cap));
  }
  void weights(const std::vector<decimal>& list, const std::string& place) {
    decimal sum = 0;
    for (const decimal& w : list) {
      if (w < 0) report("weight-negative", place, "a weight must not be negative: " + to_string(w));
      sum += w;
    }
    if (sum <= 0) report("weights-zero", place, "expected weights that add up to more than 0");
  }

  const indicator& of_;
  std::string where_;
  std::vector<problem>& problems_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_CHECK_RULE_HPP
