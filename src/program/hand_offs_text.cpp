#include "program/hand_offs_text.hpp"

#include "program/table.hpp"
#include <daopai/graph/hand_offs.hpp>

namespace daopai::program {

std::string hand_offs_text(const schedule& s, const unit_words& w, bool colour) {
  const plan& p = s.plan();
  table lines({{.title = std::string(w.unit), .least = 10},
               {.title = std::string(w.waits_for), .least = 10},
               {.title = std::string(w.times), .side = align::right},
               {.title = std::string(w.critical), .side = align::right}});
  for (const hand_off& h : hand_offs(s)) {
    lines.add({p[h.to].name, p[h.from].name, std::to_string(h.count), std::to_string(h.critical)},
              h.critical > 0 ? style::critical : style::plain);
  }
  const std::string heading = painted(w.who_waits, style::heading, colour) + '\n';
  return heading +
         (lines.empty() ? "  " + std::string(w.nobody_waits) + '\n' : lines.text(colour, 2));
}

void write_hand_offs(io::json_writer& json, const schedule& s) {
  const plan& p = s.plan();
  json.open('[');
  for (const hand_off& h : hand_offs(s)) {
    json.line().open('{').name("from").text(p[h.from].id.text());
    json.name("to").text(p[h.to].id.text());
    json.name("count").number(static_cast<std::int64_t>(h.count));
    json.name("critical").number(static_cast<std::int64_t>(h.critical)).close('}');
  }
  json.close(']');
}

}  // namespace daopai::program
