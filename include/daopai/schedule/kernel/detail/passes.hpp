/// The two passes one after the other, in the variant that the network asks for.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_PASSES_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_PASSES_HPP

#include <daopai/error.hpp>
#include <daopai/schedule/kernel/detail/backward.hpp>
#include <daopai/schedule/kernel/detail/forward.hpp>
#include <daopai/schedule/kernel/detail/link_sweeps.hpp>

namespace daopai::kernel::detail {

inline void make_room(const network& net, extent wanted, results& into) {
  const std::size_t n = net.size();
  const bool all = wanted == extent::all;
  into.computed = wanted;
  into.early_start.reset(net.tables ? n : 0);
  into.early_finish.reset(n);
  into.late_start.reset(net.tables ? n : 0);
  into.late_finish.reset(all ? 0 : n);
  into.late.reset(all ? n : 0);
  into.total_float.reset(n);
  into.driver.reset(all ? n : 0);
}

/// What tasks ask for themselves, where the forward pass looks for it.
inline void set_bounds(const network& net, results& into) {
  if (net.earliest.empty()) {
    into.early_finish.fill(net.size(), net.start);
  } else {
    std::copy(net.earliest.begin(), net.earliest.end(), into.early_finish.data());
  }
  into.driver.fill(into.driver.size(), no_task);
}

/// Deadlines, and what holds the tasks that nothing follows, where the backward pass looks for
/// them.
inline void set_late_ends(const network& net, results& into) {
  const std::int32_t finish_by = net.finish_by.value_or(into.finish);
  const auto own = [&](position p) { return net.latest.empty() ? never : net.latest[p]; };
  const auto last = [&](position p) { return own(p) == never ? finish_by : own(p); };
  if (into.computed == extent::dates) {
    into.late_finish.fill(net.size(), never);
    if (!net.latest.empty()) {
      std::copy(net.latest.begin(), net.latest.end(), into.late_finish.data());
    }
    for (position p = net.last_level; p < net.size(); ++p) into.late_finish[p] = last(p);
  } else {
    for (position p = 0; p < net.last_level; ++p) into.late[p] = {own(p), never};
    for (position p = net.last_level; p < net.size(); ++p) into.late[p] = {last(p), last(p)};
  }
}

inline void sweep_links(const network& net, results& into) {
  set_bounds(net, into);
  into.finish = sweep_links_forward(net, into);
  set_late_ends(net, into);
  sweep_links_back(net, into);
}

template <bool Calendars, extent Wanted>
void sweep(const network& net, results& into) {
  if (Calendars || Wanted == extent::all || !net.earliest.empty() || !net.crossing.empty()) {
    set_bounds(net, into);
    into.finish = forward_sweep<Calendars, Wanted, true>(net, into).run();
  } else if constexpr (!Calendars && Wanted == extent::dates) {
    into.finish = forward_sweep<Calendars, Wanted, false>(net, into).run();
  }
  set_late_ends(net, into);
  const bool is_inside = backward_sweep<Calendars, Wanted>(net, into).run();
  if (Calendars && net.size() > 0 && (into.finish >= net.tables->days() || !is_inside)) {
    throw error("a date falls outside the " + std::to_string(net.tables->days()) +
                " days of the calendar tables");
  }
}

inline void compute(const network& net, extent wanted, results& into) {
  make_room(net, wanted, into);
  const bool all = wanted == extent::all;
  if (net.tables)
    return all ? sweep<true, extent::all>(net, into) : sweep<true, extent::dates>(net, into);
  if (!all && !net.followers.empty()) return sweep_links(net, into);
  all ? sweep<false, extent::all>(net, into) : sweep<false, extent::dates>(net, into);
}

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_PASSES_HPP
