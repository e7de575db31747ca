#include "program/schedule_text.hpp"

#include "program/column_widths.hpp"
#include "program/counts.hpp"
#include "program/hand_overs.hpp"
#include "program/lights_text.hpp"
#include "program/order_of_start.hpp"
#include "program/table.hpp"
#include "program/titled.hpp"
#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/light_text.hpp>
#include <daopai/schedule/problems.hpp>

#include <algorithm>

namespace daopai::program {
namespace {

constexpr std::size_t most_hand_overs = 40;
constexpr std::size_t most_paths = 10;
constexpr std::size_t deepest_indent = 8;

class schedule_page {
public:
  schedule_page(const schedule& s, const words& w, bool colour, const light_policy& policy)
      : s_(s),
        plan_(s.plan()),
        w_(w),
        colour_(colour),
        one_year_(is_one_year()),
        standing_(s, policy) {}

  std::string write() {
    write_head();
    write_inspections();
    write_tasks();
    write_lights();
    for (std::size_t i = 0; i < plan_.inspections().size(); ++i) write_path(inspection_id(i));
    write_hand_overs();
    write_problems();
    return std::move(text_);
  }

private:
  // --- words and dates -----------------------------------------------------------------------

  [[nodiscard]] bool is_one_year() const {
    const auto year = s_.status().year();
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      const task_id id(t);
      if (s_.early_start(id).year() != year || s_.early_finish(id).year() != year) return false;
      if (s_.late_start(id).year() != year || s_.late_finish(id).year() != year) return false;
    }
    return true;
  }

  [[nodiscard]] std::string short_date(const date& d) const {
    const std::string text = to_string(d);
    return one_year_ ? text.substr(5) : text;
  }

  [[nodiscard]] std::string weekday(const date& d) const {
    return std::string(w_.weekdays[static_cast<std::size_t>(weekday_of(to_day(d)))]);
  }

  [[nodiscard]] std::string unit_of(task_id t) const {
    const auto lead = plan_.lead(t);
    return lead ? plan_[*lead].name : std::string();
  }

  void heading(const std::string& title) {
    text_ += '\n';
    for (const std::string& line : wrapped(title, page_width)) {
      text_ += painted(line, style::heading, colour_) + '\n';
    }
  }

  void paragraph(const std::string& text, std::size_t indent, style look = style::plain) {
    for (const std::string& line : wrapped(text, page_width - indent)) {
      text_ += std::string(indent, ' ') + painted(line, look, colour_) + '\n';
    }
  }

  // --- how things stand ----------------------------------------------------------------------

  void write_head() {
    if (!plan_.title().empty()) paragraph(plan_.title(), 0, style::heading);
    paragraph(say(w_.today, to_string(s_.status()), weekday(s_.status()),
                  std::to_string(plan_.tasks().size()), std::to_string(plan_.units().size())),
              0);
    paragraph(standing_text(standing_.progress.plan, count_lights(plan_, standing_.lights), w_), 0);
  }

  void write_inspections() {
    if (plan_.inspections().empty()) return;
    heading(std::string(w_.inspections));
    for (std::size_t i = 0; i < plan_.inspections().size(); ++i) {
      const inspection& that = plan_.inspections()[i];
      const inspection_outlook outlook = s_[inspection_id(i)];
      const bool late = outlook.total_float && outlook.total_float->count() < 0;
      paragraph(titled(that) + ": " + window_text(that.window), 2);
      const workdays left = plan_[calendar_id(0)].between(s_.status(), that.window.first);
      paragraph(say(w_.days_left, count(left)) + "; " + outlook_text(that, outlook), 6,
                late ? style::late : style::plain);
    }
  }

  [[nodiscard]] std::string window_text(const date_window& window) const {
    const std::string first = to_string(window.first);
    if (window.first == window.last) return say(w_.inspection_day, first, weekday(window.first));
    return say(w_.inspection_window, first, weekday(window.first), to_string(window.last),
               weekday(window.last));
  }

  [[nodiscard]] std::string outlook_text(const inspection& that,
                                         const inspection_outlook& outlook) const {
    if (!outlook.total_float) return std::string(w_.waits_for_nothing);
    const workdays room = *outlook.total_float;
    const bool late = room.count() < 0;
    const std::string number = count(late ? -room : room);
    if (that.window.first == that.window.last)
      return say(late ? w_.is_short : w_.has_float, number);
    return say(late ? w_.is_short_but : w_.has_float_to_last, number,
               count(*outlook.float_to_last_day));
  }

  // --- the table -----------------------------------------------------------------------------

  void write_tasks() {
    if (plan_.tasks().empty()) return;
    heading(one_year_ ? say(w_.tasks_in, std::to_string(static_cast<int>(s_.status().year())))
                      : std::string(w_.tasks));
    table tasks({{" "},
                 {std::string(w_.task), align::left, least_name},
                 {std::string(w_.unit), align::left, least_unit, most_unit},
                 {std::string(w_.start)},
                 {std::string(w_.finish)},
                 {std::string(w_.start)},
                 {std::string(w_.finish)},
                 {std::string(w_.total_float), align::right},
                 {std::string(w_.light)}});
    for (const shown_task& t : in_order_of_start(s_)) add_task(tasks, t);
    write_group_titles(tasks.widths());
    text_ += tasks.text(colour_);
  }

  /// "Earliest" and "Latest" above the two pairs of dates.
  void write_group_titles(const std::vector<std::size_t>& widths) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < 3; ++i) before += widths[i] + 2;
    const std::size_t pair = widths[3] + 2 + widths[4] + 2;
    const std::string line =
        std::string(before, ' ') + fitted(w_.earliest, pair) + clean(w_.latest);
    text_ += painted(line, style::heading, colour_) + '\n';
  }

  void add_task(table& tasks, const shown_task& shown) const {
    const task_id t = shown.id;
    const bool done = plan_[t].progress.finished && !plan_.is_phase(t);
    const bool late = !done && s_.total_float(t).count() < 0;
    const bool critical = !done && s_.is_critical(t);
    const std::string indent(2 * std::min(shown.depth, deepest_indent), ' ');
    tasks.add(
        {late       ? "!"
         : critical ? "*"
                    : "",
         indent + titled(plan_[t]), unit_of(t), short_date(s_.early_start(t)),
         short_date(s_.early_finish(t)), short_date(s_.late_start(t)),
         short_date(s_.late_finish(t)), done ? std::string(w_.done) : count(s_.total_float(t)),
         std::string(word_for(standing_.lights[t.index()].colour, w_.tongue))},
        style_of(t, done, late, critical));
  }

  [[nodiscard]] style style_of(task_id t, bool done, bool late, bool critical) const {
    if (late) return style::late;
    if (plan_.is_phase(t)) return style::heading;
    if (done) return style::faint;
    return critical ? style::critical : style::plain;
  }

  void write_lights() {
    const std::string lights = lights_text(s_, standing_, w_, colour_);
    if (lights.empty()) return;
    heading(std::string(w_.lights_to_note));
    text_ += lights;
  }

  // --- who holds up whom ---------------------------------------------------------------------

  void write_path(inspection_id i) {
    const auto paths = critical_paths(s_, i, most_paths + 1);
    if (paths.empty()) return;
    heading(say(w_.critical_path, titled(plan_[i])));
    table steps({{""},
                 {""},
                 {"", align::left, least_name},
                 {"", align::left, least_unit, most_unit},
                 {"", align::left, least_name}});
    const std::vector<task_id>& path = paths.front();
    for (std::size_t at = 0; at < path.size(); ++at) {
      const bool is_last = at + 1 == path.size();
      const std::string next = is_last ? titled(plan_[i]) : plan_[path[at + 1]].id.text();
      const std::string unit = is_last ? std::string() : ' ' + unit_of(path[at + 1]);
      steps.add({short_date(s_.early_start(path[at])), short_date(s_.early_finish(path[at])),
                 titled(plan_[path[at]]), unit_of(path[at]), say(w_.holds_up, next + unit)});
    }
    text_ += steps.text(colour_, 2);
    const std::size_t others = paths.size() - 1;
    if (others == 0) return;
    paragraph(say(w_.other_paths,
                  others == most_paths ? std::to_string(most_paths) + '+' : std::to_string(others)),
              2);
  }

  void write_hand_overs() {
    std::vector<hand_over> all = hand_overs_of(s_);
    if (all.empty()) return;
    heading(std::string(w_.hand_overs));
    const std::size_t shown = std::min(all.size(), most_hand_overs);
    std::ranges::stable_sort(all, {}, [&](const hand_over& h) { return s_.total_float(h.from); });
    all.resize(shown, all.front());
    std::ranges::stable_sort(all, {}, [&](const hand_over& h) { return s_.early_finish(h.from); });
    table t({{std::string(w_.by)},
             {std::string(w_.at_latest)},
             {std::string(w_.holding_unit), align::left, least_unit, most_unit},
             {std::string(w_.holding_task), align::left, least_name},
             {std::string(w_.held_unit), align::left, least_unit, most_unit},
             {std::string(w_.held_task), align::left, least_name}});
    for (const hand_over& h : all) {
      t.add({short_date(s_.early_finish(h.from)), short_date(s_.late_finish(h.from)),
             unit_of(h.from), titled(plan_[h.from]), unit_of(h.to), titled(plan_[h.to])},
            s_.is_critical(h.from) && s_.is_critical(h.to) ? style::critical : style::plain);
    }
    text_ += t.text(colour_, 2);
  }

  void write_problems() {
    const std::vector<problem> found = problems(s_);
    if (found.empty()) return;
    heading(std::string(w_.to_note));
    for (const problem& p : found) {
      std::size_t line_number = 0;
      for (const std::string& line : wrapped(p.message, page_width - 4)) {
        text_ += (line_number++ == 0 ? "  - " : "    ") + line + '\n';
      }
    }
  }

  const schedule& s_;
  const plan& plan_;
  const words& w_;
  bool colour_;
  bool one_year_;
  standing standing_;
  std::string text_{};
};

}  // namespace

std::string schedule_text(const schedule& s, const words& w, bool colour,
                          const light_policy& policy) {
  return schedule_page(s, w, colour, policy).write();
}

}  // namespace daopai::program
