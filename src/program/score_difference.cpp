#include "program/score_difference.hpp"

#include "program/score_format.hpp"
#include "program/table.hpp"
#include "program/words.hpp"

#include <algorithm>
#include <stdexcept>

namespace daopai::program {

using namespace scoring;

namespace {

const scores& in_period(std::span<const scores> periods, const std::string& period) {
  const auto found = std::find_if(periods.begin(), periods.end(),
                                  [&](const scores& s) { return s.seen().period == period; });
  if (found == periods.end()) throw std::invalid_argument("nothing was observed in " + period);
  return *found;
}

/// "county (2024)", or what there is of it.
std::string side_name(const io::scored_object& o) {
  const std::string name = titled(o.in.table().at(o.object));
  const std::string& period = o.in.seen().period;
  if (period.empty()) return name;
  return name.empty() ? period : name + " (" + period + ')';
}

decimal published(const io::scored_object& o) {
  const auto& score = o.in.of(o.object).score;
  if (!score) throw error(side_name(o) + ": there is no score to compare");
  return *score;
}

std::string signed_fixed(decimal points, int places) {
  return (points > 0 ? "+" : "") + to_fixed(points, places);
}

/// What one side got; nothing for an indicator that is not for it.
std::string points_of(const io::scored_object& o, indicator_id id, int places) {
  const scoring::cell c = o.in.of(o.object, id);
  return c.rests_on == basis::not_applicable ? "-" : to_fixed(c.score, places);
}

}  // namespace

io::scored_object named_object(std::span<const scores> periods, const std::string& text) {
  const auto whole = periods.back().table().find(object_key(text));
  if (whole) return {periods.back(), *whole};
  const std::size_t at = text.rfind('@');
  if (at != std::string::npos) {
    const scores& in = in_period(periods, text.substr(at + 1));
    if (const auto found = in.table().find(object_key(text.substr(0, at)))) return {in, *found};
    if (at == 0 && in.objects() == 1) return {in, object_id{0}};
  }
  throw std::invalid_argument("there is no object " + text.substr(0, at));
}

std::string difference_text(const io::assessment& of, const io::scored_object& first,
                            const io::scored_object& second, const score_words& w, bool colour) {
  const int places = of.system().config().places;
  const decimal one = published(first);
  const decimal other = published(second);
  const score_difference parts = difference_between(lost_points_of(first.in, first.object),
                                                    lost_points_of(second.in, second.object));
  table t({{std::string(w.indicator), align::left, least_scored_name},
           {side_name(first), align::right},
           {side_name(second), align::right},
           {std::string(w.difference), align::right}});
  for (const difference_line& l : parts.lines) {
    const bool is_whole = l.indicator == of.system().whole();
    t.add({is_whole ? std::string(w.the_whole) : titled(of.system().at(l.indicator)),
           points_of(first, l.indicator, places), points_of(second, l.indicator, places),
           signed_fixed(l.points, places)});
  }
  t.add({std::string(w.points), to_fixed(one, places), to_fixed(other, places),
         signed_fixed(parts.total, places)},
        style::heading);
  return painted(of.title(), style::heading, colour) + "\n\n" + t.text(colour);
}

}  // namespace daopai::program
