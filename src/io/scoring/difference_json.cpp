#include "io/scoring/answer_writer.hpp"
#include <daopai/io/scoring.hpp>

#include <utility>

namespace daopai::io {

using namespace scoring;

namespace {

lost_points lost_by(const scored_object& o) {
  if (!o.in.of(o.object).score)
    throw error("no score of " + o.in.table().at(o.object).id.text() + " to compare");
  return lost_points_of(o.in, o.object);
}

/// What one side got; nothing for an indicator that is not for it.
std::optional<decimal> points_of(const scored_object& o, indicator_id id) {
  const scoring::cell c = o.in.of(o.object, id);
  return c.rests_on == basis::not_applicable ? std::nullopt : std::optional<decimal>(c.score);
}

void write_side(answer_writer& out, const char* side, const scored_object& o) {
  out.key(side)
      .open('{')
      .field("object", o.in.table().at(o.object).id.text())
      .field("period", o.in.seen().period)
      .field("score", o.in.of(o.object).score)
      .close('}');
}

}  // namespace

std::string difference_to_json(const assessment& of, const scored_object& first,
                               const scored_object& second) {
  const score_difference parts = difference_between(lost_by(first), lost_by(second));
  answer_writer out;
  out.open('{').field("title", of.title());
  write_side(out, "first", first);
  write_side(out, "second", second);
  out.field("difference", parts.total).key("lines").open('[');
  for (const difference_line& l : parts.lines) {
    out.open('{')
        .field("indicator", of.system().at(l.indicator).id.text())
        .field("first", points_of(first, l.indicator))
        .field("second", points_of(second, l.indicator))
        .field("points", l.points)
        .close('}');
  }
  out.close(']').close('}');
  return std::move(out).text() + "\n";
}

}  // namespace daopai::io
