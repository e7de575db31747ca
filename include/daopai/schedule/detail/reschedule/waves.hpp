/// Recomputing the dates that a change moves, both ways, and no others.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_WAVES_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_WAVES_HPP

#include <daopai/schedule/detail/reschedule/journal.hpp>
#include <daopai/schedule/detail/reschedule/position_set.hpp>
#include <daopai/schedule/detail/reschedule/reach.hpp>

namespace daopai::detail {

/// Events whose dates must be looked at again, and what is kept beside the dates to find them.
struct due_events {
  position_set early;
  position_set harmless;
  position_set late;
  position_set free;  ///< held by nothing but the last anchor or the finish of the plan
  bool free_is_known = false;
  std::vector<inspection_id> inspections{};  ///< that wait for something that moved; with repeats

  explicit due_events(std::size_t events)
      : early(events), harmless(events), late(events), free(events) {}

  void start() {
    clear();
    inspections.clear();
  }
  /// Notes the inspections that wait for the event at `p`.
  void meet_after(const network& net, position p) {
    for (const network_link& l : net.successors(p)) {
      if (is_fixed(net, l.other)) inspections.push_back(net.inspection_of(l.other));
    }
  }
  void meet_all(const plan& p) {
    for (std::size_t i = 0; i < p.inspections().size(); ++i) inspections.emplace_back(i);
  }
  void clear() {
    early.clear();
    harmless.clear();
    late.clear();
  }
};

/// How many events may be looked at one by one before it is quicker to compute all of them.
[[nodiscard]] inline std::size_t most_steps(const network& net) {
  return std::max<std::size_t>(net.size() / 10, 64);
}

/// Three waves run through the network in topological order, or against it. Each takes one event
/// after the other from a set, computes it by the rule of the full pass, and puts the neighbours
/// that this can move into the set. As a step costs some ten times as much as one of a full pass, a
/// wave that has taken a tenth of all events gives up, and full passes take over.
class date_waves {
public:
  date_waves(schedule_content& content, journal& journal, due_events& due)
      : c_(content), net_(content.net), journal_(journal), due_(due) {}

  /// Everything about `p` may be otherwise, and what its neighbours are told of it.
  void seed(position p) {
    if (!is_fixed(net_, p)) {
      due_.early.insert(p);
      due_.harmless.insert(p);
      due_.late.insert(p);
    }
    for (const network_link& l : net_.successors(p)) {
      if (is_fixed(net_, l.other)) {
        due_.inspections.push_back(net_.inspection_of(l.other));
      } else {
        due_.early.insert(l.other);
      }
    }
    for (const network_link& l : net_.predecessors(p)) {
      if (is_fixed(net_, l.other)) continue;
      due_.harmless.insert(l.other);
      due_.late.insert(l.other);
    }
  }

  // Each returns whether it came to its end; if not, its arrays and those of the waves that follow
  // must be computed in full.

  [[nodiscard]] bool run_early(const date& status) {
    const day_number today = to_day(status);
    return run([&] { return due_.early.take_first(); }, due_.early,
               [&](position p) { step_early(p, today); });
  }
  [[nodiscard]] bool run_harmless() {
    return run([&] { return due_.harmless.take_last(); }, due_.harmless,
               [&](position p) { step_harmless(p); });
  }
  [[nodiscard]] bool run_late(instant finish_by) {
    return run([&] { return due_.late.take_last(); }, due_.late,
               [&](position p) { step_late(p, finish_by); });
  }

private:
  template <class Take, class Step>
  bool run(Take take, const position_set& set, Step step) {
    for (std::size_t most = most_steps(net_); !set.empty(); --most) {
      if (most == 0) return false;
      step(take());
    }
    return true;
  }

  [[nodiscard]] link_end end_of(position p, instant start, instant finish) const {
    return {net_.calendar_of(p), net_[p].duration, start, finish};
  }

  /// Saves what the event was before it became what it is.
  void keep_former(position p, const event_state& was, const event_state& is) {
    set_state(c_, p, was);
    keep(journal_, c_, p);
    set_state(c_, p, is);
  }

  void step_early(position p, day_number today) {
    const event_state was = state_at(c_, p);
    set_early(net_, c_.early, p, today);
    set_early_side(net_, c_.early, c_.sides, p);
    const event_state is = state_at(c_, p);
    if (is == was) return;
    keep_former(p, was, is);
    const moved_end moved{end_of(p, was.early_start, was.early_finish),
                          end_of(p, is.early_start, is.early_finish)};
    for (const network_link& l : net_.successors(p)) {
      if (may_push(net_, c_.early, l, moved)) due_.early.insert(l.other);
      if (is_fixed(net_, l.other)) due_.inspections.push_back(net_.inspection_of(l.other));
    }
    for (const network_link& l : net_.predecessors(p)) {
      if (!is_fixed(net_, l.other)) due_.harmless.insert(l.other);
    }
  }

  void step_harmless(position p) {
    const instant is = harmless_finish(net_, c_.early, c_.harmless, p);
    if (is == c_.harmless[p]) return;
    keep(journal_, c_, p);
    c_.harmless[p] = is;
    if (net_[p].kind != event_kind::hub && !is_done(net_, p)) return;
    for (const network_link& l : net_.predecessors(p)) {
      if (!is_fixed(net_, l.other)) due_.harmless.insert(l.other);
    }
  }

  void step_late(position p, instant finish_by) {
    const event_state was = state_at(c_, p);
    set_late(net_, c_.late, p, finish_by);
    set_late_side(net_, c_.late, c_.sides, p);
    const event_state is = state_at(c_, p);
    if (!renew_free(p) && is == was) return;
    keep_former(p, was, is);
    const moved_end moved{end_of(p, was.late_start, was.late_finish),
                          end_of(p, is.late_start, is.late_finish)};
    for (const network_link& l : net_.predecessors(p)) {
      if (may_pull(net_, c_.late, l, moved)) due_.late.insert(l.other);
    }
  }

  /// Whether `p` has become free, or is no longer.
  bool renew_free(position p) {
    if (!due_.free_is_known) return false;
    const bool was = due_.free.contains(p);
    const bool is = is_free(net_, c_.late, p);
    due_.free.put(p, is);
    return was != is;
  }

  schedule_content& c_;
  const network& net_;
  journal& journal_;
  due_events& due_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_WAVES_HPP
