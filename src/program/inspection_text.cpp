#include "program/inspection_text.hpp"

#include "program/column_widths.hpp"
#include "program/counts.hpp"
#include "program/table.hpp"
#include "program/titled.hpp"
#include <daopai/schedule/floats.hpp>

#include <algorithm>

namespace daopai::program {
namespace {

std::string paragraph(const std::string& text, std::size_t indent, style look, bool colour) {
  std::string lines;
  for (const std::string& line : wrapped(text, page_width - indent)) {
    lines += std::string(indent, ' ') + painted(line, look, colour) + '\n';
  }
  return lines;
}

/// One line that says whether it can be met.
std::string outlook_line(const inspection_outlook& outlook, const words& w) {
  if (!outlook.total_float) return std::string(w.waits_for_nothing);
  const workdays room = *outlook.total_float;
  const std::string last = count(*outlook.float_to_last_day);
  return room.count() < 0 ? say(w.is_short_but, count(-room), last)
                          : say(w.has_float_to_last, count(room), last);
}

/// Tasks with late dates by late start, phases left out.
std::vector<task_id> in_order(const plan& p, const std::vector<std::optional<late_dates>>& late) {
  std::vector<task_id> order;
  for (std::size_t t = 0; t < late.size(); ++t) {
    if (late[t] && !p.is_phase(task_id(t))) order.emplace_back(t);
  }
  std::ranges::stable_sort(order, {}, [&](task_id t) {
    return std::pair(late[t.index()]->start, late[t.index()]->finish);
  });
  return order;
}

}  // namespace

std::string inspection_text(const schedule& s, inspection_id i, const words& w, bool colour) {
  const plan& p = s.plan();
  const inspection_outlook outlook = s[i];
  const auto late = late_dates_to(s, i);
  std::string text;
  if (!p.title().empty()) text += paragraph(p.title(), 0, style::heading, colour);
  const bool missed = outlook.total_float && outlook.total_float->count() < 0;
  text += paragraph(
      titled(p[i]) + ": " + to_string(p[i].window.first) + "; " + outlook_line(outlook, w), 0,
      missed ? style::late : style::plain, colour);
  table tasks({{" "},
               {std::string(w.task), align::left, least_name},
               {std::string(w.unit), align::left, least_unit, most_unit},
               {std::string(w.earliest)},
               {""},
               {std::string(w.latest)},
               {""},
               {std::string(w.total_float), align::right}});
  for (const task_id t : in_order(p, late)) {
    const late_dates& own = *late[t.index()];
    const auto lead = p.lead(t);
    const bool is_late = own.total_float.count() < 0;
    const bool is_longest = outlook.total_float && own.total_float <= *outlook.total_float;
    tasks.add({is_late      ? "!"
               : is_longest ? "*"
                            : "",
               titled(p[t]), lead ? p[*lead].name : "", to_string(s.early_start(t)),
               to_string(s.early_finish(t)), to_string(own.start), to_string(own.finish),
               count(own.total_float)},
              is_late      ? style::late
              : is_longest ? style::critical
                           : style::plain);
  }
  if (!tasks.empty()) text += '\n' + tasks.text(colour);
  return text;
}

}  // namespace daopai::program
