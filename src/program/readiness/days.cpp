#include "program/readiness/sections.hpp"

namespace daopai::program {
namespace {

using readiness::goal;

std::string shortage(const readiness_page& page, workdays missing) {
  const event_id what = page.o.towards->what;
  if (what.is_inspection()) {
    const auto to_last = page.s[what.inspection()].float_to_last_day;
    if (to_last && to_last->count() >= 0) {
      return say(page.w.short_but, count(missing), count(*to_last));
    }
  }
  return say(page.w.short_by, count(missing));
}

void add_days_to_spare(readiness_page& page, const goal& g) {
  const readiness_words& w = page.w;
  const auto room = room_to(page.s, g);
  if (!room) return;
  if (room->count() > 0) {
    page.line(say(w.to_spare, count(*room)));
  } else if (room->count() == 0) {
    page.line(w.nothing_to_spare);
  } else {
    page.line(shortage(page, -*room), style::late);
  }
  const workdays at_pace = *room_to(page.o.at_pace, g);
  if (at_pace == *room) return;
  const bool too_late = at_pace.count() < 0;
  page.line(say(too_late ? w.pace_short : w.pace_to_spare, count(too_late ? -at_pace : at_pace)),
            too_late ? style::late : style::plain);
}

}  // namespace

void add_days_left(readiness_page& page) {
  const readiness_words& w = page.w;
  const date& today = page.s.status();
  if (!page.plan.title().empty()) page.line(page.plan.title(), style::heading);
  page.line(say(w.seen_on, to_string(today), page.weekday(today)), style::heading);
  page.blank_line();
  if (!page.o.towards) return page.line(w.no_goal);
  const goal& g = *page.o.towards;
  if (g.day < today) {
    const date& last_day = page.plan[g.what.inspection()].window.last;
    return page.line(say(w.has_begun, page.goal_name(), to_string(g.day), to_string(last_day)));
  }
  if (g.day == today && g.what.is_inspection()) {
    page.line(say(w.begins_today, page.goal_name()));
    return add_days_to_spare(page, g);
  }
  const date end = g.what.is_task() ? g.morning : g.day;
  const workdays left = page.plan[calendar_id(0)].between(today, end);
  page.line(say(g.what.is_task() ? w.days_to_deadline : w.days_left, page.goal_name(),
                to_string(g.day), page.weekday(g.day), std::to_string((end - today).days()),
                count(left)));
  add_days_to_spare(page, g);
}

}  // namespace daopai::program
