#include "program/hand_offs_text.hpp"

#include "program/table.hpp"
#include <daopai/graph/hand_offs.hpp>

namespace daopai::program {

std::string hand_offs_text(const schedule& s, bool colour) {
  const plan& p = s.plan();
  table lines({{.title = "Unit", .least = 10},
               {.title = "waits for", .least = 10},
               {.title = "Times", .side = align::right},
               {.title = "Critical", .side = align::right}});
  for (const hand_off& h : hand_offs(s)) {
    lines.add({p[h.to].name, p[h.from].name, std::to_string(h.count), std::to_string(h.critical)},
              h.critical > 0 ? style::critical : style::plain);
  }
  const std::string heading = painted("Who waits for whom", style::heading, colour) + '\n';
  return heading + (lines.empty() ? "  nobody for anybody\n" : lines.text(colour, 2));
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
