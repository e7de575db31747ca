#include "io/scoring/answer_writer.hpp"
#include <daopai/io/scoring.hpp>

#include <utility>

namespace daopai::io {

using namespace scoring;

namespace {

const char* word(basis b) {
  switch (b) {
    case basis::observed: return "observed";
    case basis::missing_zero: return "missing-zero";
    case basis::missing_full: return "missing-full";
    case basis::exempt: return "exempt";
    case basis::imputed: return "imputed";
    case basis::blocked: return "blocked";
    case basis::not_applicable: return "not-applicable";
  }
  return "";
}

std::optional<std::string> word(verdict v) {
  if (v == verdict::none) return std::nullopt;
  return v == verdict::met ? "met" : "unmet";
}

/// Writes the results of one object.
class object_writer {
public:
  object_writer(answer_writer& out, const scores& s, object_id o)
      : out_(out), scores_(s), system_(s.system()), object_(o) {}

  void card() {
    const score_card& c = scores_.of(object_);
    const object& o = scores_.table().at(object_);
    out_.field("object", o.id.text()).field("name", o.name).field("group", o.group);
    out_.field("score", c.score).field("exact", c.exact).field("full", c.full);
    out_.field("grade", grade(c.grade))
        .field("grade_by_score", grade(c.grade_by_score))
        .field("passed", c.passed);
    out_.field("rank", c.rank).field("rank_in_group", c.rank_in_group);
    out_.field("missing", c.missing).field("imputed", c.imputed);
    out_.key("effects").open('[');
    for (const auto& e : c.effects) effect_of(e);
    out_.close(']');
  }

  void indicators() {
    out_.key("indicators").open('[');
    for (std::size_t i = 1; i < system_.size(); ++i) {
      const indicator_id id{i};
      const cell c = scores_.of(object_, id);
      if (c.rests_on == basis::not_applicable) continue;
      const bool is_leaf = system_.is_leaf(id);
      out_.open('{')
          .field("indicator", key(id))
          .field("score", c.score)
          .field("full", c.full)
          .field("lost", c.lost());
      if (is_leaf) {
        out_.field("value",
                   c.has_value() && c.label == 0 ? std::optional<decimal>(c.value) : std::nullopt);
        if (c.label != 0) out_.field("label", scores_.table().name(c.label));
        out_.field("target", scores_.target(object_, id));
      }
      out_.field("verdict", word(c.result)).field("basis", word(c.rests_on)).close('}');
    }
    out_.close(']');
  }

  void lost() {
    const lost_points l = lost_points_of(scores_, object_);
    out_.key("lost").open('{').field("missing", l.missing).key("lines").open('[');
    for (const auto& line : l.lines) {
      out_.open('{')
          .field("indicator", key(line.indicator))
          .field("unit", text(line.unit))
          .field("points", line.points)
          .close('}');
    }
    out_.close(']').key("by_indicator").open('[');
    for (const auto& line : l.by_indicator())
      out_.open('{')
          .field("indicator", key(line.indicator))
          .field("points", line.points)
          .close('}');
    out_.close(']').key("by_unit").open('[');
    for (const auto& line : l.by_unit())
      out_.open('{').field("unit", text(line.unit)).field("points", line.points).close('}');
    out_.close(']').close('}');
  }

  void unmet() {
    out_.key("unmet").open('[');
    for (const auto& u : unmet_of(scores_, object_)) {
      out_.open('{')
          .field("indicator", key(u.indicator))
          .field("value", u.value)
          .field("target", u.target)
          .field("gap", u.gap);
      out_.field("unit_of_measure", system_.at(u.indicator).unit_of_measure).close('}');
    }
    out_.close(']').key("next_steps").open('[');
    for (const auto& n : next_steps_of(scores_, object_)) {
      out_.open('{')
          .field("indicator", key(n.indicator))
          .field("from", n.from)
          .field("to", n.to)
          .field("to_label", n.to_label)
          .field("gain", n.gain)
          .close('}');
    }
    out_.close(']');
  }

private:
  [[nodiscard]] const std::string& key(indicator_id id) const { return system_.at(id).id.text(); }
  [[nodiscard]] static std::optional<std::string> text(const std::optional<unit_key>& u) {
    return u ? std::optional<std::string>(u->text()) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> grade(const std::optional<std::size_t>& place) const {
    return place ? std::optional<std::string>(system_.config().bands.name(*place)) : std::nullopt;
  }
  void effect_of(const struck_effect& e) {
    out_.open('{').field("indicator", key(e.indicator));
    if (const auto* down = std::get_if<downgrade>(&e.what)) {
      out_.field("effect", "downgrade").field("by", decimal{down->by});
    } else if (const auto* cap = std::get_if<cap_grade>(&e.what)) {
      out_.field("effect", "cap-grade").field("at_most", cap->at_most);
    } else {
      out_.field("effect", "fails");
    }
    out_.close('}');
  }

  answer_writer& out_;
  const scores& scores_;
  const indicator_system& system_;
  object_id object_;
};

/// The scores by each rater alone, side by side.
void write_raters(answer_writer& out, const std::vector<std::pair<std::string, scores>>& raters,
                  object_id o) {
  out.key("by_rater").open('{');
  for (const auto& [rater, s] : raters) out.field(rater, s.of(o).score);
  out.close('}');
}

void write_history(answer_writer& out, std::span<const scores> periods, const object_key& o) {
  const auto state = standing_of(periods, o);
  out.field("state", state ? std::optional<std::string>(state->state) : std::nullopt);
  out.key("state_since").open('[');
  if (state) {
    for (const std::string& p : state->periods) out.value(p);
  }
  out.close(']').key("periods").open('[');
  for (const period_result& r : history_of(periods, o)) {
    out.open('{')
        .field("period", r.period)
        .field("score", r.score)
        .field("rank", r.rank)
        .close('}');
  }
  out.close(']');
}

}  // namespace

std::string scores_to_json(const assessment& of, std::span<const scores> periods) {
  const scores& last = periods.back();
  std::vector<std::pair<std::string, scores>> raters;
  for (const std::string& rater : of.table().raters()) {
    raters.emplace_back(
        rater, score(of.system(), of.table(), {.rater = rater, .period = last.seen().period}));
  }
  answer_writer out;
  out.open('{')
      .field("title", of.title())
      .field("period", last.seen().period)
      .key("objects")
      .open('[');
  for (std::size_t i = 0; i < last.objects(); ++i) {
    const object_id o{i};
    object_writer one(out.open('{'), last, o);
    one.card();
    if (!raters.empty()) write_raters(out, raters, o);
    write_history(out, periods, of.table().at(o).id);
    one.indicators();
    one.lost();
    one.unmet();
    out.close('}');
  }
  out.close(']').key("problems").open('[');
  for (const problem& p : of.system().notes()) {
    out.open('{')
        .field("code", p.code)
        .field("where", p.where)
        .field("message", p.message)
        .close('}');
  }
  out.close(']').close('}');
  return std::move(out).text() + "\n";
}

}  // namespace daopai::io
