/// Hand-offs between units: which office waits for which, how often, and where it matters.
#ifndef DAOPAI_GRAPH_HAND_OFFS_HPP
#define DAOPAI_GRAPH_HAND_OFFS_HPP

#include <daopai/graph/detail/dependency_tracer.hpp>

#include <map>
#include <set>

namespace daopai {

/// Tasks that `to` leads wait for tasks that `from` leads.
struct hand_off {
  unit_id from;
  unit_id to;
  std::size_t count;  ///< dependencies of the plan that join the two
  std::size_t
      critical;  ///< those of them that set the early dates of a critical task by a critical one
  friend bool operator==(const hand_off&, const hand_off&) = default;
};

/// By `from`, then `to`, in the order of the plan's units. Groups are units like any other; tasks
/// without a lead, tasks that restate others and dependencies within one unit hand nothing off. A
/// dependency of a phase joins the leads of the tasks below it, each pair of units once.
/// O(dependencies x tasks of their phases).
[[nodiscard]] std::vector<hand_off> hand_offs(const schedule& s);

// ---------------------------------------------------------------------------------------------

namespace detail {

using unit_pair = std::pair<unit_id, unit_id>;

/// The pairs of different leads that a dependency joins.
[[nodiscard]] inline std::set<unit_pair> pairs_of_leads(const plan& p,
                                                        const std::vector<task_id>& before,
                                                        const std::vector<task_id>& after) {
  const auto leads_of = [&](const std::vector<task_id>& tasks) {
    std::set<unit_id> leads;
    for (const task_id t : tasks) {
      const auto lead = p.lead(t);
      if (lead && !p.is_restatement(t)) leads.insert(*lead);
    }
    return leads;
  };
  const std::set<unit_id> receivers = leads_of(after);
  std::set<unit_pair> pairs;
  for (const unit_id from : leads_of(before)) {
    for (const unit_id to : receivers) {
      if (from != to) pairs.emplace(from, to);
    }
  }
  return pairs;
}

}  // namespace detail

inline std::vector<hand_off> hand_offs(const schedule& s) {
  using only = detail::dependency_tracer::only;
  const detail::dependency_tracer tracer(s);
  const auto pairs = [&](const plan_graph::edge& e, only which) {
    return detail::pairs_of_leads(s.plan(), tracer.before(e, which), tracer.after(e, which));
  };
  std::map<detail::unit_pair, hand_off> found;
  for (const plan_graph::edge& e : tracer.graph().all()) {
    if (!tracer.graph().dependency(e)) continue;
    for (const auto& [from, to] : pairs(e, only::all)) {
      ++found.try_emplace({from, to}, hand_off{from, to, 0, 0}).first->second.count;
    }
    if (!tracer.sets_dates(e)) continue;
    for (const auto& pair : pairs(e, only::critical)) ++found.at(pair).critical;
  }
  std::vector<hand_off> list;
  list.reserve(found.size());
  for (const auto& [units, h] : found) list.push_back(h);
  return list;
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_HAND_OFFS_HPP
