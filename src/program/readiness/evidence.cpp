#include "program/readiness/sections.hpp"

namespace daopai::program {
namespace {

using readiness::evidence_state;
using readiness::evidence_status;

/// Those that will come in time last.
std::vector<evidence_status> missing_evidence(const readiness_page& page) {
  std::vector<evidence_status> missing;
  for (const evidence_status& e : page.o.archive) {
    if (e.state != evidence_state::there) missing.push_back(e);
  }
  std::ranges::stable_sort(
      missing, {}, [](const evidence_status& e) { return e.state == evidence_state::to_come; });
  return missing;
}

}  // namespace

void add_evidence(readiness_page& page) {
  if (page.o.archive.empty()) return;
  const readiness_words& w = page.w;
  const std::vector<evidence_status> missing = missing_evidence(page);
  const std::string all = std::to_string(page.o.archive.size());
  if (missing.empty()) return page.section(say(w.all_there, all));
  page.section(say(w.evidence, std::to_string(missing.size()), all));
  table rows({name_column(w.piece), unit_column(w.supplier), plain_column(w.due),
              plain_column(w.expected), plain_column(w.state)});
  page.list(rows, missing, [&](table& t, const evidence_status& e) {
    t.add({named(page.c[e.piece]), page.name(page.c.links(e.piece).supplier),
           page.short_date(e.due), page.short_date(e.expected),
           std::string(w.evidence_states[static_cast<std::size_t>(e.state)])},
          e.state == evidence_state::to_come ? style::plain : style::late);
  });
}

}  // namespace daopai::program
