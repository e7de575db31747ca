/// Where the dependencies of a plan have gone in its network.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_LINK_PLACES_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_LINK_PLACES_HPP

#include <daopai/schedule/network.hpp>
#include <daopai/schedule/plan_change.hpp>

namespace daopai::detail {

/// A dependency as the rows of a network hold it.
struct link_place {
  std::uint32_t in;   ///< index into network::in, in the row of its successor
  std::uint32_t out;  ///< index into network::out, in the row of its predecessor
};

/// By dependency. Goes the way of compile() once more: each dependency is one link, and rows hold
/// links in the order in which these were made. O(tasks + dependencies).
[[nodiscard]] inline std::vector<link_place> find_link_places(const network& net) {
  const link_graph graph =
      make_link_graph(net.plan.resolved(), net.plan.inspections().size(), net.plan.dependencies());
  std::vector<std::uint32_t> ins(net.size(), 0);
  std::vector<std::uint32_t> outs(net.size(), 0);
  std::vector<link_place> places;
  places.reserve(net.plan.dependencies().size());
  for (const link& l : graph.links) {
    const position from = net.position_of[l.from];
    const position to = net.position_of[l.to];
    const link_place here{net[to].first_in + ins[to]++, net[from].first_out + outs[from]++};
    if (!graph.is_structural(l)) places.push_back(here);
  }
  return places;
}

/// Writes a lag where the network keeps it; gives back the two ends.
struct link_ends {
  position before;
  position after;
};

inline link_ends write_lag(network& net, const link_place& place, lag value) {
  network_link& in = net.in[place.in];
  network_link& out = net.out[place.out];
  in.lag = out.lag = value.amount();
  in.elapsed = out.elapsed = value.in_calendar_days() && value.amount() != 0;
  return {in.other, out.other};
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_LINK_PLACES_HPP
