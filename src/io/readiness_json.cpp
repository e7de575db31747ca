#include "io/scoring/answer_writer.hpp"
#include <daopai/io/readiness.hpp>
#include <daopai/readiness/late.hpp>
#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/light_text.hpp>
#include <daopai/schedule/problems.hpp>

namespace daopai::io {
namespace {

using namespace readiness;
using scoring::decimal;
using scoring::score_card;

const char* word(evidence_state s) {
  constexpr const char* words[] = {"there", "to-come", "late", "not-delivered", "nobodys"};
  return words[static_cast<std::size_t>(s)];
}
const char* word(gate_state s) {
  constexpr const char* words[] = {"passed", "ready", "open", "late"};
  return words[static_cast<std::size_t>(s)];
}
const char* word(finding_state s) {
  constexpr const char* words[] = {"open", "in-hand", "submitted", "accepted", "returned"};
  return words[static_cast<std::size_t>(s)];
}
const char* word(unmet_because why) {
  constexpr const char* words[] = {"nobody-raises-it", "too-late", "not-enough"};
  return words[static_cast<std::size_t>(why)];
}

/// Writes the parts of the answer.
class outlook_writer {
public:
  outlook_writer(const campaign& c, const outlook& o)
      : c_(c), o_(o), plan_(c.plan()), s_(o.dates) {}

  std::string write() && {
    out_.open('{').field("title", plan_.title()).field("today", s_.status());
    goal();
    inspections();
    phases();
    late();
    score();
    priorities();
    findings();
    evidence();
    completeness();
    gates();
    broken_promises();
    problems();
    out_.close('}');
    return std::move(out_).text() + '\n';
  }

private:
  template <class Things, class WriteOne>
  void list(std::string_view name, const Things& things, WriteOne write_one) {
    out_.key(name).open('[');
    for (const auto& thing : things) write_one(thing);
    out_.close(']');
  }
  void ids(std::string_view name, const std::vector<task_id>& tasks) {
    list(name, tasks, [this](task_id t) { out_.value(id(t)); });
  }
  [[nodiscard]] const std::string& id(task_id t) const { return plan_[t].id.text(); }
  [[nodiscard]] const std::string& id(indicator_id i) const { return c_.system().at(i).id.text(); }
  [[nodiscard]] std::optional<std::string> id(const std::optional<unit_id>& u) const {
    return u ? std::optional<std::string>(plan_[*u].id.text()) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> lead(task_id t) const { return id(plan_.lead(t)); }

  void inspections() {
    std::vector<inspection_id> all;
    for (std::size_t i = 0; i < plan_.inspections().size(); ++i) all.emplace_back(i);
    list("inspections", all, [this](inspection_id i) {
      const inspection& that = plan_[i];
      const auto to_go = (that.window.first - s_.status()).days();
      out_.open('{').field("id", that.id.text()).field("name", that.name);
      out_.field("date", that.window.first).field("last_date", that.window.last);
      out_.field("days_left", calendar_days(static_cast<std::int32_t>(to_go)));
      out_.field("working_days_left",
                 plan_[calendar_id(0)].between(s_.status(), that.window.first));
      out_.field("float", s_[i].total_float).field("float_to_last_day", s_[i].float_to_last_day);
      const auto& light = o_.inspection_lights[i.index()];
      out_.field("light",
                 light ? std::optional(std::string(word_for(light->colour, language::english)))
                       : std::nullopt);
      out_.field("light_task", light && light->of ? std::optional(id(*light->of)) : std::nullopt);
      ids("critical_path", critical_path(s_, i));
      list("steps", that.steps, [this](const inspection_step& step) {
        out_.open('{').field("name", step.name);
        out_.field("lead", step.lead ? std::optional(step.lead->text()) : std::nullopt).close('}');
      });
      out_.close('}');
    });
  }

  void goal() {
    out_.key("goal");
    if (!o_.towards) {
      out_.value(std::optional<std::string>());
      return;
    }
    const readiness::goal& g = *o_.towards;
    out_.open('{').field(g.what.is_task() ? "task" : "inspection", key_text(plan_, g.what));
    out_.field("date", g.day).field("float", room_to(s_, g));
    out_.field("float_at_todays_pace", room_to(o_.at_pace, g));
    ids("chain", chain_to(s_, g));
    out_.close('}');
  }

  /// Those that stand under no other.
  void phases() {
    std::vector<task_id> top;
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      if (plan_.is_phase(task_id(t)) && !plan_.parent(task_id(t))) top.emplace_back(t);
    }
    list("phases", top, [this](task_id t) {
      const task_light& light = o_.lights[t.index()];
      out_.open('{').field("id", id(t)).field("name", plan_[t].name);
      out_.field("light", word_for(light.colour, language::english));
      out_.field("light_text", sentence(plan_, t, light, language::english));
      out_.field("early_finish", s_.early_finish(t)).field("late_finish", s_.late_finish(t));
      out_.field("done", c_.is_done(t)).close('}');
    });
  }

  void late() {
    list("late", late_tasks(s_), [this](const late_task& l) {
      out_.open('{').field("task", id(l.task)).field("unit", lead(l.task)).field("by", l.by);
      out_.field("start_by", l.start_by).field("finish_by", l.finish_by);
      out_.field("expected", l.expected).close('}');
    });
  }

  // --- scores ----------------------------------------------------------------------------------

  [[nodiscard]] std::optional<std::string> grade(const std::optional<std::size_t>& place) const {
    if (!place) return std::nullopt;
    return c_.system().config().bands.name(*place);
  }

  /// The fields of a card, in an object that is open.
  void card(const score_card& of) {
    out_.field("exact", of.exact).field("score", of.score).field("full", of.full);
    out_.field("grade", grade(of.grade)).field("grade_by_score", grade(of.grade_by_score));
    out_.field("passed", of.passed);
    list("effects", of.effects,
         [this](const scoring::struck_effect& e) { out_.value(id(e.indicator)); });
  }
  void card(std::string_view name, const score_card& of) {
    out_.key(name).open('{');
    card(of);
    out_.close('}');
  }

  void score() {
    if (!o_.score) return;
    const score_outlook& s = *o_.score;
    const scoring::object& whose = c_.table().at(s.object);
    out_.key("score").open('{').field("object", whose.id.text()).field("name", whose.name);
    card("now", s.now);
    list("inspections", s.inspections, [this](const expected_scores& e) { expected(e); });
    out_.key("at_goal");
    if (s.at_goal) {
      expected(*s.at_goal);
    } else {
      out_.value(std::optional<std::string>());
    }
    list("curve", s.curve, [this](const score_change& change) {
      out_.open('{').field("date", change.on);
      card(change.card);
      out_.close('}');
    });
    out_.field("morning", s.morning);
    list("unmet", s.unmet, [this](const unmet_indicator_then& u) { unmet(u); });
    out_.field("unproven_points", s.unproven).close('}');
  }

  void expected(const expected_scores& e) {
    out_.open('{').field(e.at.what.is_task() ? "task" : "inspection", key_text(plan_, e.at.what));
    out_.field("date", e.at.day);
    card("by_early_dates", e.by_early_dates);
    card("by_late_dates", e.by_late_dates);
    card("at_todays_pace", e.at_todays_pace);
    out_.close('}');
  }

  void unmet(const unmet_indicator_then& u) {
    out_.open('{').field("indicator", id(u.unmet.indicator)).field("value", u.unmet.value);
    out_.field("target", u.unmet.target).field("gap", u.unmet.gap);
    out_.field("because", word(u.because));
    ids("tasks", u.tasks);
    list("units", u.units, [this](const unit_key& unit) { out_.value(unit.text()); });
    out_.field("veto", !u.effects.empty()).close('}');
  }

  void priorities() {
    if (!o_.score) return;
    const priority_list& list_of = o_.score->priorities;
    out_.key("priorities").open('{').field("expected", list_of.expected);
    out_.field("if_all_slip", list_of.if_all_slip);
    list("tasks", list_of.tasks, [this](const priority& p) {
      out_.open('{').field("task", id(p.task)).field("unit", lead(p.task));
      out_.field("days_left", p.left).field("gain", p.gain).field("gain_per_day", p.gain_per_day);
      out_.field("at_risk", p.at_risk).field("share", p.share).close('}');
    });
    out_.close('}');
  }

  // --- evidence, gates, findings -----------------------------------------------------------------

  void findings() {
    list("findings", o_.findings, [this](const finding_status& f) {
      const finding& that = c_[f.finding];
      out_.open('{').field("id", that.id.text()).field("name", that.name);
      out_.field("source", that.source).field("found", that.found);
      out_.field("state", word(f.state)).field("since", f.since).field("reason", f.reason);
      out_.field("due", f.due).field("expected", f.expected).field("late", f.is_late);
      out_.field("closed", f.is_closed());
      list("units", c_.links(f.finding).units, [this](unit_id u) { out_.value(id(u)); });
      ids("tasks", c_.links(f.finding).tasks);
      out_.field("accepted_by", id(c_.links(f.finding).accepts)).close('}');
    });
  }

  void evidence() {
    list("evidence", o_.archive, [this](const evidence_status& e) {
      const readiness::evidence& that = c_[e.piece];
      const evidence_links& links = c_.links(e.piece);
      out_.open('{').field("id", that.id.text()).field("name", that.name).field("kind", that.kind);
      out_.field("period", that.period).field("supplier", id(links.supplier));
      out_.field("state", word(e.state)).field("since", e.since).field("due", e.due);
      out_.field("expected", e.expected);
      list("proves", links.proves, [this](indicator_id i) { out_.value(id(i)); });
      ids("tasks", links.tasks);
      out_.close('}');
    });
  }

  void count_fields(const readiness::completeness& pieces) {
    out_.field("there", pieces.there).field("needed", pieces.needed).close('}');
  }
  void completeness() {
    out_.key("completeness").open('{');
    list("by_indicator", completeness_by_indicator(c_, o_.archive), [this](const auto& of) {
      out_.open('{').field("indicator", id(of.indicator));
      count_fields(of.pieces);
    });
    list("by_unit", completeness_by_unit(c_, o_.archive), [this](const auto& of) {
      out_.open('{').field("unit", id(of.unit));
      count_fields(of.pieces);
    });
    out_.close('}');
  }

  void gates() {
    list("gates", o_.gates, [this](const gate_status& g) {
      const gate& that = c_[g.gate];
      out_.open('{').field("id", that.id.text()).field("name", that.name);
      out_.field("inspection", that.inspection.text()).field("state", word(g.state));
      out_.field("due", g.due).field("expected", g.expected).field("passed", that.passed);
      ids("waits_for", g.waits_for);
      list("lacks", g.lacks, [this](evidence_id e) { out_.value(c_[e].id.text()); });
      out_.close('}');
    });
  }

  void broken_promises() {
    list("broken_promises", o_.broken, [this](const broken_promise& b) {
      out_.open('{').field("task", id(b.raise.task)).field("indicator", id(b.raise.indicator));
      out_.field("promised", b.raise.to).field("observed", b.observed).close('}');
    });
  }

  void problems() {
    std::vector<problem> all = daopai::problems(s_);
    for (problem& p : notes_on(c_, o_.findings)) all.push_back(std::move(p));
    list("problems", all, [this](const problem& p) {
      out_.open('{').field("code", p.code).field("where", p.where);
      out_.field("message", p.message).close('}');
    });
  }

  const campaign& c_;
  const outlook& o_;
  const plan& plan_;
  const schedule& s_;
  answer_writer out_{};
};

}  // namespace

std::string to_json(const campaign& c, const outlook& o) { return outlook_writer(c, o).write(); }

}  // namespace daopai::io
