/// Small campaigns in few words, and random ones, for the tests of readiness.
#ifndef DAOPAI_TESTS_READINESS_HELPERS_HPP
#define DAOPAI_TESTS_READINESS_HELPERS_HPP

#include "schedule/random_plan.hpp"
#include "scoring/helpers.hpp"
#include <daopai/readiness.hpp>

#include <random>

namespace readiness_tests {

using namespace daopai;
using namespace daopai::readiness;
using namespace daopai::literals;
using daopai::tests::day;
using scoring_tests::dec;
using scoring_tests::leaf;
using scoring_tests::seen;

/// An object of its own name, for systems with one object.
inline const std::string county = "county";

inline scoring::indicator_system system_of(const std::vector<scoring::indicator>& indicators,
                                           const scoring::settings& s = {}) {
  return scoring_tests::scored::build(s, indicators);
}
inline scoring::observation_table table_of(const scoring::indicator_system& system,
                                           const std::vector<scoring::observation>& observed,
                                           const std::vector<scoring::object>& objects = {}) {
  return scoring_tests::scored::fill(system, observed, objects);
}

inline scoring::rule at_least(decimal line) {
  return scoring::threshold{{scoring::comparison::relation::at_least, line}};
}
inline scoring::rule towards(decimal goal) { return scoring::proportional{.goal = goal}; }

/// Two tasks before an inspection on Friday 13 June 2025, seen on Monday 2 June:
///
///     fund (4 days: 06-02 .. 06-05) --> train (5 days: 06-06 .. 06-12) --> [06-13]
///
/// fund brings the money a head from 3.2 to 4, whose line is 4 (10 points); train brings 40 people
/// to 65 of 100 (20 points) in proportion; the ledger has 3 of 5 points and nobody raises it.
struct two_tasks {
  plan p;
  schedule s;
  campaign c;

  static plan make_plan() {
    plan_builder builder{calendar()};
    builder.add(unit{.id = "finance"_unit, .name = "finance"})
        .add(unit{.id = "edu"_unit, .name = "edu"})
        .add(task{
            .id = "fund"_task, .name = "fund", .duration = workdays(4), .lead = "finance"_unit})
        .add(task{.id = "train"_task,
                  .name = "train",
                  .duration = workdays(5),
                  .lead = "edu"_unit,
                  .after = {"fund"_task}})
        .add(inspection{.id = "moe"_inspection,
                        .name = "moe",
                        .window = {day("2025-06-13"), day("2025-06-20")},
                        .after = {"train"_task}});
    return builder.build();
  }
  static std::vector<scoring::indicator> indicators() {
    scoring::indicator ledger = leaf("ledger", 5, scoring::direct{});
    ledger.units = {{.unit = "edu"_unit}};
    scoring::indicator fund = leaf("money", 10, at_least(4));
    fund.units = {{.unit = "finance"_unit}};
    return {fund, leaf("people", 20, towards(100)), ledger};
  }
  static campaign make_campaign(const plan& p) {
    const auto system = system_of(indicators());
    campaign_builder builder(p);
    builder.score_by(
        system, table_of(system, {seen(county, "money", dec("3.2")), seen(county, "people", 40),
                                  seen(county, "ledger", 3)}));
    builder.add(raise{.task = "fund"_task, .indicator = "money"_indicator, .to = 4});
    builder.add(raise{.task = "train"_task,
                      .indicator = "people"_indicator,
                      .to = 65,
                      .when = raised::in_proportion});
    return builder.build();
  }

  two_tasks()
      : p(make_plan()),
        s(compute_schedule(p, status_date(day("2025-06-02")))),
        c(make_campaign(p)) {}

  [[nodiscard]] task_id operator[](const char* key) const { return p.find(task_key(key)).value(); }
};

inline const object_id first_object{0};

/// A campaign of random tasks, progress, rules, values and raises, reproducible from a seed. Rules
/// are such that a better value never costs points.
class random_campaign {
public:
  explicit random_campaign(std::uint32_t seed, tests::plan_shape shape = {})
      : dice_(seed),
        p(with_progress(tests::random_plan(seed, shape).make())),
        s(compute_schedule(p, status_date(tests::random_plan::today))),
        system(make_system()),
        observed(make_observations()),
        raises(make_raises()),
        c(make_campaign()) {}

private:
  std::mt19937 dice_;

public:
  plan p;
  schedule s;
  scoring::indicator_system system;
  std::vector<scoring::observation> observed;
  std::vector<raise> raises;
  campaign c;

  int roll(int first, int last) { return std::uniform_int_distribution<int>(first, last)(dice_); }
  bool chance(int in) { return roll(1, in) == 1; }

  /// Indicators "0" to "5"; of those in `lower_is_better` fewer is better.
  static constexpr int leaves = 6;
  static bool lower_is_better(int i) { return i == 3 || i == 5; }

  /// The observations as they will be when all open tasks are done, worked out by hand.
  [[nodiscard]] std::vector<scoring::observation> when_all_is_done() const {
    std::vector<scoring::observation> then = observed;
    for (const raise& r : raises) {
      if (p[*p.find(r.task)].progress.finished) continue;
      const auto same = [&r](const auto& o) { return o.indicator == r.indicator; };
      const auto known = std::find_if(then.begin(), then.end(), same);
      if (known == then.end()) {
        then.push_back(seen(county, r.indicator.text(), r.to));
      } else if (lower_is_better(std::stoi(r.indicator.text()))) {
        known->value = std::min(*known->value, r.to);
      } else {
        known->value = std::max(*known->value, r.to);
      }
    }
    return then;
  }

private:
  plan with_progress(const plan& given) {
    plan_builder builder{given[calendar_id(0)]};
    for (std::size_t k = 1; k < given.calendars().size(); ++k) builder.add(given.calendars()[k]);
    builder.add(unit{.id = "a"_unit, .name = "a"}).add(unit{.id = "b"_unit, .name = "b"});
    for (task t : given.tasks()) {
      if (!chance(3)) t.lead = unit_key(chance(2) ? "a" : "b");
      const date before = tests::random_plan::today - boost::gregorian::date_duration(roll(1, 9));
      if (chance(4)) {
        t.progress.started = before;
        if (chance(2))
          t.progress.finished = before;
        else
          t.progress.remaining = workdays(roll(0, t.duration.count()));
      }
      builder.add(t);
    }
    for (const inspection& i : given.inspections()) builder.add(i);
    return builder.build();
  }

  scoring::indicator_system make_system() {
    scoring::stairs staircase{{{20, 3}, {50, 6}, {80, 10}}};
    scoring::deduction cases{.each = dec("0.5")};
    scoring::linear fewer{.from = 100, .to = 0, .better = scoring::direction::lower_is_better};
    return system_of({leaf("0", 10, at_least(roll(1, 99))), leaf("1", 20, towards(roll(50, 120))),
                      leaf("2", 10, staircase), leaf("3", 15, cases),
                      leaf("4", 30, scoring::linear{.from = 10, .to = 90}), leaf("5", 7, fewer)});
  }
  std::vector<scoring::observation> make_observations() {
    std::vector<scoring::observation> all;
    for (int i = 0; i < leaves; ++i) {
      if (i == 0 || !chance(4)) all.push_back(seen(county, std::to_string(i), roll(0, 100)));
    }
    return all;
  }
  std::vector<raise> make_raises() {
    std::vector<raise> all;
    for (int n = roll(0, 10); n > 0; --n) {
      const std::string to =
          std::to_string(roll(0, p.tasks().empty() ? 0 : static_cast<int>(p.tasks().size()) - 1));
      raise r{.task = p.tasks()[static_cast<std::size_t>(std::stoi(to))].id,
              .indicator = indicator_key(std::to_string(roll(0, leaves - 1))),
              .to = roll(0, 100)};
      if (chance(2)) r.when = raised::in_proportion;
      const int i = std::stoi(r.indicator.text());
      if (chance(4)) r.from = lower_is_better(i) ? r.to + roll(0, 50) : r.to - roll(0, 50);
      all.push_back(r);
    }
    return all;
  }
  campaign make_campaign() const {
    campaign_builder builder(p);
    builder.score_by(system, table_of(system, observed));
    for (const raise& r : raises) builder.add(r);
    return builder.build();
  }
};

}  // namespace readiness_tests

#endif  // DAOPAI_TESTS_READINESS_HELPERS_HPP
