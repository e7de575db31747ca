/// Redundant dependencies: those that say nothing the others do not say together.
#ifndef DAOPAI_GRAPH_REDUNDANT_HPP
#define DAOPAI_GRAPH_REDUNDANT_HPP

#include <daopai/graph/plan_graph.hpp>

namespace daopai {

/// Places in p.dependencies(), ascending, of dependencies that can all be left out at once without
/// moving anything in the schedule, early or late, whatever the durations are. (A milestone that a
/// finish and a start set at once may then show the morning of the start for the evening of the
/// finish: one instant, two dates.)
///
/// A dependency is redundant if the others hold the same end of its successor at least as far
/// behind the same end of its predecessor. Others hold it by a path from end to end; on its way
/// the path may pass from the start of a task to its finish, and the other way in a milestone. It
/// does not pass through inspections, which keep their date whatever comes before, nor through
/// tasks with progress. A finish-to-start dependency is therefore implied by finish-to-start ones
/// (a -> b -> c makes a -> c redundant), not by a path that only leaves from the start of `a`.
/// Lags count as far as they compare:
///
///   - on a path without leads, each link keeps at least the order of the instants; its lags add up
///     to a lag in calendar days, and those that are counted on the successor's calendar to a lag
///     in working days. Start-to-finish links do not count here, nor finish-to-finish links from a
///     milestone to work, nor start-to-start links without lag to a milestone: between calendars
///     they may lose days off.
///   - where all events of the path work on one calendar and no lag is in calendar days, lags and
///     leads of all kinds add up as they stand. Without a lag, milestones at either end are left
///     to the first rule.
///
/// Of equal dependencies the first is kept. O(dependencies x dependencies on the paths between).
[[nodiscard]] std::vector<std::size_t> redundant_dependencies(const plan& p);

}  // namespace daopai

#include <daopai/graph/detail/implication.hpp>

namespace daopai {

inline std::vector<std::size_t> redundant_dependencies(const plan& p) {
  const plan_graph g = network_graph(p);
  detail::implication_search search(g);
  std::vector<plan_graph::edge> by_place(p.dependencies().size());
  for (const plan_graph::edge& e : g.all()) {
    if (const auto place = g.dependency(e)) by_place[*place] = e;
  }
  std::vector<std::size_t> redundant;
  for (std::size_t place = by_place.size(); place-- > 0;) {
    if (!search.is_implied(by_place[place])) continue;
    search.leave_out(by_place[place]);
    redundant.push_back(place);
  }
  return {redundant.rbegin(), redundant.rend()};
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_REDUNDANT_HPP
