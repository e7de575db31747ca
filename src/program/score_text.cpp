#include "program/score_text.hpp"

#include "program/score_format.hpp"
#include "program/table.hpp"
#include "program/words.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace daopai::program {

using namespace scoring;

namespace {

constexpr std::size_t most_steps = 10;

class score_page {
public:
  score_page(const io::assessment& of, std::span<const scores> periods, const score_words& w,
             bool colour)
      : of_(of),
        periods_(periods),
        scores_(periods.back()),
        system_(of.system()),
        w_(w),
        colour_(colour) {}

  std::string ranking() {
    head(of_.title());
    std::vector<object_id> order;
    for (std::size_t o = 0; o < scores_.objects(); ++o) order.emplace_back(o);
    std::stable_sort(order.begin(), order.end(),
                     [this](object_id a, object_id b) { return rank_key(a) < rank_key(b); });
    table t({{std::string(w_.place), align::right},
             {std::string(w_.object), align::left, least_scored_name},
             {std::string(w_.points), align::right},
             {std::string(w_.band)},
             {std::string(w_.standing)},
             {std::string(w_.rests_on_nothing), align::right}});
    for (const object_id o : order) {
      const score_card& c = scores_.of(o);
      t.add({c.rank ? std::to_string(*c.rank) : "-", titled(scores_.table().at(o)),
             c.score ? fixed(*c.score) : "-", grade(c.grade), state(o).value_or(""),
             c.missing > 0 ? per_cent(c.missing) + " %" : ""},
            c.passed ? style::plain : style::late);
    }
    page_ += t.text(colour_);
    notes();
    return std::move(page_);
  }

  std::string one(object_id o) {
    object_ = o;
    const object& named = scores_.table().at(o);
    head(scores_.objects() == 1 && named.id.text().empty() ? of_.title()
                                                           : of_.title() + ": " + titled(named));
    summary();
    effects();
    raters();
    indicators();
    unmet();
    lost_by_unit();
    next_steps();
    notes();
    return std::move(page_);
  }

private:
  [[nodiscard]] const score_card& card() const { return scores_.of(object_); }
  [[nodiscard]] std::string fixed(decimal points) const {
    return to_fixed(points, system_.config().places);
  }
  [[nodiscard]] std::string grade(const std::optional<std::size_t>& place) const {
    return place ? system_.config().bands.name(*place) : std::string();
  }
  [[nodiscard]] std::size_t rank_key(object_id o) const {
    return scores_.of(o).rank.value_or(scores_.objects() + 1);
  }
  [[nodiscard]] std::string unit_name(const std::optional<unit_key>& unit) const {
    return unit ? of_.name_of(*unit) : std::string(w_.nobody);
  }

  void line(std::string_view text, style s = style::plain) {
    for (const std::string& l : wrapped(text, page_width)) page_ += painted(l, s, colour_) + '\n';
  }
  /// A line of a section, further lines of it set in deeper.
  void item(std::string_view text, style s = style::plain) {
    std::string margin = "  ";
    for (const std::string& l : wrapped(text, page_width - 4)) {
      page_ += margin + painted(l, s, colour_) + '\n';
      margin = "    ";
    }
  }
  void section(std::string_view title) {
    page_ += '\n';
    line(title, style::heading);
  }
  void head(const std::string& title) {
    line(title, style::heading);
    if (!scores_.seen().period.empty()) line(say(w_.period, scores_.seen().period));
  }

  [[nodiscard]] std::optional<std::string> state(object_id o) const {
    const auto found = standing_of(periods_, scores_.table().at(o).id);
    return found ? std::optional<std::string>(found->state) : std::nullopt;
  }

  void summary() {
    const score_card& c = card();
    std::vector<std::string> parts;
    parts.push_back(c.score ? say(w_.score, fixed(*c.score), shown(c.full))
                            : std::string(w_.no_score));
    if (c.grade)
      parts.push_back(c.grade == c.grade_by_score
                          ? say(w_.grade, grade(c.grade))
                          : say(w_.grade_from, grade(c.grade), grade(c.grade_by_score)));
    if (c.rank && scores_.objects() > 1)
      parts.push_back(say(w_.rank, std::to_string(*c.rank), std::to_string(scores_.ranked())));
    if (!c.passed) parts.emplace_back(w_.failed);
    if (c.missing > 0) parts.push_back(say(w_.missing, per_cent(c.missing)));
    if (c.imputed > 0) parts.push_back(say(w_.imputed, per_cent(c.imputed)));
    if (const auto s = standing_of(periods_, scores_.table().at(object_).id))
      parts.push_back(say(w_.state, s->state, joined(s->periods, ", ")));
    line(joined(parts, "; "), c.passed ? style::plain : style::late);
  }

  void effects() {
    if (card().effects.empty()) return;
    section(w_.effects);
    for (const auto& e : card().effects)
      item(titled(system_.at(e.indicator)) + ": " + told(e.what), style::late);
  }
  [[nodiscard]] std::string told(const effect& e) const {
    if (const auto* down = std::get_if<downgrade>(&e))
      return say(w_.downgrade, std::to_string(down->by));
    if (const auto* cap = std::get_if<cap_grade>(&e)) return say(w_.cap, cap->at_most);
    return std::string(w_.fails);
  }

  void raters() {
    const auto names = of_.table().raters();
    if (names.size() < 2) return;
    std::vector<std::string> parts;
    for (const std::string& rater : names) {
      const scores alone =
          score(system_, of_.table(), {.rater = rater, .period = scores_.seen().period});
      const auto& own = alone.of(object_).score;
      parts.push_back(rater + ' ' + (own ? fixed(*own) : "-"));
    }
    section(w_.by_rater);
    item(joined(parts, ", "));
  }

  void indicators() {
    std::map<std::size_t, decimal> lost;
    const lost_points all = lost_points_of(scores_, object_);
    for (const auto& l : all.by_indicator()) lost[l.indicator.index()] = l.points;
    table t({{std::string(w_.indicator), align::left, least_scored_name},
             {std::string(w_.value), align::right, least_scored_unit, most_scored_unit},
             {std::string(w_.goal), align::right},
             {std::string(w_.points), align::right},
             {std::string(w_.lost), align::right},
             {std::string(w_.who), align::left, least_scored_unit, most_scored_unit}});
    for (std::size_t i = 1; i < system_.size(); ++i) {
      const indicator_id id{i};
      const scoring::cell c = scores_.of(object_, id);
      if (c.rests_on == basis::not_applicable) continue;
      const auto own = lost.find(i);
      t.add({std::string(static_cast<std::size_t>(system_.depth(id) - 1) * 2, ' ') +
                 titled(system_.at(id)),
             value(id), goal(id), points(c), own == lost.end() ? "" : fixed(own->second),
             own == lost.end() ? "" : responsible(id)},
            look(id, c));
    }
    page_ += '\n' + t.text(colour_);
  }
  [[nodiscard]] style look(indicator_id id, const scoring::cell& c) const {
    if (!system_.is_leaf(id)) return style::heading;
    return c.result == verdict::unmet ? style::late : style::plain;
  }
  [[nodiscard]] std::string value(indicator_id id) const {
    const scoring::cell c = scores_.of(object_, id);
    if (!system_.is_leaf(id)) return "";
    if (!c.has_value())
      return c.full == 0 && c.result == verdict::none ? "" : std::string(w_.not_observed);
    if (c.label != 0) return scores_.table().name(c.label);
    const std::string& unit = system_.at(id).unit_of_measure;
    return shown(c.value) + (unit.empty() ? "" : ' ' + unit);
  }
  [[nodiscard]] std::string goal(indicator_id id) const {
    const auto target = system_.is_leaf(id) ? scores_.target(object_, id) : std::nullopt;
    return target ? shown(*target) : "";
  }
  /// Points and what could be had; pass or fail where there are none.
  [[nodiscard]] std::string points(const scoring::cell& c) const {
    if (c.rests_on == basis::exempt) return "-";
    if (c.full > 0) return fixed(c.score) + " / " + shown(c.full);
    if (c.score != 0) return fixed(c.score);
    if (c.result == verdict::none) return "";
    return std::string(c.result == verdict::met ? w_.met : w_.unmet);
  }
  [[nodiscard]] std::string responsible(indicator_id id) const {
    std::vector<std::string> names;
    for (const auto& u : system_.responsible(id)) names.push_back(of_.name_of(u.unit));
    if (names.empty()) return unit_name(scores_.table().at(object_).unit);
    return joined(names, ", ");
  }

  void unmet() {
    const auto found = unmet_of(scores_, object_);
    if (found.empty()) return;
    section(w_.below_line);
    for (const auto& u : found) {
      if (!system_.is_leaf(u.indicator) && !u.gap) continue;  // its parts say why
      const indicator& of = system_.at(u.indicator);
      std::string text = titled(of) + ": ";
      if (!u.gap) {
        text += u.value || scores_.of(object_, u.indicator).rests_on == basis::observed
                    ? w_.unmet
                    : w_.not_observed;
      } else if (!system_.is_leaf(u.indicator)) {
        text += say(w_.pass_missed, shown(*u.value), shown(*u.target), shown(*u.gap));
      } else {
        text += say(u.from_above ? w_.gap_above : w_.gap_below, shown(*u.value), of.unit_of_measure,
                    shown(*u.target), shown(*u.gap));
      }
      item(text);
    }
  }

  void lost_by_unit() {
    const auto by_unit = lost_points_of(scores_, object_).by_unit();
    if (by_unit.empty()) return;
    section(w_.lost_by_unit);
    table t({{"", align::left, least_scored_name}, {"", align::right}});
    for (const auto& l : by_unit) t.add({unit_name(l.unit), fixed(l.points)});
    page_ += t.text(colour_, 2);
  }

  void next_steps() {
    const auto steps = next_steps_of(scores_, object_);
    if (steps.empty()) return;
    section(w_.next_steps);
    table t({{std::string(w_.indicator), align::left, least_scored_name},
             {std::string(w_.from), align::right},
             {std::string(w_.to), align::right},
             {std::string(w_.gain), align::right}});
    for (std::size_t i = 0; i < std::min(steps.size(), most_steps); ++i) {
      const next_step& n = steps[i];
      t.add({titled(system_.at(n.indicator)), value(n.indicator),
             n.to_label.empty() ? shown(n.to) : n.to_label, '+' + fixed(n.gain)});
    }
    page_ += t.text(colour_, 2);
    if (steps.size() > most_steps)
      item(say(w_.more, std::to_string(steps.size() - most_steps)), style::faint);
  }

  void notes() {
    if (system_.notes().empty()) return;
    section(w_.to_note);
    for (const problem& p : system_.notes()) item(to_string(p));
  }

  const io::assessment& of_;
  std::span<const scores> periods_;
  const scores& scores_;
  const indicator_system& system_;
  const score_words& w_;
  bool colour_;
  object_id object_{0};
  std::string page_;
};

}  // namespace

std::string score_text(const io::assessment& of, std::span<const scores> periods,
                       const score_words& w, const score_page_options& options) {
  score_page page(of, periods, w, options.colour);
  if (options.object) return page.one(*options.object);
  return periods.back().objects() == 1 ? page.one(object_id{0}) : page.ranking();
}

}  // namespace daopai::program
