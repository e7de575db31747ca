#include "program/readiness/sections.hpp"

namespace daopai::program {
namespace {

using readiness::finding_status;

std::vector<finding_status> open_findings(const readiness_page& page) {
  std::vector<finding_status> open;
  for (const finding_status& f : page.o.findings) {
    if (!f.is_closed()) open.push_back(f);
  }
  std::ranges::stable_sort(open, {}, [](const finding_status& f) { return !f.is_late; });
  return open;
}

std::vector<std::string> row_of(const readiness_page& page, const finding_status& f) {
  const readiness_words& w = page.w;
  const auto state = w.finding_states[static_cast<std::size_t>(f.state)];
  std::string expected = f.is_stuck() ? std::string(w.stuck) : page.short_date(f.expected);
  if (f.is_late) expected += " (" + std::string(w.is_late) + ')';
  return {named(page.c[f.finding]), page.names_of(page.c.links(f.finding).units),
          say(w.since, std::string(state), page.short_date(f.since)), page.short_date(f.due),
          expected};
}

}  // namespace

void add_findings(readiness_page& page) {
  if (page.o.findings.empty()) return;
  const readiness_words& w = page.w;
  const readiness::close_out_count n = count_of(page.o.findings);
  const std::string all = std::to_string(page.o.findings.size());
  if (n.open == 0) return page.section(say(w.all_closed, all));
  page.section(say(w.findings, std::to_string(n.open), all, std::to_string(n.late)));
  table rows({name_column(w.problem), unit_column(w.unit), plain_column(w.state),
              plain_column(w.due), plain_column(w.expected)});
  page.list(rows, open_findings(page), [&](table& t, const finding_status& f) {
    t.add(row_of(page, f), f.is_late ? style::late : style::plain);
  });
}

}  // namespace daopai::program
