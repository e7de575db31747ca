#include "program/readiness_text.hpp"

#include "program/table.hpp"
#include <daopai/readiness/late.hpp>
#include <daopai/schedule/light_text.hpp>
#include <daopai/schedule/problems.hpp>

#include <algorithm>

namespace daopai::program {
namespace {

using namespace readiness;
using scoring::decimal;
using scoring::score_card;

constexpr std::size_t most_rows = 10;
constexpr std::size_t least_name = 16;
constexpr std::size_t least_unit = 10;
constexpr std::size_t most_unit = 24;
constexpr int places_of_values = 4;

std::string count(workdays n) { return std::to_string(n.count()); }
std::string shown(decimal value) { return to_string(rounded(value, places_of_values)); }

template <class Thing>
std::string named(const Thing& thing) {
  return thing.name.empty() ? thing.id.text() : thing.name;
}

class readiness_page {
public:
  readiness_page(const campaign& c, const outlook& o, const readiness_words& w, bool colour)
      : c_(c), o_(o), plan_(c.plan()), s_(o.dates), w_(w), colour_(colour) {}

  std::string write() {
    head();
    score();
    unmet();
    phases();
    late();
    chain();
    first();
    findings();
    evidence();
    gates();
    notes();
    return std::move(text_);
  }

private:
  // --- lines -----------------------------------------------------------------------------------

  void line(const std::string& text, style look = style::plain) {
    for (const std::string& l : wrapped(text, page_width)) {
      text_ += painted(l, look, colour_) + '\n';
    }
  }
  void item(const std::string& text, style look = style::plain) {
    std::string margin = "  ";
    for (const std::string& l : wrapped(text, page_width - 4)) {
      text_ += margin + painted(l, look, colour_) + '\n';
      margin = "    ";
    }
  }
  void section(const std::string& title) {
    text_ += '\n';
    line(title, style::heading);
  }
  void section(std::string_view title) { section(std::string(title)); }

  /// The first rows of a list, and how many more there are.
  template <class Things, class ShowOne>
  void first_of(const Things& things, ShowOne show_one) {
    for (std::size_t i = 0; i < std::min(things.size(), most_rows); ++i) show_one(things[i]);
  }
  template <class Things>
  void more_than(const Things& things) {
    if (things.size() > most_rows) item(say(w_.more, std::to_string(things.size() - most_rows)));
  }

  [[nodiscard]] std::string short_date(const date& d) const {
    const bool this_year = d.year() == s_.status().year();
    if (!w_.year_month_day) return this_year ? to_string(d).substr(5) : to_string(d);
    const std::string day = std::to_string(d.month().as_number()) + "月" +
                            std::to_string(static_cast<int>(d.day())) + "日";
    return this_year ? day : std::to_string(static_cast<int>(d.year())) + "年" + day;
  }
  [[nodiscard]] std::string short_date(const std::optional<date>& d) const {
    return d ? short_date(*d) : std::string("-");
  }
  [[nodiscard]] std::string weekday(const date& d) const {
    return std::string(w_.plain.weekdays[static_cast<std::size_t>(weekday_of(to_day(d)))]);
  }
  [[nodiscard]] std::string name(task_id t) const { return named(plan_[t]); }
  [[nodiscard]] std::string name(indicator_id i) const { return named(c_.system().at(i)); }
  [[nodiscard]] std::string name(const std::optional<unit_id>& u) const {
    return u ? named(plan_[*u]) : std::string(w_.nobody);
  }
  [[nodiscard]] std::string name(const unit_key& u) const {
    const auto known = plan_.find(u);
    return known ? named(plan_[*known]) : u.text();
  }
  [[nodiscard]] std::string lead(task_id t) const { return name(plan_.lead(t)); }
  template <class Things, class Name>
  [[nodiscard]] static std::string joined(const Things& things, const char* between, Name name_of) {
    std::string text;
    for (const auto& thing : things) text += (text.empty() ? "" : between) + name_of(thing);
    return text;
  }

  // --- days --------------------------------------------------------------------------------------

  void head() {
    if (!plan_.title().empty()) line(plan_.title(), style::heading);
    line(say(w_.seen_on, to_string(s_.status()), weekday(s_.status())), style::heading);
    text_ += '\n';
    if (!o_.towards) return line(std::string(w_.no_goal));
    const goal& g = *o_.towards;
    if (g.day < s_.status()) {
      return line(say(w_.has_begun, goal_name(), to_string(g.day),
                      to_string(plan_[g.what.inspection()].window.last)));
    }
    const date end = g.what.is_task() ? g.morning : g.day;
    line(say(g.what.is_task() ? w_.days_to_deadline : w_.days_left, goal_name(), to_string(g.day),
             weekday(g.day), std::to_string((end - s_.status()).days()),
             count(plan_[calendar_id(0)].between(s_.status(), end))));
    days_to_spare();
  }

  [[nodiscard]] std::string goal_name() const {
    const event_id what = o_.towards->what;
    return what.is_task() ? name(what.task()) : named(plan_[what.inspection()]);
  }

  void days_to_spare() {
    const auto room = room_to(s_, *o_.towards);
    if (!room) return;
    if (room->count() > 0) {
      line(say(w_.to_spare, count(*room)));
    } else if (room->count() == 0) {
      line(std::string(w_.nothing_to_spare));
    } else {
      line(shortage(-*room), style::late);
    }
    const workdays at_pace = *room_to(o_.at_pace, *o_.towards);
    if (at_pace == *room) return;
    const bool too_late = at_pace.count() < 0;
    line(say(too_late ? w_.pace_short : w_.pace_to_spare, count(too_late ? -at_pace : at_pace)),
         too_late ? style::late : style::plain);
  }

  [[nodiscard]] std::string shortage(workdays missing) const {
    if (o_.towards->what.is_inspection()) {
      const auto to_last = s_[o_.towards->what.inspection()].float_to_last_day;
      if (to_last && to_last->count() >= 0) {
        return say(w_.short_but, count(missing), count(*to_last));
      }
    }
    return say(w_.short_by, count(missing));
  }

  // --- scores ------------------------------------------------------------------------------------

  [[nodiscard]] std::string points(const score_card& of) const {
    return of.score ? to_fixed(*of.score, c_.system().config().places)
                    : std::string(w_.not_published);
  }
  [[nodiscard]] std::string grade(const score_card& of) const {
    if (of.grade) return c_.system().config().bands.name(*of.grade);
    return of.passed ? std::string() : std::string(w_.not_passed);
  }

  [[nodiscard]] std::string goal_day() const {
    return short_date(o_.towards ? o_.towards->day : o_.score->morning);
  }

  void score() {
    if (!o_.score) return;
    const scoring::object& whose = c_.table().at(o_.score->object);
    const std::string full = shown(o_.score->now.full);
    section(whose.id.text().empty() || c_.table().objects() == 1
                ? say(w_.score, full)
                : say(w_.score_of, named(whose), full));
    table t({{""}, {std::string(w_.points), align::right}, {std::string(w_.grade)}});
    const auto row = [&](const std::string& title, const score_card& of) {
      t.add({title, points(of), grade(of)}, of.passed ? style::plain : style::late);
    };
    row(std::string(w_.score_today), o_.score->now);
    if (const auto& then = o_.score->at_goal) {
      row(say(w_.score_early, goal_day()), then->by_early_dates);
      row(say(w_.score_late, goal_day()), then->by_late_dates);
      row(say(w_.score_pace, goal_day()), then->at_todays_pace);
    } else {
      row(say(w_.score_early, goal_day()), o_.score->curve.back().card);
    }
    text_ += t.text(colour_, 2);
    vetoes();
    if (o_.score->unproven > 0) item(say(w_.unproven, shown(o_.score->unproven), goal_day()));
  }

  void vetoes() {
    const auto& today = o_.score->now.effects;
    for (const scoring::struck_effect& e : today) {
      item(say(w_.veto_today, name(e.indicator), told(e.what)), style::late);
    }
    if (today.empty() || !o_.score->at_goal) return;
    const bool settled = o_.score->at_goal->by_early_dates.effects.empty();
    item(say(settled ? w_.veto_settled : w_.veto_then, goal_day()),
         settled ? style::plain : style::late);
  }

  [[nodiscard]] std::string told(const scoring::effect& e) const {
    if (const auto* down = std::get_if<scoring::downgrade>(&e)) {
      return say(w_.effects.downgrade, std::to_string(down->by));
    }
    if (const auto* cap = std::get_if<scoring::cap_grade>(&e)) {
      return say(w_.effects.cap, cap->at_most);
    }
    return std::string(w_.effects.fails);
  }

  void unmet() {
    if (!o_.score || o_.score->unmet.empty()) return;
    section(say(w_.unmet, goal_day()));
    table rows({{std::string(w_.indicator), align::left, least_name},
                {std::string(w_.then), align::right},
                {std::string(w_.needed), align::right},
                {std::string(w_.who), align::left, least_unit, most_unit},
                {std::string(w_.why)}});
    first_of(o_.score->unmet, [&](const unmet_indicator_then& u) {
      const std::string& unit = c_.system().at(u.unmet.indicator).unit_of_measure;
      const auto value = [&unit](const std::optional<decimal>& v) {
        return v ? shown(*v) + unit : std::string("-");
      };
      rows.add({name(u.unmet.indicator), value(u.unmet.value), value(u.unmet.target),
                u.units.empty() ? std::string(w_.nobody)
                                : joined(u.units, "、", [this](const auto& k) { return name(k); }),
                reason(u)},
               u.effects.empty() ? style::plain : style::late);
    });
    text_ += rows.text(colour_, 2);
    more_than(o_.score->unmet);
  }

  [[nodiscard]] std::string reason(const unmet_indicator_then& u) const {
    if (u.because == unmet_because::nobody_raises_it) return std::string(w_.nobody_raises);
    if (u.because == unmet_because::not_enough) return std::string(w_.raised_not_enough);
    const auto last = *std::max_element(
        u.tasks.begin(), u.tasks.end(),
        [this](task_id a, task_id b) { return s_.early_finish(a) < s_.early_finish(b); });
    return say(w_.raised_too_late, short_date(s_.early_finish(last)));
  }

  // --- tasks -------------------------------------------------------------------------------------

  struct done_count {
    std::size_t done = 0;
    std::size_t all = 0;
  };
  [[nodiscard]] done_count tasks_below(task_id phase) const {
    done_count count;
    std::vector<task_id> waiting{phase};
    while (!waiting.empty()) {
      const task_id t = waiting.back();
      waiting.pop_back();
      waiting.insert(waiting.end(), plan_.children(t).begin(), plan_.children(t).end());
      if (plan_.is_phase(t) || plan_.is_restatement(t)) continue;
      ++count.all;
      if (c_.is_done(t)) ++count.done;
    }
    return count;
  }

  void phases() {
    std::vector<task_id> top;
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      const task_id phase(t);
      if (!plan_.is_phase(phase) || plan_.parent(phase)) continue;
      if (tasks_below(phase).all > 0) top.push_back(phase);
    }
    if (top.empty()) return;
    section(w_.phases);
    table rows({{std::string(w_.light)},
                {std::string(w_.phase), align::left, least_name},
                {std::string(w_.done_of), align::right},
                {std::string(w_.by_plan)},
                {std::string(w_.must_be_done)},
                {std::string(w_.because_of), align::left, least_name}});
    first_of(top, [&](task_id t) {
      const done_count tasks = tasks_below(t);
      const task_light& light = o_.lights[t.index()];
      rows.add({std::string(word_for(light.colour, w_.sentences)), name(t),
                std::to_string(tasks.done) + "/" + std::to_string(tasks.all),
                short_date(s_.early_finish(t)), short_date(s_.late_finish(t)), culprit(light)},
               look_of(light.colour));
    });
    text_ += rows.text(colour_, 2);
    more_than(top);
  }

  /// The task below a phase that makes its light red or yellow.
  [[nodiscard]] std::string culprit(const task_light& light) const {
    return light.colour == light::red || light.colour == light::yellow ? name(light.of)
                                                                       : std::string();
  }
  [[nodiscard]] static style look_of(light colour) {
    return colour == light::red ? style::late
                                : (colour == light::blue ? style::faint : style::plain);
  }

  void late() {
    const std::vector<late_task> all = late_tasks(s_);
    section(w_.late);
    if (all.empty()) return item(std::string(w_.nobody_late));
    table rows({{std::string(w_.unit), align::left, least_unit, most_unit},
                {std::string(w_.task), align::left, least_name},
                {std::string(w_.had_to_begin)},
                {std::string(w_.will_be_done)},
                {std::string(w_.days_late), align::right}});
    first_of(all, [&](const late_task& l) {
      rows.add(
          {lead(l.task), name(l.task), short_date(l.start_by), short_date(l.expected), count(l.by)},
          style::late);
    });
    text_ += rows.text(colour_, 2);
    more_than(all);
  }

  void chain() {
    if (!o_.towards) return;
    const std::vector<task_id> path = chain_to(s_, *o_.towards);
    if (path.empty()) return;
    section(say(w_.chain, goal_name()));
    table rows({{std::string(w_.from)},
                {std::string(w_.until)},
                {std::string(w_.unit), align::left, least_unit, most_unit},
                {std::string(w_.task), align::left, least_name}});
    first_of(path, [&](task_id t) {
      rows.add({short_date(s_.early_start(t)), short_date(s_.early_finish(t)), lead(t), name(t)});
    });
    text_ += rows.text(colour_, 2);
    more_than(path);
  }

  void first() {
    if (!o_.score) return first_by_float();
    const std::vector<priority> tasks = o_.score->priorities.by_worth();
    if (tasks.empty()) return;
    section(w_.first_by_points);
    table rows({{std::string(w_.task), align::left, least_name},
                {std::string(w_.unit), align::left, least_unit, most_unit},
                {std::string(w_.days_of_work), align::right},
                {std::string(w_.latest)},
                {std::string(w_.gains), align::right},
                {std::string(w_.costs), align::right}});
    const auto cell = [this](decimal d) {
      return d == 0 ? std::string("-") : to_fixed(d, c_.system().config().places);
    };
    first_of(tasks, [&](const priority& p) {
      rows.add({name(p.task), lead(p.task), count(p.left), short_date(s_.late_finish(p.task)),
                cell(p.gain), cell(p.at_risk)});
    });
    text_ += rows.text(colour_, 2);
    more_than(tasks);
    const auto& list = o_.score->priorities;
    if (list.expected != list.if_all_slip) {
      item(say(w_.joint, shown(list.expected - list.if_all_slip), goal_day()));
    } else if (o_.score->priorities.by_risk().empty()) {
      item(std::string(w_.no_cost));
    }
  }

  /// Without points to compare, what has the least room.
  void first_by_float() {
    std::vector<task_id> open;
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      if (plan_.is_phase(task_id(t)) || plan_.is_restatement(task_id(t))) continue;
      if (!c_.is_done(task_id(t))) open.emplace_back(t);
    }
    if (open.empty()) return;
    std::ranges::stable_sort(open, {}, [this](task_id t) { return s_.total_float(t); });
    section(w_.first_by_float);
    table rows({{std::string(w_.task), align::left, least_name},
                {std::string(w_.unit), align::left, least_unit, most_unit},
                {std::string(w_.latest)},
                {std::string(w_.days_to_spare), align::right}});
    first_of(open, [&](task_id t) {
      rows.add({name(t), lead(t), short_date(s_.late_finish(t)), count(s_.total_float(t))},
               s_.total_float(t).count() < 0 ? style::late : style::plain);
    });
    text_ += rows.text(colour_, 2);
    more_than(open);
  }

  // --- problems, evidence, gates
  // -------------------------------------------------------------------

  void findings() {
    if (o_.findings.empty()) return;
    const close_out_count n = count_of(o_.findings);
    const std::string all = std::to_string(o_.findings.size());
    if (n.open == 0) return section(say(w_.all_closed, all));
    section(say(w_.findings, std::to_string(n.open), all, std::to_string(n.late)));
    std::vector<finding_status> open;
    for (const finding_status& f : o_.findings) {
      if (!f.is_closed()) open.push_back(f);
    }
    std::ranges::stable_sort(open, {}, [](const finding_status& f) { return !f.is_late; });
    table rows({{std::string(w_.problem), align::left, least_name},
                {std::string(w_.unit), align::left, least_unit, most_unit},
                {std::string(w_.state)},
                {std::string(w_.due)},
                {std::string(w_.expected)}});
    first_of(open, [&](const finding_status& f) { rows.add(finding_row(f), look_of(f)); });
    text_ += rows.text(colour_, 2);
    more_than(open);
  }

  [[nodiscard]] static style look_of(const finding_status& f) {
    return f.is_late ? style::late : style::plain;
  }
  [[nodiscard]] std::vector<std::string> finding_row(const finding_status& f) const {
    const auto& units = c_.links(f.finding).units;
    const auto state = w_.finding_states[static_cast<std::size_t>(f.state)];
    std::string expected = f.is_stuck() ? std::string(w_.stuck) : short_date(f.expected);
    if (f.is_late) expected += " (" + std::string(w_.is_late) + ')';
    return {named(c_[f.finding]),
            units.empty() ? std::string(w_.nobody)
                          : joined(units, "、", [this](unit_id u) { return named(plan_[u]); }),
            say(w_.since, std::string(state), short_date(f.since)), short_date(f.due), expected};
  }

  void evidence() {
    if (o_.archive.empty()) return;
    std::vector<evidence_status> missing;
    for (const evidence_status& e : o_.archive) {
      if (e.state != evidence_state::there) missing.push_back(e);
    }
    const std::string all = std::to_string(o_.archive.size());
    if (missing.empty()) return section(say(w_.all_there, all));
    section(say(w_.evidence, std::to_string(missing.size()), all));
    std::ranges::stable_sort(
        missing, {}, [](const evidence_status& e) { return e.state == evidence_state::to_come; });
    table rows({{std::string(w_.piece), align::left, least_name},
                {std::string(w_.supplier), align::left, least_unit, most_unit},
                {std::string(w_.due)},
                {std::string(w_.expected)},
                {std::string(w_.state)}});
    first_of(missing, [&](const evidence_status& e) {
      rows.add({named(c_[e.piece]), name(c_.links(e.piece).supplier), short_date(e.due),
                short_date(e.expected),
                std::string(w_.evidence_states[static_cast<std::size_t>(e.state)])},
               e.state == evidence_state::to_come ? style::plain : style::late);
    });
    text_ += rows.text(colour_, 2);
    more_than(missing);
  }

  void gates() {
    if (o_.gates.empty()) return;
    section(w_.gates);
    table rows({{std::string(w_.gate), align::left, least_name},
                {std::string(w_.state)},
                {std::string(w_.expected)},
                {std::string(w_.due)},
                {std::string(w_.waits_for), align::left, least_name}});
    for (const gate_status& g : o_.gates) {
      std::string waits = joined(g.waits_for, "、", [this](task_id t) { return name(t); });
      for (const evidence_id e : g.lacks) waits += (waits.empty() ? "" : "、") + named(c_[e]);
      const bool passed = g.state == gate_state::passed;
      rows.add({named(c_[g.gate]), std::string(w_.gate_states[static_cast<std::size_t>(g.state)]),
                short_date(passed ? c_[g.gate].passed : g.expected), short_date(g.due), waits},
               g.state == gate_state::late ? style::late : style::plain);
    }
    text_ += rows.text(colour_, 2);
  }

  // --- to note
  // -------------------------------------------------------------------------------------

  void notes() {
    std::vector<std::string> all;
    for (const broken_promise& b : o_.broken) {
      all.push_back(say(w_.broken, name(b.raise.task), name(b.raise.indicator), shown(b.raise.to),
                        b.observed ? shown(*b.observed) : std::string(w_.not_observed)));
    }
    for (const finding_status& f : o_.findings) {
      const bool handed_in = f.is_closed() || f.state == finding_state::submitted;
      if (handed_in && f.has_open_tasks)
        all.push_back(say(w_.early_submission, named(c_[f.finding])));
    }
    for (const problem& p : problems(s_)) {
      if (p.code == "calendar-not-published") all.push_back(say(w_.unknown_year, p.where));
    }
    if (all.empty()) return;
    section(w_.to_note);
    for (const std::string& note : all) item(note);
  }

  const campaign& c_;
  const outlook& o_;
  const plan& plan_;
  const schedule& s_;
  const readiness_words& w_;
  bool colour_;
  std::string text_{};
};

}  // namespace

std::string readiness_text(const campaign& c, const outlook& o, const readiness_words& w,
                           bool colour) {
  return readiness_page(c, o, w, colour).write();
}

}  // namespace daopai::program
