/// Resolves the names of a campaign and checks what they are put to.
#ifndef DAOPAI_READINESS_DETAIL_RESOLVE_HPP
#define DAOPAI_READINESS_DETAIL_RESOLVE_HPP

#include <daopai/plan/detail/words.hpp>
#include <daopai/readiness/campaign.hpp>
#include <daopai/readiness/detail/check_history.hpp>
#include <daopai/readiness/detail/check_raise.hpp>
#include <daopai/schedule/detail/limits.hpp>

#include <algorithm>
#include <map>

namespace daopai::readiness::detail {

/// By task, from the leaves up. O(tasks).
[[nodiscard]] inline std::vector<char> done_tasks(const plan& p) {
  std::vector<char> done(p.tasks().size(), 0);
  const auto order = daopai::detail::from_the_top(p);
  for (std::size_t i = order.size(); i-- > 0;) {
    const auto& below = p.children(order[i]);
    const bool all_below =
        std::all_of(below.begin(), below.end(), [&](task_id t) { return done[t.index()] != 0; });
    const bool is_done = below.empty() ? p[order[i]].progress.finished.has_value() : all_below;
    done[order[i].index()] = is_done ? 1 : 0;
  }
  return done;
}

class campaign_resolver {
public:
  campaign_resolver(campaign_content& content, std::vector<problem>& found)
      : it_(content), plan_(content.plan), found_(found) {}

  void add(const raise& r, const std::string& where) {
    const auto task = named(r.task, where, "task");
    if (!it_.scored) {
      report("no-indicators", where, "there are no indicators that a task could raise");
      return;
    }
    const auto link = raise_checker(*it_.scored, found_, where).resolve(r);
    if (!link || !task) return;
    it_.raises.push_back({*task, link->object, link->indicator, link->to, r.when, r.from});
  }

  void add(const evidence& e, const std::string& where) {
    check_twice(pieces_, e.id.text(), where, "piece of evidence");
    it_.pieces.push_back(e);
    evidence_links links;
    for (std::size_t i = 0; i < e.proves.size(); ++i) {
      if (const auto id = indicator(e.proves[i], at(where, "proves", i)))
        links.proves.push_back(*id);
    }
    links.tasks = all_named(e.delivered_by, at(where, "delivered_by"), "task");
    if (e.supplier) links.supplier = named(*e.supplier, at(where, "supplier"), "unit");
    it_.links_of_pieces.push_back(std::move(links));
    by_name_.emplace(e.name, it_.pieces.size() - 1);
  }

  /// Pieces that tasks and indicators name, after those that were declared.
  void add_named_pieces() {
    for (std::size_t t = 0; t < plan_.tasks().size(); ++t) {
      for (const std::string& name : plan_.tasks()[t].evidence) deliver(name, task_id(t));
    }
    if (it_.scored) require_by_indicators();
    for (auto& links : it_.links_of_pieces) {
      if (!links.supplier && !links.tasks.empty()) links.supplier = plan_.lead(links.tasks.front());
    }
  }

  void add(const gate& g, const std::string& where) {
    check_twice(gates_, g.id.text(), where, "gate");
    gate_links links;
    const auto inspection = named(g.inspection, at(where, "inspection"), "inspection");
    if (inspection) links.inspection = *inspection;
    links.after = all_named(g.after, at(where, "after"), "task");
    for (std::size_t i = 0; i < g.evidence.size(); ++i) {
      if (const auto e = piece(g.evidence[i].text(), at(where, "evidence", i))) {
        links.evidence.push_back(*e);
      }
    }
    it_.gates.push_back(g);
    it_.links_of_gates.push_back(std::move(links));
  }

  void add(const finding& f, const std::string& where) {
    check_twice(findings_, f.id.text(), where, "problem");
    finding_links links;
    links.units = all_named(f.units, at(where, "units"), "unit");
    links.tasks = all_named(f.tasks, at(where, "tasks"), "task");
    if (f.accepted.by) links.accepts = named(*f.accepted.by, at(where, "acceptance.by"), "unit");
    check_history(f, at(where, "history"), found_);
    it_.findings.push_back(f);
    it_.links_of_findings.push_back(std::move(links));
  }

private:
  using names = std::map<std::string, std::size_t>;

  [[nodiscard]] static std::string at(const std::string& where, const char* field) {
    return where + '.' + field;
  }
  [[nodiscard]] static std::string at(const std::string& where, const char* field,
                                      std::size_t index) {
    return daopai::detail::place(at(where, field), index);
  }
  void report(const char* code, const std::string& where, std::string message) {
    found_.push_back({code, where, std::move(message)});
  }
  void unknown(const char* what, const std::string& where, const std::string& name) {
    found_.push_back({std::string("unknown-") + what, where,
                      std::string("there is no ") + what + ' ' + daopai::detail::in_quotes(name)});
  }

  void check_twice(names& known, const std::string& id, const std::string& where,
                   const char* what) {
    if (known.emplace(id, known.size()).second) return;
    report("doubled-id", where,
           std::string("the ") + what + ' ' + daopai::detail::in_quotes(id) +
               " stands twice; expected it once");
  }

  template <class Kind>
  [[nodiscard]] std::optional<id<Kind>> named(const key<Kind>& k, const std::string& where,
                                              const char* what) {
    const auto found = plan_.find(k);
    if (!found) unknown(what, where, k.text());
    return found;
  }
  template <class Kind>
  [[nodiscard]] std::vector<id<Kind>> all_named(const std::vector<key<Kind>>& keys,
                                                const std::string& where, const char* what) {
    std::vector<id<Kind>> ids;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto found = named(keys[i], daopai::detail::place(where, i), what);
      if (found) ids.push_back(*found);
    }
    return ids;
  }

  [[nodiscard]] std::optional<indicator_id> indicator(const indicator_key& k,
                                                      const std::string& where) {
    const auto id = it_.scored ? it_.scored->system.find(k) : std::nullopt;
    if (!id) unknown("indicator", where, k.text());
    return id;
  }

  /// By its id, else by its name.
  [[nodiscard]] std::optional<std::size_t> find_piece(const std::string& text) const {
    if (const auto by_id = pieces_.find(text); by_id != pieces_.end()) return by_id->second;
    if (const auto by_name = by_name_.find(text); by_name != by_name_.end()) return by_name->second;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<evidence_id> piece(const std::string& text,
                                                 const std::string& where) {
    const auto found = find_piece(text);
    if (!found) {
      report("unknown-evidence", where,
             "there is no piece of evidence " + daopai::detail::in_quotes(text));
      return std::nullopt;
    }
    return evidence_id(*found);
  }
  [[nodiscard]] std::size_t piece_called(const std::string& text) {
    if (const auto known = find_piece(text)) return *known;
    pieces_.emplace(text, it_.pieces.size());
    it_.pieces.push_back({.id = evidence_key(text), .name = text});
    it_.links_of_pieces.emplace_back();
    return it_.pieces.size() - 1;
  }

  void deliver(const std::string& name, task_id t) {
    auto& tasks = it_.links_of_pieces[piece_called(name)].tasks;
    if (std::find(tasks.begin(), tasks.end(), t) == tasks.end()) tasks.push_back(t);
  }

  /// What an indicator lists as its evidence proves it; its first unit supplies what nobody else
  /// does.
  void require_by_indicators() {
    const scoring::indicator_system& system = it_.scored->system;
    for (std::size_t i = 1; i < system.size(); ++i) {
      const indicator_id id{i};
      for (const std::string& name : system.at(id).evidence) {
        evidence_links& links = it_.links_of_pieces[piece_called(name)];
        const auto& proves = links.proves;
        if (std::find(proves.begin(), proves.end(), id) == proves.end()) links.proves.push_back(id);
        const auto& units = system.responsible(id);
        if (!links.supplier && links.tasks.empty() && !units.empty()) {
          links.supplier = plan_.find(units.front().unit);
        }
      }
    }
  }

  campaign_content& it_;
  const plan& plan_;
  std::vector<problem>& found_;
  names pieces_{};  // by id
  names by_name_{};
  names gates_{};
  names findings_{};
};

}  // namespace daopai::readiness::detail

#endif  // DAOPAI_READINESS_DETAIL_RESOLVE_HPP
