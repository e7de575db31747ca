#include "io/json_writer.hpp"
#include "io/schedule_words.hpp"
#include "program/explanation_text.hpp"
#include <daopai/schedule/near_critical.hpp>

#include <array>

namespace daopai::program {
namespace {

constexpr std::array<std::string_view, 5> role_words{
    "itself", "phase-may-start", "phase-may-finish", "phase-has-started", "phase-has-finished"};
constexpr std::array<std::string_view, 3> origin_words{"dependency", "phase", "last-date"};

class explanation_writer {
public:
  explanation_writer(const schedule& s, const telling& how, std::string& out)
      : s_(s), plan_(s.plan()), how_(how), json_(out) {
    json_.open('{').name("title").text(plan_.title()).name("today").value(s.status());
  }

  void write_event(event_id e) {
    if (e.is_inspection()) return write_inspection(e.inspection());
    const task_id t = e.task();
    json_.line().name("task").open('{').name("id").text(plan_[t].id.text());
    json_.name("name").text(plan_[t].name);
    json_.name("early_start").value(s_.early_start(t));
    json_.name("early_finish").value(s_.early_finish(t));
    json_.name("late_start").value(s_.late_start(t));
    json_.name("late_finish").value(s_.late_finish(t));
    json_.name("total_float").number(s_.total_float(t).count());
    json_.name("critical").boolean(s_.is_critical(t)).close('}');
    write_chain("why_early_start", why_early_start(s_, t));
    write_chain("why_late_start", why_late_start(s_, t));
    write_rival(t);
    json_.close('}');
  }

  void write_shortfalls() {
    json_.line().name("cannot_be_met").open('[');
    for (const shortfall& f : worst_shortfalls(s_)) write_shortfall(f);
    json_.close(']');
    json_.line().name("count").number(static_cast<std::int64_t>(shortfalls(s_).size()));
    json_.close('}');
  }

private:
  void write_inspection(inspection_id i) {
    const inspection& that = plan_[i];
    const inspection_outlook outlook = s_[i];
    json_.line().name("inspection").open('{').name("id").text(that.id.text());
    json_.name("name").text(that.name).name("date").value(that.window.first);
    json_.name("last_date").value(that.window.last).name("float").value(outlook.total_float);
    json_.name("float_to_last_day").value(outlook.float_to_last_day).close('}');
    if (const auto why = why_ready(s_, i)) {
      write_chain("why_ready", *why);
    } else {
      json_.line().name("why_ready").null();
    }
    json_.line().name("cannot_be_met").open('[');
    for (const shortfall& f : shortfalls(s_)) {
      if (f.of == event_id(i)) write_shortfall(f);
    }
    json_.close(']').line().name("near_critical_paths").open('[');
    for (const auto& path : near_critical_paths(s_, i, how_.within, most_chains)) {
      json_.line().open('{').name("float").number(path.total_float.count());
      json_.name("tasks").open('[');
      for (const task_id t : path.tasks) json_.text(plan_[t].id.text());
      json_.close(']').close('}');
    }
    json_.close(']').close('}');
  }

  void write_rival(task_id t) {
    const auto why = why_not_critical(s_, t);
    json_.line().name("why_not_critical");
    if (!why) {
      json_.null();
      return;
    }
    json_.open('{').name("headline").text(headline(s_, *why, how_.lang));
    json_.name("room").number(why->room.count());
    json_.name("least_room").number(why->least_room.count());
    json_.name("joins").boolean(why->joins);
    write_chain("own", why->own);
    write_chain("longer", why->longer);
    json_.close('}');
  }

  void write_shortfall(const shortfall& f) {
    const explanation why = why_not_met(s_, f);
    json_.line().open('{').name("of").open('{');
    json_.name("by").text(f.of.is_task() ? "task" : "inspection");
    json_.name("id").text(key_text(plan_, f.of)).close('}');
    json_.name("due").value(f.due).name("short_by").number(f.short_by.count());
    json_.name("headline").text(headline(s_, f, how_.lang));
    write_chain("chain", why);
    json_.line().name("levers").open('[');
    for (const lever& x : levers(s_, f, why)) {
      json_.line().open('{').name("id").text(plan_[x.task].id.text());
      json_.name("one_day").number(x.one_day.count()).name("most").number(x.most.count());
      json_.name("for_most").number(x.for_most.count());
      json_.name("sentence").text(sentence(s_, x, f, how_.lang)).close('}');
    }
    json_.close(']').close('}');
  }

  void write_chain(std::string_view name, const explanation& e) {
    json_.line().name(name).open('{').name("headline").text(headline(s_, e, how_.lang));
    json_.name("fact");
    io::write_driver(json_, plan_, e.fact);
    json_.line().name("events").open('[');
    for (const chain_event& event : e.events) write(event);
    json_.close(']').line().name("links").open('[');
    for (const chain_link& l : e.links) write(l);
    json_.close(']').line().name("reasons").open('[');
    for (const std::string& reason : reasons(s_, e, how_.lang)) json_.line().text(reason);
    json_.close(']').close('}');
  }

  void write(const chain_event& e) {
    json_.line().open('{').name("by").text(e.event.is_task() ? "task" : "inspection");
    json_.name("id").text(key_text(plan_, e.event));
    json_.name("role").text(role_words[static_cast<std::size_t>(e.role)]);
    json_.name("calendar").text(plan_.calendars()[e.calendar.index()].id.text());
    json_.name("work").number(e.work.count());
    json_.name("first").value(e.shown.first).name("last").value(e.shown.last);
    json_.name("start").value(e.start).name("finish").value(e.finish).close('}');
  }

  void write(const chain_link& l) {
    json_.line().open('{').name("kind").text(io::kind_words[static_cast<std::size_t>(l.kind)]);
    json_.name("lag").number(l.lag.amount());
    json_.name("lag_in").text(l.lag.in_calendar_days() ? "calendar-days" : "working-days");
    json_.name("origin").text(origin_words[static_cast<std::size_t>(l.origin)]).close('}');
  }

  const schedule& s_;
  const plan& plan_;
  const telling& how_;
  io::json_writer json_;
};

}  // namespace

std::string explanation_json(const schedule& s, event_id e, const telling& how) {
  std::string out;
  explanation_writer(s, how, out).write_event(e);
  return out += '\n';
}

std::string shortfalls_json(const schedule& s, const telling& how) {
  std::string out;
  explanation_writer(s, how, out).write_shortfalls();
  return out += '\n';
}

}  // namespace daopai::program
