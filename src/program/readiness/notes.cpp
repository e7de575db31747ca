#include "program/readiness/sections.hpp"
#include "program/score_format.hpp"
#include <daopai/schedule/problems.hpp>

namespace daopai::program {
namespace {

std::vector<std::string> notes_of(const readiness_page& page) {
  const readiness_words& w = page.w;
  std::vector<std::string> notes;
  for (const readiness::broken_promise& b : page.o.broken) {
    notes.push_back(say(w.broken, page.name(b.raise.task), page.name(b.raise.indicator),
                        shown(b.raise.to),
                        b.observed ? shown(*b.observed) : std::string(w.not_observed)));
  }
  for (const readiness::finding_status& f : page.o.findings) {
    const bool handed_in = f.is_closed() || f.state == readiness::finding_state::submitted;
    if (handed_in && f.has_open_tasks) {
      notes.push_back(say(w.early_submission, named(page.c[f.finding])));
    }
  }
  for (const problem& p : problems(page.s)) {
    if (p.code == "calendar-not-published") notes.push_back(say(w.unknown_year, p.where));
  }
  return notes;
}

}  // namespace

void add_notes(readiness_page& page) {
  const std::vector<std::string> notes = notes_of(page);
  if (notes.empty()) return;
  page.section(page.w.to_note);
  for (const std::string& note : notes) page.item(note);
}

}  // namespace daopai::program
