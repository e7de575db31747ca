#include "program/readiness/sections.hpp"

namespace daopai::program {
namespace {

using readiness::gate_state;
using readiness::gate_status;

/// The tasks and the pieces of evidence that are still missing.
std::string waits_for(const readiness_page& page, const gate_status& g) {
  std::vector<std::string> names;
  for (const task_id t : g.waits_for) names.push_back(page.name(t));
  for (const readiness::evidence_id e : g.lacks) names.push_back(named(page.c[e]));
  return joined(names, between_names);
}

}  // namespace

void add_gates(readiness_page& page) {
  if (page.o.gates.empty()) return;
  const readiness_words& w = page.w;
  page.section(w.gates);
  table rows({name_column(w.gate), plain_column(w.state), plain_column(w.expected),
              plain_column(w.due), name_column(w.waits_for)});
  page.list(rows, page.o.gates, [&](table& t, const gate_status& g) {
    const bool passed = g.state == gate_state::passed;
    t.add({named(page.c[g.gate]), std::string(w.gate_states[static_cast<std::size_t>(g.state)]),
           page.short_date(passed ? page.c[g.gate].passed : g.expected), page.short_date(g.due),
           waits_for(page, g)},
          g.state == gate_state::late ? style::late : style::plain);
  });
}

}  // namespace daopai::program
