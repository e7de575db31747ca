/// A campaign: a plan and an indicator system joined. Tasks raise indicators and deliver evidence,
/// gates stand before the inspections, findings are closed out.
#ifndef DAOPAI_READINESS_CAMPAIGN_HPP
#define DAOPAI_READINESS_CAMPAIGN_HPP

#include <daopai/plan/plan.hpp>
#include <daopai/readiness/evidence.hpp>
#include <daopai/readiness/finding.hpp>
#include <daopai/readiness/gate.hpp>
#include <daopai/readiness/raise.hpp>
#include <daopai/scoring/scores.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daopai::readiness {

using scoring::decimal;
using scoring::indicator_id;
using scoring::object_id;

/// A raise with every name resolved.
struct raise_link {
  task_id task;
  object_id object;
  indicator_id indicator;
  decimal to;
  raised when;
  std::optional<decimal> from;
};

/// What a piece of evidence hangs on, resolved.
struct evidence_links {
  std::vector<task_id> tasks = {};  ///< that deliver it
  std::vector<indicator_id> proves = {};
  std::optional<unit_id> supplier = {};
};

struct gate_links {
  inspection_id inspection{0};
  std::vector<task_id> after = {};
  std::vector<evidence_id> evidence = {};
};

struct finding_links {
  std::vector<unit_id> units = {};
  std::vector<task_id> tasks = {};
  std::optional<unit_id> accepts = {};
};

namespace detail {

/// A system, what was observed of it, and its scores; it stays where it is, for scores point into
/// it.
struct assessed {
  assessed(scoring::indicator_system s, scoring::observation_table t, const scoring::view& seen)
      : system(std::move(s)), table(std::move(t)), now(scoring::score(system, table, seen)) {}
  assessed(const assessed&) = delete;
  assessed& operator=(const assessed&) = delete;

  scoring::indicator_system system;
  scoring::observation_table table;
  scoring::scores now;
};

struct campaign_content {
  daopai::plan plan;
  std::shared_ptr<const assessed> scored{};
  std::vector<raise_link> raises{};
  std::vector<evidence> pieces{};
  std::vector<evidence_links> links_of_pieces{};
  std::vector<gate> gates{};
  std::vector<gate_links> links_of_gates{};
  std::vector<finding> findings{};
  std::vector<finding_links> links_of_findings{};
  std::vector<char> is_done{};  // by task; a phase is done when all below it is
};

}  // namespace detail

/// Valid and immutable; copies share the content. Ids are those of this campaign and its plan.
class campaign {
public:
  [[nodiscard]] const daopai::plan& plan() const { return content_->plan; }

  /// Whether there is an indicator system.
  [[nodiscard]] bool is_scored() const { return content_->scored != nullptr; }
  /// The scores as observed; the other questions about scores need is_scored() as this one does.
  [[nodiscard]] const scoring::scores& now() const { return content_->scored->now; }
  [[nodiscard]] const scoring::indicator_system& system() const { return content_->scored->system; }
  [[nodiscard]] const scoring::observation_table& table() const { return content_->scored->table; }

  // In the order in which they were added.
  [[nodiscard]] const std::vector<raise_link>& raises() const { return content_->raises; }
  /// Those declared, then those that tasks and indicators name beside them.
  [[nodiscard]] const std::vector<evidence>& pieces() const { return content_->pieces; }
  [[nodiscard]] const std::vector<gate>& gates() const { return content_->gates; }
  [[nodiscard]] const std::vector<finding>& findings() const { return content_->findings; }

  [[nodiscard]] const evidence& operator[](evidence_id e) const {
    return content_->pieces[e.index()];
  }
  [[nodiscard]] const gate& operator[](gate_id g) const { return content_->gates[g.index()]; }
  [[nodiscard]] const finding& operator[](finding_id f) const {
    return content_->findings[f.index()];
  }
  [[nodiscard]] const evidence_links& links(evidence_id e) const {
    return content_->links_of_pieces[e.index()];
  }
  [[nodiscard]] const gate_links& links(gate_id g) const {
    return content_->links_of_gates[g.index()];
  }
  [[nodiscard]] const finding_links& links(finding_id f) const {
    return content_->links_of_findings[f.index()];
  }

  /// Whether the task is finished; a phase, whether all below it is.
  [[nodiscard]] bool is_done(task_id t) const { return content_->is_done[t.index()] != 0; }

private:
  friend class campaign_builder;
  explicit campaign(std::shared_ptr<const detail::campaign_content> content)
      : content_(std::move(content)) {}
  std::shared_ptr<const detail::campaign_content> content_;
};

/// Collects what joins a plan and an indicator system, checks it once, reports every problem it
/// finds, and freezes it. `where` names the place in messages.
class campaign_builder {
public:
  explicit campaign_builder(daopai::plan p) : plan_(std::move(p)) {}

  /// The indicators and what was observed of them; seen as `daopai::scoring::score` sees them.
  /// Where nothing was observed, it is missing of one object without a name.
  campaign_builder& score_by(scoring::indicator_system system, scoring::observation_table table,
                             const scoring::view& seen = {});

  campaign_builder& add(raise r, std::string where = {});
  campaign_builder& add(evidence e, std::string where = {});
  campaign_builder& add(gate g, std::string where = {});
  campaign_builder& add(finding f, std::string where = {});

  /// Everything that is wrong: unknown names, names that stand twice, raises of headings or to
  /// values that their rules cannot take, histories with a step that may not follow. Empty for a
  /// valid campaign.
  [[nodiscard]] std::vector<problem> problems() const;

  /// @throws invalid_input with the same list
  [[nodiscard]] campaign build() const;

private:
  template <class Thing>
  struct placed {
    Thing thing;
    std::string where;
  };
  template <class Thing>
  static void put(std::vector<placed<Thing>>& all, Thing t, std::string where, const char* list) {
    if (where.empty()) where = std::string(list) + '[' + std::to_string(all.size()) + ']';
    all.push_back({std::move(t), std::move(where)});
  }
  [[nodiscard]] detail::campaign_content resolve(std::vector<problem>& found) const;

  daopai::plan plan_;
  std::shared_ptr<const detail::assessed> scored_{};
  std::vector<placed<raise>> raises_{};
  std::vector<placed<evidence>> pieces_{};
  std::vector<placed<gate>> gates_{};
  std::vector<placed<finding>> findings_{};
};

inline campaign_builder& campaign_builder::score_by(scoring::indicator_system system,
                                                    scoring::observation_table table,
                                                    const scoring::view& seen) {
  if (table.objects() == 0) {
    table = scoring::observation_builder(system).add({.id = scoring::object_key("")}).build();
  }
  scored_ = std::make_shared<const detail::assessed>(std::move(system), std::move(table), seen);
  return *this;
}
inline campaign_builder& campaign_builder::add(raise r, std::string where) {
  return put(raises_, std::move(r), std::move(where), "raises"), *this;
}
inline campaign_builder& campaign_builder::add(evidence e, std::string where) {
  return put(pieces_, std::move(e), std::move(where), "evidence"), *this;
}
inline campaign_builder& campaign_builder::add(gate g, std::string where) {
  return put(gates_, std::move(g), std::move(where), "gates"), *this;
}
inline campaign_builder& campaign_builder::add(finding f, std::string where) {
  return put(findings_, std::move(f), std::move(where), "problems"), *this;
}

}  // namespace daopai::readiness

#include <daopai/readiness/detail/resolve.hpp>

namespace daopai::readiness {

inline detail::campaign_content campaign_builder::resolve(std::vector<problem>& found) const {
  detail::campaign_content content{.plan = plan_, .scored = scored_};
  detail::campaign_resolver resolver(content, found);
  for (const auto& p : pieces_) resolver.add(p.thing, p.where);
  resolver.add_named_pieces();
  for (const auto& r : raises_) resolver.add(r.thing, r.where);
  for (const auto& g : gates_) resolver.add(g.thing, g.where);
  for (const auto& f : findings_) resolver.add(f.thing, f.where);
  return content;
}

inline std::vector<problem> campaign_builder::problems() const {
  std::vector<problem> found;
  static_cast<void>(resolve(found));
  return found;
}

inline campaign campaign_builder::build() const {
  std::vector<problem> found;
  auto content = std::make_shared<detail::campaign_content>(resolve(found));
  if (!found.empty()) throw invalid_input(std::move(found));
  content->is_done = detail::done_tasks(plan_);
  return campaign(std::move(content));
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_CAMPAIGN_HPP
