#include "program/readiness/sections.hpp"
#include "program/score_format.hpp"

namespace daopai::program {
namespace {

using readiness::unmet_because;
using readiness::unmet_indicator_then;
using scoring::score_card;

std::string points(const readiness_page& page, const score_card& of) {
  return of.score ? to_fixed(*of.score, page.c.system().config().places)
                  : std::string(page.w.not_published);
}

std::string grade(const readiness_page& page, const score_card& of) {
  if (of.grade) return page.c.system().config().bands.name(*of.grade);
  return of.passed ? std::string() : std::string(page.w.not_passed);
}

std::string told(const readiness_words& w, const scoring::effect& e) {
  if (const auto* down = std::get_if<scoring::downgrade>(&e)) {
    return say(w.effects.downgrade, std::to_string(down->by));
  }
  if (const auto* cap = std::get_if<scoring::cap_grade>(&e)) {
    return say(w.effects.cap, cap->at_most);
  }
  return std::string(w.not_passed);
}

void add_vetoes(readiness_page& page) {
  const readiness_words& w = page.w;
  const auto& today = page.o.score->now.effects;
  for (const scoring::struck_effect& e : today) {
    page.item(say(w.veto_today, page.name(e.indicator), told(w, e.what)), style::late);
  }
  if (today.empty() || !page.o.score->at_goal) return;
  const bool settled = page.o.score->at_goal->by_early_dates.effects.empty();
  page.item(say(settled ? w.veto_settled : w.veto_then, page.goal_day()),
            settled ? style::plain : style::late);
}

void add_score_table(readiness_page& page) {
  const readiness_words& w = page.w;
  const auto& score = *page.o.score;
  table rows({plain_column(""), number_column(w.points), plain_column(w.grade)});
  const auto row = [&](const std::string& title, const score_card& of) {
    rows.add({title, points(page, of), grade(page, of)}, of.passed ? style::plain : style::late);
  };
  row(std::string(w.score_today), score.now);
  if (const auto& then = score.at_goal) {
    row(say(w.score_early, page.goal_day()), then->by_early_dates);
    row(say(w.score_late, page.goal_day()), then->by_late_dates);
    row(say(w.score_pace, page.goal_day()), then->at_todays_pace);
  } else {
    row(say(w.score_early, page.goal_day()), score.curve.back().card);
  }
  page.put(rows);
}

/// With the fewest decimals that tell it from its target: from none, where it is large, to four.
std::string readable(scoring::decimal value, const std::optional<scoring::decimal>& target) {
  constexpr int most_places = 4;
  const auto is_below = [&](int limit) { return value < limit && value > -limit; };
  for (int places = is_below(10) ? 2 : is_below(1000) ? 1 : 0; places < most_places; ++places) {
    const scoring::decimal short_value = rounded(value, places);
    if (!target || short_value != *target) return to_string(short_value);
  }
  return shown(value);
}

/// A value and the target that it misses, in words of the table.
std::pair<std::string, std::string> value_and_target(const readiness_page& page,
                                                     const scoring::unmet_indicator& u) {
  if (u.value && !u.target) {
    return {std::string(*u.value == 0 ? page.w.no : page.w.yes), std::string(page.w.yes)};
  }
  const std::string& unit = page.c.system().at(u.indicator).unit_of_measure;
  return {u.value ? readable(*u.value, u.target) + unit : "-",
          u.target ? shown(*u.target) + unit : "-"};
}

/// Why it will not be met.
std::string reason(const readiness_page& page, const unmet_indicator_then& u) {
  const readiness_words& w = page.w;
  if (u.because == unmet_because::nobody_raises_it) return std::string(w.nobody_raises);
  if (u.because == unmet_because::not_enough) return std::string(w.raised_not_enough);
  const task_id last =
      *std::ranges::max_element(u.tasks, {}, [&](task_id t) { return page.s.early_finish(t); });
  return say(w.raised_too_late, page.short_date(page.s.early_finish(last)));
}

}  // namespace

void add_scores(readiness_page& page) {
  if (!page.o.score) return;
  const auto& score = *page.o.score;
  const scoring::object& whose = page.c.table().at(score.object);
  const std::string full = shown(score.now.full);
  page.section(whose.id.text().empty() || page.c.table().objects() == 1
                   ? say(page.w.score, full)
                   : say(page.w.score_of, named(whose), full));
  add_score_table(page);
  add_vetoes(page);
  if (score.unproven > 0) {
    page.item(say(page.w.unproven, to_fixed(score.unproven, page.c.system().config().places),
                  page.goal_day()));
  }
}

void add_unmet(readiness_page& page) {
  if (!page.o.score || page.o.score->unmet.empty()) return;
  const readiness_words& w = page.w;
  page.section(say(w.unmet, page.goal_day()));
  table rows({name_column(w.indicator), number_column(w.then), number_column(w.needed),
              unit_column(w.who), plain_column(w.why)});
  page.list(rows, page.o.score->unmet, [&](table& t, const unmet_indicator_then& u) {
    const auto [value, target] = value_and_target(page, u.unmet);
    t.add({page.name(u.unmet.indicator), value, target, page.names_of(u.units), reason(page, u)},
          u.effects.empty() ? style::plain : style::late);
  });
}

}  // namespace daopai::program
